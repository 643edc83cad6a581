//! Lines between fences → lines that are printed as they were broken.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event};

use super::blocks::Reader;
use super::pieces::Piece;
use super::prepare;
use crate::document::Text;
use crate::document::outline::BlockKind;

impl Reader<'_> {
    /// Reads the lines of a block of code.
    pub(super) fn code(
        &mut self,
        kind: &CodeBlockKind<'_>,
        range: &Range<usize>,
        pieces: &mut Vec<Piece>,
    ) {
        if kind.is_indented() {
            // What is left of these after the preparation is nested without end.
            prepare::report_depth(self.fragment.span(range.clone()), &mut self.found);
            return self.skip();
        }
        let mut lines: Vec<Text> = Vec::new();
        let mut open = false;
        while let Some((Event::Text(text), range)) = self.events.get(self.at) {
            self.at += 1;
            let span = self.fragment.span(range.clone());
            for part in text.split_inclusive('\n') {
                let value = part.trim_end_matches(['\n', '\r']).replace('\t', "    ");
                match lines.last_mut().filter(|_| open) {
                    Some(line) => {
                        line.value.push_str(&Text::new(&value, span).value);
                        line.span = line.span.to(span);
                    }
                    None => lines.push(Text::new(&value, span)),
                }
                open = !part.ends_with('\n');
            }
        }
        if lines.iter().any(|line| !line.is_blank()) {
            self.ready(BlockKind::Preformatted(lines), range, pieces);
        }
    }
}

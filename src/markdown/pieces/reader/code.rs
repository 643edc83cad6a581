//! Lines between fences → lines that are printed as they were broken.

use std::ops::Range;

use pulldown_cmark::Event;

use super::Reader;
use crate::document::Text;
use crate::document::outline::BlockKind;
use crate::markdown::pieces::piece::Piece;

impl Reader<'_> {
    /// Reads the lines of a block of code.
    pub(super) fn code(&mut self, range: &Range<usize>, pieces: &mut Vec<Piece>) {
        let mut lines: Vec<Text> = Vec::new();
        let mut open = false;
        while let Some((Event::Text(text), range)) = self.events.get(self.at) {
            self.at += 1;
            let mut at = range.start;
            for part in text.split_inclusive('\n') {
                let content = part.trim_end_matches(['\n', '\r']);
                // Blanks that a tab stood for come from no text of their own.
                let written = if range.is_empty() { 0 } else { content.len() };
                let span = self.fragment.span(at..at + written);
                at += if range.is_empty() { 0 } else { part.len() };
                let value = content.replace('\t', "    ");
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
            self.push_block(BlockKind::Preformatted(lines), range, pieces);
        }
    }
}

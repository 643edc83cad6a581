//! A paragraph as plain text, with the way back to the places of its parts.

use std::ops::Range;

use crate::document::Text;
use crate::document::outline::{Inline, on_the_line};
use crate::source::{Sources, Span, offset_map};

/// The plain text of some inlines.
pub(super) struct Line<'a> {
    /// The text.
    pub(super) text: String,
    pieces: Vec<(usize, &'a Text)>,
    sources: &'a Sources,
}

impl<'a> Line<'a> {
    /// The text of some inlines, footnotes left out.
    pub(super) fn of(inlines: &'a [Inline], sources: &'a Sources) -> Self {
        let mut line = Self { text: String::new(), pieces: Vec::new(), sources };
        for inline in on_the_line(inlines) {
            match inline {
                Inline::Text(text) => {
                    line.pieces.push((line.text.len(), text));
                    line.text.push_str(&text.value);
                }
                Inline::LineBreak => line.text.push(' '),
                Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Link { .. }
                | Inline::Footnote(_) => {}
            }
        }
        line
    }

    /// A part of the text with its place, without the blanks about it.
    pub(super) fn cut(&self, range: Range<usize>) -> Text {
        let part = &self.text[range.clone()];
        let start = range.start + (part.len() - part.trim_start().len());
        let part = part.trim();
        let first = self.place(start, 0);
        let last = self.place(start + part.len(), 1);
        Text::new(part, Span { end: last.end.max(first.start), ..first })
    }

    /// Where the byte of the text comes from; `behind` says that it is the end of a part.
    fn place(&self, at: usize, behind: usize) -> Span {
        let near = self.pieces.iter().rev().find(|(start, _)| *start + behind <= at);
        let Some((start, piece)) = near.or(self.pieces.first()) else {
            return Span::default();
        };
        let map = offset_map(&piece.value, self.sources.slice(piece.span));
        let offset = map.get(at.saturating_sub(*start)).or(map.last());
        let place = piece.span.start + offset.copied().unwrap_or_default();
        Span { start: place, end: place, ..piece.span }
    }
}

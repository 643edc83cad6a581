//! `Line`: a paragraph or a value as plain text, with the way back to the places of its parts.

use std::ops::Range;

use super::{Inline, on_the_line};
use crate::document::Text;
use crate::document::place;
use crate::source::{Sources, Span, offset_map};

/// The plain text of some inlines.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The text: marks dropped, line breaks as blanks, no footnotes.
    pub text: String,
    /// The texts that it is made of, each with where it begins in it.
    pieces: Vec<(usize, &'a Text)>,
    sources: &'a Sources,
}

impl<'a> Line<'a> {
    /// The text of some inlines, footnotes left out.
    #[must_use]
    pub fn of(inlines: &'a [Inline], sources: &'a Sources) -> Self {
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

    /// A value of a field, or a line of one.
    #[must_use]
    pub fn of_text(text: &'a Text, sources: &'a Sources) -> Self {
        Self { text: text.value.clone(), pieces: vec![(0, text)], sources }
    }

    /// A part of the text with its place, without the blanks about it.
    #[must_use]
    pub fn cut(&self, range: Range<usize>) -> Text {
        let part = &self.text[range.clone()];
        let start = range.start + (part.len() - part.trim_start().len());
        let part = part.trim();
        Text::new(part, self.span(start..start + part.len()))
    }

    /// Where a part of the text was written, for messages.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let first = self.place(range.start, 0);
        let last = self.place(range.end, 1);
        Span { end: last.end.max(first.start), ..first }
    }

    /// Where a part of the text was written letter by letter, for fixes; nothing where the file
    /// has something else there, such as marks of Markdown, or a line end within it.
    #[must_use]
    pub fn written(&self, range: Range<usize>) -> Option<Span> {
        let (start, piece) =
            *self.pieces.iter().rev().find(|(at, _)| *at <= range.start)?;
        let within = range.start - start..range.end - start;
        let part = piece.value.get(within.clone())?;
        let span = place::range(piece, within, self.sources)?;
        let written = crate::source::composed(self.sources.slice(span));
        (written == part).then_some(span)
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

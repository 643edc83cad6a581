//! `Line`: a paragraph or a value as plain text, with the way back to the places of its parts.

use std::cell::OnceCell;
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
    /// The texts that it is made of.
    pieces: Vec<Piece<'a>>,
    sources: &'a Sources,
}

/// A text in a line.
#[derive(Debug, Clone)]
struct Piece<'a> {
    /// Where it begins in the line.
    start: usize,
    text: &'a Text,
    /// Where its bytes were written, once that is asked for.
    places: OnceCell<Vec<usize>>,
}

impl<'a> Piece<'a> {
    fn new(start: usize, text: &'a Text) -> Self {
        Self { start, text, places: OnceCell::new() }
    }

    fn places(&self, sources: &Sources) -> &[usize] {
        let find = || offset_map(&self.text.value, sources.slice(self.text.span));
        self.places.get_or_init(find)
    }
}

impl<'a> Line<'a> {
    /// The text of some inlines, footnotes left out.
    #[must_use]
    pub fn of(inlines: &'a [Inline], sources: &'a Sources) -> Self {
        let mut line = Self { text: String::new(), pieces: Vec::new(), sources };
        for inline in on_the_line(inlines) {
            match inline {
                Inline::Text(text) => {
                    line.pieces.push(Piece::new(line.text.len(), text));
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
        Self { text: text.value.clone(), pieces: vec![Piece::new(0, text)], sources }
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
        let behind = self.pieces.partition_point(|piece| piece.start <= range.start);
        let piece = &self.pieces[behind.checked_sub(1)?];
        let within = range.start - piece.start..range.end - piece.start;
        let part = piece.text.value.get(within.clone())?;
        let places = piece.places(self.sources);
        let span = place::mapped_range(piece.text, within, places, self.sources)?;
        let written = crate::source::composed(self.sources.slice(span));
        (written == part).then_some(span)
    }

    /// Where the byte of the text comes from; `behind` says that it is the end of a part.
    fn place(&self, at: usize, behind: usize) -> Span {
        let before = self.pieces.partition_point(|piece| piece.start + behind <= at);
        let Some(piece) = self.pieces.get(before.saturating_sub(1)) else {
            return Span::default();
        };
        let map = piece.places(self.sources);
        let offset = map.get(at.saturating_sub(piece.start)).or(map.last());
        let span = piece.text.span;
        let place = span.start + offset.copied().unwrap_or_default();
        Span { start: place, end: place, ..span }
    }
}

//! `Fragment`: a text to be read as Markdown, and where each byte of it stands in the file.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::document::Text;
use crate::source::{self, FileId, Sources, Span};

/// A text to be read as Markdown: the body, a field's value, or either of them with
/// changes that [`super::prepare`] made.
pub(super) struct Fragment<'a> {
    /// The text as Markdown sees it.
    pub(super) text: Cow<'a, str>,
    file: FileId,
    places: Places,
}

/// Where the bytes of a fragment come from.
enum Places {
    /// All from one stretch of the file, which starts here.
    From(usize),
    /// Byte by byte, and one more for the end.
    Each(Vec<usize>),
}

/// A change to the text of a fragment.
pub(super) struct Edit {
    /// What is taken out.
    pub(super) range: Range<usize>,
    /// What is put in its place.
    pub(super) with: String,
}

impl<'a> Fragment<'a> {
    /// The text under a span, as it stands in the file.
    pub(super) fn of_file(span: Span, sources: &'a Sources) -> Self {
        let source = sources.get(span.file);
        let start = source.text().floor_char_boundary(span.start);
        let text = Cow::Borrowed(source.slice(span.range()));
        Self { text, file: span.file, places: Places::From(start) }
    }

    /// The value of a field, which YAML may have unquoted, unescaped or folded.
    pub(super) fn of_field(field: &'a Text, sources: &Sources) -> Self {
        let written = sources.slice(field.span);
        let mut places = source::align(&field.value, written);
        let last =
            field.value.len() - field.value.chars().last().map_or(0, char::len_utf8);
        let end = places[last] + first_character(&written[places[last]..]);
        places[field.value.len()] = end;
        for place in &mut places {
            *place += field.span.start;
        }
        Self {
            text: Cow::Borrowed(&field.value),
            file: field.span.file,
            places: Places::Each(places),
        }
    }

    /// The place in the file of a range of the text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(self.text.floor_char_boundary(range.start));
        let end = self.place(self.text.ceil_char_boundary(range.end));
        Span::new(self.file, start..end.max(start))
    }

    /// The text in a range, clipped to character boundaries.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end).max(start);
        &self.text[start..end]
    }

    /// The fragment with some changes, which are in order and do not overlap.
    pub(super) fn edited(&self, edits: &[Edit]) -> Fragment<'static> {
        let mut text = String::with_capacity(self.text.len() + edits.len());
        let mut places = Vec::with_capacity(self.text.len() + edits.len() + 1);
        let mut done = 0;
        for edit in edits {
            text.push_str(&self.text[done..edit.range.start]);
            places.extend((done..edit.range.start).map(|offset| self.place(offset)));
            text.push_str(&edit.with);
            let here = self.place(edit.range.start);
            places.extend(std::iter::repeat_n(here, edit.with.len()));
            done = edit.range.end;
        }
        text.push_str(&self.text[done..]);
        places.extend((done..=self.text.len()).map(|offset| self.place(offset)));
        Fragment { text: Cow::Owned(text), file: self.file, places: Places::Each(places) }
    }

    fn place(&self, offset: usize) -> usize {
        match &self.places {
            Places::From(start) => start + offset,
            Places::Each(places) => places[offset],
        }
    }
}

/// The length of the first character with its combining marks.
fn first_character(text: &str) -> usize {
    let mut rest = text.char_indices().skip(1).skip_while(|(_, c)| is_combining_mark(*c));
    rest.next().map_or(text.len(), |(offset, _)| offset)
}

//! `Fragment`: a text to be read as Markdown, and where each byte of it stands in the file.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::document::Text;
use crate::source::{self, FileId, Sources, Span};

/// A text to be read as Markdown: the body, a field's value, or either of them without its
/// comments, or as `pieces::canonical` writes it down.
pub(super) struct Fragment<'a> {
    /// The text as Markdown sees it.
    pub(super) text: Cow<'a, str>,
    file: FileId,
    places: Places,
    /// Whether it is the body of a file, and no field of its front matter.
    is_body: bool,
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
        Self { text, file: span.file, places: Places::From(start), is_body: true }
    }

    /// The value of a field, which YAML may have unquoted, unescaped or folded.
    pub(super) fn of_field(field: &'a Text, sources: &Sources) -> Self {
        let written = sources.slice(field.span);
        let mut places = source::offset_map(&field.value, written);
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
            is_body: false,
        }
    }

    /// Whether a range stands in the body of the file just so, without a comment in it.
    pub(super) fn is_verbatim(&self, range: Range<usize>) -> bool {
        let length = self.place(range.end) - self.place(range.start);
        self.is_body && length == range.len()
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
        let mut rewrite = Rewrite::of(self);
        rewrite.copy(0..self.text.len(), edits);
        let cut = edits.last().filter(|edit| edit.range.end == self.text.len());
        rewrite.finish(cut.map_or(self.text.len(), |edit| edit.range.start))
    }

    /// The place in the file of an offset of the text.
    fn place(&self, offset: usize) -> usize {
        match &self.places {
            Places::From(start) => start + offset,
            Places::Each(places) => places[offset],
        }
    }
}

/// A fragment that is written anew, piece by piece.
pub(super) struct Rewrite<'f> {
    fragment: &'f Fragment<'f>,
    text: String,
    places: Vec<usize>,
}

impl<'f> Rewrite<'f> {
    /// Starts anew, with nothing written.
    pub(super) fn of(fragment: &'f Fragment<'f>) -> Self {
        let length = fragment.text.len();
        let (text, places) = (String::with_capacity(length), Vec::with_capacity(length));
        Self { fragment, text, places }
    }

    /// How much is written.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Writes what stands at no place of its own, in front of the offset `at`.
    pub(super) fn put(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        self.places.extend(std::iter::repeat_n(self.fragment.place(at), text.len()));
    }

    /// Writes a stretch of the fragment with those of the changes, which are in order and do not
    /// overlap, that lie in it.
    pub(super) fn copy(&mut self, range: Range<usize>, edits: &[Edit]) {
        let first = edits.partition_point(|edit| edit.range.start < range.start);
        let mut done = range.start;
        for edit in edits[first..].iter().take_while(|edit| edit.range.end <= range.end) {
            self.take(done..edit.range.start);
            self.put(&edit.with, edit.range.start);
            done = edit.range.end;
        }
        self.take(done..range.end);
    }

    /// Copies a stretch of the fragment as it is.
    fn take(&mut self, range: Range<usize>) {
        self.text.push_str(&self.fragment.text[range.clone()]);
        self.places.extend(range.map(|offset| self.fragment.place(offset)));
    }

    /// The new fragment; its end stands at the offset `end` of the old one.
    pub(super) fn finish(mut self, end: usize) -> Fragment<'static> {
        self.places.push(self.fragment.place(end));
        Fragment {
            text: Cow::Owned(self.text),
            file: self.fragment.file,
            places: Places::Each(self.places),
            is_body: self.fragment.is_body,
        }
    }
}

/// The length of the first character with its combining marks.
fn first_character(text: &str) -> usize {
    let mut rest = text.char_indices().skip(1).skip_while(|(_, c)| is_combining_mark(*c));
    rest.next().map_or(text.len(), |(offset, _)| offset)
}

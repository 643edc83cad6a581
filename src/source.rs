//! Where things are: a file's text, its lines, and `Span`s into it. Imports nothing of ours.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// One file among the [`Sources`] of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(u16);

impl FileId {
    /// The number that stands for the file in a serialised span.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The file with this number.
    #[must_use]
    pub fn from_number(number: u16) -> Self {
        Self(number)
    }
}

/// A byte range of the text that the user sees, in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes `range` of `file`.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, start: range.start, end: range.end }
    }

    /// The byte range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// From the start of `self` to the end of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { file: self.file, start: self.start, end: other.end.max(self.start) }
    }
}

/// Line and column, both from 1; columns count characters as the user sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters (a base letter with its combining marks is one), from 1.
    pub column: usize,
}

/// Why bytes are not a text that can be read; offsets are in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingFault {
    /// The bytes are UTF-16 (a byte order mark says so, or every other byte is zero).
    Utf16,
    /// A zero byte in the text.
    Nul {
        /// Where it stands.
        offset: usize,
    },
    /// Bytes that are no UTF-8.
    NotUtf8 {
        /// Where the first of them stands.
        offset: usize,
    },
}

impl EncodingFault {
    /// The bytes to point at.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        match self {
            Self::Utf16 => 0..0,
            Self::Nul { offset } | Self::NotUtf8 { offset } => offset..offset + 1,
        }
    }
}

const BOM: char = '\u{feff}';

/// The text of one file and the starts of its lines.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// A source from a name (as shown to the user) and its text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(
                text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1),
            )
            .collect();
        Self { name: name.into(), text, line_starts }
    }

    /// Reads `bytes` as UTF-8. A fault comes with the text as far as it can be shown, so
    /// that the place can still be pointed at.
    #[must_use]
    pub fn decode(
        name: impl Into<String>,
        bytes: Vec<u8>,
    ) -> (Self, Option<EncodingFault>) {
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return (Self::new(name, ""), Some(EncodingFault::Utf16));
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                let fault = text.find('\0').map(|offset| {
                    let zeros = text.bytes().take(200).filter(|b| *b == 0).count();
                    let wide = zeros * 3 > text.len().min(200);
                    if wide {
                        EncodingFault::Utf16
                    } else {
                        EncodingFault::Nul { offset }
                    }
                });
                (Self::new(name, text), fault)
            }
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                (Self::new(name, text), Some(EncodingFault::NotUtf8 { offset }))
            }
        }
    }

    /// The name under which the user knows the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, with the byte order mark if the file has one.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the text proper starts: after a byte order mark.
    #[must_use]
    pub fn start(&self) -> usize {
        if self.text.starts_with(BOM) { BOM.len_utf8() } else { 0 }
    }

    /// The text in `range`, clipped to the file and to character boundaries.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &str {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end).max(start);
        &self.text[start..end]
    }

    /// The line and column of a byte offset.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let before = &self.text[self.line_starts[line - 1]..offset];
        Position { line, column: before.trim_start_matches(BOM).nfc().count() + 1 }
    }

    /// The byte offset of a line and a column, both from 1, the column in code points.
    #[must_use]
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let index = line.saturating_sub(1).min(self.line_starts.len() - 1);
        let start = self.line_starts[index];
        let rest = &self.text[start..];
        rest.char_indices()
            .take_while(|(_, c)| *c != '\n')
            .nth(column.saturating_sub(1))
            .map_or_else(
                || start + rest.find('\n').unwrap_or(rest.len()),
                |(i, _)| start + i,
            )
    }

    /// The text of a line (from 1) without its line end.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        self.line_range(line).map_or("", |range| &self.text[range])
    }

    /// The bytes of a line (from 1) without its line end; `None` past the last line.
    #[must_use]
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.line_starts.get(line.checked_sub(1)?)?;
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| next - 1);
        let end = start + self.text[start..end].trim_end_matches('\r').len();
        Some(start..end)
    }

    /// How many lines the text has.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }
}

/// The files of one run.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Takes a file in.
    ///
    /// # Panics
    /// With more than 65,535 files in one run of one document.
    pub fn add(&mut self, source: Source) -> FileId {
        let id = u16::try_from(self.0.len()).expect("a document has a handful of files");
        self.0.push(source);
        FileId(id)
    }

    /// The file behind an id that [`Sources::add`] gave.
    #[must_use]
    pub fn get(&self, id: FileId) -> &Source {
        &self.0[usize::from(id.0)]
    }

    /// The text under a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).slice(span.range())
    }
}

/// Finds for every byte of `value` the byte of `written` that it came from, where `value` is
/// what a parser made of `written`: normalised to NFC, unescaped, dedented, lines folded.
///
/// The result has `value.len() + 1` entries, non-decreasing, the last being `written.len()`.
#[must_use]
pub fn align(value: &str, written: &str) -> Vec<usize> {
    let mut map = Vec::with_capacity(value.len() + 1);
    if value == written {
        map.extend(0..=written.len());
        return map;
    }
    let mut rest = written.char_indices().peekable();
    for c in value.chars() {
        let mut here = rest.peek().map_or(written.len(), |(i, _)| *i);
        if rest.clone().take(LOOK_AHEAD).any(|(_, w)| begins(c, w)) {
            while let Some((i, w)) = rest.next_if(|(_, w)| !begins(c, *w)) {
                let _ = w;
                here = i + w.len_utf8();
            }
            here = rest.next().map_or(here, |(i, _)| i);
            while rest.next_if(|(_, w)| is_mark_of(c, *w)).is_some() {}
        }
        map.extend(std::iter::repeat_n(here, c.len_utf8()));
    }
    map.push(written.len());
    map
}

/// How far `align` looks for a character that the parser may have skipped to.
const LOOK_AHEAD: usize = 64;

/// Whether the written character `w` starts the composed character `c`.
fn begins(c: char, w: char) -> bool {
    if c == w || (c.is_whitespace() && w.is_whitespace()) {
        return true;
    }
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    let mut written = None;
    decompose_canonical(w, |part| written = written.or(Some(part)));
    first == written
}

/// Whether the written character `w` is a combining mark that went into `c`.
fn is_mark_of(c: char, w: char) -> bool {
    if !unicode_normalization::char::is_combining_mark(w) || c == w {
        return false;
    }
    let mut found = false;
    decompose_canonical(c, |part| found |= part == w);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_in_both_normal_forms() {
        for text in ["Số: ký", "So\u{302}\u{301}: ky\u{301}"] {
            let source = Source::new("a.md", format!("\u{feff}{text}\r\n{text}"));
            let at = source.text().find('k').unwrap();
            assert_eq!(source.position(at), Position { line: 1, column: 5 });
            let at = source.text().rfind('k').unwrap();
            assert_eq!(source.position(at), Position { line: 2, column: 5 });
        }
    }

    #[test]
    fn alignment_survives_composition_escapes_and_folding() {
        let written = "\"So\u{302}\u{301} \\\"a\\\"\n   b\"";
        let value = "Số \"a\" b";
        let map = align(value, written);
        assert_eq!(map.len(), value.len() + 1);
        let at = |c: char| map[value.find(c).unwrap()];
        assert_eq!(at('S'), written.find('S').unwrap());
        assert_eq!(at('ố'), written.find('o').unwrap());
        assert_eq!(at('a'), written.find('a').unwrap());
        assert_eq!(at('b'), written.rfind('b').unwrap());
        assert!(map.is_sorted());
    }

    #[test]
    fn lines_and_offsets_agree() {
        let source = Source::new("a.md", "một\r\nhai\n");
        assert_eq!(source.line(1), "một");
        assert_eq!(source.line(2), "hai");
        assert_eq!(source.offset(2, 2), source.text().find("ai").unwrap());
        assert_eq!(source.slice(0..usize::MAX), source.text());
    }
}

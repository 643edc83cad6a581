//! `Lines`: places in a text as editors count them, by lines and columns in the units agreed on.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The units of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// What every editor knows: a letter outside the basic plane counts twice.
    #[default]
    Utf16,
}

impl Encoding {
    /// Its name in the protocol.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
        }
    }

    /// How many units a text takes.
    fn length(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
        }
    }
}

/// A line and a column, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) character: usize,
}

/// From one place to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TextRange {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// A text and the starts of its lines.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'a> Lines<'a> {
    /// The lines of a text. To editors a carriage return alone ends one, too.
    pub(super) fn new(text: &'a str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let behind = (0..bytes.len()).filter(ends).map(|at| at + 1);
        let starts = std::iter::once(0).chain(behind).collect();
        Self { text, starts, encoding }
    }

    /// Where a byte stands; one past the end of a line stands at the end.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let range = self.line(line);
        let before = &self.text[range.start..offset.min(range.end)];
        Position { line, character: self.encoding.length(before) }
    }

    /// The byte at a place; one past the end of a line is the end.
    pub(super) fn offset(&self, place: Position) -> usize {
        let range = self.line(place.line);
        let mut left = place.character;
        for (at, c) in self.text[range.clone()].char_indices() {
            let mut own = [0; 4];
            let length = self.encoding.length(c.encode_utf8(&mut own));
            if left < length {
                return range.start + at;
            }
            left -= length;
        }
        range.end
    }

    /// A piece of the text.
    pub(super) fn range(&self, range: Range<usize>) -> TextRange {
        let (start, end) = (range.start, range.end.max(range.start));
        TextRange { start: self.position(start), end: self.position(end) }
    }

    /// The bytes of a piece.
    pub(super) fn bytes(&self, range: TextRange) -> Range<usize> {
        let start = self.offset(range.start);
        start..self.offset(range.end).max(start)
    }

    /// The bytes of a line without its end; past the last line nothing at the end of the text.
    fn line(&self, line: usize) -> Range<usize> {
        let length = self.text.len();
        let Some(start) = self.starts.get(line).copied() else { return length..length };
        let end = self.starts.get(line + 1).copied().unwrap_or(length);
        let text = &self.text[start..end];
        let own = text.strip_suffix('\n').unwrap_or(text);
        let own = own.strip_suffix('\r').unwrap_or(own);
        start..start + own.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_units_of_the_encoding() {
        let text = "số\r\nso\u{302}\u{301} 😀b\rc\n";
        let at = text.find('b').unwrap();
        let (utf8, utf16) = (Encoding::Utf8, Encoding::Utf16);
        for (encoding, column) in [(utf8, 11), (utf16, 7)] {
            let lines = Lines::new(text, encoding);
            let place = Position { line: 1, character: column };
            assert_eq!(lines.position(at), place, "{encoding:?}");
            assert_eq!(lines.offset(place), at);
            // The middle of a letter is its start, the line end belongs to no column.
            let inside = Position { line: 1, character: column - 1 };
            assert_eq!(lines.offset(inside), text.find('😀').unwrap());
            assert_eq!(
                lines.position(text.find('\n').unwrap()).character,
                "số".len().min(if encoding == utf8 { 5 } else { 2 })
            );
            let past = Position { line: 0, character: 99 };
            assert_eq!(lines.offset(past), text.find('\r').unwrap());
            assert_eq!(lines.position(text.find('c').unwrap()).line, 2);
            assert_eq!(lines.offset(Position { line: 9, character: 9 }), text.len());
        }
    }

    #[test]
    fn every_letter_is_found_again() {
        let text = "a\u{302}😀\n\nkết\u{200d}luận\r\n\u{feff}x\r";
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let lines = Lines::new(text, encoding);
            for (at, c) in text.char_indices() {
                let found = lines.offset(lines.position(at));
                let wanted =
                    if c == '\n' && text[..at].ends_with('\r') { at - 1 } else { at };
                assert_eq!(found, wanted, "{encoding:?} {at}");
            }
        }
    }
}

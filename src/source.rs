//! Where things are: a file's text, its lines, and `Span`s into it. Imports nothing of ours.

mod characters;
mod encoding;
mod foreign;
mod legacy;
mod letters;
mod offset_map;
mod rows;

use std::ops::Range;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use characters::{
    is_alphabetic, is_alphanumeric, is_small, is_uppercase, letters_at_start, lowercase,
    lowercase_in_place,
};
pub use encoding::EncodingFault;
pub use foreign::Foreign;
pub use legacy::{Legacy, legacy_word};
pub use letters::{as_composed, composed, is_unseen, letter};
pub use offset_map::offset_map;
pub use rows::{RowValue, Rows, is_unused_column, lost_letters, rows};

/// One file among the [`Sources`] of a run.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
)]
pub struct FileId(u16);

impl FileId {
    /// The document itself: the first file of its run. The office's defaults, the templates and
    /// the words of the command line come behind it.
    pub const DOCUMENT: Self = Self(0);

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
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
)]
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

const BOM: char = '\u{feff}';

/// The text of one file and the starts of its lines.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    /// Built when a place is asked for: the files of templates are many, and of most of them none is.
    line_starts: OnceLock<Vec<usize>>,
    milestones: OnceLock<Vec<Milestone>>,
}

/// A place in a long line and how many characters of the line stand before it.
#[derive(Debug, Clone, Copy)]
struct Milestone {
    offset: usize,
    characters: usize,
}

/// How far milestones stand apart, in bytes: a hostile line may have megabytes.
const MILE: usize = 1024;

impl Source {
    /// A source from a name (as shown to the user) and its text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let (line_starts, milestones) = (OnceLock::new(), OnceLock::new());
        Self { name: name.into(), text: text.into(), line_starts, milestones }
    }

    /// Where its lines start.
    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let behind = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(behind).collect()
        })
    }

    /// Most bytes that a file may have.
    pub const LIMIT: usize = encoding::LIMIT;

    /// Reads `bytes` as UTF-8. A fault comes with the text as far as it can be shown, so
    /// that the place can still be pointed at.
    #[must_use]
    pub fn decode(name: impl Into<String>, bytes: Vec<u8>) -> (Self, Vec<EncodingFault>) {
        let (text, faults) = encoding::read(bytes);
        (Self::new(name, text), faults)
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

    /// A span of this file that cuts no character in two.
    #[must_use]
    pub fn whole_characters(&self, span: Span) -> Span {
        let start = self.text.floor_char_boundary(span.start);
        Span { start, end: self.text.ceil_char_boundary(span.end), ..span }
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
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let start = self.line_starts()[line - 1];
        let milestones = self.milestones.get_or_init(|| self.milestones());
        let passed = milestones.partition_point(|milestone| milestone.offset <= offset);
        let last = passed.checked_sub(1).map(|index| milestones[index]);
        let before = match last.filter(|last| last.offset > start) {
            Some(last) => last.characters + characters(&self.text[last.offset..offset]),
            None => characters(self.text[start..offset].trim_start_matches(BOM)),
        };
        Position { line, column: before + 1 }
    }

    /// The milestones of all lines that are long enough to have some.
    fn milestones(&self) -> Vec<Milestone> {
        let ends = self.line_starts().iter().skip(1).copied().chain([self.text.len()]);
        let lines = self.line_starts().iter().copied().zip(ends);
        let mut found = Vec::new();
        for (start, end) in lines.filter(|(start, end)| end - start > MILE) {
            let mut last = Milestone { offset: start, characters: 0 };
            for (at, c) in self.text[start..end].char_indices() {
                let offset = start + at;
                if offset - last.offset >= MILE && begins_character(c) {
                    let passed = self.text[last.offset..offset].trim_start_matches(BOM);
                    let characters = last.characters + characters(passed);
                    last = Milestone { offset, characters };
                    found.push(last);
                }
            }
        }
        found
    }

    /// The byte offset of a line and a column, both from 1, the column in code points.
    #[must_use]
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let index = line.saturating_sub(1).min(self.line_starts().len() - 1);
        let start = self.line_starts()[index];
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
        let start = *self.line_starts().get(line.checked_sub(1)?)?;
        let end = self.line_starts().get(line).map_or(self.text.len(), |next| next - 1);
        let end = start + self.text[start..end].trim_end_matches('\r').len();
        Some(start..end)
    }

    /// How many lines the text has.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }
}

/// How many characters the user sees.
fn characters(text: &str) -> usize {
    // Most texts are composed already, which their bytes tell.
    if letters::are_usual(text) { text.chars().count() } else { text.nfc().count() }
}

/// Whether a character never joins the one before it.
fn begins_character(c: char) -> bool {
    let alone = is_nfc_quick(std::iter::once(c));
    alone == IsNormalized::Yes && canonical_combining_class(c) == 0
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

    /// Puts a file in the place of the one behind an id.
    pub fn replace(&mut self, id: FileId, source: Source) {
        self.0[usize::from(id.0)] = source;
    }

    /// The file behind an id that [`Sources::add`] gave.
    #[must_use]
    pub fn get(&self, id: FileId) -> &Source {
        &self.0[usize::from(id.0)]
    }

    /// All files, in the order of their numbers.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }

    /// The text under a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).slice(span.range())
    }
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
    fn columns_of_long_lines_are_counted_from_milestones() {
        let line = "\u{feff}so\u{302}\u{301} ký e\u{323}\u{302} ".repeat(400);
        let source = Source::new("a.md", format!("a\n{line}\n{line}b"));
        assert!(!source.milestones().is_empty());
        for start in [2, 3 + line.len()] {
            for (at, _) in line.char_indices().step_by(97) {
                let before = line[..at].trim_start_matches(BOM);
                let column = source.position(start + at).column;
                assert_eq!(column, before.nfc().count() + 1, "{at}");
            }
        }
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

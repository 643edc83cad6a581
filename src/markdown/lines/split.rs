//! The lines of a text as they were typed: what encloses each, how far it is set in, where it ends.

mod cursor;
mod notes;
mod quotations;

use std::ops::Range;

use self::cursor::Cursor;
use super::blanks::is_blank;
use super::line::{Enclosure, Ending, Line, LineEnds};
use crate::diagnostic::Diagnostics;
use crate::markdown::dialect::{MAX_QUOTATIONS, report_depth};
use crate::markdown::fragment::Fragment;
use crate::source::is_unseen;

/// How far the text of a footnote is set in, in columns.
const NOTE_INDENT: usize = 4;

/// The lines of a text, in their order.
pub(crate) fn split(fragment: &Fragment<'_>, diagnostics: &mut Diagnostics) -> Vec<Line> {
    let mut splitter = Splitter {
        fragment,
        text: &fragment.text,
        note: None,
        notes: 0,
        fence: None,
        too_deep: None,
    };
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    for whole in LineEnds(&fragment.text) {
        let line = splitter.line(start..start + whole, lines.last(), diagnostics);
        start += whole;
        if !parts_what_is_parted(&line, &lines) {
            lines.push(line);
        }
    }
    lines
}

/// Whether a line is empty behind two others that are: a file of some megabytes may be nothing but
/// such lines.
fn parts_what_is_parted(line: &Line, before: &[Line]) -> bool {
    let is_such = |other: &Line| {
        other.is_blank() && !other.fenced && other.enclosure == line.enclosure
    };
    is_such(line) && matches!(before, [.., one, other] if is_such(one) && is_such(other))
}

/// What the lines before decide about the next one.
struct Splitter<'a> {
    fragment: &'a Fragment<'a>,
    text: &'a str,
    /// The footnote that may go on, and the quotations around it.
    note: Option<(usize, usize)>,
    /// How many footnotes there were.
    notes: usize,
    /// The fence that is open.
    fence: Option<Fence>,
    /// The `>` of this line that opens one quotation too many.
    too_deep: Option<usize>,
}

/// The start of lines that are printed as they are.
#[derive(Clone)]
struct Fence {
    mark: char,
    length: usize,
    enclosure: Enclosure,
}

impl Splitter<'_> {
    /// Reads a line, `whole` with its end, below the line `before`.
    fn line(
        &mut self,
        whole: Range<usize>,
        before: Option<&Line>,
        diagnostics: &mut Diagnostics,
    ) -> Line {
        let end =
            whole.start + self.text[whole.clone()].trim_end_matches(['\n', '\r']).len();
        let mut cursor = Cursor { text: self.text, at: whole.start, end, column: 0 };
        let mut enclosure = Enclosure {
            outer: self.quotations(&mut cursor, before),
            ..Enclosure::default()
        };
        let mut definition = None;
        if cursor.rest_is_blank() {
            enclosure.note = self
                .note
                .filter(|(_, outer)| *outer == enclosure.outer)
                .map(|(note, _)| note);
        } else if self.goes_on_in_note(&cursor, enclosure.outer, before) {
            enclosure.note = self.note.map(|(note, _)| note);
            cursor.indent(NOTE_INDENT);
            enclosure.inner = self.quotations(
                &mut cursor,
                before.filter(|line| line.enclosure.note == enclosure.note),
            );
        } else {
            self.note = None;
            definition = self.definition(&mut cursor);
            if definition.is_some() {
                enclosure.note = Some(self.notes);
                self.note = Some((self.notes, enclosure.outer));
                self.notes += 1;
            }
        }
        if let Some(at) = self.too_deep.take() {
            report_depth(MAX_QUOTATIONS, self.fragment.span(at..at + 1), diagnostics);
            cursor.at = end;
            enclosure = Enclosure { outer: MAX_QUOTATIONS, ..Enclosure::default() };
        }
        self.finish(cursor, enclosure, definition)
    }

    /// Makes a line of what stands behind the cursor.
    fn finish(
        &mut self,
        mut cursor: Cursor<'_>,
        enclosure: Enclosure,
        definition: Option<Range<usize>>,
    ) -> Line {
        let raw = cursor.at..cursor.end;
        let raw_column = cursor.column;
        cursor.skip_blanks();
        let slice = &self.text[cursor.at..cursor.end];
        let trimmed = slice.trim_end_matches(|c| is_blank(c) || is_unseen(c));
        let text = cursor.at..cursor.at + trimmed.len();
        // `\\` at the end is a backslash to print.
        let slashes = trimmed.len() - trimmed.trim_end_matches('\\').len();
        let ending = if slashes % 2 == 1 {
            Ending::Backslash
        } else if slice.len() > trimmed.len() && slice.ends_with("  ") {
            Ending::Blanks
        } else {
            Ending::Plain
        };
        let mut line = Line {
            text,
            column: cursor.column,
            enclosure,
            definition,
            fenced: false,
            ending,
        };
        line.fenced = self.fenced(&line);
        if line.fenced {
            line.text = raw;
            line.column = raw_column;
            line.ending = Ending::Plain;
        }
        line
    }

    /// Whether a line stands between fences; opens and closes them.
    fn fenced(&mut self, line: &Line) -> bool {
        let slice = &self.text[line.text.clone()];
        if let Some(fence) = &self.fence {
            if fence.enclosure != line.enclosure {
                self.fence = None;
                return self.fenced(line);
            }
            let closes =
                slice.len() >= fence.length && slice.chars().all(|c| c == fence.mark);
            if closes {
                self.fence = None;
            }
            return true;
        }
        let mark = slice.chars().next().filter(|c| matches!(c, '`' | '~'));
        let Some(mark) = mark else { return false };
        let length = slice.len() - slice.trim_start_matches(mark).len();
        // Behind a fence stands the name of a language at the most: `~~~ ghi chú` is text.
        let word = |c: char| c.is_ascii_alphanumeric() || "+-#.".contains(c);
        let opens = length >= 3 && slice[length..].trim().chars().all(word);
        if opens {
            self.fence = Some(Fence { mark, length, enclosure: line.enclosure });
        }
        opens
    }
}

//! The lines of a text as they were typed: what encloses each, how far it is set in, where it ends.

mod cursor;

use std::ops::Range;

use self::cursor::Cursor;
use super::blanks::{is_blank, is_zero_width};
use super::words::ends_sentence;
use crate::diagnostic::Diagnostics;
use crate::markdown::dialect::MAX_QUOTATIONS;
use crate::markdown::dialect::report_depth;
use crate::markdown::fragment::Fragment;

/// A line of a text.
#[derive(Clone)]
pub(crate) struct Line {
    /// Its text, without what encloses it and without the blanks on both sides.
    pub(crate) text: Range<usize>,
    /// The column in which the text starts, counted from 0 within what encloses it.
    pub(crate) column: usize,
    /// What encloses it.
    pub(crate) within: Within,
    /// The name that a footnote is defined under in this line, with its brackets: `[^1]:`.
    pub(crate) definition: Option<Range<usize>>,
    /// Whether it stands between fences, or is one.
    pub(crate) fenced: bool,
    /// Whether two blanks or a `\` at its end ask for a line break.
    pub(crate) ending: Ending,
}

/// How a line ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ending {
    /// As lines do.
    Plain,
    /// In two blanks, which ask for a line break.
    Blanks,
    /// In a `\` that asks for a line break.
    Backslash,
}

/// What encloses a line: quotations, a footnote in them, quotations in that.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Within {
    /// How many quotations.
    pub(crate) outer: usize,
    /// The footnote, by the count of those before it.
    pub(crate) note: Option<usize>,
    /// How many quotations in the footnote.
    pub(crate) inner: usize,
}

impl Within {
    /// What Markdown wants at the start of a line that is so enclosed.
    pub(crate) fn prefix(self) -> String {
        let indentation = if self.note.is_some() { "    " } else { "" };
        "> ".repeat(self.outer) + indentation + &"> ".repeat(self.inner)
    }
}

impl Line {
    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.is_empty() && self.definition.is_none()
    }
}

/// The narrowest text that is wrapped by hand or by a program, in columns.
pub(crate) const NARROWEST: usize = 50;

/// The widest such text, in columns.
pub(crate) const WIDEST: usize = 130;

/// How far the text of a footnote is set in, in columns.
const NOTE: usize = 4;

/// The lines of a text, in their order.
pub(crate) fn split(fragment: &Fragment<'_>, found: &mut Diagnostics) -> Vec<Line> {
    let mut reading = Reading {
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
        let line = reading.line(start..start + whole, lines.last(), found);
        lines.push(line);
        start += whole;
    }
    lines
}

/// The lengths of lines with their ends: `\n`, `\r\n`, `\r`.
pub(crate) struct LineEnds<'a>(pub(crate) &'a str);

impl Iterator for LineEnds<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.0.is_empty() {
            return None;
        }
        let length = match self.0.find(['\n', '\r']) {
            None => self.0.len(),
            Some(at) if self.0[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
        };
        self.0 = &self.0[length..];
        Some(length)
    }
}

/// What the lines before decide about the next one.
struct Reading<'a> {
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
    within: Within,
}

impl Reading<'_> {
    fn line(
        &mut self,
        whole: Range<usize>,
        before: Option<&Line>,
        found: &mut Diagnostics,
    ) -> Line {
        let end =
            whole.start + self.text[whole.clone()].trim_end_matches(['\n', '\r']).len();
        let mut cursor = Cursor { text: self.text, at: whole.start, end, column: 0 };
        let mut within =
            Within { outer: self.quotations(&mut cursor, before), ..Within::default() };
        let mut definition = None;
        if cursor.rest_is_blank() {
            within.note = self
                .note
                .filter(|(_, outer)| *outer == within.outer)
                .map(|(note, _)| note);
        } else if self.goes_on_in_note(&cursor, within.outer, before) {
            within.note = self.note.map(|(note, _)| note);
            cursor.indent(NOTE);
            within.inner = self.quotations(
                &mut cursor,
                before.filter(|line| line.within.note == within.note),
            );
        } else {
            self.note = None;
            definition = self.definition(&mut cursor);
            if definition.is_some() {
                within.note = Some(self.notes);
                self.note = Some((self.notes, within.outer));
                self.notes += 1;
            }
        }
        if let Some(at) = self.too_deep.take() {
            report_depth(MAX_QUOTATIONS, self.fragment.span(at..at + 1), found);
            cursor.at = end;
            within = Within { outer: MAX_QUOTATIONS, ..Within::default() };
        }
        self.finish(cursor, within, definition)
    }

    fn finish(
        &mut self,
        mut cursor: Cursor<'_>,
        within: Within,
        definition: Option<Range<usize>>,
    ) -> Line {
        let raw = cursor.at..cursor.end;
        let raw_column = cursor.column;
        cursor.skip_blanks();
        let slice = &self.text[cursor.at..cursor.end];
        let trimmed = slice.trim_end_matches(|c| is_blank(c) || is_zero_width(c));
        let text = cursor.at..cursor.at + trimmed.len();
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
            within,
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
            if fence.within != line.within {
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
            self.fence = Some(Fence { mark, length, within: line.within });
        }
        opens
    }

    /// Takes the `>` of quotations off a line, and counts them. A `>` in the middle of a sentence
    /// that was broken before it, or before a digit or `=`, is a sign: `dưới 1% hoặc⏎> 5%`; a
    /// quotation right below a line of text starts with a capital.
    fn quotations(&mut self, cursor: &mut Cursor<'_>, before: Option<&Line>) -> usize {
        let open =
            self.fence.as_ref().map(|fence| fence.within.outer + fence.within.inner);
        let mut count = 0;
        while open.is_none_or(|open| count < open) {
            let mut next = *cursor;
            next.skip_blanks();
            let rest = &self.text[next.at..next.end];
            let Some(behind) = rest.strip_prefix('>') else { break };
            let sign = count == 0 && self.is_sign(behind, before);
            if sign {
                break;
            }
            next.at += 1;
            next.column = 0;
            if count == MAX_QUOTATIONS {
                self.too_deep = Some(next.at - 1);
                break;
            }
            if self.text[next.at..next.end].starts_with(' ') {
                next.at += 1;
            }
            *cursor = next;
            count += 1;
        }
        count
    }

    fn is_sign(&self, behind: &str, before: Option<&Line>) -> bool {
        let signs = |c: char| c.is_ascii_digit() || c == '=';
        if behind.starts_with(signs) {
            return true;
        }
        let first = behind.chars().find(|c| !is_blank(*c)).unwrap_or('>');
        before.is_some_and(|line| {
            let quoted = line.within.outer + line.within.inner > 0;
            let words = self.text[line.text.clone()].trim_end_matches(['*', '_']);
            let above =
                !line.is_blank() && !words.starts_with('#') && !words.ends_with(':');
            let goes_on = if ends_sentence(words) {
                signs(first) || first.is_lowercase()
            } else {
                let opens =
                    first.is_uppercase() || matches!(first, '“' | '"' | '‘' | '>');
                !opens || words.chars().count() >= NARROWEST
            };
            !quoted && !line.fenced && above && goes_on
        })
    }

    /// Whether a line goes on with the footnote before it: it is set in, or goes on in the middle
    /// of a sentence.
    fn goes_on_in_note(
        &self,
        cursor: &Cursor<'_>,
        outer: usize,
        before: Option<&Line>,
    ) -> bool {
        let Some((note, quoted)) = self.note else { return false };
        if quoted != outer {
            return false;
        }
        if self.fence.as_ref().is_some_and(|fence| fence.within.note == Some(note)) {
            return true;
        }
        let mut next = *cursor;
        next.skip_blanks();
        if next.column >= NOTE {
            return true;
        }
        let starts_block = self.text[next.at..next.end].starts_with(['#', '|', '>', '[']);
        before.is_some_and(|line| {
            line.within.note == Some(note)
                && !line.is_blank()
                && !starts_block
                && !ends_sentence(
                    self.text[line.text.clone()].trim_end_matches(['*', '_']),
                )
        })
    }

    /// Takes the start of a footnote off a line: `[^1]:`.
    fn definition(&self, cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
        if self.fence.is_some() {
            return None;
        }
        let mut next = *cursor;
        next.skip_blanks();
        let rest = &self.text[next.at..next.end];
        let (name, _) = rest.strip_prefix("[^")?.split_once("]:")?;
        let fits = !name.is_empty() && !name.contains(['[', ']', '^', ' ', '\t']);
        let range = next.at..next.at + "[^]:".len() + name.len();
        next.at = range.end;
        next.column = 0;
        *cursor = if fits { next } else { return None };
        Some(range)
    }
}

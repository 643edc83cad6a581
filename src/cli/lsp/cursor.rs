//! `Cursor`: where in the YAML somebody types, and what the word there is to become.

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::yaml::{Group, Scanner, key, lines};

/// A place in the YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The names of the fields around it, as typed, the outermost first.
    pub(super) path: Vec<String>,
    /// What may stand there.
    pub(super) at: At,
    /// The word there; empty where nothing is typed yet.
    pub(super) word: Range<usize>,
    /// The group of fields in which it is.
    pub(super) group: Group,
    /// Whether it is in brackets.
    pub(super) brackets: bool,
    /// How far the line is set in, in letters.
    pub(super) column: usize,
    /// Whether a colon follows the word already.
    pub(super) colon: bool,
    /// Whether the word stands right behind a colon or dash, without the blank that belongs
    /// between them.
    pub(super) glued: bool,
}

/// What may stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// The name of a field.
    Key,
    /// A value.
    Value,
    /// An entry of a list: a value, or the first field of a group.
    Entry,
}

impl At {
    /// Whether a name may stand there.
    pub(super) fn takes_key(self) -> bool {
        matches!(self, Self::Key | Self::Entry)
    }

    /// Whether a value may stand there.
    pub(super) fn takes_value(self) -> bool {
        matches!(self, Self::Value | Self::Entry)
    }
}

/// The place of a byte within the YAML of a text; nothing within prose and comments.
pub(super) fn cursor(text: &str, yaml: Range<usize>, offset: usize) -> Option<Cursor> {
    if !(yaml.start..=yaml.end).contains(&offset) {
        return None;
    }
    let mut scanner = Scanner::new(text);
    // Behind the last line end stands an empty line.
    let mut line = yaml.end..yaml.end;
    for next in lines(text, yaml) {
        if offset <= next.end {
            line = next;
            break;
        }
        scanner.line(next);
    }
    if offset < line.start {
        return None;
    }
    Place { text, line, offset, scanner }.find()
}

/// A byte in a line, and what was read before the line.
struct Place<'a> {
    text: &'a str,
    line: Range<usize>,
    offset: usize,
    scanner: Scanner<'a>,
}

impl Place<'_> {
    fn find(mut self) -> Option<Cursor> {
        let start = self.line.start + self.scanner.indent(&self.line);
        let content = self.text[start..self.line.end].trim_end();
        // Behind the blanks of an empty line what they are set in counts.
        let start = start.min(self.offset);
        let column = start - self.line.start;
        if self.is_comment() {
            return None;
        }
        if self.scanner.goes_on_in_brackets(column, content) {
            self.scanner.bracketed(start..self.offset);
            return self.in_brackets();
        }
        let set_in =
            if content.is_empty() { self.offset - self.line.start } else { column };
        if self.scanner.is_prose(set_in, "x") {
            return None;
        }
        let before = &self.text[start..self.offset];
        if before.ends_with('-') && before.trim_start_matches(['-', ' ']).is_empty() {
            // The blank behind a dash is not typed yet.
            return self.behind_dash(start);
        }
        let (at, entry) = self.scanner.dashes(self.line.start, start..self.offset);
        match key(self.text, at..self.offset) {
            Some((name, behind)) => self.behind_colon(at, name, behind),
            None => self.word(at, entry),
        }
    }

    /// The place behind the dash of an entry.
    fn behind_dash(mut self, start: usize) -> Option<Cursor> {
        let (_, entry) = self.scanner.dashes(self.line.start, start..self.offset);
        let word = self.offset..self.offset;
        entry.then(|| Cursor { glued: true, ..self.cursor(At::Entry, word, false) })
    }

    /// The value of a field whose name stands on the same line.
    fn behind_colon(
        mut self,
        at: usize,
        name: Range<usize>,
        behind: usize,
    ) -> Option<Cursor> {
        let column = at - self.line.start;
        self.scanner.enter(column, name, behind..behind);
        let value = self.scanner.trimmed(behind..self.line.end);
        if self.text[value.clone()].starts_with(['|', '>']) {
            return None;
        }
        if self.text[value.clone()].starts_with(['[', '{']) && value.start < self.offset {
            self.scanner.value(value.start..self.offset, column);
            return self.in_brackets();
        }
        let word = value.start.min(self.offset)..value.end.max(self.offset);
        let glued = behind == word.start && behind == self.offset;
        Some(Cursor { glued, ..self.cursor(At::Value, word, false) })
    }

    /// A word at the start of a line or of an entry.
    fn word(mut self, at: usize, entry: bool) -> Option<Cursor> {
        if self.text[at..self.offset].starts_with(['[', '{']) {
            self.scanner.value(at..self.offset, at - self.line.start);
            return self.in_brackets();
        }
        let column = at - self.line.start;
        if !entry {
            self.scanner.leave(column, false);
        }
        let typed = key(self.text, at..self.line.end);
        let end = match &typed {
            Some((name, _)) => name.end,
            None => self.scanner.trimmed(at..self.line.end).end,
        };
        let at_key = if entry && typed.is_none() { At::Entry } else { At::Key };
        Some(self.cursor(at_key, at..end.max(self.offset), typed.is_some()))
    }

    /// A place in brackets.
    fn in_brackets(self) -> Option<Cursor> {
        let (is_name, word) = self.scanner.in_brackets()?;
        // A word that begins on another line is completed from this one on.
        let begins = self.line.start + self.scanner.indent(&self.line);
        let start = word.unwrap_or(self.offset).max(begins.min(self.offset));
        let rest = &self.text[self.offset..self.line.end];
        let end = rest.find([',', ']', '}', '[', '{', ':']).unwrap_or(rest.len());
        let colon = is_name && rest[end..].starts_with(':');
        let end = self.offset + rest[..end].trim_end().len();
        let glued = self.text[..self.offset].ends_with(':');
        let at = if is_name { At::Key } else { At::Value };
        let cursor = self.cursor(at, start..end, colon);
        Some(Cursor { brackets: true, glued, ..cursor })
    }

    fn cursor(&self, at: At, word: Range<usize>, colon: bool) -> Cursor {
        let column = self.text[self.line.start..word.start.max(self.line.start)].len();
        Cursor {
            path: self.scanner.path(),
            at,
            word,
            group: self.scanner.group(),
            brackets: false,
            column,
            colon,
            glued: false,
        }
    }

    /// Whether the place is behind the `#` of a comment.
    fn is_comment(&self) -> bool {
        let before = &self.text[self.line.start..self.offset];
        let mut marks = before.match_indices('#').map(|(at, _)| &before[..at]);
        marks.any(|before| before.trim().is_empty() || before.ends_with([' ', '\t']))
    }
}

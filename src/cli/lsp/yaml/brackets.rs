//! What stands in brackets: fields and lists on one line, or on several.

use std::ops::Range;

use super::{DEEPEST, Field, Scanner, unquoted};

/// A `[` or `{` that is open.
#[derive(Debug, Clone)]
pub(super) struct Bracket {
    is_group: bool,
    pub(super) start: usize,
    /// The field whose value is being read.
    pub(super) name: Option<String>,
    /// Where that value begins, among the fields that were found.
    field: Option<usize>,
    /// Where the word begins that is being read.
    word: Option<usize>,
}

impl Scanner<'_> {
    /// Reads on in brackets.
    pub(in crate::cli::lsp) fn bracketed(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(c) = self.text[at..range.end].chars().next() {
            let next = at + c.len_utf8();
            let behind = &self.text[next..range.end];
            let blank = self.text[..at].ends_with([' ', '\t', '\n', '\r']);
            let free = self.brackets.last().is_none_or(|bracket| bracket.word.is_none());
            at = match c {
                '#' if blank => return,
                '[' | '{' if self.brackets.len() == DEEPEST => {
                    self.deeper += 1;
                    next
                }
                ']' | '}' if self.deeper > 0 => {
                    self.deeper -= 1;
                    next
                }
                _ if self.deeper > 0 => next,
                '[' | '{' if free => {
                    self.open(at, c == '{');
                    next
                }
                ']' | '}' => {
                    self.close(at);
                    if self.brackets.is_empty() {
                        return;
                    }
                    next
                }
                ',' => {
                    self.end_value(at);
                    next
                }
                ':' if self.ends_name(at, behind) => {
                    self.name(at);
                    next
                }
                '"' | '\'' if free => {
                    self.begin_word(at);
                    behind.find(c).map_or(range.end, |end| next + end + 1)
                }
                c if c.is_whitespace() => next,
                _ => {
                    self.begin_word(at);
                    next
                }
            };
        }
    }

    fn open(&mut self, start: usize, is_group: bool) {
        self.begin_word(start);
        self.brackets.push(Bracket {
            is_group,
            start,
            name: None,
            field: None,
            word: None,
        });
    }

    fn close(&mut self, at: usize) {
        self.end_value(at);
        self.brackets.pop();
    }

    fn begin_word(&mut self, at: usize) {
        if let Some(bracket) = self.brackets.last_mut() {
            bracket.word.get_or_insert(at);
        }
    }

    /// A value ends, and with it the field that has it.
    fn end_value(&mut self, at: usize) {
        let Some(bracket) = self.brackets.last_mut() else { return };
        let value = bracket.word.take().map(|start| start..at);
        bracket.name = None;
        let field = bracket.field.take();
        if let (Some(value), Some(field)) = (value, field) {
            self.fields[field].value = self.trimmed(value);
        }
    }

    /// Whether a colon ends the name of a field.
    fn ends_name(&self, at: usize, behind: &str) -> bool {
        let Some(bracket) = self.brackets.last() else { return false };
        let quoted = self.text[..at].ends_with(['"', '\'']);
        let ends =
            behind.is_empty() || behind.starts_with([' ', '\t', ',', ']', '}', '[', '{']);
        bracket.is_group && bracket.name.is_none() && (ends || quoted)
    }

    /// The name of a field ends.
    fn name(&mut self, at: usize) {
        let path = self.path();
        let Some(bracket) = self.brackets.last_mut() else { return };
        let start = bracket.word.take().unwrap_or(at);
        let typed = self.text[start..at].trim_end();
        let name = unquoted(typed).to_owned();
        bracket.name = Some(name.clone());
        bracket.field = Some(self.fields.len());
        let key = start..start + typed.len();
        let group = bracket.start;
        self.fields.push(Field { path, name, key, value: at + 1..at + 1, group });
    }

    /// The innermost open brackets: whether a name comes next, and where the word begins that is
    /// being read.
    pub(in crate::cli::lsp) fn in_brackets(&self) -> Option<(bool, Option<usize>)> {
        let bracket = self.brackets.last()?;
        Some((bracket.is_group && bracket.name.is_none(), bracket.word))
    }
}

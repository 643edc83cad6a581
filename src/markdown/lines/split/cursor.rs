//! A place in a line that moves over what encloses it and how far it is set in.

use crate::markdown::lines::blanks::is_blank;
use crate::source::is_unseen;

/// A place in a line.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// The place.
    pub(super) at: usize,
    /// The end of the line.
    pub(super) end: usize,
    /// The column of the place.
    pub(super) column: usize,
}

impl Cursor<'_> {
    /// Passes over blanks.
    pub(super) fn skip_blanks(&mut self) {
        self.indent(usize::MAX);
    }

    /// Passes over blanks, up to so many columns.
    pub(super) fn indent(&mut self, columns: usize) {
        while self.column < columns
            && let Some(c) = self.text[self.at..self.end].chars().next()
            && (is_blank(c) || is_unseen(c))
        {
            self.at += c.len_utf8();
            self.column += match c {
                '\t' => 4 - self.column % 4,
                c if is_unseen(c) => 0,
                _ => 1,
            };
        }
    }

    /// Whether nothing but blanks comes.
    pub(super) fn rest_is_blank(&self) -> bool {
        self.text[self.at..self.end].chars().all(|c| is_blank(c) || is_unseen(c))
    }
}

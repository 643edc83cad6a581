//! `Line`: a line of a text as it was typed, with what encloses it.

use std::ops::Range;

/// A line of a text.
#[derive(Clone)]
pub(crate) struct Line {
    /// Its text, without what encloses it and without the blanks on both sides.
    pub(crate) text: Range<usize>,
    /// The column in which the text starts, counted from 0 within what encloses it.
    pub(crate) column: usize,
    /// What encloses it.
    pub(crate) enclosure: Enclosure,
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
pub(crate) struct Enclosure {
    /// How many quotations.
    pub(crate) outer: usize,
    /// The footnote, by the count of those before it.
    pub(crate) note: Option<usize>,
    /// How many quotations in the footnote.
    pub(crate) inner: usize,
}

impl Enclosure {
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
pub(crate) const MIN_WRAP: usize = 50;

/// The widest such text, in columns.
pub(crate) const MAX_WRAP: usize = 130;

/// The lengths of lines with their ends: `\n`, `\r\n`, `\r`.
pub(crate) struct LineEnds<'a>(pub(crate) &'a str);

impl Iterator for LineEnds<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.0.is_empty() {
            return None;
        }
        let is_end = |byte: u8| matches!(byte, b'\n' | b'\r');
        let length = match self.0.bytes().position(is_end) {
            None => self.0.len(),
            Some(at) if self.0[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
        };
        self.0 = &self.0[length..];
        Some(length)
    }
}

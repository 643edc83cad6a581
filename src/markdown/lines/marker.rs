//! Characters that stand for marks in canonical text. No user types them: Unicode sets them aside
//! for use within programs.

/// Bold letters start.
pub(crate) const BOLD: char = '\u{fdd0}';
/// Bold letters end.
pub(crate) const BOLD_END: char = '\u{fdd1}';
/// Italic letters start.
pub(crate) const ITALIC: char = '\u{fdd2}';
/// Italic letters end.
pub(crate) const ITALIC_END: char = '\u{fdd3}';
/// The line breaks.
pub(crate) const BREAK: char = '\u{fdd4}';
/// A paragraph starts: nothing behind it is a mark of a block.
pub(crate) const START: char = '\u{fdd5}';
/// A comment stood between two words.
pub(crate) const COMMENT: char = '\u{fdd6}';
/// All of them.
pub(crate) const ALL: [char; 7] =
    [BOLD, BOLD_END, ITALIC, ITALIC_END, BREAK, START, COMMENT];
/// The first byte of each in UTF-8, which few other signs have.
pub(crate) const FIRST: u8 = 0xef;

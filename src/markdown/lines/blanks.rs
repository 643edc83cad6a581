//! Characters that show nothing: blanks and those without any width.

/// Whether a character is a blank within a line: also the no-break ones that Word and Zalo paste.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
}

/// Whether a character takes no room and says nothing at the start or end of a line.
pub(crate) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

//! Characters that show nothing: blanks and those without any width.

/// Whether a character is a blank within a line: also the no-break ones that Word and Zalo paste.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
}

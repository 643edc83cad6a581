//! The letters of a text in one form, whatever keyboard or file they came from. A part of
//! `source`.

use unicode_normalization::UnicodeNormalization;

/// The letter that a character stands for in a Vietnamese text: the Icelandic `Ð` (U+00D0) and
/// `ð` (U+00F0), which some keyboards type and some converters write, are `Đ` and `đ`. They look
/// alike and are equally long in UTF-8, so that no place in a text moves.
#[must_use]
pub fn letter(c: char) -> char {
    match c {
        '\u{d0}' => 'Đ',
        '\u{f0}' => 'đ',
        c => c,
    }
}

/// A text in NFC, every character as the [`letter`] that it stands for. All text is read through
/// this before it is compared or printed.
#[must_use]
pub fn composed(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned(); // composed already, as most of what is no prose
    }
    text.chars().map(letter).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_alike_are_one() {
        assert_eq!(composed("Ðiều 1, ðiểm d, e\u{302}\u{301}"), "Điều 1, điểm d, ế");
        for (c, d) in [('Ð', 'Đ'), ('ð', 'đ')] {
            assert_eq!((letter(c), c.len_utf8()), (d, d.len_utf8()));
        }
    }
}

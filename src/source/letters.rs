//! The letters of a text in one form, whatever keyboard or file they came from. A part of
//! `source`.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

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

/// Whether a character is not seen and no part of Vietnamese: joiners, blanks without width, soft
/// hyphens, what turns the direction of writing, selectors of variants (Unicode property
/// `Default_Ignorable_Code_Point`), annotation marks.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A text in NFC, every character as the [`letter`] that it stands for, without those that are
/// [unseen](is_unseen). All text is read through this before it is compared or printed.
#[must_use]
pub fn composed(text: &str) -> String {
    as_composed(text).into_owned()
}

/// The same; the text itself where it is [`composed`], as most is.
#[must_use]
pub fn as_composed(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| letter(c) == c && !is_unseen(c);
    let is_composed =
        || text.chars().all(is_plain) && is_nfc_quick(text.chars()) == IsNormalized::Yes;
    if are_usual(text) || is_composed() {
        return Cow::Borrowed(text);
    }
    text.chars().filter(|c| !is_unseen(*c)).map(letter).nfc().collect()
}

/// Whether every character of a text stays as it is whatever stands beside it, told byte by byte
/// and without the tables of Unicode: the letters of Vietnamese in one piece (U+0000 to U+02FF but
/// for three, U+1EA0 to U+1EFF), the usual marks (U+2010 to U+2027).
pub(super) fn are_usual(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [0..=0x7f, rest @ ..]
            | [0xc4..=0xcb, _, rest @ ..]
            | [0xe1, 0xbb, _, rest @ ..]
            | [0xe1, 0xba, 0xa0..=0xbf, rest @ ..]
            | [0xe2, 0x80, 0x90..=0xa7, rest @ ..] => rest,
            [0xc2, second, rest @ ..] if *second != 0xad => rest,
            [0xc3, second, rest @ ..] if !matches!(second, 0x90 | 0xb0) => rest,
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_alike_are_one() {
        assert_eq!(composed("Ðiều 1, ðiểm d, e\u{302}\u{301}"), "Điều 1, điểm d, ế");
        assert_eq!(composed("e\u{200d}\u{302}\u{ad}\u{301}\u{feff}"), "ế");
        for (c, d) in [('Ð', 'Đ'), ('ð', 'đ')] {
            assert_eq!((letter(c), c.len_utf8()), (d, d.len_utf8()));
        }
    }
    #[test]
    fn usual_characters_stay_as_they_are() {
        use unicode_normalization::char::canonical_combining_class;
        let is_usual = |c: &char| are_usual(c.encode_utf8(&mut [0; 4]));
        for c in ('\0'..=char::MAX).filter(is_usual) {
            let is_nfc = is_nfc_quick([c].into_iter()) == IsNormalized::Yes;
            assert!(is_nfc && canonical_combining_class(c) == 0, "{c:?}");
            assert!(letter(c) == c && !is_unseen(c), "{c:?}");
        }
        assert!(are_usual("Đảng ủy xã, “số” 5 – ỹ") && !are_usual("Ðảng"));
    }
}

//! `Word`: a word of a line as the rules of writing look at it, with its capitals.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::{is_alphabetic, is_alphanumeric, is_uppercase, lowercase};

/// Letters and digits between other signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// Where it stands in the line.
    pub(super) range: Range<usize>,
    /// It, as it is written.
    pub(super) text: &'t str,
}

impl<'t> Word<'t> {
    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(is_uppercase)
    }

    /// Whether all of it are capitals, two or more.
    pub(super) fn is_all_capitals(&self) -> bool {
        all_capitals(self.text)
    }

    /// Whether it begins with a small letter.
    pub(super) fn is_small(&self) -> bool {
        self.text.starts_with(char::is_lowercase)
    }

    /// The word in small letters.
    pub(super) fn small(&self) -> Cow<'t, str> {
        lowercase(self.text)
    }
}

/// Whether a text has two or more letters, all of them capitals.
pub(super) fn all_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| is_alphabetic(*c));
    let mut is_capital = || letters.next().map(is_uppercase);
    is_capital() == Some(true) && is_capital() == Some(true) && letters.all(is_uppercase)
}

/// About so many bytes has a word with the blank behind it.
const LETTERS: usize = 5;

/// The words of a text in their order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / LETTERS + 1);
    let mut start = None;
    let mut close = |start: &mut Option<usize>, at: usize| {
        if let Some(from) = start.take() {
            found.push(Word { range: from..at, text: &text[from..at] });
        }
    };
    let mut at = 0;
    while let Some((length, is_word)) = character(&text.as_bytes()[at..]) {
        let is_word = is_word.unwrap_or_else(|| text[at..].starts_with(is_alphanumeric));
        if is_word {
            start.get_or_insert(at);
        } else {
            close(&mut start, at);
        }
        at += length;
    }
    close(&mut start, at);
    found
}

/// The length of the character that some bytes begin with, and whether it is a letter or a digit
/// where its first bytes tell: those of Vietnamese are known by them.
fn character(bytes: &[u8]) -> Option<(usize, Option<bool>)> {
    Some(match bytes {
        [] => return None,
        [first @ 0..=0x7f, ..] => (1, Some(first.is_ascii_alphanumeric())),
        // U+0100 to U+01FF, U+1E80 to U+1EFF
        [0xc4..=0xc7, ..] => (2, Some(true)),
        [0xe1, 0xba | 0xbb, ..] => (3, Some(true)),
        [0xe2, 0x80, ..] => (3, Some(false)), // U+2000 to U+203F
        [..=0xdf, ..] => (2, None),
        [..=0xef, ..] => (3, None),
        [..] => (4, None),
    })
}

/// Whether a line is a title in capitals: most of its letters are, and words among them, not only
/// abbreviations.
pub(super) fn is_title(text: &str) -> bool {
    // Two of five bytes are small letters in nearly all that is no title.
    let small = text.bytes().filter(u8::is_ascii_lowercase).count();
    if small * 5 >= text.len() * 2 {
        return false;
    }
    let (mut count, mut capitals, mut has_word) = (0, 0, false);
    for c in text.chars().filter(|c| is_alphabetic(*c)) {
        count += 1;
        if is_uppercase(c) {
            capitals += 1;
            has_word |= !c.is_ascii() && c != 'Đ';
        }
    }
    count > 3 && (capitals == count || (has_word && capitals * 10 > count * 6))
}

/// Whether what stands at a place of a line begins it, a sentence, or what follows a colon, a
/// semicolon, a dash, a quotation mark or a bracket: a capital there says nothing.
pub(super) fn is_start(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    if text[before.len()..at].contains('\n') {
        return true;
    }
    let Some(last) = before.chars().next_back() else { return true };
    let tight = before.len() == at;
    ".?!:;…/“”\"'‘’(['".contains(last)
        || ("-–—+•".contains(last) && !tight && is_lead(before))
}

/// Whether nothing but what a line begins with stands before its dash.
fn is_lead(before: &str) -> bool {
    !before.contains(is_alphanumeric)
}

/// Whether no letter or digit touches a part of a text.
pub(super) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(is_alphanumeric)
        && !text[range.end..].starts_with(is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_by_their_first_bytes() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            let (length, is_word) = character(text.as_bytes()).unwrap();
            assert_eq!(length, c.len_utf8());
            assert_eq!(
                is_word.unwrap_or(c.is_alphanumeric()),
                c.is_alphanumeric(),
                "{c:?}"
            );
        }
    }

    #[test]
    fn words_titles_and_starts_are_told() {
        let text = "Giao: Phòng A - B (UBND); 12 xã.";
        let said: Vec<_> = words(text).iter().map(|word| word.text).collect();
        assert_eq!(said, ["Giao", "Phòng", "A", "B", "UBND", "12", "xã"]);
        assert!(is_title("I. TÌNH HÌNH UBND xã") && !is_title("UBND xã, HĐND xã họp"));
        let starts: Vec<_> =
            words(text).iter().map(|word| is_start(text, word.range.start)).collect();
        assert_eq!(starts, [true, true, false, false, true, true, false]);
    }
}

//! `Word`: a word of a line as the rules of writing look at it, with its capitals.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::{
    is_alphabetic, is_alphanumeric, is_uppercase, letters_at_start, lowercase,
};

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

    /// Whether it is a word of Vietnamese, given in small letters: its letters are equally long in
    /// both cases.
    pub(super) fn is(&self, small: &str) -> bool {
        self.text.len() == small.len() && self.small() == small
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
    let (mut start, mut at) = (0, 0);
    loop {
        at += letters_at_start(&text[at..]);
        let next = text[at..].chars().next();
        if let Some(c) = next.filter(|c| is_alphanumeric(*c)) {
            at += c.len_utf8();
            continue;
        }
        if at > start {
            found.push(Word { range: start..at, text: &text[start..at] });
        }
        let Some(c) = next else { return found };
        at += c.len_utf8();
        start = at;
    }
}

/// Whether a line is a title in capitals: most of its letters are, and words among them, not only
/// abbreviations.
pub(super) fn is_title(text: &str) -> bool {
    // With so many small letters among all, too few are capitals. Other letters than those of
    // ASCII have two bytes and more, of which one is counted.
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0xc0;
    let (mut small, mut all) = (0, 0);
    // In parts whose counts fit into a byte: so many bytes are looked at together.
    for part in text.as_bytes().chunks(128) {
        let count = |is: fn(u8) -> bool| {
            part.iter().fold(0, |count: u8, byte| count + u8::from(is(*byte)))
        };
        small += usize::from(count(|byte| byte.is_ascii_lowercase()));
        all += usize::from(count(is_letter));
    }
    if small * 10 >= all * 4 && small > 0 {
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
    fn words_titles_and_starts_are_told() {
        let text = "Giao: Phòng A - B (UBND); 12 xã 5b×c.";
        let said: Vec<_> = words(text).iter().map(|word| word.text).collect();
        assert_eq!(said, ["Giao", "Phòng", "A", "B", "UBND", "12", "xã", "5b", "c"]);
        assert!(is_title("I. TÌNH HÌNH UBND xã") && !is_title("UBND xã, HĐND xã họp"));
        let starts: Vec<_> =
            words(text).iter().map(|word| is_start(text, word.range.start)).collect();
        assert_eq!(starts, [true, true, false, false, true, true, false, false, false]);
    }
}

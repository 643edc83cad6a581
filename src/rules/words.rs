//! `Word`: a word of a line as the rules of writing look at it, with its capitals.

use std::ops::Range;

/// Letters and digits between other signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// Where it stands in the line.
    pub(super) range: Range<usize>,
    /// It, as it is written.
    pub(super) text: &'t str,
}

impl Word<'_> {
    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
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
    pub(super) fn small(&self) -> String {
        self.text.to_lowercase()
    }
}

/// Whether a text has two or more letters, all of them capitals.
pub(super) fn all_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
}

/// The words of a text in their order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Word { range: from..at, text: &text[from..at] });
                start = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    found
}

/// Whether a line is a title in capitals: most of its letters are, and words among them, not only
/// abbreviations.
pub(super) fn is_title(text: &str) -> bool {
    let (mut count, mut capitals, mut has_word) = (0, 0, false);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        count += 1;
        if c.is_uppercase() {
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
    !before.contains(char::is_alphanumeric)
}

/// Whether no letter or digit touches a part of a text.
pub(super) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(char::is_alphanumeric)
        && !text[range.end..].starts_with(char::is_alphanumeric)
}

/// A text in small letters, each at the place of its capital: a capital whose small letter has
/// another length stays (`İ`, `ẞ`).
pub(super) fn small_in_place(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let from = out.len();
        out.extend(c.to_lowercase());
        if out.len() - from != c.len_utf8() {
            out.truncate(from);
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_titles_and_starts_are_told() {
        let text = "Giao: Phòng A - B (UBND); 12 xã.";
        let said: Vec<_> = words(text).iter().map(|word| word.text).collect();
        assert_eq!(said, ["Giao", "Phòng", "A", "B", "UBND", "12", "xã"]);
        assert!(is_title("I. TÌNH HÌNH UBND xã") && !is_title("UBND xã, HĐND xã họp"));
        let starts: Vec<_> =
            words(text).iter().map(|word| is_start(text, word.range.start)).collect();
        assert_eq!(small_in_place("İẞ Đảng Ủy"), "İẞ đảng ủy");
        assert_eq!(starts, [true, true, false, false, true, true, false]);
    }
}

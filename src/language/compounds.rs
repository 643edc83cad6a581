//! The words of more than one syllable that administrative Vietnamese has most often.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::letters::{Tone, is_large, may_have_accents, split_tone, with_tone};

/// One word a line, in small letters, in the order of the bytes. Written for this program: free
/// lists of Vietnamese words are under the GPL.
const LIST: &str = include_str!("compounds.txt");

/// The most syllables that a word of the list has.
const LONGEST: usize = 3;

/// How many of the first syllables are one word of the list; 1 if they are none. They are as
/// `folded` gives them.
#[must_use]
pub fn longest(syllables: &[Cow<'_, str>]) -> usize {
    let most = syllables.len().min(LONGEST);
    let is_listed = |count: &usize| contains(&syllables[..*count].join(" "));
    (2..=most).rev().find(is_listed).unwrap_or(1)
}

/// Whether two syllables, as `folded` gives them, are a word of the list.
#[must_use]
pub fn is_compound(first: &str, second: &str) -> bool {
    contains(&format!("{first} {second}"))
}

/// Every word of the list.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    LIST.lines()
}

/// Whether a word is in the list: by halves, so that no table has to be built.
fn contains(word: &str) -> bool {
    let (mut start, mut end) = (0, LIST.len());
    while start < end {
        let middle = LIST.floor_char_boundary(usize::midpoint(start, end));
        let from = LIST[start..middle].rfind('\n').map_or(start, |at| start + at + 1);
        let to = LIST[middle..end].find('\n').map_or(end, |at| middle + at);
        match LIST[from..to].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => start = to + 1,
            std::cmp::Ordering::Greater => end = from,
        }
    }
    false
}

/// A syllable as the list has it: in small letters, the tone above the vowel where schools put
/// it now ("hóa" for "hoá").
#[must_use]
pub fn folded(syllable: &str) -> Cow<'_, str> {
    let small = if syllable.chars().any(is_large) {
        Cow::Owned(syllable.to_lowercase())
    } else {
        Cow::Borrowed(syllable)
    };
    let small =
        if may_have_accents(&small) { Cow::Owned(small.nfc().collect()) } else { small };
    match with_moved_tone(&small) {
        Some(moved) => Cow::Owned(moved),
        None => small,
    }
}

/// The syllable with the tone on the first of its two last vowels, if it stands on the last one.
fn with_moved_tone(syllable: &str) -> Option<String> {
    let mut letters = syllable.chars().rev();
    // Most syllables end in a letter without an accent.
    let last = letters.next().filter(|last| !last.is_ascii())?;
    let before = letters.next().filter(|before| matches!(before, 'o' | 'u'))?;
    let (plain, tone) = split_tone(last);
    let is_pair = matches!((before, plain), ('o', 'a' | 'e') | ('u', 'y'));
    // "quý" has no vowel u.
    if !is_pair || tone == Tone::Level || letters.next() == Some('q') {
        return None;
    }
    let start = &syllable[..syllable.len() - last.len_utf8() - before.len_utf8()];
    Some(format!("{start}{}{plain}", with_tone(before, tone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_all_is_found() {
        let words: Vec<&str> = LIST.lines().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(words.len() > 2500);
        for word in words {
            assert!(contains(word), "{word}");
            let syllables: Vec<_> = word.split(' ').map(folded).collect();
            assert!((2..=LONGEST).contains(&syllables.len()), "{word}");
            assert_eq!(syllables.join(" "), word);
        }
        for none in ["", "a", "zz z", "quản", "quản lý nước"] {
            assert!(!contains(none), "{none}");
        }
    }

    #[test]
    fn letters_and_tones_do_not_matter() {
        for (typed, folded_form) in [
            ("HOÁ", "hóa"),
            ("Uỷ", "ủy"),
            ("QUÝ", "quý"),
            ("khoản", "khoản"),
            ("Qua\u{309}n", "quản"),
            ("thuỷ", "thủy"),
            ("hoẹ", "họe"),
            ("hoe", "hoe"),
            ("quẻ", "quẻ"),
        ] {
            assert_eq!(folded(typed), folded_form);
        }
    }
}

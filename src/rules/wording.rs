//! The words of a text as they are compared: without accents and capitals, each with its place.

use std::cell::OnceCell;
use std::ops::Range;

use crate::document::fold;

/// One word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// Where it stands.
    pub(super) range: Range<usize>,
    text: &'t str,
    folded: OnceCell<String>,
}

impl Word<'_> {
    /// The word without accents and capitals: `uy` of `Ủy` and of `Uỷ`.
    pub(super) fn folded(&self) -> &str {
        self.folded.get_or_init(|| fold(self.text))
    }
}

/// Short forms of bodies that everybody writes.
const SHORT: [(&str, &str); 4] = [
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("bcd", "ban chi dao"),
    ("mttq", "mat tran to quoc"),
];

/// The folded words with the short forms among them written out.
pub(super) fn written_out(words: &[Word<'_>]) -> Vec<String> {
    let long = |word: &str| {
        SHORT.iter().find(|(short, _)| *short == word).map(|(_, long)| *long)
    };
    let of_one = |word| long(word).unwrap_or(word).split(' ').map(str::to_owned);
    words.iter().flat_map(|word| of_one(word.folded())).collect()
}

/// The words of a text; what stands between them is left out.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let all = super::words::words(text).into_iter();
    all.map(|word| Word { range: word.range, text: word.text, folded: OnceCell::new() })
        .collect()
}

/// How many words of a phrase (`dang uy`) a text begins with: all of them or none.
pub(super) fn begins(words: &[Word<'_>], phrase: &str) -> Option<usize> {
    let mut words = words.iter();
    let mut count = 0;
    for part in phrase.split(' ') {
        words.next().filter(|word| word.folded() == part)?;
        count += 1;
    }
    Some(count)
}

/// How many words of the longest of some phrases a text begins with.
pub(super) fn begins_any(words: &[Word<'_>], phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| begins(words, phrase)).max()
}

/// Whether a phrase stands somewhere in a text.
pub(super) fn has(words: &[Word<'_>], phrase: &str) -> bool {
    (0..words.len()).any(|at| begins(&words[at..], phrase).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_whatever_their_accents() {
        for text in ["Đảng ủy xã", "ĐẢNG UỶ", "đảng\nuỷ, xã"] {
            assert_eq!(begins(&words(text), "dang uy"), Some(2), "{text}");
        }
        for text in ["Đảng", "Các Đảng ủy", "Đảng bộ", ""] {
            assert_eq!(begins(&words(text), "dang uy"), None, "{text}");
        }
        let all = words("Phó Bí thư Thường trực");
        assert_eq!(begins_any(&all, &["pho", "pho bi thu", "bi thu"]), Some(3));
        assert!(has(&all, "bi thu") && !has(&all, "thu bi"));
        assert_eq!(all[2].range, 9..13);
    }
}

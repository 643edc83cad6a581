//! The words of a text as they are compared: without accents and capitals, each with its place.

use std::ops::Range;

use crate::document::fold;

/// One word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// The word without accents and capitals: `uy` of `Ủy` and of `Uỷ`.
    pub(super) folded: String,
}

/// The words of a text; what stands between them is left out.
pub(super) fn words(text: &str) -> Vec<Word> {
    let folded = |word: super::words::Word<'_>| Word {
        folded: fold(word.text),
        range: word.range,
    };
    super::words::words(text).into_iter().map(folded).collect()
}

/// How many words of a phrase (`dang uy`) a text begins with: all of them or none.
pub(super) fn begins(words: &[Word], phrase: &str) -> Option<usize> {
    let wanted = phrase.split(' ').count();
    let same =
        words.iter().zip(phrase.split(' ')).filter(|(word, part)| word.folded == *part);
    (same.count() == wanted).then_some(wanted)
}

/// How many words of the longest of some phrases a text begins with.
pub(super) fn begins_any(words: &[Word], phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| begins(words, phrase)).max()
}

/// Whether a phrase stands somewhere in a text.
pub(super) fn has(words: &[Word], phrase: &str) -> bool {
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

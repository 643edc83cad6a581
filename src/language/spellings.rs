//! Words that have two right spellings, of which a document keeps to one: the place of the tone
//! mark (`hòa`, `hoà`), i and y (`kỹ`, `kĩ`), `bảo đảm` and `đảm bảo`. A part of `language`.

use std::ops::Range;

use super::letters::{Case, split_tone};
use super::syllable::{Place, Syllable};
use super::traits::Traits;
use super::words::{Manner, Word};

/// A word in one of its two spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// Where it stands.
    pub range: Range<usize>,
    /// Which of two ways of writing it follows.
    pub way: bool,
    /// The same in the other way, in the case of the word.
    pub other: String,
    /// Which pair it is of: the one in the second way, in small letters.
    pub pair: String,
}

/// The words whose tone mark could stand elsewhere; `way` says that it is on the second vowel.
/// Names are written as their bearers do.
#[must_use]
pub fn tone_marks(words: &[Word<'_>]) -> Vec<Spelling> {
    let found = with(words, Traits::MOVABLE).filter(|(_, word)| is_ours(word));
    let found = found.filter_map(|(at, word)| {
        let syllable = Syllable::read(&word.text)?;
        let (way, other) = match syllable.place {
            Place::Only => return None,
            Place::First => (false, Place::Second),
            Place::Second => (true, Place::First),
        };
        let small = |place| syllable.placed(place).spelling();
        let (other, pair) = (word.case().write(&small(other)), small(Place::Second));
        let spelling = Spelling { range: word.range.clone(), way, other, pair };
        (!is_name(words, at)).then_some(spelling)
    });
    found.collect()
}

/// Syllables that are written with y and with i, and words behind which only one is right.
const Y_OR_I: [(&str, &str, &str); 13] = [
    ("kỹ", "kĩ", ""),
    ("lý", "lí", "nhí lắc"),
    ("mỹ", "mĩ", ""),
    ("tỷ", "tỉ", "mỉ tê như thí ti"),
    ("quy", "qui", ""),
    ("quý", "quí", ""),
    ("quỹ", "quĩ", ""),
    ("ký", "kí", "lô ninh"),
    ("sỹ", "sĩ", ""),
    ("hy", "hi", "hữu hi"),
    ("kỷ", "kỉ", ""),
    ("kỳ", "kì", "cọ kèo kì"),
    ("lỵ", "lị", ""),
];

/// The one of these that a word in small letters is.
fn y_and_i(word: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    // Most words end otherwise.
    let last = split_tone(word.chars().next_back()?).0;
    let is_either = |(y, i, _): &&(&str, &str, &str)| word == *y || word == *i;
    matches!(last, 'y' | 'i').then(|| Y_OR_I.iter().find(is_either))?
}

/// Whether a word is written with y and with i.
pub(super) fn has_y_and_i(word: &str) -> bool {
    y_and_i(word).is_some()
}

/// The words that could be written with y or with i; `way` says that it is i. Of some only one
/// spelling is right behind or before another word (`tỉ mỉ`): these are left out, and so are names.
#[must_use]
pub fn y_or_i(words: &[Word<'_>]) -> Vec<Spelling> {
    let found = with(words, Traits::Y_OR_I).filter_map(|(at, word)| {
        if !is_ours(word) || word.case() != Case::Small {
            return None;
        }
        let (y, i, fixed) = y_and_i(&word.text)?;
        let behind = words.get(at + 1).filter(|word| word.follows).map(Word::folded);
        let before =
            at.checked_sub(1).filter(|_| word.follows).map(|at| words[at].folded());
        let is_fixed = |word: &str| fixed.split(' ').any(|one| one == word);
        if [behind, before].into_iter().flatten().any(|word| is_fixed(&word)) {
            return None;
        }
        let way = word.text == *i;
        let other = (if way { y } else { i }).to_string();
        Some(Spelling { range: word.range.clone(), way, other, pair: (*i).to_owned() })
    });
    found.collect()
}

/// Where `đảm bảo` and `bảo đảm` stand; `way` says that it is `đảm bảo`.
#[must_use]
pub fn ensuring(words: &[Word<'_>]) -> Vec<Spelling> {
    let is_half = |word: &Word<'_>| word.traits.has(Traits::ENSURING);
    let pairs = words
        .windows(2)
        .filter(|pair| pair[1].follows && is_half(&pair[0]) && is_half(&pair[1]));
    let found = pairs.filter_map(|pair| {
        let way = match (&*pair[0].folded(), &*pair[1].folded()) {
            ("đảm", "bảo") => true,
            ("bảo", "đảm") => false,
            _ => return None,
        };
        let other = if way { "bảo đảm" } else { "đảm bảo" };
        let case = pair[0].case();
        let range = pair[0].range.start..pair[1].range.end;
        Some(Spelling {
            range,
            way,
            other: case.write(other),
            pair: "đảm bảo".to_owned(),
        })
    });
    found.collect()
}

/// The words that have a trait, with their places.
fn with<'w, 't>(
    words: &'w [Word<'t>],
    one: Traits,
) -> impl Iterator<Item = (usize, &'w Word<'t>)> {
    words.iter().enumerate().filter(move |(_, word)| word.traits.has(one))
}

fn is_ours(word: &Word<'_>) -> bool {
    word.manner == Manner::Plain && !word.text.is_ascii()
        || word.text == "qui"
        || word.text == "quy"
        || word.text == "hy"
        || word.text == "hi"
}

/// Words before the name of one syllable of a person or a village: `bà Thuý họp`.
const BEFORE_NAMES: [&str; 12] =
    ["ông", "bà", "anh", "chị", "cô", "chú", "chí", "thôn", "xóm", "bản", "ấp", "buôn"];

/// Whether a word with a large first letter stands beside another one (`Hoà Bình`, `Thị Thuý`), or
/// behind a word for a person. Posts begin so as well: `đồng chí Uỷ viên`.
fn is_name(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let behind = words.get(at + 1).filter(|behind| behind.follows);
    let before = at.checked_sub(1).filter(|_| word.follows).map(|at| &words[at]);
    let is_large = |word: Option<&Word<'_>>| {
        word.is_some_and(|word| {
            matches!(word.case(), Case::Title) && word.manner == Manner::Plain
        })
    };
    match word.case() {
        Case::Title => {
            let is_called = |word: &Word<'_>| BEFORE_NAMES.contains(&&*word.folded());
            is_large(behind)
                || is_large(before)
                || behind.is_none() && before.is_some()
                || before.is_some_and(is_called) && word.folded() != "ủy"
        }
        Case::Small | Case::Capitals => false,
        Case::Mixed => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::words;
    use super::*;

    type Find = fn(&[Word<'_>]) -> Vec<Spelling>;

    fn found(find: Find, line: &str) -> String {
        let shown = find(&words(line)).into_iter().map(|found| {
            let way = if found.way { "2" } else { "1" };
            format!("{way}{}={}", &line[found.range], found.other)
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_two_places_of_a_tone_mark_are_seen() {
        let line =
            "Uỷ ban hòa giải, xoá ĐẢNG ỦY; quý của quả toàn hoạt; đồng chí Uỷ viên";
        let wanted = "2Uỷ=Ủy 1hòa=hoà 2xoá=xóa 1ỦY=UỶ 2Uỷ=Ủy";
        assert_eq!(found(tone_marks, line), wanted);
        for names in [
            "tỉnh Hoà Bình",
            "bà Nguyễn Thị Thuý",
            "ông Hoà",
            "Thuý Nga",
            "khoa HoàX",
            "bà Thuý họp",
        ] {
            assert_eq!(found(tone_marks, names), "", "{names}");
        }
    }

    #[test]
    fn y_and_i_are_seen_where_both_are_right() {
        let line = "kỹ thuật, kĩ sư, lí do, qui định, quy chế, hy vọng, chu kì";
        let wanted = "1kỹ=kĩ 2kĩ=kỹ 2lí=lý 2qui=quy 1quy=qui 1hy=hi 2kì=kỳ";
        assert_eq!(found(y_or_i, line), wanted);
        for line in
            ["tỉ mỉ, kì cọ, lí nhí, hi hữu", "bà Lý, nước Mỹ", "công ty, bác si", "hỏi"]
        {
            assert_eq!(found(y_or_i, line), "", "{line}");
        }
    }

    #[test]
    fn both_words_for_ensuring_are_seen() {
        let line = "Bảo đảm an toàn, đảm bảo tiến độ, bảo, đảm";
        assert_eq!(found(ensuring, line), "1Bảo đảm=Đảm bảo 2đảm bảo=bảo đảm");
    }
}

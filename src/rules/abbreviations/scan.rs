//! Finds the abbreviations in a line, and those that it explains: `mục tiêu quốc gia (MTQG)`.

use std::collections::HashMap;
use std::ops::Range;

use super::super::words::is_title;
use crate::document::numeral::read_roman;
use crate::source::{is_alphabetic, is_alphanumeric, lowercase};

/// The abbreviations among the runs of capitals in a text: two capitals or more, also joined by
/// hyphens or `&`. Titles in capitals, symbols of documents, Roman numbers and codes with digits
/// have none.
pub(super) fn abbreviations(text: &str, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    if runs.is_empty() || is_title(text) {
        return Vec::new();
    }
    runs.iter().filter(|range| is_abbreviation(text, range)).cloned().collect()
}

/// Those of the runs that a text explains: in brackets behind what they stand for, behind `gọi tắt
/// là`, with their words in brackets behind them.
pub(super) fn explained(text: &str, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_explained = |range: &Range<usize>| {
        let before = text[..range.start].trim_end_matches(['“', '"', '\'', ' ']);
        let behind = text[range.end..].trim_start_matches(['”', '"', '\'']);
        let in_brackets = before.ends_with('(')
            && before.trim_end_matches('(').trim_end().ends_with(char::is_alphabetic)
            && behind.starts_with([')', ',', ';']);
        let named = before.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
        let named = lowercase(&before[named..]);
        let named = NAMED.iter().any(|words| named.ends_with(words));
        let words =
            behind.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let spelt = words.is_some_and(|(words, _)| {
            words.split_whitespace().count() >= 2 && spells(words, &text[range.clone()])
        });
        in_brackets || named || spelt
    };
    runs.iter().filter(|range| is_explained(range)).cloned().collect()
}

/// The words that a text gives an abbreviation, and the abbreviation in brackets behind them.
pub(super) fn defined(
    text: &str,
    runs: &[Range<usize>],
) -> Vec<(Range<usize>, Range<usize>)> {
    let pair = |short: &Range<usize>| {
        let before = text[..short.start].strip_suffix('(')?.trim_end();
        let count = letters(&text[short.clone()]).count();
        let starts = before.char_indices().rev().filter(|(at, c)| {
            is_alphanumeric(*c)
                && before[..*at].chars().next_back().is_none_or(|c| " -,".contains(c))
        });
        let start = starts.map(|(at, _)| at).nth(count.checked_sub(1)?)?;
        spells(&before[start..], &text[short.clone()])
            .then(|| (start..before.len(), short.clone()))
    };
    runs.iter().filter_map(pair).collect()
}

/// What stands before an abbreviation that is being explained.
const NAMED: [&str; 6] = [
    "gọi tắt là",
    "viết tắt là",
    "viết tắt:",
    "gọi tắt:",
    "sau đây gọi là",
    "sau đây là",
];

/// Most letters of these.
const LONGEST: usize = 14;

/// Runs of capitals that no letter, digit or sign of a symbol touches.
pub(super) fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(from) = capital_from(text, at) {
        let mut end = from;
        let mut letters = 0;
        for (offset, c) in text[from..].char_indices() {
            let behind = from + offset + c.len_utf8();
            let joins = "-&".contains(c) && text[behind..].starts_with(is_letter);
            if !(is_letter(c) || joins) {
                break;
            }
            letters += usize::from(is_letter(c));
            end = behind;
        }
        at = end;
        if letters < 2 {
            continue; // the first letter of a word
        }
        let before = text[..from].chars().next_back();
        let mut behind = text[end..].chars();
        let (next, second) = (behind.next(), behind.next());
        let touched = before.is_some_and(|c| is_alphanumeric(c) || "/-–.@_".contains(c))
            || next.is_some_and(|c| is_alphanumeric(c) || "/@_".contains(c))
            || (next.is_some_and(|c| ".-–".contains(c))
                && second.is_some_and(is_alphanumeric));
        if !touched {
            found.push(from..end);
        }
    }
    found
}

/// Where the first capital of an abbreviation stands behind a place.
fn capital_from(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // `Đ` is 0xc4 0x90 in UTF-8.
    let is_it = |at: &usize| match bytes[*at] {
        0xc4 => bytes.get(at + 1) == Some(&0x90),
        byte => byte.is_ascii_uppercase(),
    };
    (at..bytes.len()).find(is_it)
}

/// A capital without a tone or another mark than that of `Đ`: others spell words.
fn is_letter(c: char) -> bool {
    c.is_ascii_uppercase() || c == 'Đ'
}

/// Whether a code in a symbol is written like an abbreviation in a text: `BCĐ`, but not `BCĐ35`.
pub(super) fn is_plain(code: &str) -> bool {
    code.chars().all(|c| is_letter(c) || c == '&')
}

/// Whether capitals are an abbreviation: no number, and no part of words in capitals.
fn is_abbreviation(text: &str, range: &Range<usize>) -> bool {
    let own = &text[range.clone()];
    let is_word = |word: Option<&str>| {
        let word = word.unwrap_or_default().trim_matches(|c: char| !c.is_alphabetic());
        let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        capitals && !word.chars().all(is_letter)
    };
    let before =
        text[..range.start].strip_suffix(' ').map(|before| before.rsplit(' ').next());
    let behind =
        text[range.end..].strip_prefix(' ').map(|behind| behind.split(' ').next());
    let in_capitals = is_word(before.flatten()) || is_word(behind.flatten());
    read_roman(own).is_none() && !in_capitals
}

/// The letters of an abbreviation.
fn letters(short: &str) -> impl Iterator<Item = char> {
    short.chars().filter(|c| is_letter(*c))
}

/// Whether the words begin with the letters of an abbreviation.
fn spells(words: &str, short: &str) -> bool {
    let first = |word: &str| word.chars().next().and_then(|c| c.to_uppercase().next());
    let words = words.split([' ', '-', ',']).filter(|word| !word.is_empty());
    words.filter_map(first).eq(letters(short))
}

/// Words that stand in no name.
const SMALL: [&str; 20] = [
    "trên", "và", "của", "các", "cho", "để", "là", "có", "theo", "với", "tại", "đến",
    "từ", "trong", "về", "những", "được", "đã", "khi", "ở",
];

/// Some texts, by the first letters of each three words in a row.
pub(super) struct Initials<'t> {
    /// The texts, each with the places where its words begin.
    texts: Vec<(&'t str, Vec<usize>)>,
    /// The text and the number of the first word, in their order.
    places: HashMap<[char; 3], Vec<(usize, usize)>>,
}

impl<'t> Initials<'t> {
    /// The words of some texts.
    pub(super) fn of(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut all = Self { texts: Vec::new(), places: HashMap::new() };
        for text in texts {
            let (mut starts, mut initials) = (Vec::new(), Vec::new());
            let mut before = ' ';
            for (at, c) in text.char_indices() {
                if before == ' ' && is_alphabetic(c) {
                    starts.push(at);
                    initials.extend(c.to_uppercase().next());
                }
                before = c;
            }
            for (at, three) in initials.windows(3).enumerate() {
                if let [one, two, three] = *three {
                    let places = all.places.entry([one, two, three]).or_default();
                    places.push((all.texts.len(), at));
                }
            }
            all.texts.push((text, starts));
        }
        all
    }

    /// The words for which an abbreviation stands, where they come first.
    pub(super) fn spelt_out(&self, short: &str) -> Option<&'t str> {
        let letters: Vec<char> = letters(short).collect();
        // Two words of the right letters are found everywhere.
        let places = self.places.get(letters.first_chunk::<3>()?)?;
        places.iter().find_map(|(text, at)| {
            let (text, starts) = &self.texts[*text];
            let window = starts.get(*at..at + letters.len())?;
            let last = *window.last()?;
            let end = text[last..].find(|c: char| !is_alphanumeric(c));
            let words = &text[window[0]..end.map_or(text.len(), |end| last + end)];
            let plain = words.chars().all(|c| is_alphabetic(c) || c == ' ');
            let fits = |word: &str| word.chars().count() > 1 && !SMALL.contains(&word);
            (plain && words.split(' ').all(fits) && spells(words, short)).then_some(words)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explains(text: &str) -> Vec<Range<usize>> {
        explained(text, &runs(text))
    }

    fn said(text: &str) -> Vec<&str> {
        abbreviations(text, &runs(text)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn abbreviations_are_told_from_other_capitals() {
        let text = "Giao ĐC-NN-XD&MT, VH XH (BCĐ) và CTMTQG; Quý III, lớp 10A, J02.";
        assert_eq!(said(text), ["ĐC-NN-XD&MT", "VH", "XH", "BCĐ", "CTMTQG"]);
        for text in [
            "số 857-TB/HU, số 45/2018/QĐ-TTg",
            "I. ĐÁNH GIÁ CHUNG UBND",
            "tuyến ĐT.975, QL1, COVID-19, VNeID",
            "QUYẾT ĐỊNH BAN hành",
            "Hội trường A, mục II và IX",
            "a@ABC.vn",
        ] {
            assert!(said(text).is_empty(), "{text}: {:?}", said(text));
        }
    }

    #[test]
    fn words_have_the_abbreviation_behind_them() {
        for (text, wanted) in [
            ("Các Chương trình mục tiêu quốc gia (MTQG) của xã", "mục tiêu quốc gia"),
            ("phòng, chống thiên tai (PCTT)", "phòng, chống thiên tai"),
            ("Ban Chỉ đạo (BCĐ, sau đây …)", "Ban Chỉ đạo"),
            ("Ban Chỉ đạo (UBND)", ""),
            ("(BCĐ)", ""),
            ("đạo (BCĐ)", ""),
        ] {
            let found =
                defined(text, &runs(text)).into_iter().map(|(words, _)| &text[words]);
            assert_eq!(found.collect::<String>(), wanted, "{text}");
        }
    }

    #[test]
    fn an_explained_one_is_known() {
        for text in [
            "mục tiêu quốc gia (MTQG)",
            "Ban Chỉ đạo (sau đây gọi tắt là BCĐ)",
            "Ban Chỉ đạo (gọi tắt là “BCĐ”)",
            "BCĐ (Ban Chỉ đạo) họp",
        ] {
            assert_eq!(explains(text).len(), 1, "{text}");
        }
        assert!(explains("họp (UBND xã)").is_empty() && explains("UBND họp").is_empty());
        let spelt_out = |text, short| Initials::of([text]).spelt_out(short);
        assert_eq!(
            spelt_out("các Chương trình mục tiêu quốc gia", "MTQG"),
            Some("mục tiêu quốc gia")
        );
        assert_eq!(spelt_out("các chương trình", "MTQG"), None);
        assert_eq!(spelt_out("mục tiêu quốc gia", "MT"), None);
    }
}

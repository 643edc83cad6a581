//! Labels of divisions and articles, `Chương II`, `Điều 5.`: recognising one.

use super::division_words::{Numeral, WORDS, in_words};
use super::number::{Number, digits, letter_value};
use super::words::{is_all_caps, may_end_title};
use crate::document::numeral::read_roman;
use crate::document::outline::Rank;

/// The label that a text starts with, if the text has the shape of a title or an article, and
/// the length of its word and number. A text is `marked` in a heading or if all of it is bold.
///
/// Behind the number of an article stands a dot or a colon, in a title perhaps a dash; behind that of
/// a division as well, or nothing, or a name that is set apart by its looks. So `Điều 5 Luật Đất đai …`,
/// `Mục 3 của Thông báo …` and `Phần lớn …` are no labels.
pub(crate) fn recognise(text: &str, marked: bool) -> Option<(Number, usize)> {
    let (number, length) = start(text)?;
    let rest = &text[length..];
    let fits = if number.rank == Rank::Article {
        fits_article(rest, marked)
    } else {
        fits_division(rest, marked)
    };
    fits.then_some((number, length))
}

/// Where the text behind a label of so many bytes starts: behind the blanks and, with a division or
/// an article, what stands between its number and its name.
pub(crate) fn text_start(text: &str, number: &Number, length: usize) -> usize {
    let mut rest = text[length..].trim_start();
    if number.rank.is_legal() {
        rest = rest.strip_prefix(SEPARATORS).unwrap_or(rest).trim_start();
    }
    text.len() - rest.len()
}

/// Whether a text is the label of a division and nothing else.
pub(crate) fn stands_alone(text: &str) -> bool {
    let beside = |c: char| c.is_whitespace() || SEPARATORS.contains(&c);
    start(text).is_some_and(|(number, length)| {
        number.rank.is_division() && text[length..].trim_matches(beside).is_empty()
    })
}

/// The word and the number that a text starts with, whatever comes behind.
fn start(text: &str) -> Option<(Number, usize)> {
    let (rank, length) = WORDS.iter().find_map(|(rank, word)| {
        starting_length(text, word).map(|length| (*rank, length))
    })?;
    let behind = &text[length..];
    let number = behind.trim_start();
    let blanks = behind.len() - number.len();
    let (value, numeral, number_length) =
        (blanks > 0).then(|| read_number(rank, number))??;
    // `Điều 5a.` was put in behind `Điều 5.`; `Chương IIIa` is no number.
    let mut behind = number[number_length..].chars().peekable();
    let letter = behind.next_if(|c| rank == Rank::Article && letter_value(*c).is_some());
    let letter_length = letter.map_or(0, char::len_utf8);
    let ends = behind.next().is_none_or(|c| !c.is_alphanumeric());
    let number = Number::legal(rank, value, numeral).with_letter(letter);
    ends.then_some((number, length + blanks + number_length + letter_length))
}

/// The value of a number in digits or words, and its length.
fn read_number(rank: Rank, text: &str) -> Option<(u32, Numeral, usize)> {
    let arabic = digits(text);
    // No text has a thousand articles.
    if (1..=3).contains(&arabic) {
        let value = text[..arabic].parse().ok().filter(|value| *value > 0)?;
        return Some((value, Numeral::Digits, arabic));
    }
    // Articles are counted in Arabic digits alone.
    if rank == Rank::Article {
        return None;
    }
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    // `Mục C.` and `Phần C.` are lettered.
    let lettered = length == 1 && text.starts_with(['L', 'C', 'l', 'c']);
    let roman = read_roman(&text[..length].to_ascii_uppercase());
    if let Some(value) =
        roman.filter(|_| !lettered || text.starts_with('L') && rank == Rank::Chapter)
    {
        return Some((value, Numeral::Digits, length));
    }
    let read = |numeral: Numeral| {
        // `mười một` before `mười`.
        (1..=20).rev().find_map(|value| {
            let length =
                starting_length(text, &in_words(value, numeral == Numeral::Ordinal))?;
            Some((value, numeral, length))
        })
    };
    (rank <= Rank::Chapter)
        .then(|| read(Numeral::Ordinal).or_else(|| read(Numeral::Cardinal)))?
}

/// The length of `word`, in any capitals, at the start of a text.
fn starting_length(text: &str, word: &str) -> Option<usize> {
    let mut rest = text.chars();
    let mut length = 0;
    for wanted in word.chars() {
        let found = rest.next()?;
        let same = if wanted == ' ' {
            found.is_whitespace()
        } else {
            found.to_lowercase().eq(wanted.to_lowercase())
        };
        if !same {
            return None;
        }
        length += found.len_utf8();
    }
    Some(length)
}

/// Whether this may stand behind the number of an article: nothing, or a dot or a colon and
/// whatever comes then; in a title also a dash.
fn fits_article(rest: &str, marked: bool) -> bool {
    let mut behind = rest.trim_start().chars();
    let separator = behind.next();
    let first = behind.next();
    let apart = first.is_none_or(char::is_whitespace);
    match separator {
        None => true,
        // `Điều 5. Tên`, `Điều 5.Tên`; `Điều 5.1` is a point of one.
        Some('.' | ':') => apart || first.is_some_and(char::is_uppercase),
        Some('-' | '–' | '—') => marked && apart,
        Some(_) => false,
    }
}

/// Whether this may stand behind the number of a division: nothing, or its name.
fn fits_division(rest: &str, marked: bool) -> bool {
    let blank = rest.starts_with(char::is_whitespace);
    let text = rest.trim();
    let mut behind = text.chars();
    let separator = behind.next().filter(|c| SEPARATORS.contains(c));
    let Some(separator) = separator else {
        // `Chương II QUY ĐỊNH CHUNG`, or in a title `Mục 1 Kết quả`; `Mục 3 của Thông báo` is prose.
        let capital = text.starts_with(char::is_uppercase);
        let name = marked && may_end_title(text) && start(text).is_none();
        return text.is_empty() || (blank && capital && (is_all_caps(text) || name));
    };
    let (name, behind) = (behind.as_str().trim_start(), behind.as_str());
    let apart = behind.is_empty() || behind.starts_with(char::is_whitespace);
    let dotted = matches!(separator, '.' | ':');
    let capital = name.starts_with(char::is_uppercase);
    if !(apart || (dotted && capital)) {
        return false;
    }
    // `Chương II. Quy định chung`; `Mục 1. Thông báo này có hiệu lực ngay.` is a sentence, and what
    // starts with another label, `Mục 1, Chương II`, a reference.
    let named = marked || (capital && may_end_title(name));
    name.is_empty() || is_all_caps(name) || (named && start(name).is_none())
}

/// What may stand between the number and the name of a division.
pub(crate) const SEPARATORS: [char; 5] = ['.', ':', '-', '–', '—'];

//! Recognising the number or bullet that a text starts with.
//!
//! | number | level |
//! |---|---|
//! | `A.` | capital letter: only as `A.` or behind the one before it, so that `C. Mác` is a name |
//! | `I.` `II-` `III -` | Roman |
//! | `1.` | Arabic; of more than three digits only behind the one before it: `1986. Năm đổi mới` is prose |
//! | `1.1.` `1.2.3.` `3.3 Xã` | decimal |
//! | `a)` `đ)` | letter |
//! | `1)` | in brackets |
//! | `(i)` `(iv)` | small Roman |
//! | `-` `–` `•` … `+` | dash |

use super::{LETTERS, Number};
use crate::document::numeral::read_roman;
use crate::document::outline::Rank;

/// The number that a text starts with, and the length of its label. A blank or the end of
/// the text follows it, or at once a capital, as in `1.Giao`. `goes_on` tells whether a number
/// goes on with one that stands before it in the text.
pub(crate) fn recognise(
    text: &str,
    goes_on: impl Fn(&Number) -> bool,
) -> Option<(Number, usize)> {
    let (number, length) =
        [capital_start, roman_start, decimal, arabic, letter_start, lower_roman, dash]
            .iter()
            .find_map(|form| form(text).filter(|found| ends_label(found, text)))?;
    // `C. Mác` is a name and `1986. Năm đổi mới` a year, unless the number before stands above.
    let certain = match number.rank {
        Rank::Capital => number.is_first() || goes_on(&number),
        Rank::Arabic | Rank::Bracket => number.last() < 1_000 || goes_on(&number),
        Rank::Part
        | Rank::Chapter
        | Rank::Section
        | Rank::Subsection
        | Rank::Article
        | Rank::Roman
        | Rank::Decimal(_)
        | Rank::Letter
        | Rank::LowerRoman
        | Rank::Dash(_) => true,
    };
    certain.then_some((number, length))
}

/// Whether a label may end where it does: before a blank, or before a capital where no name is
/// begun as in `V.I.Lê-nin`; a dash before any letter, but `-5°C` and `+84` are numbers.
fn ends_label((number, length): &(Number, usize), text: &str) -> bool {
    let mut rest = text[*length..].chars();
    let Some(next) = rest.next() else { return true };
    // `1.Giao` starts an item; `V.I.Lê-nin` is a name with initials.
    let capital = next.is_uppercase() && rest.next() != Some('.');
    let ends_without_blank = match number.rank {
        Rank::Dash(_) if text.starts_with('*') => false,
        Rank::Dash(_) => {
            next.is_alphabetic() || !text.starts_with(['-', '–', '—', '−', '+'])
        }
        Rank::Arabic | Rank::Bracket | Rank::Letter => capital,
        Rank::Decimal(_) | Rank::Roman => capital && text[..*length].ends_with('.'),
        Rank::Part
        | Rank::Chapter
        | Rank::Section
        | Rank::Subsection
        | Rank::Article
        | Rank::Capital
        | Rank::LowerRoman => false,
    };
    next.is_whitespace() || ends_without_blank
}

/// `A.`, `Đ.`
fn capital_start(text: &str) -> Option<(Number, usize)> {
    // `I.`, `V.`, `X.` are Roman.
    let first = text.chars().next().filter(|c| !"IVX".contains(*c))?;
    let small = first.is_uppercase().then(|| first.to_lowercase().next())??;
    let value = LETTERS.chars().zip(1..).find(|(c, _)| *c == small)?.1;
    let length = first.len_utf8() + 1;
    let number = Number::new(Rank::Capital, vec![value], ".");
    text[first.len_utf8()..].starts_with('.').then_some((number, length))
}

/// `I.`, `II-`, `III -`.
fn roman_start(text: &str) -> Option<(Number, usize)> {
    let length = text.bytes().take_while(|b| b"IVX".contains(b)).count();
    let value = read_roman(&text[..length])?;
    let rest = &text[length..];
    let suffix = [".", "-", " -", " –", "–"]
        .into_iter()
        .find(|suffix| rest.starts_with(suffix))?;
    let mut behind = rest[suffix.len()..].trim_start().chars();
    if behind.next().is_some_and(char::is_uppercase) && behind.next() == Some('.') {
        // Initials: `V. I. Lê-nin`.
        return None;
    }
    Some((Number::new(Rank::Roman, vec![value], suffix), length + suffix.len()))
}

/// `1.`, `12.`, `1)`.
fn arabic(text: &str) -> Option<(Number, usize)> {
    let length = digits(text);
    let suffix = text[length..].chars().next().filter(|c| matches!(c, '.' | ')'))?;
    let rank = if suffix == '.' { Rank::Arabic } else { Rank::Bracket };
    let (values, length) =
        (vec![text[..length].parse().ok()?], length + suffix.len_utf8());
    Some((Number::new(rank, values, &suffix.to_string()), length))
}

/// `2.1.`, `1.2.3.`; `3.3 Giao` without the last dot before a capital letter.
fn decimal(text: &str) -> Option<(Number, usize)> {
    let mut values = Vec::new();
    let mut at = 0;
    let mut suffix = ".";
    loop {
        let length = digits(&text[at..]);
        // `1.500` is an amount, `1.05` a part of one.
        if !(1..=2).contains(&length) || text[at..].starts_with('0') {
            break;
        }
        values.push(text[at..at + length].parse().ok()?);
        at += length;
        if !text[at..].starts_with('.') {
            // `3.3 Xã Lục Bình` is a number, `3.3 triệu đồng` an amount.
            let mut rest = text[at..].chars();
            let capital = rest.next().is_some_and(char::is_whitespace)
                && rest.find(|c| !c.is_whitespace()).is_some_and(char::is_uppercase);
            suffix = if capital { "" } else { return None };
            break;
        }
        at += 1;
    }
    let parts = u8::try_from(values.len()).ok().filter(|parts| *parts >= 2)?;
    Some((Number::new(Rank::Decimal(parts), values, suffix), at))
}

/// `a)`, `đ)`.
fn letter_start(text: &str) -> Option<(Number, usize)> {
    let first = text.chars().next()?;
    let value = LETTERS.chars().zip(1..).find(|(c, _)| *c == first)?.1;
    let length = first.len_utf8() + 1;
    let number = Number::new(Rank::Letter, vec![value], ")");
    text[first.len_utf8()..].starts_with(')').then_some((number, length))
}

/// `(i)`, `(iv)`.
fn lower_roman(text: &str) -> Option<(Number, usize)> {
    let inner = text.strip_prefix('(')?.split_once(')')?.0;
    let digits =
        inner.bytes().all(|b| b"ivx".contains(&b)).then(|| inner.to_uppercase())?;
    let value = read_roman(&digits)?;
    Some((Number::new(Rank::LowerRoman, vec![value], ")"), inner.len() + 2))
}

/// The bullets that Word and Zalo leave in pasted text.
const BULLETS: &str = "-*–—−•·●○◦▪■□◆❖►➢✓✔‣∙⁃";

/// `-`, `*`, `+`, `•` …: all but `+` are printed as `-`. Signs of the fonts Symbol and Wingdings reach
/// a text as U+F0B7 and the like; Word's second bullet is an `o` before a tab.
fn dash(text: &str) -> Option<(Number, usize)> {
    let first = text.chars().next()?;
    let symbol = ('\u{f000}'..='\u{f0ff}').contains(&first);
    let tabbed =
        (first == 'o' || first == '§') && text[first.len_utf8()..].starts_with('\t');
    // `+` stands below `-` in the lists of offices.
    let plus = first == '+';
    let bullet = plus || symbol || tabbed || BULLETS.contains(first);
    let depth = if plus { 2 } else { 1 };
    // A lone `-` is a sign.
    let has_text = !text[first.len_utf8()..].trim().is_empty();
    (bullet && has_text).then(|| (Number::dash(depth), first.len_utf8()))
}

/// How many digits a text starts with.
pub(crate) fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

//! Numbers of items: recognising a typed one, writing one, and which follows which.
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

use super::division_words::{self, Numeral};
use crate::document::numeral::{read_roman, roman};
use crate::document::outline::Rank;

/// The letters that number items (điểm), in the order of the Vietnamese alphabet.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// The number at the start of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// Its level.
    pub(crate) rank: Rank,
    /// Its parts, all from 1: one, or several for a decimal; none for a dash.
    pub(crate) values: Vec<u32>,
    /// How they are written, behind the word of a division or an article.
    numeral: Numeral,
    /// What stands behind its last part: `.`, `)`, ` -`; for a dash the dash.
    tail: String,
}

impl Number {
    fn new(rank: Rank, values: Vec<u32>, tail: &str) -> Self {
        Self { rank, values, numeral: Numeral::Digits, tail: tail.into() }
    }

    /// The number of a division or an article.
    pub(crate) fn legal(rank: Rank, value: u32, numeral: Numeral) -> Self {
        let tail = if rank == Rank::Article { "." } else { "" };
        Self { numeral, ..Self::new(rank, vec![value], tail) }
    }

    /// A number that the machine gives, at a depth from 1; `above` is the number of the
    /// nearest `1.` above it.
    pub(crate) fn generated(depth: u8, value: u32, above: Option<u32>) -> Self {
        let (rank, values, tail) = match depth {
            0 | 1 => (Rank::Roman, vec![value], "."),
            2 => (Rank::Arabic, vec![value], "."),
            3 => (Rank::Decimal(2), vec![above.unwrap_or(1), value], "."),
            4 => (Rank::Letter, vec![value], ")"),
            deeper => return Self::dash(deeper - 4),
        };
        Self::new(rank, values, tail)
    }

    /// A dash at a depth among dashes, from 1: `-`, below it `+`, and so on in turn.
    pub(crate) fn dash(depth: u8) -> Self {
        let tail = if depth % 2 == 1 { "-" } else { "+" };
        Self::new(Rank::Dash(depth), Vec::new(), tail)
    }

    /// The same dash at another depth.
    pub(crate) fn at_depth(mut self, depth: u8) -> Self {
        self.rank = Rank::Dash(depth);
        self
    }

    /// Whether it is a `+`.
    pub(crate) fn is_plus(&self) -> bool {
        self.tail == "+"
    }

    /// The rank that a generated number has at a depth.
    pub(crate) fn rank_at(depth: u8) -> Rank {
        Self::generated(depth, 1, None).rank
    }

    /// The depth at which a number of this rank is generated, or below which others are: under
    /// a division `I.`, under an article `1.`
    pub(crate) fn depth_of(rank: Rank) -> u8 {
        match rank {
            Rank::Part | Rank::Chapter | Rank::Section | Rank::Subsection => 0,
            Rank::Article | Rank::Capital | Rank::Roman => 1,
            Rank::Arabic => 2,
            Rank::Decimal(_) => 3,
            Rank::Letter | Rank::Bracket | Rank::LowerRoman => 4,
            Rank::Dash(depth) => depth.saturating_add(4),
        }
    }

    /// As it is printed.
    pub(crate) fn label(&self) -> String {
        let value = self.values.first().copied().unwrap_or_default();
        let head = match self.rank {
            Rank::Part
            | Rank::Chapter
            | Rank::Section
            | Rank::Subsection
            | Rank::Article => division_words::written(self.rank, value, self.numeral),
            Rank::Capital => letter(value).to_uppercase(),
            Rank::Roman => roman(value),
            Rank::Arabic | Rank::Bracket => value.to_string(),
            Rank::Decimal(_) => {
                self.values.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
            }
            Rank::Letter => letter(value),
            Rank::LowerRoman => format!("({}", roman(value).to_lowercase()),
            Rank::Dash(_) => String::new(),
        };
        head + &self.tail
    }

    /// The last part of the number; 0 for a dash.
    pub(crate) fn last(&self) -> u32 {
        self.values.last().copied().unwrap_or_default()
    }

    /// Whether it starts a run: `I.`, `a)`, `2.1.`, and any dash.
    pub(crate) fn is_first(&self) -> bool {
        self.last() <= 1
    }

    /// Whether it comes directly after `previous`, a number of the same kind.
    pub(crate) fn follows(&self, previous: &Self) -> bool {
        self.rank == previous.rank && *self == self.after(Some(previous), &[])
    }

    /// The number that was due in the place of this one, written in the same way: after
    /// `previous` of the same rank, below an item with the number `above` (may be empty).
    pub(crate) fn after(&self, previous: Option<&Self>, above: &[u32]) -> Self {
        let mut due = self.clone();
        let own = due.values.len().saturating_sub(1);
        let known = above.len().min(own);
        due.values[..known].copy_from_slice(&above[..known]);
        let last = match previous {
            Some(previous) if previous.values[..own] == due.values[..own] => {
                previous.last() + 1
            }
            Some(previous) if previous.values[..known] == above[..known] => {
                let before = &previous.values[..own];
                if self.last() == 1 && steps_on(before, &due.values[..own]) {
                    1
                } else {
                    due.values[..own].copy_from_slice(before);
                    previous.last() + 1
                }
            }
            Some(_) | None => 1,
        };
        if let Some(value) = due.values.last_mut() {
            *value = last;
        }
        due
    }
}

/// Whether the prefix `next` is the one after `previous`: 1 and 2, or 1.9 and 2.1.
fn steps_on(previous: &[u32], next: &[u32]) -> bool {
    let shared = previous.iter().zip(next).take_while(|(a, b)| a == b).count();
    next[shared..].iter().skip(1).all(|value| *value == 1)
        && next.get(shared) == previous.get(shared).map(|value| value + 1).as_ref()
}

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
    let capital = next.is_uppercase() && rest.next() != Some('.');
    let joined = match number.rank {
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
    next.is_whitespace() || joined
}

/// `A.`, `Đ.`
fn capital_start(text: &str) -> Option<(Number, usize)> {
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
    let tail =
        [".", "-", " -", " –", "–"].into_iter().find(|tail| rest.starts_with(tail))?;
    let mut behind = rest[tail.len()..].trim_start().chars();
    if behind.next().is_some_and(char::is_uppercase) && behind.next() == Some('.') {
        // Initials: `V. I. Lê-nin`.
        return None;
    }
    Some((Number::new(Rank::Roman, vec![value], tail), length + tail.len()))
}

/// `1.`, `12.`, `1)`.
fn arabic(text: &str) -> Option<(Number, usize)> {
    let length = digits(text);
    let tail = text[length..].chars().next().filter(|c| matches!(c, '.' | ')'))?;
    let rank = if tail == '.' { Rank::Arabic } else { Rank::Bracket };
    let (values, length) = (vec![text[..length].parse().ok()?], length + tail.len_utf8());
    Some((Number::new(rank, values, &tail.to_string()), length))
}

/// `2.1.`, `1.2.3.`; `3.3 Giao` without the last dot before a capital letter.
fn decimal(text: &str) -> Option<(Number, usize)> {
    let mut values = Vec::new();
    let mut at = 0;
    let mut tail = ".";
    loop {
        let length = digits(&text[at..]);
        if !(1..=2).contains(&length) || text[at..].starts_with('0') {
            break;
        }
        values.push(text[at..at + length].parse().ok()?);
        at += length;
        if !text[at..].starts_with('.') {
            let mut rest = text[at..].chars();
            let capital = rest.next().is_some_and(char::is_whitespace)
                && rest.find(|c| !c.is_whitespace()).is_some_and(char::is_uppercase);
            tail = if capital { "" } else { return None };
            break;
        }
        at += 1;
    }
    let parts = u8::try_from(values.len()).ok().filter(|parts| *parts >= 2)?;
    Some((Number::new(Rank::Decimal(parts), values, tail), at))
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
    let plus = first == '+';
    let bullet = plus || symbol || tabbed || BULLETS.contains(first);
    let depth = if plus { 2 } else { 1 };
    let has_text = !text[first.len_utf8()..].trim().is_empty();
    (bullet && has_text).then(|| (Number::dash(depth), first.len_utf8()))
}

/// How many digits a text starts with.
pub(crate) fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn letter(value: u32) -> String {
    let letters: Vec<char> = LETTERS.chars().collect();
    let index = (value.max(1) - 1) as usize;
    let letter = letters[index % letters.len()];
    std::iter::repeat_n(letter, index / letters.len() + 1).collect()
}

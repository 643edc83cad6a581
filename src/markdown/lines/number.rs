//! Numbers of items: what one means, how it is written, and which follows which.

mod recognise;

pub(crate) use self::recognise::{digits, recognise};
use super::division_words::{self, Numeral};
use crate::document::numeral::roman;
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
    /// Which of the articles it is that were put in behind the one of that number, from 1: `Điều 5b.`
    /// is the second; 0 for any other.
    added: u32,
    /// How they are written, behind the word of a division or an article.
    numeral: Numeral,
    /// What stands behind its last part: `.`, `)`, ` -`; for a dash the dash.
    suffix: String,
}

impl Number {
    /// A number in digits or letters.
    fn new(rank: Rank, values: Vec<u32>, suffix: &str) -> Self {
        let numeral = Numeral::Digits;
        Self { rank, values, added: 0, numeral, suffix: suffix.into() }
    }

    /// The number of a division or an article.
    pub(crate) fn legal(rank: Rank, value: u32, numeral: Numeral) -> Self {
        let suffix = if rank == Rank::Article { "." } else { "" };
        Self { numeral, ..Self::new(rank, vec![value], suffix) }
    }

    /// The number of the article with this letter behind its digits, put in by an amendment.
    pub(crate) fn with_letter(mut self, letter: Option<char>) -> Self {
        self.added = letter.and_then(letter_value).unwrap_or_default();
        self
    }

    /// A number that the machine gives, at a depth from 1; `above` is the number of the
    /// nearest `1.` above it.
    pub(crate) fn generated(depth: u8, value: u32, above: Option<u32>) -> Self {
        let (rank, values, suffix) = match depth {
            0 | 1 => (Rank::Roman, vec![value], "."),
            2 => (Rank::Arabic, vec![value], "."),
            3 => (Rank::Decimal(2), vec![above.unwrap_or(1), value], "."),
            4 => (Rank::Letter, vec![value], ")"),
            deeper => return Self::dash(deeper - 4),
        };
        Self::new(rank, values, suffix)
    }

    /// A dash at a depth among dashes, from 1: `-`, below it `+`, and so on in turn.
    pub(crate) fn dash(depth: u8) -> Self {
        let suffix = if depth % 2 == 1 { "-" } else { "+" };
        Self::new(Rank::Dash(depth), Vec::new(), suffix)
    }

    /// The same dash at another depth.
    pub(crate) fn at_depth(mut self, depth: u8) -> Self {
        self.rank = Rank::Dash(depth);
        self
    }

    /// Whether it is a `+`.
    pub(crate) fn is_plus(&self) -> bool {
        self.suffix == "+"
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
            | Rank::Article => {
                let number = division_words::label(self.rank, value, self.numeral);
                if self.added > 0 { number + &letter(self.added) } else { number }
            }
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
        head + &self.suffix
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
        self.rank == previous.rank && *self == self.expected_after(Some(previous), &[])
    }

    /// The number that was due in the place of this one, written in the same way: after
    /// `previous` of the same rank, below an item with the number `above` (may be empty).
    pub(crate) fn expected_after(&self, previous: Option<&Self>, above: &[u32]) -> Self {
        // `2.3.` has the prefix `2.`, which the item above it or the number before it decides.
        let mut due = self.clone();
        let prefix = due.values.len().saturating_sub(1);
        let known = above.len().min(prefix);
        due.values[..known].copy_from_slice(&above[..known]);
        let last = match previous {
            Some(previous) if previous.values[..prefix] == due.values[..prefix] => {
                previous.last() + 1
            }
            Some(previous) if previous.values[..known] == above[..known] => {
                // `2.1.` behind `1.4.` begins anew, `2.2.` there does not: `1.5.` was due.
                let before = &previous.values[..prefix];
                if self.last() == 1 && is_next_prefix(before, &due.values[..prefix]) {
                    1
                } else {
                    due.values[..prefix].copy_from_slice(before);
                    previous.last() + 1
                }
            }
            Some(_) | None => 1,
        };
        // Behind `Điều 5.` or `Điều 5a.` come `Điều 6.` and those that were put in.
        let added =
            previous.filter(|previous| self.added > 0 && previous.last() == self.last());
        due.added = added.map_or(0, |previous| previous.added + 1);
        if let Some(value) = due.values.last_mut()
            && due.added == 0
        {
            *value = last;
        }
        due
    }
}

/// Whether the prefix `next` is the one after `previous`: 1 and 2, or 1.9 and 2.1.
fn is_next_prefix(previous: &[u32], next: &[u32]) -> bool {
    let shared = previous.iter().zip(next).take_while(|(a, b)| a == b).count();
    next[shared..].iter().skip(1).all(|value| *value == 1)
        && next.get(shared) == previous.get(shared).map(|value| value + 1).as_ref()
}

/// The value of a small letter that counts.
pub(crate) fn letter_value(letter: char) -> Option<u32> {
    LETTERS.chars().zip(1..).find(|(c, _)| *c == letter).map(|(_, value)| value)
}

/// The letter of a value: `a`, `b`, `c`, `d`, `đ`; from 24 on doubled, `aa`.
fn letter(value: u32) -> String {
    let letters: Vec<char> = LETTERS.chars().collect();
    let index = (value.max(1) - 1) as usize;
    let letter = letters[index % letters.len()];
    std::iter::repeat_n(letter, index / letters.len() + 1).collect()
}

//! Where lines of titles and names may end: as an editor would break them.

mod field;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) use field::Field;

use super::unbreakable;
use super::words::{Word, words};
use crate::language::compounds;
use crate::source::{is_alphabetic, is_alphanumeric, is_uppercase};
use vocabulary::{LEADING, LONGEST_PLACE, PHRASES, PLACES, TIMES};

/// How firmly two words hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    /// A line may end here.
    None,
    /// A syllable of which nothing is known, behind what it may belong to.
    Weak,
    /// Parts of what is said in one breath; a pair: "kinh tế - xã hội"; a number and its date.
    Phrase,
    /// A word that leads to the next one; a day and its month.
    Lead,
    /// Parts of a name that is known as a whole; two names of one place: "Xuân Hương - Đà Lạt".
    Name,
    /// A word; a name of a person or a place.
    Word,
    /// A number with its word, a dash.
    Fixed,
}

impl Hold {
    /// How many joiners stand for it: the layout lets go what has few before what has more.
    fn strength(self) -> u8 {
        match self {
            Self::None | Self::Weak | Self::Phrase | Self::Lead => 1,
            Self::Name => 2,
            Self::Word | Self::Fixed => 3,
        }
    }
}

/// Where no line of a title or a name may end, in order: offsets of `text` as those of
/// `unbreakable::joints`, and how strongly each holds.
pub(super) fn joints(text: &str, field: Field) -> Vec<(usize, u8)> {
    let words = words(text);
    let fixed = unbreakable::joints(text);
    let mut holds = Holds::new(text, &words, &fixed).found;
    let widths: Vec<f32> = words.iter().map(|word| field.width(word)).collect();
    loosen(&mut holds, &widths, field.room);
    let mut found: BTreeMap<usize, u8> =
        fixed.into_iter().map(|at| (at, Hold::Fixed.strength())).collect();
    for (word, hold) in words.iter().zip(holds).filter(|(_, hold)| *hold != Hold::None) {
        found.entry(word.start).or_insert(hold.strength());
    }
    found.into_iter().collect()
}

/// How firmly each word holds to the one before it.
struct Holds<'w, 't> {
    words: &'w [Word<'t>],
    folded: Vec<Cow<'t, str>>,
    /// Whether letters say what a name is.
    has_small: bool,
    found: Vec<Hold>,
    /// Whether each word is a part of a longer one.
    is_part: Vec<bool>,
    /// Whether each word stays with the one before it as a number does.
    fixed: Vec<bool>,
}

impl<'w, 't> Holds<'w, 't> {
    fn new(text: &str, words: &'w [Word<'t>], fixed: &[usize]) -> Self {
        let folded = words.iter().map(|word| compounds::folded(word.bare())).collect();
        let mut all = Self {
            words,
            folded,
            has_small: text.chars().any(char::is_lowercase),
            found: vec![Hold::None; words.len()],
            is_part: vec![false; words.len()],
            fixed: words
                .iter()
                .map(|word| fixed.binary_search(&word.start).is_ok())
                .collect(),
        };
        all.find_words();
        all.find_phrases();
        for index in 1..words.len() {
            let hold = if all.fixed[index] { Hold::Fixed } else { all.between(index) };
            all.found[index] = all.found[index].max(hold);
        }
        all
    }

    /// Whether a word goes on with the next one: one blank between them and no sign.
    fn goes_on(&self, index: usize) -> bool {
        let (word, next) = (&self.words[index - 1], &self.words[index]);
        next.follows && !word.is_closed() && next.text.starts_with(is_alphanumeric)
    }

    fn is_capital(&self, index: usize) -> bool {
        self.words[index].opened().starts_with(is_uppercase)
    }

    /// Words of several syllables, the longest ones from the left.
    fn find_words(&mut self) {
        let mut start = 0;
        while start < self.words.len() {
            // A capital inside of a word begins a name.
            let goes_on = |index: &usize| {
                let begins = self.has_small
                    && self.is_capital(*index)
                    && !self.is_capital(*index - 1);
                self.goes_on(*index) && !begins
            };
            let rest = start + 1..self.words.len();
            let end = start + 1 + rest.take_while(goes_on).take(2).count();
            let count = compounds::longest(&self.folded[start..end]);
            if count > 1 {
                self.found[start + 1..start + count].fill(Hold::Word);
                self.is_part[start..start + count].fill(true);
            }
            start += count;
        }
    }

    fn find_phrases(&mut self) {
        for phrase in PHRASES {
            let count = phrase.split(' ').count();
            for start in 0..(self.words.len() + 1).saturating_sub(count) {
                let end = start + count;
                let same = phrase.split(' ').eq(self.folded[start..end].iter());
                if same && (start + 1..end).all(|index| self.goes_on(index)) {
                    for hold in &mut self.found[start + 1..end] {
                        *hold = (*hold).max(Hold::Name);
                    }
                    self.is_part[start..end].fill(true);
                }
            }
        }
    }

    /// How the word before an index holds to the one there.
    fn between(&self, index: usize) -> Hold {
        let (word, next) = (&self.words[index - 1], &self.words[index]);
        if !next.follows {
            return Hold::None;
        }
        let leads = LEADING.contains(&&*self.folded[index - 1])
            || LEADING.contains(&&*word.opened().to_lowercase());
        // "TM. ỦY BAN NHÂN DÂN": a line of its own for the sign of an authority looks lost.
        if leads && word.text.ends_with('.') {
            return Hold::Word;
        }
        if leads && self.is_nameless(index) {
            return Hold::None;
        }
        if leads && !self.is_part[index - 1] && !word.text.ends_with([',', ';', ':', ')'])
        {
            return Hold::Lead;
        }
        if word.is_dash() {
            return self.of_pair(index);
        }
        if !self.goes_on(index) {
            // "phòng, chống", "các xã, phường"
            let is_pair = word.text.ends_with(',')
                && !self.is_part[index - 1]
                && !self.is_part[index];
            return if is_pair { Hold::Phrase } else { Hold::None };
        }
        if self.ends_in_place(index) {
            return Hold::Lead;
        }
        let in_name = if self.has_small {
            let both = self.is_capital(index - 1) && self.is_capital(index);
            // "Công ty TNHH MTV | Khai thác công trình thủy lợi"
            if both && self.is_abbreviation(index - 1) && self.is_part[index] {
                return Hold::None;
            }
            both
        } else {
            self.is_in_place_name(index)
        };
        if in_name { Hold::Word } else { self.loosely(index) }
    }

    /// Whether a word is capitals alone: "THCS", "TNHH".
    fn is_abbreviation(&self, index: usize) -> bool {
        let word = self.words[index].bare();
        word.chars().nth(1).is_some() && word.chars().all(is_uppercase)
    }

    /// How a word holds to the dash before it: as the other half of a pair.
    fn of_pair(&self, index: usize) -> Hold {
        let [first, dash, second] = [index.checked_sub(2), Some(index - 1), Some(index)]
            .map(|at| at.and_then(|at| self.words.get(at)));
        let (Some(first), Some(dash), Some(second)) = (first, dash, second) else {
            return Hold::None;
        };
        let is_closed = !dash.follows || first.is_closed();
        let alike = |is: fn(char) -> bool| {
            first.opened().starts_with(is) && second.text.starts_with(is)
        };
        if is_closed || !(alike(is_alphabetic) || alike(|c| c.is_ascii_digit())) {
            return Hold::None;
        }
        let both_names = if self.has_small {
            self.is_capital(index - 2) && self.is_capital(index)
        } else {
            self.is_in_place_name(index - 2) || self.ends_in_place(index - 2)
        };
        if both_names { Hold::Name } else { Hold::Phrase }
    }

    /// Whether in capitals a word goes on with the name of a place: "XÃ MÙ CANG CHẢI".
    fn is_in_place_name(&self, index: usize) -> bool {
        let goes_on = |at: usize| {
            let is_dash = |at: usize| self.words[at].is_dash();
            let is_syllable = self.goes_on(at)
                && !self.fixed[at]
                && !self.is_part[at]
                && !LEADING.contains(&&*self.folded[at]);
            is_syllable || self.words[at].follows && (is_dash(at) || is_dash(at - 1))
        };
        let earlier = (1..index).rev().take(LONGEST_PLACE);
        let mut name = earlier.take_while(|at| goes_on(at + 1));
        index > 0 && goes_on(index) && name.any(|at| self.ends_in_place(at))
    }

    /// Whether what ends before an index is a kind of place that has no name, but a time: "Hội đồng
    /// nhân dân phường | khóa I", "trên địa bàn xã | năm 2026".
    fn is_nameless(&self, index: usize) -> bool {
        self.ends_in_place(index) && TIMES.contains(&&*self.folded[index])
    }

    /// Whether what ends before an index is a kind of place.
    fn ends_in_place(&self, index: usize) -> bool {
        let Some(last) = index.checked_sub(1).map(|last| &*self.folded[last]) else {
            return false;
        };
        let two = (index > 1).then(|| format!("{} {last}", self.folded[index - 2]));
        PLACES.contains(&last) || two.is_some_and(|two| PLACES.contains(&&*two))
    }

    /// What holds where nothing better is known.
    fn loosely(&self, index: usize) -> Hold {
        let (last, next) = (&*self.folded[index - 1], &*self.folded[index]);
        let follows = self.folded.get(index + 1).map_or("", |word| word);
        let begins_with_digit =
            |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        if next == "ngày" && last.contains(['/', '-']) {
            return Hold::Phrase;
        }
        if next == "tháng" && begins_with_digit(last) {
            return Hold::Lead;
        }
        if next == "số" && begins_with_digit(follows) {
            // "Quyết định số 131/QĐ-UBND"
            let is_code = follows.contains(['/', '-']);
            return if is_code { Hold::Weak } else { Hold::Phrase };
        }
        let is_number = |word: &str| {
            (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
        };
        // "đường vành đai 4", "từ 1 đến 5 tuổi", "quý II năm 2026"
        let counts_on = self.fixed.get(index + 1) == Some(&true);
        if is_number(next) && !counts_on
            || next == "đến" && begins_with_digit(last) && begins_with_digit(follows)
            || next == "năm"
                && index > 1
                && matches!(&*self.folded[index - 2], "quý" | "tháng")
        {
            return Hold::Phrase;
        }
        let is_unknown =
            |at: usize| !self.is_part[at] && !begins_with_digit(&self.folded[at]);
        if is_unknown(index) && !LEADING.contains(&next) {
            let starts_name = self.has_small && self.is_capital(index);
            let both = is_unknown(index - 1) && !starts_name;
            return if both {
                Hold::Phrase
            } else if starts_name && !self.is_abbreviation(index) {
                Hold::None
            } else {
                Hold::Weak
            };
        }
        // "địa bàn xã năm 2026": a kind of place without a name stays with what it is of.
        let named = index + 1 < self.words.len()
            && (self.is_capital(index + 1)
                || begins_with_digit(follows)
                || !self.goes_on(index + 1));
        if PLACES.contains(&next) && self.has_small && !named {
            // "Chủ tịch | UBND xã | về công tác"
            let of_body = self.is_abbreviation(index - 1);
            return if of_body { Hold::Phrase } else { Hold::Weak };
        }
        Hold::None
    }
}

/// Lets go where too much would hold together: the weakest holds first, those in the middle first.
fn loosen(holds: &mut [Hold], widths: &[f32], room: f32) {
    let mut start = 0;
    while start < holds.len() {
        let held =
            holds[start + 1..].iter().take_while(|hold| **hold != Hold::None).count();
        let end = start + 1 + held;
        let width: f32 = widths[start..end].iter().sum();
        let inner = start + 1..end;
        let off_middle = |index: usize| {
            let before: f32 = widths[start..index].iter().sum();
            (before - width / 2.0).abs()
        };
        let weakest = inner.filter(|index| holds[*index] < Hold::Fixed).min_by(|a, b| {
            holds[*a].cmp(&holds[*b]).then(off_middle(*a).total_cmp(&off_middle(*b)))
        });
        match weakest {
            Some(index) if width > room => holds[index] = Hold::None,
            _ => start = end,
        }
    }
}

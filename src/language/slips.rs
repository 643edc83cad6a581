//! Real words in the place of others: `bổ xung` for `bổ sung`. Whole phrases are known, so that
//! nothing is said of words that are right in another one. A part of `language`.

mod table;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::compounds::is_compound;
use super::letters::Case;
use super::traits::Traits;
use super::words::{Manner, Word};
use table::TABLE;

/// What stands for any number.
const NUMBER: &str = "#";

/// A slip that clerks make.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// What is typed, in small letters; [`NUMBER`] is any number.
    wrong: &'static str,
    /// What is meant.
    right: &'static str,
    /// Whether no sentence can have it otherwise than by mistake.
    sure: bool,
    /// Words right behind which it may be meant.
    not_behind: &'static str,
    /// Words right before which it may be meant.
    not_before: &'static str,
    /// The words right before which alone it is a slip; none: any.
    only_before: &'static str,
}

/// A slip in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordSlip {
    /// From its first word to its last.
    pub range: Range<usize>,
    /// What was meant, in the case of what is there.
    pub right: String,
    /// Whether nothing else can have been meant.
    pub sure: bool,
}

/// Room for the places of the slips, thrice what they need.
const ROOM: usize = 1024;

/// Where the slips stand in the table, by their first words: each where [`room`] puts it, or in the
/// next that was free. Made with the program, so that a short paper does not wait for it.
static BY_FIRST: [Option<usize>; ROOM] = {
    assert!(TABLE.len() < ROOM / 2);
    let mut places = [None; ROOM];
    let mut at = 0;
    while at < TABLE.len() {
        let mut place = room(TABLE[at].wrong);
        while places[place].is_some() {
            place = (place + 1) % ROOM;
        }
        places[place] = Some(at);
        at += 1;
    }
    places
};

/// The place that the first word of a phrase gives.
const fn room(phrase: &str) -> usize {
    let letters = phrase.as_bytes();
    let (mut place, mut at) = (0, 0);
    while at < letters.len() && letters[at] != b' ' {
        place = (place * 31 + letters[at] as usize) % ROOM;
        at += 1;
    }
    place
}

/// The slips with a first word, in the order of the table, and what they have behind it; it is as
/// `folded` gives it.
fn beginning_with(first: &str) -> impl Iterator<Item = (&'static Entry, &'static str)> {
    let mut place = room(first);
    let entries = std::iter::from_fn(move || {
        let entry = &TABLE[BY_FIRST[place]?];
        place = (place + 1) % ROOM;
        Some(entry)
    });
    entries.filter_map(move |entry| {
        Some((entry, entry.wrong.strip_prefix(first)?.strip_prefix(' ')?))
    })
}

/// Whether a slip begins with a word, as `folded` gives it.
pub(super) fn begin_with(word: &str) -> bool {
    beginning_with(word).next().is_some()
}

/// The slips among the words of a line.
#[must_use]
pub fn slips(words: &[Word<'_>]) -> Vec<WordSlip> {
    let mut found: Vec<WordSlip> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let first = match word.manner {
            Manner::Plain if word.traits.has(Traits::SLIP) => word.folded(),
            Manner::Number => NUMBER.into(),
            Manner::Plain | Manner::Hyphened | Manner::Code => continue,
        };
        let Some(next) = words.get(at + 1).filter(|next| next.follows) else { continue };
        let second = match next.manner {
            Manner::Number => NUMBER.into(),
            Manner::Plain | Manner::Hyphened | Manner::Code => next.folded(),
        };
        let follows = |rest: &str| {
            rest.strip_prefix(&*second)
                .is_some_and(|rest| matches!(rest.bytes().next(), None | Some(b' ')))
        };
        let fitting = beginning_with(&first)
            .filter(|(_, rest)| follows(rest))
            .filter_map(|(entry, _)| entry.read(words, at));
        found.extend(fitting.max_by_key(|slip| slip.range.end));
    }
    found
}

impl Entry {
    /// The slip at a word, if it is this one.
    fn read(&self, words: &[Word<'_>], at: usize) -> Option<WordSlip> {
        let count = self.wrong.split(' ').count();
        let here = words.get(at..at + count)?;
        let same = self.wrong.split(' ').zip(here).all(|(wanted, word)| match wanted {
            NUMBER => word.manner == Manner::Number,
            wanted => word.manner == Manner::Plain && word.folded() == wanted,
        });
        if !same || !here[1..].iter().all(|word| word.follows) {
            return None;
        }
        let case = case(here)?;
        let before = (at > 0 && here[0].follows).then(|| words[at - 1].folded());
        let behind = words.get(at + count).filter(|word| word.follows);
        let behind = behind.map(Word::folded);
        if self.is_meant(here, before.as_deref(), behind.as_deref()) {
            return None;
        }
        let number = here.iter().find(|word| word.manner == Manner::Number);
        let right = self.right.replace(NUMBER, number.map_or("", |word| &word.text));
        let range = here[0].range.start..here[count - 1].range.end;
        Some(WordSlip { range, right: case.write(&right), sure: self.sure })
    }

    /// Whether the words around it say that it is right: `giám sát nhập khẩu`.
    fn is_meant(
        &self,
        here: &[Word<'_>],
        before: Option<&str>,
        behind: Option<&str>,
    ) -> bool {
        let is_any = |list: &str, word: Option<&str>| {
            word.is_some_and(|word| list.split(' ').any(|one| one == word))
        };
        let allowed = is_any(self.not_behind, before)
            || is_any(self.not_before, behind)
            || (!self.only_before.is_empty() && !is_any(self.only_before, behind));
        let ends = [here.first(), here.last()].map(|word| word.map(Word::folded));
        let [Some(first), Some(last)] = ends else { return true };
        let bound = before.is_some_and(|before| is_compound(before, &first))
            || self.only_before.is_empty()
                && behind.is_some_and(|behind| is_compound(&last, behind));
        allowed || (bound && !self.sure)
    }
}

/// The case of a phrase: that of its first word, where the others are no names.
fn case(here: &[Word<'_>]) -> Option<Case> {
    let letters = || here.iter().filter(|word| word.manner == Manner::Plain);
    // A word of one letter may be in capitals as well.
    let fits = |word: &Word<'_>, case| {
        let alone = word.text.chars().count() == 1 && word.case() == Case::Title;
        word.case() == case || alone && case == Case::Capitals
    };
    if letters().all(|word| fits(word, Case::Capitals)) {
        return Some(Case::Capitals);
    }
    let first = letters().next()?.case();
    let fine = matches!(first, Case::Small | Case::Title);
    (fine && letters().skip(1).all(|word| fits(word, Case::Small))).then_some(first)
}

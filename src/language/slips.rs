//! Real words in the place of others: `bổ xung` for `bổ sung`. Whole phrases are known, so that
//! nothing is said of words that are right in another one. A part of `language`.

mod table;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::compounds::is_compound;
use super::letters::Case;
use super::words::{Manner, Word};
use table::TABLE;

/// A slip that clerks make.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// What is typed, in small letters; `#` is any number.
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

/// The slips by their first word, each with its second one.
type ByFirst = HashMap<&'static str, Vec<(&'static str, &'static Entry)>>;

static BY_FIRST: LazyLock<ByFirst> = LazyLock::new(|| {
    let mut all = ByFirst::new();
    for entry in TABLE {
        let mut wrong = entry.wrong.split(' ');
        let [first, second] = [wrong.next(), wrong.next()].map(Option::unwrap_or_default);
        all.entry(first).or_default().push((second, entry));
    }
    all
});

/// The slips among the words of a line.
#[must_use]
pub fn slips(words: &[Word<'_>]) -> Vec<WordSlip> {
    let mut found: Vec<WordSlip> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let entries = match word.manner {
            Manner::Plain => BY_FIRST.get(&*word.folded()),
            Manner::Number => BY_FIRST.get("#"),
            Manner::Hyphened | Manner::Code => None,
        };
        let Some(entries) = entries else { continue };
        let Some(next) = words.get(at + 1).filter(|next| next.follows) else { continue };
        let next = match next.manner {
            Manner::Number => "#".into(),
            Manner::Plain | Manner::Hyphened | Manner::Code => next.folded(),
        };
        let fitting = entries
            .iter()
            .filter(|(second, _)| *second == next)
            .filter_map(|(_, entry)| entry.read(words, at));
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
            "#" => word.manner == Manner::Number,
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
        let right = self.right.replace('#', number.map_or("", |word| &word.text));
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

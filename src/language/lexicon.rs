//! `Lexicon`: what the rules ask of every word, answered once for each spelling that a paper has:
//! it has few, and these again and again. A part of `language`.

use std::collections::HashMap;

use super::compounds::folded;
use super::syllable::{Place, Syllable};
use super::traits::Traits;
use super::words::{self, Word};
use super::{look_alikes, slips, spellings};

/// The words of a paper that were met so far, each as it is typed.
#[derive(Debug, Default)]
pub struct Lexicon<'t> {
    known: HashMap<&'t str, Traits>,
}

impl<'t> Lexicon<'t> {
    /// The words of a line.
    #[must_use]
    pub fn words(&mut self, line: &'t str) -> Vec<Word<'t>> {
        let known = &mut self.known;
        if known.is_empty() {
            known.reserve(USUAL);
        }
        words::cut(line, |typed, text| {
            *known.entry(typed).or_insert_with(|| traits(typed, text))
        })
    }
}

/// About so many words has a paper of some pages: there is room for them from the first line on.
const USUAL: usize = 448;

/// The words of one line alone.
#[must_use]
pub fn words(line: &str) -> Vec<Word<'_>> {
    Lexicon::default().words(line)
}

/// What holds of a word of letters: as it is typed, and in NFC.
fn traits(typed: &str, text: &str) -> Traits {
    let syllable = Syllable::read(text);
    let small = folded(text);
    let last = text.chars().max().unwrap_or_default();
    Traits::of(&[
        (Traits::SYLLABLE, syllable.is_some()),
        (Traits::MOVABLE, syllable.is_some_and(|one| one.place != Place::Only)),
        (Traits::Y_OR_I, spellings::has_y_and_i(text)),
        (Traits::ENSURING, matches!(&*small, "bảo" | "đảm")),
        (Traits::SLIP, slips::begin_with(&small)),
        (Traits::FOREIGN, typed.contains(look_alikes::is_foreign)),
        (Traits::OLD, ('\u{a1}'..='\u{ff}').contains(&last)),
    ])
}

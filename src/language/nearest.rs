//! The spellings that were probably meant by a word that cannot be Vietnamese: one slip of the
//! hand away, and real syllables. A part of `language`.

use super::attested::frequency;
use super::letters::{Tone, is_vowel, with_tone};
use super::syllable::{Spelt, Syllable};

/// How a word went wrong, the likelier slips first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// The tone mark stands on another letter: `qúy`, `đựơc`.
    Mark,
    /// One of the horns of `ươ` is missing: `trưòng`, `đuợc`.
    Horn,
    /// `ng` for `ngh` or the other way round, before the vowel that wants the other: `nghành`.
    Consonant,
    /// A final consonant is there twice: `toánn`.
    Doubled,
    /// A tone that `c`, `ch`, `p` and `t` do not go with: `kễt`.
    Stopped,
    /// The same without any tone: `viêc`.
    Toneless,
    /// Two letters have changed places: `trogn`.
    Swapped,
    /// A letter too much: `thônng`, `hoặcj`.
    Extra,
    /// Another mark on a vowel, `d` for `đ`, `k` for `c`: `kòng`.
    Alike,
    /// A letter is missing or is another one.
    Other,
}

/// What may have been meant, the likeliest first; at most three, by no kind of slip
/// behind `most`.
pub(super) fn nearest(word: &str, most: Slip) -> Vec<(Slip, String)> {
    let Some(spelt) = Spelt::of(word) else { return Vec::new() };
    let mut found: Vec<(Slip, u32, String)> = Vec::new();
    let mut take = |slip, letters: &[char], tones: &[Tone]| {
        for tone in tones {
            let Some(syllable) = syllable(letters, *tone) else { continue };
            let spelling = syllable.spelling();
            let common = frequency(&spelling);
            if common > 0 && !found.iter().any(|(_, _, other)| *other == spelling) {
                found.push((slip, u32::MAX - common, spelling));
            }
        }
    };
    let (letters, tone) = (spelt.letters().to_vec(), spelt.tone());
    let stopped = [Tone::Acute, Tone::Dot];
    let changed = if tone == Tone::Level { Slip::Toneless } else { Slip::Stopped };
    take(Slip::Mark, &letters, &[tone]);
    take(changed, &letters, &stopped);
    for (slip, letters) in variants(&letters, most) {
        take(slip, &letters, &[tone]);
        if tone == Tone::Level && syllable(&letters, tone).is_none() {
            take(slip, &letters, &stopped);
        }
    }
    // From there on, how common a word is tells more than how it went wrong.
    let kind = |slip: Slip| slip.min(Slip::Swapped);
    found.sort_by(|a, b| (kind(a.0), a.1, &a.2).cmp(&(kind(b.0), b.1, &b.2)));
    let first = found.first().map(|(slip, ..)| kind(*slip));
    let same = found.into_iter().take_while(|(slip, ..)| Some(kind(*slip)) == first);
    same.take(3).map(|(slip, _, spelling)| (slip, spelling)).collect()
}

/// The syllable of some letters and a tone, its mark where it belongs.
fn syllable(letters: &[char], tone: Tone) -> Option<Syllable> {
    let mut word: Vec<char> = letters.to_vec();
    // Any vowel will do: the mark is moved from there.
    let vowel = word.iter_mut().rev().find(|c| is_vowel(**c))?;
    *vowel = with_tone(*vowel, tone);
    Syllable::read_loosely(&word.iter().collect::<String>())
}

/// The words that are one slip away from some letters, none of a kind behind `most`.
fn variants(letters: &[char], most: Slip) -> Vec<(Slip, Vec<char>)> {
    let mut all = Vec::new();
    let word: String = letters.iter().collect();
    let mut add = |slip, word: String| {
        if slip <= most {
            all.push((slip, word.chars().collect::<Vec<_>>()));
        }
    };
    for half in ["ưo", "uơ"] {
        if word.contains(half) {
            add(Slip::Horn, word.replacen(half, "ươ", 1));
        }
    }
    if let Some(rest) = word.strip_prefix("ngh") {
        add(Slip::Consonant, format!("ng{rest}"));
    } else if let Some(rest) = word.strip_prefix("ng") {
        add(Slip::Consonant, format!("ngh{rest}"));
    }
    for at in 0..letters.len() {
        let joined = |left: &[char], middle: &[char], right: &[char]| -> String {
            left.iter().chain(middle).chain(right).collect()
        };
        let (left, here, right) = (&letters[..at], letters[at], &letters[at + 1..]);
        let doubled = at > 0 && letters[at - 1] == here && !is_vowel(here);
        let slip = if doubled { Slip::Doubled } else { Slip::Extra };
        add(slip, joined(left, &[], right));
        if let Some((next, right)) = right.split_first() {
            add(Slip::Swapped, joined(left, &[*next, here], right));
        }
        let others = if most == Slip::Other { ALPHABET } else { "" };
        for other in others.chars() {
            let slip = if are_alike(here, other) { Slip::Alike } else { Slip::Other };
            add(slip, joined(left, &[other], right));
            add(Slip::Other, joined(left, &[other, here], right));
        }
    }
    for other in ALPHABET.chars() {
        add(Slip::Other, format!("{word}{other}"));
    }
    all
}

const ALPHABET: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxy";

/// Whether two letters are the same but for a mark, or for the custom of spelling.
fn are_alike(a: char, b: char) -> bool {
    ["aăâ", "eê", "oôơ", "uư", "dđ", "iy", "ck"]
        .iter()
        .any(|group| group.contains(a) && group.contains(b))
}

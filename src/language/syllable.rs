//! The syllable (âm tiết) of Vietnamese: its parts, its tone, where the tone mark stands. A part
//! of `language`.

#[cfg(test)]
mod tests;

use super::letters::{Tone, is_large, split_tone, with_tone};
use super::rhymes::{self, Rhyme};

/// A syllable that Vietnamese can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syllable {
    /// The consonants it begins with (âm đầu).
    pub onset: &'static str,
    /// What follows them (vần).
    pub rhyme: Rhyme,
    /// Its tone.
    pub tone: Tone,
    /// Where the tone mark stands.
    pub place: Place,
}

/// Where a syllable has its tone mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where all put it; also where there is none.
    Only,
    /// On the first of two vowels, as most keyboards do: `hòa`, `ủy`.
    First,
    /// On the second, as the Ministry of Education's spelling of 2003 does: `hoà`, `uỷ`.
    Second,
}

/// The consonants, the longer ones first.
pub(super) const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
];

/// Most letters of a syllable: `nghiêng`; and one too much.
const LONGEST: usize = 8;

/// The letters of a word in small letters without tones, and where its tone marks are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelt {
    letters: [char; LONGEST],
    count: usize,
    /// The tone, and the letter that has it.
    tone: Option<(Tone, usize)>,
}

impl Spelt {
    /// Takes a word apart; nothing if it is too long or has two tone marks.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut spelt = Self { letters: Default::default(), count: 0, tone: None };
        for c in word.chars() {
            let c = if is_large(c) { c.to_lowercase().next()? } else { c };
            let (base, tone) = split_tone(c);
            *spelt.letters.get_mut(spelt.count)? = base;
            if tone != Tone::Level && spelt.tone.replace((tone, spelt.count)).is_some() {
                return None;
            }
            spelt.count += 1;
        }
        Some(spelt)
    }

    /// Its letters, without a tone.
    pub(super) fn letters(&self) -> &[char] {
        &self.letters[..self.count]
    }

    /// Its tone.
    pub(super) fn tone(&self) -> Tone {
        self.tone.map_or(Tone::Level, |(tone, _)| tone)
    }

    /// The syllable that the letters make, wherever its tone mark stands, and the letter behind
    /// its first consonants.
    fn read(&self) -> Option<(&'static str, Rhyme, usize)> {
        let letters = self.letters();
        // Most of them begin with another letter.
        let first = letters.first()?.encode_utf8(&mut [0; 4]).as_bytes()[0];
        let may_fit = |onset: &&&str| onset.bytes().next().is_none_or(|c| c == first);
        ONSETS.iter().filter(may_fit).find_map(|onset| {
            let length = if *onset == "đ" { 1 } else { onset.len() };
            if letters.len() < length
                || !onset.chars().eq(letters[..length].iter().copied())
            {
                return None;
            }
            let rest = &letters[length..];
            // `gì`, `giếng`: the i is the consonant's and the vowel's.
            let shared = *onset == "gi"
                && (rest.first().is_none_or(|c| !super::letters::is_vowel(*c))
                    || matches!(rest, ['ê', 'c' | 't'] | ['ê', 'n', 'g']));
            let start = length - usize::from(shared);
            let rhyme = rhyme(onset, &letters[start..])?;
            fits(onset, &rhyme).then_some((*onset, rhyme, start))
        })
    }
}

/// The rhyme with these letters behind an onset.
fn rhyme(onset: &str, rest: &[char]) -> Option<Rhyme> {
    if rest.is_empty() || rest.len() > rhymes::LONGEST {
        return None;
    }
    let wanted = rhymes::letters(rest.iter().copied());
    let table = rhymes::behind(onset);
    let found = table.binary_search_by_key(&wanted, |(letters, _)| *letters).ok()?;
    Some(table[found].1)
}

/// Whether an onset is written so before a rhyme: `k` before e and i, `c` before the others.
fn fits(onset: &str, rhyme: &Rhyme) -> bool {
    let plain = rhyme.glide.is_empty();
    let front = plain && rhyme.nucleus.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        // `yên` stands alone; behind a consonant it is `iên`.
        onset if plain && rhyme.nucleus == "yê" => onset.is_empty(),
        "k" | "gh" | "ngh" => front,
        "g" | "ng" => !front,
        "c" => !front && plain,
        "" => rhyme.nucleus != "iê",
        _ => true,
    }
}

impl Syllable {
    /// Reads a word in NFC, in letters of any case.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        let spelt = Spelt::of(word)?;
        let (onset, rhyme, start) = spelt.read()?;
        let tone = spelt.tone();
        let syllable = Self { onset, rhyme, tone, place: Place::Only };
        if !syllable.tone_fits() {
            return None;
        }
        let Some((_, at)) = spelt.tone else { return Some(syllable) };
        let bearer = start + rhyme.bearer();
        let movable = syllable.is_movable();
        let place = match at {
            at if at == bearer => {
                if movable {
                    Place::Second
                } else {
                    Place::Only
                }
            }
            at if movable && at + 1 == bearer => Place::First,
            _ => return None,
        };
        Some(Self { place, ..syllable })
    }

    /// Reads a word whose tone mark may stand on any of its letters: `qúy`, `đựơc`.
    #[must_use]
    pub fn read_loosely(word: &str) -> Option<Self> {
        let spelt = Spelt::of(word)?;
        let (onset, rhyme, _) = spelt.read()?;
        let tone = spelt.tone();
        let syllable = Self { onset, rhyme, tone, place: Place::Only };
        let place = if syllable.is_movable() { Place::First } else { Place::Only };
        syllable.tone_fits().then_some(Self { place, ..syllable })
    }

    fn tone_fits(&self) -> bool {
        !self.rhyme.is_stopped() || matches!(self.tone, Tone::Acute | Tone::Dot)
    }

    /// Whether its tone mark has two places: `hòa`, `hoà`, but `quý` alone.
    #[must_use]
    pub fn is_movable(&self) -> bool {
        self.tone != Tone::Level && self.rhyme.is_movable() && self.onset != "q"
    }

    /// How it is written, in small letters.
    #[must_use]
    pub fn spelling(&self) -> String {
        let rhyme = self.rhyme.spelling();
        let bearer = self.rhyme.bearer() - usize::from(self.place == Place::First);
        // `gì`: the i of the consonant is that of the vowel.
        let shared = self.onset == "gi" && rhyme.starts_with('i');
        let onset = if shared { "g" } else { self.onset };
        let toned = rhyme
            .chars()
            .enumerate()
            .map(|(index, c)| if index == bearer { with_tone(c, self.tone) } else { c });
        onset.chars().chain(toned).collect()
    }

    /// The same with the tone mark at another place, where it has two.
    #[must_use]
    pub fn placed(self, place: Place) -> Self {
        if self.is_movable() { Self { place, ..self } } else { self }
    }
}

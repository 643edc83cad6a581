//! Whether a word can be Vietnamese, and what it was to be if it cannot. Names, foreign words,
//! abbreviations and codes are none of its business. A part of `language`.

#[cfg(test)]
mod tests;

use super::attested::frequency;
use super::letters::{Case, Tone, is_letter, is_vowel, split_tone};
use super::loans;
use super::nearest::{Slip, nearest};
use super::syllable::{Place, Syllable};

/// What a word is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// A syllable of Vietnamese.
    Possible,
    /// A name, a foreign or borrowed word, an abbreviation.
    Foreign,
    /// A slip of the hand; what was probably meant, in the case of the word, the likeliest first.
    Impossible(Vec<String>),
}

/// Judges a word of letters, in NFC.
#[must_use]
pub fn judge(word: &str) -> Judgement {
    if Syllable::read(word).is_some() {
        return Judgement::Possible;
    }
    let case = Case::of(word);
    let small = word.to_lowercase();
    let ours = small.chars().all(|c| c.is_ascii() || is_letter(split_tone(c).0));
    if case == Case::Mixed || !ours || loans::is_known(&small) {
        return Judgement::Foreign;
    }
    let meant = if small.is_ascii() { plain(&small, case) } else { meant(&small, case) };
    if meant.is_empty() {
        return Judgement::Foreign;
    }
    Judgement::Impossible(meant.iter().map(|small| case.write(small)).collect())
}

/// Whether a word has the letters and the tone of another one, but for the place of the tone mark
/// and the horns of `ươ`: then nothing else can have been meant.
#[must_use]
pub fn is_certain(word: &str, meant: &str) -> bool {
    let read = |word: &str| {
        let small = word.to_lowercase();
        let split: Vec<_> = small.chars().map(split_tone).collect();
        let plain = |c| match c {
            'ư' => 'u',
            'ơ' => 'o',
            c => c,
        };
        let letters: String = split.iter().map(|(base, _)| plain(*base)).collect();
        (letters, split.into_iter().map(|(_, tone)| tone).max())
    };
    read(word) == read(meant)
}

/// What a word with accents was to be; nothing for a foreign one.
fn meant(small: &str, case: Case) -> Vec<String> {
    match vowel_groups(small) {
        1 if small.chars().count() > 1 => {}
        0 | 1 => return Vec::new(),
        _ => return if case == Case::Small { apart(small) } else { Vec::new() },
    }
    let most = if case == Case::Small { Slip::Other } else { Slip::Toneless };
    let found = nearest(small, most);
    let Some((slip, _)) = found.first() else { return Vec::new() };
    let is_ours = match case {
        Case::Small => !loans::begins_foreign(small),
        Case::Title => is_typical(*slip, small),
        // `QĐ` and `HĐND` have no tones.
        Case::Capitals => has_tone(small) && is_typical(*slip, small),
        Case::Mixed => false,
    };
    if is_ours { found.into_iter().map(|(_, word)| word).collect() } else { Vec::new() }
}

/// Whether a word in capitals or with a large first letter is a slip rather than a name of a
/// people with another tongue: `Qúy` is, `Đăk`, `Kôn` and `Plông` are not.
fn is_typical(slip: Slip, small: &str) -> bool {
    match slip {
        Slip::Mark | Slip::Horn | Slip::Doubled | Slip::Stopped => true,
        Slip::Consonant => {
            has_tone(small) || small.contains("iê") || small.starts_with("ngh")
        }
        Slip::Toneless => {
            ["ươ", "iê", "yê", "uô"].iter().any(|nucleus| small.contains(nucleus))
        }
        Slip::Swapped | Slip::Extra | Slip::Alike | Slip::Other => false,
    }
}

/// What a word without any accent was to be. Most are foreign; some no language has but ours.
fn plain(small: &str, case: Case) -> Vec<String> {
    if case != Case::Small || vowel_groups(small) != 1 {
        return Vec::new();
    }
    let swapped = ["ogn", "ugn", "ahn", "agn"].iter().any(|end| {
        let onset = small.strip_suffix(end);
        onset.is_some_and(|onset| {
            ["tr", "kh", "nh", "th", "ph", "ch", "ng"].contains(&onset)
        })
    });
    let doubled =
        ["ngg", "nng", "nhh", "nnh", "chh"].iter().any(|end| small.ends_with(end));
    let most = match (swapped, doubled || small.starts_with("ngh")) {
        (true, _) => Slip::Swapped,
        (false, true) => Slip::Doubled,
        (false, false) => return Vec::new(),
    };
    nearest(small, most).into_iter().map(|(_, word)| word).collect()
}

/// Two words that were typed without a blank: `kếtquả`. Borrowed words have no such tones:
/// `vắcxin`, `côngtơ`.
fn apart(small: &str) -> Vec<String> {
    let whole = |part: &str| {
        let syllable = Syllable::read(part)?;
        (frequency(&syllable.placed(Place::First).spelling()) > 0)
            .then_some(syllable.tone)
    };
    let cuts = small.char_indices().map(|(at, _)| at).skip(2);
    let found = cuts.filter_map(|at| {
        let (one, other) = small.split_at(at);
        if other.starts_with(|c| is_vowel(split_tone(c).0)) {
            return None;
        }
        let tones = [whole(one)?, whole(other)?];
        let ours = tones.iter().any(|tone| !matches!(tone, Tone::Level | Tone::Acute));
        ours.then(|| format!("{one} {other}"))
    });
    found.take(1).collect()
}

/// Whether a word has a tone mark.
fn has_tone(small: &str) -> bool {
    small.chars().any(|c| split_tone(c).1 != Tone::Level)
}

/// How many runs of vowels a word has.
fn vowel_groups(small: &str) -> usize {
    let vowels: Vec<bool> = small.chars().map(|c| is_vowel(split_tone(c).0)).collect();
    let starts = vowels.windows(2).filter(|pair| !pair[0] && pair[1]).count();
    starts + usize::from(vowels.first() == Some(&true))
}

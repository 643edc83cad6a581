//! Vietnamese from before Unicode: the encodings TCVN3 (ABC) and VNI, known by the words that
//! their letters spell. A part of `source`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::characters::is_alphabetic;
use super::letters::letter;

/// An encoding of Vietnamese that fonts of its own were made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Legacy {
    /// TCVN 5712 in its third form, with the fonts whose names start with `.Vn`.
    Tcvn3,
    /// VNI, with the fonts whose names start with `VNI-`.
    Vni,
}

/// A stretch of text whose letters make no words unless they are read in an old encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// From the first such word to the last.
    pub(super) range: Range<usize>,
    /// The encoding that makes the most words of it.
    pub(super) encoding: Legacy,
    /// What its first word was to be.
    pub(super) meant: String,
}

/// Fewer such words than this may be names in another language.
const FEWEST: usize = 3;

/// The stretches of a text, read as Latin-1 or what looks like it, that were typed in an old
/// encoding. Lines without accents belong to what stands around them.
pub(super) fn stretches(text: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut open: Vec<Word> = Vec::new();
    let mut known = HashMap::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (odd, sound) = judge(line, start, &mut known);
        start += line.len();
        if !odd.is_empty() && odd.len() * 2 >= sound {
            open.extend(odd);
        } else if sound > 0 {
            found.extend(close(&mut open));
        }
    }
    found.extend(close(&mut open));
    found
}

/// A word that only an old encoding makes sense of.
struct Word {
    range: Range<usize>,
    meant: Meant,
}

/// What each encoding makes of a word.
type Meant = [Option<String>; 2];

const ENCODINGS: [Legacy; 2] = [Legacy::Tcvn3, Legacy::Vni];

/// What is to be said of a word with accents.
#[derive(Clone)]
enum Verdict {
    Sound,
    Odd(Meant),
    Foreign,
}

/// The odd words of a line that starts at `start`, and how many words with accents are sound: of a
/// line in which these prevail, as far as that is known.
fn judge<'t>(
    line: &'t str,
    start: usize,
    known: &mut HashMap<&'t str, Verdict>,
) -> (Vec<Word>, usize) {
    let words = line.split(|c| !is_letter(c)).filter(|word| !word.is_ascii());
    // Said before anything is looked up: of most Vietnamese words this is all.
    let (beyond, open): (Vec<_>, Vec<_>) = words.partition(|word| is_beyond(word));
    let mut odd = Vec::new();
    let mut sound = beyond.len();
    for (index, word) in open.iter().enumerate() {
        // Whatever the others are, they are too few.
        if (odd.len() + open.len() - index) * 2 < sound {
            return (Vec::new(), sound);
        }
        match known.entry(word).or_insert_with(|| verdict(word)) {
            Verdict::Sound => sound += 1,
            Verdict::Odd(meant) => {
                let at = start + word.as_ptr().addr() - line.as_ptr().addr();
                odd.push(Word { range: at..at + word.len(), meant: meant.clone() });
            }
            Verdict::Foreign => {}
        }
    }
    (odd, sound)
}

/// Whether a word has a letter that neither encoding has: it is sound for that alone.
fn is_beyond(word: &str) -> bool {
    word.bytes().any(|byte| byte >= 0xc4)
}

fn verdict(word: &str) -> Verdict {
    if is_beyond(word) || is_syllable(word) {
        return Verdict::Sound;
    }
    let meant = ENCODINGS.map(|encoding| encoding.read(word));
    let meant = meant.map(|word| word.filter(|word| is_telling(word)));
    if meant.iter().any(Option::is_some) { Verdict::Odd(meant) } else { Verdict::Foreign }
}

/// What a single word means in an old encoding, where it makes no Vietnamese word as it stands; in
/// small letters.
#[must_use]
pub fn legacy_word(word: &str) -> Option<String> {
    match verdict(word) {
        Verdict::Odd(meant) => meant.into_iter().flatten().next(),
        Verdict::Sound | Verdict::Foreign => None,
    }
}

/// What is left of the words of a stretch, if there are enough of them.
fn close(open: &mut Vec<Word>) -> Option<Stretch> {
    let words = std::mem::take(open);
    let count = |index: usize| words.iter().filter(|w| w.meant[index].is_some()).count();
    let index = usize::from(count(1) > count(0));
    if count(index) < FEWEST {
        return None;
    }
    let range = words.first()?.range.start..words.last()?.range.end;
    let meant = words.into_iter().find_map(|mut word| word.meant[index].take())?;
    Some(Stretch { range, encoding: ENCODINGS[index], meant })
}

/// Whether a character can stand in a word of either kind.
fn is_letter(c: char) -> bool {
    is_alphabetic(c) || ('\u{a1}'..='\u{ff}').contains(&c)
}

/// Whether a word is Vietnamese and has an accent to show it.
fn is_telling(word: &str) -> bool {
    word.chars().count() > 1 && !word.is_ascii() && is_syllable(word)
}

/// The letters of TCVN3 from 0xA1 on.
static TCVN3: LazyLock<Vec<char>> = LazyLock::new(|| {
    "ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợùủũúụừử\
     ữứựỳỷỹýỵ"
        .nfc()
        .collect()
});

impl Legacy {
    /// A word in small letters as this encoding means it, if it can.
    fn read(self, word: &str) -> Option<String> {
        match self {
            Self::Tcvn3 => word.chars().map(tcvn3).collect(),
            Self::Vni => vni(word),
        }
    }
}

fn tcvn3(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    let index = u32::from(c).checked_sub(0xa1)?;
    let letter = *TCVN3.get(usize::try_from(index).ok()?)?;
    letter.to_lowercase().next().filter(|letter| *letter != '·')
}

/// Reads VNI, in which an accent is a letter of its own behind the one that it stands on.
fn vni(word: &str) -> Option<String> {
    let mut out = String::with_capacity(word.len() + 8);
    for c in word.chars().flat_map(char::to_lowercase) {
        match vni_letter(c) {
            Some(letter) => out.push(letter),
            None => out.push_str(vni_accent(out.chars().next_back()?, c)?),
        }
    }
    Some(out.nfc().collect())
}

fn vni_letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | 'í' | 'ì' => c,
        'ô' => 'ơ',
        'ö' => 'ư',
        'ñ' => 'đ',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'î' => 'ỵ',
        _ => return None,
    })
}

/// The accents that `c` puts on a letter.
fn vni_accent(base: char, c: char) -> Option<&'static str> {
    let (bases, accents) = match c {
        'ù' => ("aeouyơư", "\u{301}"),
        'ø' => ("aeouyơư", "\u{300}"),
        'û' => ("aeouyơư", "\u{309}"),
        'õ' => ("aeouyơư", "\u{303}"),
        'ï' => ("aeouyơư", "\u{323}"),
        'â' => ("aeo", "\u{302}"),
        'á' => ("aeo", "\u{302}\u{301}"),
        'à' => ("aeo", "\u{302}\u{300}"),
        'å' => ("aeo", "\u{302}\u{309}"),
        'ã' => ("aeo", "\u{302}\u{303}"),
        'ä' => ("aeo", "\u{302}\u{323}"),
        'ê' => ("a", "\u{306}"),
        'é' => ("a", "\u{306}\u{301}"),
        'è' => ("a", "\u{306}\u{300}"),
        'ú' => ("a", "\u{306}\u{309}"),
        'ü' => ("a", "\u{306}\u{303}"),
        'ë' => ("a", "\u{306}\u{323}"),
        _ => return None,
    };
    bases.contains(base).then_some(accents)
}

/// The consonants that a syllable starts with, the longer ones first.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d",
    "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// The consonants that a syllable ends with.
const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// The vowels that a syllable can have between them, without tones.
static NUCLEI: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi \
                      ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê iêu yêu oai oao oay oeo uây uôi uya \
                      uyê uyu ươi ươu uêu"
        .split(' ')
        .collect()
});

const VOWELS: &str = "aăâeêioôơuưy";

/// Longer than any syllable, in bytes, its accents apart.
const LONGEST: usize = 32;

/// Whether a word is built as Vietnamese ones are: consonants, vowels of which one may carry a
/// tone, consonants.
fn is_syllable(word: &str) -> bool {
    if word.len() > LONGEST {
        return false;
    }
    let (toneless, tones) = without_tones(word);
    let fits = |onset: &&str| {
        toneless.strip_prefix(onset).is_some_and(|rest| {
            let coda = rest.trim_start_matches(|c| VOWELS.contains(c));
            let vowels = &rest[..rest.len() - coda.len()];
            CODAS.contains(&coda) && NUCLEI.contains(vowels)
        })
    };
    tones <= 1 && ONSETS.iter().any(fits)
}

/// A word in small letters without its tone marks, and how many these are.
fn without_tones(word: &str) -> (String, usize) {
    let mut tones = 0;
    let mut toneless = String::with_capacity(word.len());
    for c in word.chars() {
        match latin_without_tone(c) {
            Some((letter, has_tone)) => {
                toneless.push(letter);
                tones += usize::from(has_tone);
            }
            None => return decomposed_without_tones(word),
        }
    }
    (toneless, tones)
}

/// The same of a word of any letters.
fn decomposed_without_tones(word: &str) -> (String, usize) {
    let is_tone =
        |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let apart: Vec<char> = word.chars().map(letter).nfd().collect();
    let tones = apart.iter().filter(|c| is_tone(c)).count();
    let kept = apart.into_iter().filter(|c| !is_tone(c));
    (kept.flat_map(char::to_lowercase).nfc().collect(), tones)
}

/// A character of Latin-1, which is what most words that are looked at have: in small letters
/// without a tone mark, and whether it has one.
fn latin_without_tone(c: char) -> Option<(char, bool)> {
    let small = match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        '\u{80}'..='\u{ff}' => c.to_lowercase().next().unwrap_or(c),
        _ => return None,
    };
    Some(match letter(small) {
        'à' | 'á' | 'ã' => ('a', true),
        'è' | 'é' => ('e', true),
        'ì' | 'í' => ('i', true),
        'ñ' => ('n', true),
        'ò' | 'ó' | 'õ' => ('o', true),
        'ù' | 'ú' => ('u', true),
        'ý' => ('y', true),
        small => (small, false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_known_by_their_words() {
        for (text, encoding, meant) in [
            ("Céng hßa x· héi chñ nghÜa ViÖt Nam", Legacy::Tcvn3, "hòa"),
            ("C«ng hßa, ®éc lËp - tù do - h¹nh phóc", Legacy::Tcvn3, "công"),
            ("N\u{ad}íc CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", Legacy::Tcvn3, "nước"),
            ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Legacy::Vni, "cộng"),
            ("COÄNG HOØA XAÕ HOÄI, ÑOÄC LAÄP", Legacy::Vni, "cộng"),
        ] {
            let found = stretches(text);
            let [one] = &found[..] else { panic!("{text}: {found:?}") };
            assert_eq!((one.encoding, one.meant.as_str()), (encoding, meant));
        }
    }

    #[test]
    fn latin_letters_lose_their_tones_as_all_letters_do() {
        for c in '\0'..='\u{ff}' {
            let (letter, has_tone) = latin_without_tone(c).unwrap();
            let (letters, tones) = decomposed_without_tones(c.encode_utf8(&mut [0; 4]));
            assert_eq!((letter.to_string(), usize::from(has_tone)), (letters, tones));
        }
        assert_eq!(latin_without_tone('ă'), None);
    }

    #[test]
    fn unicode_is_left_alone() {
        for text in [
            "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập - tự do - hạnh phúc",
            "Co\u{323}\u{302}ng ho\u{300}a xa\u{303} ho\u{323}\u{302}i, đu\u{31b}\u{301}ng",
            "Ông Müller (São Paulo), bà Noël, kỹ sư Åsa, naïve, «Công ty», 5 m², 1½, µm, 20°C",
            "Hà Nội: trà, cà phê, sữa; à, ơi, é; Ðại hội ðại biểu, ðộ ðạo, ðồng, ðo, ði",
        ] {
            assert_eq!(stretches(text), []);
        }
    }

    #[test]
    fn a_pasted_paragraph_is_found_in_its_place() {
        let odd = "C«ng hßa\nNam\n®éc lËp";
        let text = format!("Độc lập, tự do.\n{odd} \nHạnh phúc, tự do.\n");
        let found = stretches(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].range.clone()], odd);
    }
}

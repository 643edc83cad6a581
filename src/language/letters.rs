//! The letters of Vietnamese: each as its base and the tone mark above or below it. A part of
//! `language`.

/// A tone (thanh).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// No mark (thanh ngang).
    Level,
    /// `à` (huyền).
    Grave,
    /// `ả` (hỏi).
    Hook,
    /// `ã` (ngã).
    Tilde,
    /// `á` (sắc).
    Acute,
    /// `ạ` (nặng).
    Dot,
}

impl Tone {
    /// All six, in the order of dictionaries.
    pub const ALL: [Self; 6] =
        [Self::Level, Self::Grave, Self::Hook, Self::Tilde, Self::Acute, Self::Dot];
}

/// The vowels, each with its six tones in the order of [`Tone::ALL`].
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// The letters from U+00C0 on, each without its tone mark and with its tone.
static LATIN: [(char, Tone); 0x100] = taken_apart('\u{c0}');

/// Those from U+1EA0 on.
static ADDITIONAL: [(char, Tone); 0x60] = taken_apart('\u{1ea0}');

/// The characters from `first` on as [`split_tone`] gives them, made with the program: they are
/// asked for again and again.
const fn taken_apart<const COUNT: usize>(first: char) -> [(char, Tone); COUNT] {
    let mut table = [(first, Tone::Level); COUNT];
    let mut at = 0;
    let mut code = first as u32;
    while at < COUNT {
        if let Some(c) = char::from_u32(code) {
            table[at] = split(c);
        }
        at += 1;
        code += 1;
    }
    table
}

/// A letter taken apart by the rows of vowels.
const fn split(c: char) -> (char, Tone) {
    let mut row = 0;
    while row < VOWELS.len() {
        let mut tone = 1;
        while tone < Tone::ALL.len() {
            if VOWELS[row][tone] as u32 == c as u32 {
                return (VOWELS[row][0], Tone::ALL[tone]);
            }
            tone += 1;
        }
        row += 1;
    }
    (c, Tone::Level)
}

/// A small letter without its tone mark, and the tone: `ế` is `ê` with a sắc.
pub(super) fn split_tone(c: char) -> (char, Tone) {
    match c {
        '\u{c0}'..='\u{1bf}' => LATIN[c as usize - 0xc0],
        '\u{1ea0}'..='\u{1eff}' => ADDITIONAL[c as usize - 0x1ea0],
        c => (c, Tone::Level),
    }
}

/// A small vowel with a tone mark; another letter as it is.
pub(super) fn with_tone(base: char, tone: Tone) -> char {
    let row = VOWELS.iter().find(|row| row[0] == base);
    row.map_or(base, |row| row[tone as usize])
}

/// Whether a small letter without a tone is a vowel.
pub(super) fn is_vowel(base: char) -> bool {
    matches!(base, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// Whether a character is a letter. Those of Vietnamese are known without the tables of Unicode,
/// which cost more than all else here.
pub(super) fn is_alphabetic(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        '\u{d7}' | '\u{f7}' => false,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        c => c.is_alphabetic(),
    }
}

/// Whether a character is a large letter; see [`is_alphabetic`].
pub(super) fn is_large(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_uppercase(),
        '\u{d7}' | '\u{df}'..='\u{ff}' => false,
        '\u{c0}'..='\u{de}' => true,
        '\u{1ea0}'..='\u{1eff}' => u32::from(c) % 2 == 0,
        c => c.is_uppercase(),
    }
}

/// Whether a text may have accents that are characters of their own: by the first byte of those.
pub(super) fn may_have_accents(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xcc | 0xcd))
}

/// Whether a small letter without a tone is one that no other Latin alphabet has so.
pub(super) fn is_letter(base: char) -> bool {
    base == 'đ' || is_vowel(base)
}

/// How a word is written in large and small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// `xã`.
    Small,
    /// `Xã`.
    Title,
    /// `XÃ`.
    Capitals,
    /// `TTg`, `VnExpress`.
    Mixed,
}

impl Case {
    /// The case of a word of letters.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut chars = word.chars();
        let first = chars.next().is_some_and(is_large);
        let (mut large, mut small) = (0, 0);
        for c in chars {
            if is_large(c) {
                large += 1;
            } else {
                small += 1;
            }
        }
        match (first, large, small) {
            (false, 0, _) => Self::Small,
            (true, 0, _) => Self::Title,
            (true, _, 0) => Self::Capitals,
            _ => Self::Mixed,
        }
    }

    /// A word of small letters in this case; one in mixed case stays small.
    #[must_use]
    pub fn write(self, small: &str) -> String {
        match self {
            Self::Small | Self::Mixed => small.to_owned(),
            Self::Capitals => small.to_uppercase(),
            Self::Title => {
                let mut chars = small.chars();
                let first = chars.next().into_iter().flat_map(char::to_uppercase);
                first.chain(chars).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_come_off_and_on_again() {
        for row in VOWELS {
            let base = row[0];
            assert!(is_vowel(base));
            for (c, tone) in row.into_iter().zip(Tone::ALL) {
                assert_eq!(split_tone(c), (base, tone));
                assert_eq!(with_tone(base, tone), c);
            }
        }
        assert_eq!(split_tone('đ'), ('đ', Tone::Level));
        assert_eq!(with_tone('n', Tone::Dot), 'n');
    }

    #[test]
    fn letters_are_known_as_unicode_has_them() {
        for c in '\0'..'\u{2000}' {
            assert!(!c.is_alphabetic() || is_alphabetic(c), "{c:?}");
            assert_eq!(is_large(c), c.is_uppercase(), "{c:?}");
        }
        assert!(may_have_accents("e\u{301}") && !may_have_accents("Điều ế ư ơ"));
    }

    #[test]
    fn words_keep_their_case() {
        for (word, case) in [
            ("xã", Case::Small),
            ("Xã", Case::Title),
            ("XÃ", Case::Capitals),
            ("Ở", Case::Title),
            ("TTg", Case::Mixed),
            ("iOS", Case::Mixed),
        ] {
            assert_eq!(Case::of(word), case, "{word}");
        }
        assert_eq!(Case::Title.write("được"), "Được");
        assert_eq!(Case::Capitals.write("được"), "ĐƯỢC");
    }
}

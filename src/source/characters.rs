//! What Unicode says of a character. The letters of Vietnamese and the usual marks are known here:
//! the search in the tables of the standard library costs more than most rules. A part of `source`.

use std::borrow::Cow;

/// Whether a character is a letter, as `char::is_alphabetic` says.
#[must_use]
pub fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{206f}' => false,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is a letter or a digit, as `char::is_alphanumeric` says.
#[must_use]
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{206f}' => false,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Whether a character is a capital, as `char::is_uppercase` says.
#[must_use]
pub fn is_uppercase(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_uppercase(),
        '\u{d7}' | '\u{df}'..='\u{ff}' | '\u{2000}'..='\u{206f}' => false,
        '\u{c0}'..='\u{de}' => true,
        '\u{1ea0}'..='\u{1eff}' => u32::from(c) % 2 == 0,
        _ => c.is_uppercase(),
    }
}

/// How many bytes of letters a text begins with, as far as their bytes tell: U+00C0 to U+023F and
/// U+1E80 to U+1EFF. What stands behind them may be another letter.
#[must_use]
pub fn letters_at_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        at += match first {
            b'A'..=b'Z' | b'a'..=b'z' => 1,
            0xc4..=0xc8 => 2,
            0xc3 if !matches!(bytes.get(at + 1), Some(0x97 | 0xb7)) => 2,
            0xe1 if matches!(bytes.get(at + 1), Some(0xba | 0xbb)) => 3,
            _ => break,
        };
    }
    at
}

/// How many bytes a text begins with that are small letters of Vietnamese, each in one piece, or no
/// letters at all and of ASCII. Told byte by byte, as most words are so.
fn small_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        at += match first {
            b'A'..=b'Z' => break,
            0..=0x7f => 1,
            _ => match &bytes[at..] {
                // à to ÿ but for ð and ÷; ă, đ, ĩ, ũ, ơ, ư
                [0xc3, 0xa0..=0xaf | 0xb1..=0xb6 | 0xb8..=0xbf, ..]
                | [0xc4, 0x83 | 0x91 | 0xa9, ..]
                | [0xc5, 0xa9, ..]
                | [0xc6, 0xa1 | 0xb0, ..] => 2,
                // U+1EA0 to U+1EFF: each small letter stands behind its large one.
                [0xe1, 0xba, last @ 0xa0..=0xbf, ..] | [0xe1, 0xbb, last, ..]
                    if last % 2 == 1 =>
                {
                    3
                }
                _ => break,
            },
        };
    }
    at
}

/// Whether a text is in composed, small letters: [`lowercase`] and `as_composed` leave it as it is.
/// Of texts with other letters than those of Vietnamese it is not known.
#[must_use]
pub fn is_small(text: &str) -> bool {
    small_start(text) == text.len()
}

/// A text in small letters, as `str::to_lowercase` gives it: itself where it is in these.
#[must_use]
pub fn lowercase(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    loop {
        at += small_start(&text[at..]);
        let Some(c) = text[at..].chars().next() else { break };
        match small(c) {
            Some(small) if small == c => {}
            Some(small) => {
                if copied == 0 {
                    out.reserve_exact(text.len());
                }
                out.push_str(&text[copied..at]);
                out.push(small);
                copied = at + c.len_utf8();
            }
            // What its small letter is may depend on those beside it (`Σ`).
            None => return Cow::Owned(text.to_lowercase()),
        }
        at += c.len_utf8();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// A text in small letters, each at the place of its capital: a capital whose small letter has
/// another length stays (`İ`, `ẞ`).
#[must_use]
pub fn lowercase_in_place(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    loop {
        let (small_ones, rest) =
            text[out.len()..].split_at(small_start(&text[out.len()..]));
        out.push_str(small_ones);
        let Some(c) = rest.chars().next() else { return out };
        let from = out.len();
        match small(c) {
            Some(small) => out.push(small),
            None => out.extend(c.to_lowercase()),
        }
        if out.len() - from != c.len_utf8() {
            out.truncate(from);
            out.push(c);
        }
    }
}

/// The small letter of a character of Vietnamese; nothing of another one, whose small letter may
/// be several or depend on those beside it.
fn small(c: char) -> Option<char> {
    const TABLE: [Option<char>; 0x370] = {
        let mut table = [None; 0x370];
        let mut code: u32 = 0;
        while code < 0x370 {
            if let Some(c) = char::from_u32(code) {
                table[code as usize] = small_letter(c);
            }
            code += 1;
        }
        table
    };
    match c {
        '\0'..='\u{36f}' => TABLE[c as usize],
        // Each large letter stands before its small one.
        '\u{1ea0}'..='\u{1eff}' => char::from_u32(u32::from(c) | 1),
        '\u{2000}'..='\u{206f}' => Some(c),
        _ => None,
    }
}

/// The same of one of the first characters of Unicode.
const fn small_letter(c: char) -> Option<char> {
    let code = c as u32;
    match c {
        '\0'..='\u{7f}' => Some(c.to_ascii_lowercase()),
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{de}' => char::from_u32(code + 0x20),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => char::from_u32(code + 1),
        'ă'
        | 'đ'
        | 'ĩ'
        | 'ũ'
        | 'ơ'
        | 'ư'
        | '\u{a0}'..='\u{ff}'
        | '\u{300}'..='\u{36f}' => Some(c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::composed;
    use super::*;

    #[test]
    fn characters_are_what_unicode_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_uppercase(c), c.is_uppercase(), "{c:?}");
            if let Some(small) = small(c) {
                assert!(c.to_lowercase().eq([small]), "{c:?}");
            }
            let text = c.to_string();
            let letters = letters_at_start(&text);
            assert!(letters == 0 || c.is_alphabetic() && letters == text.len(), "{c:?}");
            let of_ours = c.is_ascii() || "ăđĩũơư".contains(c) || is_new(c);
            assert_eq!(is_small(&text), of_ours && text.to_lowercase() == text, "{c:?}");
            assert!(!is_small(&text) || composed(&text) == text, "{c:?}");
        }
    }

    /// Whether a letter is of the Latin ones from U+00E0 on, or of those for Vietnamese.
    fn is_new(c: char) -> bool {
        let latin = ('\u{e0}'..='\u{ff}').contains(&c) && !matches!(c, 'ð' | '÷');
        latin || ('\u{1ea0}'..='\u{1eff}').contains(&c)
    }

    #[test]
    fn texts_become_small_as_in_the_standard_library() {
        for text in
            ["", "xã", "Xã Lục Bình", "ỦY BAN", "số 5–7", "ΟΔΟΣ", "İ ẞ Ǆ", "E\u{301}"]
        {
            assert_eq!(lowercase(text), text.to_lowercase(), "{text}");
        }
        assert_eq!(lowercase_in_place("İẞ Đảng Ủy"), "İẞ đảng ủy");
        assert!(matches!(lowercase("đã họp, “tốt”"), Cow::Borrowed(_)));
    }
}

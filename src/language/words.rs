//! The words of a line, with their places and what they hang together with. A part of
//! `language`.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::letters::{Case, is_alphabetic, may_have_accents};
use super::traits::Traits;

/// A run of letters, or of digits, in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// Where it stands in the line.
    pub range: Range<usize>,
    /// It, in NFC.
    pub text: Cow<'t, str>,
    /// What stands about it.
    pub manner: Manner,
    /// Whether nothing but blanks of the same line stand between it and the word before.
    pub follows: bool,
    /// What it is, as far as itself tells; nothing of a number.
    pub traits: Traits,
}

/// How a word stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// By itself, or beside marks of a sentence.
    Plain,
    /// Joined to others by hyphens: `xăng-ti-mét`.
    Hyphened,
    /// A part of an address, a code, a name with an apostrophe: `vanban@…`, `R'lấp`, `12a`.
    Code,
    /// A number.
    Number,
}

impl Word<'_> {
    /// It in small letters, the tone mark on the first of two vowels.
    #[must_use]
    pub fn folded(&self) -> Cow<'_, str> {
        super::compounds::folded(&self.text)
    }

    /// In which case it is written.
    #[must_use]
    pub fn case(&self) -> Case {
        Case::of(&self.text)
    }
}

/// About so many bytes has a word with the blank behind it.
const LETTERS: usize = 5;

/// The words of a line; `traits` tells those of a word of letters, as it is typed and in NFC.
pub(super) fn cut<'t>(
    line: &'t str,
    mut traits: impl FnMut(&'t str, &str) -> Traits,
) -> Vec<Word<'t>> {
    let mut found: Vec<Word<'t>> = Vec::with_capacity(line.len() / LETTERS + 1);
    let mut end = 0;
    let mut push = |range: Range<usize>, manner| {
        let typed = &line[range.clone()];
        let is_number = typed.starts_with(|c: char| c.is_ascii_digit());
        let text = composed(typed);
        let traits = if is_number { Traits::default() } else { traits(typed, &text) };
        let manner = if is_number { Manner::Number } else { manner };
        let between = &line[end..range.start];
        let blank = || between.chars().all(|c| c.is_whitespace() && c != '\n');
        let follows = !found.is_empty() && (between == " " || blank());
        end = range.end;
        found.push(Word { range, text, manner, follows, traits });
    };
    for token in tokens(line) {
        let whole = &line[token.clone()];
        // Most tokens are one word, or one with a mark behind it.
        let length = letters(whole);
        let behind = whole[length..].bytes();
        if length > 0 && behind.into_iter().all(|c| b",.;:)".contains(&c)) {
            push(token.start..token.start + length, Manner::Plain);
            continue;
        }
        let manner = manner(whole);
        for part in runs(whole) {
            push(token.start + part.start..token.start + part.end, manner);
        }
    }
    found
}

fn composed(text: &str) -> Cow<'_, str> {
    if may_have_accents(text) {
        Cow::Owned(text.nfc().collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// What stands between blanks.
pub(super) fn tokens(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (mut start, mut end) = (None, at);
        while let Some((length, is_blank)) = character(&line.as_bytes()[end..]) {
            let is_blank =
                is_blank.unwrap_or_else(|| line[end..].starts_with(char::is_whitespace));
            match (is_blank, start) {
                (true, Some(_)) => break,
                (true, None) | (false, Some(_)) => {}
                (false, None) => start = Some(end),
            }
            end += length;
        }
        at = end;
        Some(start?..end)
    })
}

/// The length of the character that some bytes begin with, and whether it is a blank where these
/// bytes tell.
fn character(bytes: &[u8]) -> Option<(usize, Option<bool>)> {
    Some(match bytes {
        [] => return None,
        [first @ 0..=0x7f, ..] => (1, Some(matches!(first, b' ' | b'\t'..=b'\r'))),
        [0xc2, ..] => (2, None),
        [..=0xdf, ..] => (2, Some(false)),
        // U+1E80 to U+1EFF
        [0xe1, 0xba | 0xbb, ..] => (3, Some(false)),
        [0xe1..=0xe3, ..] => (3, None),
        [..=0xef, ..] => (3, Some(false)),
        [..] => (4, Some(false)),
    })
}

/// How many bytes of letters a token begins with, as far as their bytes tell: U+00C0 to U+023F
/// and U+1E80 to U+1EFF.
fn letters(token: &str) -> usize {
    let mut rest = token.as_bytes();
    loop {
        rest = match rest {
            [b'A'..=b'Z' | b'a'..=b'z', rest @ ..]
            | [0xc4..=0xc8, _, rest @ ..]
            | [0xe1, 0xba | 0xbb, _, rest @ ..] => rest,
            [0xc3, second, rest @ ..] if !matches!(second, 0x97 | 0xb7) => rest,
            [..] => return token.len() - rest.len(),
        };
    }
}

/// The runs of letters and those of digits in a token.
fn runs(token: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, c) in token.char_indices() {
        let kind = match c {
            c if c.is_ascii_digit() => Some(true),
            c if is_alphabetic(c) || is_mark(c) => Some(false),
            _ => None,
        };
        match (kind, found.last_mut()) {
            (Some(_), Some(run)) if kind == last => run.end = at + c.len_utf8(),
            (Some(_), _) => found.push(at..at + c.len_utf8()),
            (None, _) => {}
        }
        last = kind;
    }
    found
}

/// Whether a character is an accent by itself.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// How the words of a token stand.
fn manner(token: &str) -> Manner {
    // The marks below that are not of ASCII begin with these two bytes.
    let is_letter =
        |c: u8| c.is_ascii_alphabetic() || (!c.is_ascii() && !matches!(c, 0xc2 | 0xe2));
    if token.bytes().all(is_letter) {
        return Manner::Plain;
    }
    let is_code =
        |c: char| matches!(c, '@' | '_' | '\\' | '=' | '<' | '>' | '|' | '#' | '~');
    let chars: Vec<char> = token.chars().collect();
    let between = |at: usize, is: fn(char) -> bool| {
        at > 0 && is(chars[at - 1]) && chars.get(at + 1).is_some_and(|c| is(*c))
    };
    let mut hyphened = false;
    for (at, c) in chars.iter().enumerate() {
        let next = chars.get(at + 1).copied().unwrap_or_default();
        let glued = match c {
            c if is_code(*c) => true,
            '\'' | '’' | '`' | '´' => between(at, is_alphabetic),
            // `moha.gov.vn`, but not `xong.Yêu`.
            '.' => between(at, |c| c.is_ascii_lowercase()),
            ':' => next == '/',
            c if c.is_ascii_digit() => is_alphabetic(next),
            c if is_alphabetic(*c) => next.is_ascii_digit(),
            _ => false,
        };
        if glued {
            return Manner::Code;
        }
        hyphened |= *c == '-' && between(at, char::is_alphanumeric);
    }
    if hyphened { Manner::Hyphened } else { Manner::Plain }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::words;
    use super::*;

    #[test]
    fn blanks_are_told_by_their_first_bytes() {
        for c in '\0'..=char::MAX {
            let (length, is_blank) = character(c.to_string().as_bytes()).unwrap();
            assert_eq!(length, c.len_utf8());
            assert_eq!(is_blank.unwrap_or(c.is_whitespace()), c.is_whitespace(), "{c:?}");
        }
        let line = " a\u{a0}ạ \n–\u{3000}";
        let found: Vec<&str> = tokens(line).map(|token| &line[token]).collect();
        assert_eq!(found, ["a", "ạ", "–"]);
    }

    #[test]
    fn words_stand_in_their_manner() {
        for (line, wanted) in [
            ("Kính gửi: (các) xã,", "Kính gửi các xã"),
            ("“họp” xong.Yêu cầu", "họp xong Yêu cầu"),
            ("và/hoặc 1.500 đ", "và hoặc [1] [500] đ"),
            ("xăng-ti-mét", "-xăng -ti -mét"),
            (
                "a@moha.gov.vn https://vidu.vn/tin M'Nông 12a",
                "*a *moha *gov *vn *https *vidu *vn *tin *M *Nông [12] *a",
            ),
            ("www.vidu.vn", "*www *vidu *vn"),
            ("e\u{302}\u{301} a", "ế a"),
            ("QĐ-UBND – 5%", "-QĐ -UBND [5]"),
            ("xã; ở) đến: a\u{301}. ä×b", "xã ở đến á ä b"),
        ] {
            let shown: Vec<String> = words(line)
                .iter()
                .map(|word| match word.manner {
                    Manner::Plain => word.text.to_string(),
                    Manner::Hyphened => format!("-{}", word.text),
                    Manner::Code => format!("*{}", word.text),
                    Manner::Number => format!("[{}]", word.text),
                })
                .collect();
            assert_eq!(shown.join(" "), wanted, "{line}");
        }
    }

    #[test]
    fn marks_part_words() {
        let follows =
            |line| words(line).iter().map(|word| word.follows).collect::<Vec<_>>();
        assert_eq!(follows("a b  c, d"), [false, true, true, false]);
    }
}

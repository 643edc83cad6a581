//! The words of a line, with their places and what they hang together with. A part of
//! `language`.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::letters::{Case, is_alphabetic, may_have_accents};

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

/// The words of a line.
#[must_use]
pub fn words(line: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut end = 0;
    for token in tokens(line) {
        let whole = &line[token.clone()];
        let manner = manner(whole);
        // Most tokens are one word, or one with a mark behind it.
        let length = letters(whole);
        let behind = whole[length..].bytes();
        let is_one = length > 0 && behind.into_iter().all(|c| b",.;:)".contains(&c));
        let several = if is_one { Vec::new() } else { runs(whole) };
        for part in is_one.then_some(0..length).into_iter().chain(several) {
            let range = token.start + part.start..token.start + part.end;
            let text = &line[range.clone()];
            let is_number = text.starts_with(|c: char| c.is_ascii_digit());
            let manner = if is_number { Manner::Number } else { manner };
            let between = &line[end..range.start];
            let follows = !found.is_empty()
                && between.chars().all(|c| c.is_whitespace() && c != '\n');
            end = range.end;
            found.push(Word { range, text: composed(text), manner, follows });
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
    line.split(char::is_whitespace).filter(|token| !token.is_empty()).map(|token| {
        let start = token.as_ptr().addr() - line.as_ptr().addr();
        start..start + token.len()
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
    if token.bytes().all(|byte| byte.is_ascii_alphabetic() || byte >= 0xc3) {
        return Manner::Plain; // most words, and none of the marks below but curly quotes
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
    use super::*;

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

//! The words of a text, as those look at them who hold some together.

use crate::source::{is_alphabetic, is_alphanumeric, lowercase};

/// Codes of so many bytes go on one line: "857-TB/HU". Longer ones (addresses of web pages) may
/// be cut.
const LONGEST_CODE: usize = 25;

/// A run of characters that are no blanks.
#[derive(Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
    /// Whether one blank and no more stands between it and the word before.
    pub(super) follows: bool,
}

pub(super) fn words(whole: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut start = 0;
    for text in whole.as_bytes().split(|byte| matches!(byte, b' ' | b'\n')) {
        let text = &whole[start..start + text.len()];
        if !text.is_empty() {
            let end = found.last().map(|word| word.start + word.text.len());
            let follows = end.is_some_and(|end| &whole[end..start] == " ");
            found.push(Word { start, text, follows });
        }
        start += text.len() + 1;
    }
    found
}

impl<'t> Word<'t> {
    /// Whether it is a dash between words.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "—")
    }

    /// Whether a short word has a hyphen or a slash.
    pub(super) fn is_code(&self) -> bool {
        let bytes = self.text.as_bytes();
        // An en dash is three bytes, the first of which few words have.
        let may_hold = |byte| bytes.contains(&byte);
        bytes.len() <= LONGEST_CODE
            && (may_hold(b'-') || may_hold(b'/') || may_hold(0xe2))
    }

    /// Where inside of a code no line may end: behind hyphens and slashes.
    pub(super) fn joints(&self) -> impl Iterator<Item = usize> {
        let signs = self.text.match_indices(['-', '–', '/']);
        // No line begins with what closes: "./." has no line end to take away.
        let closes = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')');
        let inner = signs.filter(move |(at, sign)| {
            let behind = self.text[at + sign.len()..].chars().next();
            *at > 0 && behind.is_some_and(|c| !closes(c))
        });
        inner.map(|(at, sign)| self.start + at + sign.len())
    }

    /// The word without what opens it: "(số" is "số".
    pub(super) fn opened(&self) -> &'t str {
        self.text.trim_start_matches(|c: char| !is_alphanumeric(c))
    }

    /// The word without what stands around it: "(người)," is "người".
    pub(super) fn bare(&self) -> &'t str {
        self.text.trim_matches(|c: char| !is_alphanumeric(c))
    }

    /// Whether the word, whatever its first letter's case, is one of these.
    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        let opened = self.opened();
        let mut chars = opened.chars();
        let Some(first) = chars.next() else { return false };
        let first = lowercase(&opened[..first.len_utf8()]);
        let same = |word: &&str| word.strip_prefix(&*first) == Some(chars.as_str());
        words.iter().any(same)
    }

    /// How many digits the word has, if it has nothing else; a last one may be closed: "678.".
    pub(super) fn digits(&self) -> Option<usize> {
        let bare = self.bare();
        let all = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
        all.then_some(bare.len())
    }

    /// Whether something closes the word: "678," ends a number.
    pub(super) fn is_closed(&self) -> bool {
        self.text.ends_with(|c: char| !is_alphanumeric(c))
    }

    /// Whether the word begins with a number, a Roman one too: "III/2026", but not "Xuân".
    pub(super) fn begins_with_number(&self) -> bool {
        let roman = |c: char| matches!(c, 'I' | 'V' | 'X');
        let rest = self.text.trim_start_matches(roman);
        self.text.starts_with(|c: char| c.is_ascii_digit())
            || rest.len() < self.text.len() && !rest.starts_with(is_alphabetic)
    }

    /// Whether the word ends in a number: "42", "(1.500,5".
    pub(super) fn ends_in_number(&self) -> bool {
        if !matches!(self.text.as_bytes().last(), Some(b'0'..=b'9' | b'.' | b',' | b'/'))
        {
            return false;
        }
        let other = |c: char| !(c.is_ascii_digit() || c == '.' || c == ',' || c == '/');
        let start =
            self.text.rfind(other).map_or(0, |at| self.text.ceil_char_boundary(at + 1));
        self.text[start..].starts_with(|c: char| c.is_ascii_digit())
    }
}

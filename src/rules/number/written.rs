//! `Numbered`: a number as people write it, with the word `Số` or the symbol about it.

use crate::document::fold;

/// A number together with what belongs elsewhere: `Số: 45`, `45/TB-UBND`.
pub(super) struct Numbered<'a> {
    /// The number, where there is one: `45`, `16/2026`.
    pub(super) number: &'a str,
    /// The symbol behind it, where there is one.
    pub(super) symbol: &'a str,
    /// Whether the word `Số` stands in front.
    word: bool,
}

impl<'a> Numbered<'a> {
    /// The parts of a text, where it begins with the word or with a number.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let rest = without_word(text);
        let number = &rest[..number_end(rest)];
        let behind = &rest[number.len()..];
        let symbol = behind.trim_start_matches(is_joint).trim_end();
        let word = rest.len() < text.len();
        (word || !number.is_empty()).then_some(Self { number, symbol, word })
    }

    /// Whether this can stand as a number by itself: `45`, `012`, `45a`, `16/2026`, `12 bis`.
    pub(super) fn is_alone(&self) -> bool {
        let letters = self.symbol.chars().filter(|c| c.is_alphabetic()).count();
        let again = ["bis", "ter"].contains(&self.symbol.to_lowercase().as_str());
        !self.word && (letters < 2 || again)
    }
}

/// What stands behind the word `Số` at the start of a text, else all of it.
fn without_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let is_word = word.to_lowercase() == "số" || (fold(word) == "so" && !rest.is_empty());
    if is_word { rest.trim_start_matches([':', '.', ' ', '\u{a0}']) } else { text }
}

/// Where the number at the start of a text ends, with the year of a legal text: `16/2026`.
fn number_end(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let end = digits(text);
    let Some(year) = text[end..].strip_prefix('/').filter(|_| end > 0) else {
        return end;
    };
    if digits(year) == 4 { end + 5 } else { end }
}

/// What joins a number and a symbol, or the parts of a symbol.
pub(super) fn is_joint(c: char) -> bool {
    c.is_whitespace() || c == '/' || is_dash(c)
}

/// A hyphen, or what looks like one.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2012}'..='\u{2015}' | '\u{2212}')
}

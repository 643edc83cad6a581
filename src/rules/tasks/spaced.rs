//! `Spaced`: a text as whole words are looked for in it.

use crate::source::{as_composed, is_alphanumeric, letters_at_start, lowercase};

/// A text in small letters, with one blank before and behind each word and each mark: ` xong , gửi `.
#[derive(Debug, Clone)]
pub(super) struct Spaced(String);

impl Spaced {
    /// A text, so written.
    pub(super) fn of(text: &str) -> Self {
        let composed = as_composed(text);
        let text = lowercase(&composed);
        let mut out = String::with_capacity(text.len() + 16);
        out.push(' ');
        let blank = |out: &mut String| {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        };
        let mut rest = &*text;
        loop {
            let (letters, behind) = rest.split_at(letters_at_start(rest));
            out.push_str(letters);
            let Some(c) = behind.chars().next() else { break };
            rest = &behind[c.len_utf8()..];
            if is_alphanumeric(c) || c == '/' || c == '%' {
                out.push(c);
                continue;
            }
            blank(&mut out);
            if !c.is_whitespace() {
                out.push(c);
                out.push(' ');
            }
        }
        blank(&mut out);
        Self(out)
    }

    /// It.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Whether some words stand in it.
    pub(super) fn has(&self, words: &str) -> bool {
        self.has_any(&[words])
    }

    /// Whether any of some words stand in it.
    pub(super) fn has_any(&self, all: &[&str]) -> bool {
        has_any(&self.0, all)
    }
}

/// Whether any of some words stand in a part of such a text, with blanks about them.
pub(super) fn has_any(text: &str, all: &[&str]) -> bool {
    starts(text).any(|rest| {
        let first = rest.bytes().next();
        // Most begin with another letter.
        let mut near = all.iter().filter(|words| words.bytes().next() == first);
        near.any(|words| begins(rest, words))
    })
}

/// What stands behind each blank of such a text.
pub(super) fn starts(text: &str) -> impl Iterator<Item = &str> {
    let blanks = text.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    blanks.map(|(at, _)| &text[at + 1..])
}

/// Whether a text begins with some words, and a blank behind them.
pub(super) fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_found() {
        let text = Spaced::of("Xong\u{a0}trước 05/6, ĐẠT 5%;  gửi (e\u{302}) ");
        assert_eq!(text.text(), " xong trước 05/6 , đạt 5% ; gửi ( ê ) ");
        for words in ["xong", "trước 05/6", "5%", "ê", "gửi ("] {
            assert!(text.has(words) && text.has_any(&["không", words]), "{words}");
        }
        for words in ["trướ", "05", "ửi", "xong ,"] {
            assert!(!text.has(words), "{words}");
        }
        assert_eq!(Spaced::of("").text(), " ");
        assert_eq!(Spaced::of(", a").text(), " , a ");
    }
}

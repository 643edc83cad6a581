//! How a line looks by itself: its words, its label, whether it is bold or in capitals, its width.

use std::ops::Range;

use super::legal_label;
use super::line::Line;
use super::number::{self, Number};
use super::words::{Words, ends_sentence, is_all_caps, is_bold, width};

/// How a line looks.
pub(crate) struct Appearance {
    /// What stands in it, behind the `#` of a heading.
    pub(crate) text: Range<usize>,
    /// Its words.
    pub(crate) words: Words,
    /// Whether all of it is bold.
    pub(crate) bold: bool,
    /// Whether all of it is in capitals.
    pub(crate) all_caps: bool,
    /// Whether it ends as a sentence, a lead-in or an entry of a list does.
    pub(crate) ended: bool,
    /// The column behind its last character.
    pub(crate) width: usize,
    /// How many characters its first word has.
    pub(crate) first_word: usize,
}

/// The number or bullet at the start of a line.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    /// What it means.
    pub(crate) number: Number,
    /// How much of the words it takes.
    pub(crate) length: usize,
    /// How much of them is taken out with it: also the blanks behind it, and what stands between
    /// the number and the name of a division or an article.
    pub(crate) cut: usize,
}

impl Appearance {
    /// How a part of a line looks.
    pub(crate) fn of(text: &str, range: Range<usize>, column: usize) -> Self {
        let slice = &text[range.clone()];
        let words = Words::of(slice);
        Self {
            bold: is_bold(slice),
            all_caps: is_all_caps(&words.text),
            ended: ends_sentence(&words.text),
            width: column + width(slice),
            first_word: slice.split_whitespace().next().map_or(0, width),
            words,
            text: range,
        }
    }

    /// How a line looks.
    pub(crate) fn of_line(text: &str, line: &Line) -> Self {
        Self::of(text, line.text.clone(), line.column)
    }

    /// Whether it is set apart from the text by its looks.
    pub(crate) fn stands_out(&self) -> bool {
        self.bold || self.all_caps
    }

    /// The label that it starts with. Only where it `may` be one is the label of a division or an
    /// article looked for; `heading` tells that the line is marked as one.
    pub(crate) fn label(
        &self,
        may: bool,
        heading: bool,
        goes_on: impl Fn(&Number) -> bool,
    ) -> Option<Label> {
        let words = &self.words.text;
        let legal =
            may.then(|| legal_label::recognise(words, heading || self.bold)).flatten();
        let (number, length) = legal.or_else(|| number::recognise(words, goes_on))?;
        let cut = legal_label::text_start(words, &number, length);
        Some(Label { number, length, cut })
    }

    /// Whether the words start with a small letter.
    pub(crate) fn starts_lowercase(&self) -> bool {
        self.words.text.starts_with(char::is_lowercase)
    }

    /// Whether the words start as those of a new paragraph do: with a capital, with a long number and
    /// a capital (`1986. Năm`), or with what some take for a number (`a. Giao`, `3/ Giao`).
    pub(crate) fn starts_like_paragraph(&self) -> bool {
        let quotes = ['“', '"', '‘', '(', '«'];
        let words = self.words.text.trim_start_matches(quotes);
        // `1986. Năm đổi mới` is no item, but may well start a paragraph.
        let behind = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = behind.len() < words.len();
        let behind = behind.strip_prefix(['.', ')']).map(str::trim_start);
        let named = behind.is_some_and(|behind| behind.starts_with(char::is_uppercase));
        words.starts_with(char::is_uppercase)
            || (numbered && named)
            || has_foreign_label(words)
    }
}

/// Whether a text starts with a letter or a short number and a mark that no rule has for it:
/// `a. Giao`, `3/ Giao`, `1: Giao`.
fn has_foreign_label(text: &str) -> bool {
    let Some((label, _)) = text.split_once(char::is_whitespace) else { return false };
    let Some(inner) = label.strip_suffix(['.', ')', '/', ':', '-']) else { return false };
    let digits =
        (1..=3).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    digits || (inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic))
}

//! Numbers that the user typed at the start of a text: finding them, taking them out.

use super::label::{self, SEPARATORS};
use super::number::{self, Number};
use crate::document::Text;
use crate::document::outline::{Inline, ItemNumber, Rank, plain_text};
use crate::source::{self, Sources, Span};

/// A number that the user typed.
#[derive(Clone)]
pub(super) struct Typed {
    /// What it means.
    pub(super) number: Number,
    /// As typed.
    pub(super) label: Text,
}

impl Typed {
    /// The number of an item; the label of a division or an article as the rules have it.
    pub(super) fn item_number(self) -> ItemNumber {
        let rank = self.number.rank;
        let label = if rank.is_legal() { self.number.label() } else { self.label.value };
        ItemNumber { rank, typed: true, label, span: self.label.span }
    }

    /// Whether it is a dash and not a number that counts.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.number.rank, Rank::Dash(_))
    }
}

/// What may stand at the start of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// A number.
    Number,
    /// A number or the label of a division or an article.
    Label,
    /// The same, in a heading.
    Heading,
}

/// The number that a text starts with and its length, if one text holds the whole of it.
pub(super) fn starting_number(text: &[Inline], may: Start) -> Option<(Number, usize)> {
    let leaf = first_text(text)?;
    if may != Start::Number
        && let Some(found) = label::recognise(text, &leaf.value, may == Start::Heading)
    {
        return Some(found);
    }
    let (number, length) = if leaf.value.len() > LONGEST {
        number::recognise(&leaf.value)?
    } else {
        number::recognise(&plain_text(text))?
    };
    (length <= leaf.value.len()).then_some((number, length))
}

/// Longer than any number, in bytes: what comes behind need not be looked at.
const LONGEST: usize = 40;

fn first_text(text: &[Inline]) -> Option<&Text> {
    match text.first()? {
        Inline::Text(text) => Some(text),
        Inline::Strong(content) | Inline::Emphasis(content) => first_text(content),
        Inline::Link { .. } | Inline::Footnote(_) | Inline::LineBreak => None,
    }
}

/// Takes the number that a text starts with out of it, with the blank behind it; with the label
/// of a division or an article also what stands between it and the name.
pub(super) fn take_number(
    text: &mut Vec<Inline>,
    may: Start,
    sources: &Sources,
) -> Option<Typed> {
    let (number, length) = starting_number(text, may)?;
    let label = take(text, length, sources)?;
    if number.rank.is_legal()
        && let Some(leaf) = first_text(text)
        && let Some(separator) = leaf.value.chars().next()
        && SEPARATORS.contains(&separator)
    {
        take(text, separator.len_utf8(), sources);
    }
    Some(Typed { number, label })
}

/// Takes `length` bytes off the first text, and the blanks behind them.
fn take(text: &mut Vec<Inline>, length: usize, sources: &Sources) -> Option<Text> {
    let leaf = first_text(text)?;
    let places = source::align(&leaf.value, sources.slice(leaf.span));
    let span = Span { end: leaf.span.start + places[length], ..leaf.span };
    let taken = Text { value: leaf.value[..length].to_owned(), span };
    cut(text, length, &places);
    trim_start(text, sources);
    Some(taken)
}

/// Takes `length` bytes off the first text, whose bytes stand at `places`.
fn cut(text: &mut [Inline], length: usize, places: &[usize]) {
    match text.first_mut() {
        Some(Inline::Text(text)) => {
            text.value.drain(..length);
            text.span.start += places[length];
        }
        Some(Inline::Strong(content) | Inline::Emphasis(content)) => {
            cut(content, length, places);
        }
        Some(Inline::Link { .. } | Inline::Footnote(_) | Inline::LineBreak) | None => {}
    }
}

/// Takes blanks, and what holds nothing any more, off the start.
fn trim_start(text: &mut Vec<Inline>, sources: &Sources) {
    while let Some(first) = text.first_mut() {
        let empty = match first {
            Inline::Text(text) => {
                let blanks = text.value.len() - text.value.trim_start().len();
                if blanks > 0 {
                    let places = source::align(&text.value, sources.slice(text.span));
                    text.value.drain(..blanks);
                    text.span.start += places[blanks];
                }
                text.value.is_empty()
            }
            Inline::Strong(content) | Inline::Emphasis(content) => {
                trim_start(content, sources);
                content.is_empty()
            }
            Inline::LineBreak => true,
            Inline::Link { .. } | Inline::Footnote(_) => false,
        };
        if !empty {
            return;
        }
        text.remove(0);
    }
}

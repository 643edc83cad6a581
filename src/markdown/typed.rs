//! Numbers that the user typed at the start of a text: finding them, taking them out.

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
    /// The number of an item.
    pub(super) fn item_number(self) -> ItemNumber {
        ItemNumber {
            rank: self.number.rank,
            typed: true,
            label: self.label.value,
            span: self.label.span,
        }
    }

    /// Whether it is a dash and not a number that counts.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.number.rank, Rank::Dash(_))
    }
}

/// The number that a text starts with and its length, if one text holds the whole of it.
pub(super) fn starting_number(text: &[Inline]) -> Option<(Number, usize)> {
    let leaf = first_text(text)?;
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

/// Takes the number that a text starts with out of it, with the blank behind it.
pub(super) fn take_number(text: &mut Vec<Inline>, sources: &Sources) -> Option<Typed> {
    let (number, length) = starting_number(text)?;
    let leaf = first_text(text)?;
    let places = source::align(&leaf.value, sources.slice(leaf.span));
    let span = Span { end: leaf.span.start + places[length], ..leaf.span };
    let label = Text { value: leaf.value[..length].to_owned(), span };
    cut(text, length, &places);
    trim_start(text, sources);
    Some(Typed { number, label })
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

//! Texts of footnotes in a text of which a part is dropped: the first mark that stays gets the text.

use std::collections::{HashMap, HashSet};

use crate::document::outline::{Block, Inline, each_footnote_mut};
use crate::source::Span;

/// The text of each footnote, by the place of its definition.
pub(crate) type Texts = HashMap<Span, Vec<Inline>>;

/// Collects the texts of the footnotes in some blocks.
pub(crate) fn collect(blocks: &mut [Block], texts: &mut Texts) {
    each_footnote_mut(blocks, &mut |note| {
        if !note.repeated {
            texts.insert(note.definition, note.text.clone());
        }
    });
}

/// Gives the texts to the first marks in some blocks.
pub(crate) fn restore(blocks: &mut [Block], texts: &Texts) {
    let mut seen = HashSet::new();
    each_footnote_mut(blocks, &mut |note| {
        if seen.insert(note.definition)
            && note.repeated
            && let Some(text) = texts.get(&note.definition)
        {
            note.text.clone_from(text);
            note.repeated = false;
        }
    });
}

//! Footnotes of a text of which a part goes: the first mark that is left gets the note's text.

use std::collections::{HashMap, HashSet};

use crate::document::outline::{Block, BlockKind, Footnote, Inline};
use crate::source::Span;

/// The text of each footnote, by the place of its definition.
pub(super) type Texts = HashMap<Span, Vec<Inline>>;

/// Adds the texts of the footnotes in some blocks.
pub(super) fn gather(blocks: &mut [Block], texts: &mut Texts) {
    each(blocks, &mut |note| {
        if !note.repeated {
            texts.insert(note.definition, note.text.clone());
        }
    });
}

/// Gives the texts to the first marks in some blocks.
pub(super) fn give(blocks: &mut [Block], texts: &Texts) {
    let mut seen = HashSet::new();
    each(blocks, &mut |note| {
        if seen.insert(note.definition)
            && note.repeated
            && let Some(text) = texts.get(&note.definition)
        {
            note.text.clone_from(text);
            note.repeated = false;
        }
    });
}

/// Shows every mark, those within notes as well.
fn each(blocks: &mut [Block], see: &mut dyn FnMut(&mut Footnote)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(text) => within(text, see),
            BlockKind::Item(item) => {
                within(&mut item.text, see);
                each(&mut item.children, see);
            }
            BlockKind::Quotation(inner) => each(inner, see),
            BlockKind::Table(table) => {
                let rows = std::iter::once(&mut table.header).chain(&mut table.rows);
                for cell in rows.flatten() {
                    within(&mut cell.text, see);
                }
            }
            BlockKind::Picture(_) | BlockKind::Preformatted(_) | BlockKind::Separator => {
            }
        }
    }
}

fn within(text: &mut [Inline], see: &mut dyn FnMut(&mut Footnote)) {
    for inline in text {
        match inline {
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Link { content, .. } => within(content, see),
            Inline::Footnote(note) => {
                see(note);
                within(&mut note.text, see);
            }
            Inline::Text(_) | Inline::LineBreak => {}
        }
    }
}

//! By which key the layout library knows a footnote.

use crate::document::outline::{Block, Footnote, Inline, inlines};
use crate::source::Span;

/// The key of a footnote, as a Typst literal.
pub(super) fn key(note: &Footnote) -> String {
    let Span { file, start, .. } = note.definition;
    format!("\"{}-{start}\"", file.number())
}

/// The keys of the footnotes that begin in the lines of a block, without those of the blocks in
/// it.
pub(super) fn keys(block: &Block) -> Vec<String> {
    let notes = block.paragraphs().flat_map(inlines).filter_map(Inline::footnote);
    notes.filter(|note| !note.repeated).map(key).collect()
}

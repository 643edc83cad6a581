//! By which key the layout library knows a footnote.

use crate::document::outline::{BlockKind, Footnote, Inline};
use crate::source::Span;

/// The key of a footnote, as a Typst literal.
pub(super) fn key(note: &Footnote) -> String {
    let Span { file, start, .. } = note.definition;
    format!("\"{}-{start}\"", file.number())
}

/// The keys of the footnotes that begin in the lines of a block, without those of the blocks in
/// it.
pub(super) fn keys(kind: &BlockKind) -> Vec<String> {
    let mut found = Vec::new();
    match kind {
        BlockKind::Paragraph(text) => within(text, &mut found),
        BlockKind::Item(item) => within(&item.text, &mut found),
        BlockKind::Table(table) => {
            for cell in table.cells() {
                within(&cell.text, &mut found);
            }
        }
        BlockKind::Quotation(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Separator => {}
    }
    found
}

fn within(text: &[Inline], found: &mut Vec<String>) {
    for inline in text {
        match inline {
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Link { content, .. } => within(content, found),
            Inline::Footnote(note) if note.repeated => {}
            Inline::Footnote(note) => {
                found.push(key(note));
                within(&note.text, found);
            }
            Inline::Text(_) | Inline::LineBreak => {}
        }
    }
}

//! What is still to be filled in in the text: `CẦN ĐIỀN`.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::shared::to_fill;
use crate::document::mark::marks_in;
use crate::document::outline::{Block, BlockKind, Footnote, Inline};
use crate::document::{Outline, Text};
use crate::source::Sources;

/// Says where the text of a document says `CẦN ĐIỀN`; a `draft` (`dự thảo`) may.
#[must_use]
pub fn open(draft: bool, outline: &Outline, sources: &Sources) -> Diagnostics {
    let mut found = Diagnostics::default();
    if !draft {
        let mut search = Search { sources, found: &mut found };
        for blocks in [&outline.opening, &outline.body, &outline.closing] {
            search.blocks(blocks);
        }
    }
    found
}

struct Search<'a> {
    sources: &'a Sources,
    found: &'a mut Diagnostics,
}

impl Search<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(text) => self.inlines(text),
                BlockKind::Item(item) => {
                    self.inlines(&item.text);
                    self.blocks(&item.children);
                }
                BlockKind::Quotation(inner) => self.blocks(inner),
                BlockKind::Table(table) => {
                    for cell in table.cells() {
                        self.inlines(&cell.text);
                    }
                }
                BlockKind::Preformatted(lines) => {
                    for line in lines {
                        self.text(line);
                    }
                }
                BlockKind::Picture(_) | BlockKind::Separator => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Strong(content)
                | Inline::Emphasis(content)
                | Inline::Footnote(Footnote { text: content, .. })
                | Inline::Link { content, .. } => self.inlines(content),
                Inline::LineBreak => {}
            }
        }
    }

    fn text(&mut self, text: &Text) {
        for span in marks_in(text, self.sources) {
            self.found.push(to_fill(false), span);
        }
    }
}

//! What a [`Block`] holds, by the kind of it.

use std::slice;

use super::walk::texts;
use super::{AlignedLine, Block, BlockKind, Inline, Item, Table};
use crate::document::Text;

impl Block {
    /// The blocks right in it.
    #[must_use]
    pub fn children(&self) -> &[Block] {
        match &self.kind {
            BlockKind::Item(item) => &item.children,
            BlockKind::Quotation(inner) => inner,
            BlockKind::Paragraph(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => &[],
        }
    }

    /// The paragraph that it is, if it is one.
    #[must_use]
    pub fn as_paragraph(&self) -> Option<&[Inline]> {
        match &self.kind {
            BlockKind::Paragraph(text) => Some(text),
            BlockKind::Item(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => None,
        }
    }

    /// The item that it is, if it is one.
    #[must_use]
    pub fn as_item(&self) -> Option<&Item> {
        match &self.kind {
            BlockKind::Item(item) => Some(item),
            BlockKind::Paragraph(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => None,
        }
    }

    /// The same of an item alone.
    pub(super) fn under_item(&self) -> &[Block] {
        self.as_item().map_or(&[], |item| &item.children)
    }

    /// Its own paragraphs: its text, or the texts of its cells or lines; not those of the blocks
    /// in it.
    pub fn paragraphs(&self) -> impl Iterator<Item = &[Inline]> {
        let nothing = (&[][..], None, &[][..]);
        let (texts, table, aligned): (&[Vec<Inline>], _, _) = match &self.kind {
            BlockKind::Paragraph(text) => (slice::from_ref(text), None, &[][..]),
            BlockKind::Item(item) => (slice::from_ref(&item.text), None, &[][..]),
            BlockKind::Table(table) => (&[], Some(table), &[][..]),
            BlockKind::Aligned(lines) => (&[], None, &lines[..]),
            BlockKind::Quotation(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Separator => nothing,
        };
        let cells = table.into_iter().flat_map(Table::cells).map(|cell| &cell.text);
        let columns = aligned.iter().flat_map(AlignedLine::columns);
        texts.iter().chain(cells).chain(columns).map(Vec::as_slice)
    }

    /// The lines that are printed as they were broken.
    #[must_use]
    pub fn preformatted(&self) -> &[Text] {
        match &self.kind {
            BlockKind::Preformatted(lines) => lines,
            BlockKind::Paragraph(_)
            | BlockKind::Item(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => &[],
        }
    }

    /// Its own texts, those of footnotes among them; neither the numbers nor the description of a
    /// picture, nor the texts of the blocks in it.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.paragraphs().flat_map(texts).chain(self.preformatted())
    }
}

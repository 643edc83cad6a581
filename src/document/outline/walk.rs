//! The walks over an [`Outline`]: the one place that knows its roots and what lies in what.

use std::slice;

use super::{AlignedLine, Block, BlockKind, Footnote, Inline, Outline};
use crate::document::Text;

/// A walk over parts and all that lies in them, each before what it holds, in the order of the
/// page.
#[derive(Debug, Clone)]
pub struct Walk<'a, T> {
    /// What is left at each level, the deepest one last.
    left: Vec<slice::Iter<'a, T>>,
    /// Where the walk goes on below a part.
    below: fn(&'a T) -> &'a [T],
}

impl<'a, T> Walk<'a, T> {
    fn new(parts: &'a [T], below: fn(&'a T) -> &'a [T]) -> Self {
        Self { left: vec![parts.iter()], below }
    }
}

impl<'a, T> Iterator for Walk<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        while let Some(level) = self.left.last_mut() {
            if let Some(part) = level.next() {
                self.left.push((self.below)(part).iter());
                return Some(part);
            }
            self.left.pop();
        }
        None
    }
}

impl Outline {
    /// The parts of the document's own text, in their order: opening, body, closing.
    #[must_use]
    pub fn main(&self) -> [&[Block]; 3] {
        [&self.opening, &self.body, &self.closing]
    }

    /// All parts: the document's own text, how the meeting went, each appendix.
    pub fn roots(&self) -> impl Iterator<Item = &[Block]> {
        let appendices = self.appendices.iter().map(Vec::as_slice);
        self.main().into_iter().chain([&self.proceedings[..]]).chain(appendices)
    }

    /// All blocks of all parts.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.roots().flat_map(blocks)
    }

    /// All texts of all parts.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.blocks().flat_map(Block::texts)
    }
}

/// Some blocks and all those in them.
#[must_use]
pub fn blocks(blocks: &[Block]) -> Walk<'_, Block> {
    Walk::new(blocks, Block::children)
}

/// The paragraphs and items among some blocks and under their items: what a quotation holds is
/// another text.
pub fn lines(blocks: &[Block]) -> impl Iterator<Item = &[Inline]> {
    Walk::new(blocks, Block::under_item).filter_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => Some(&text[..]),
        BlockKind::Item(item) => Some(&item.text[..]),
        BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Aligned(_)
        | BlockKind::Separator => None,
    })
}

impl Inline {
    /// What stands in it; in the mark of a footnote its text.
    #[must_use]
    pub fn children(&self) -> &[Inline] {
        match self {
            Self::Footnote(note) => &note.text,
            Self::Text(_)
            | Self::Strong(_)
            | Self::Emphasis(_)
            | Self::Link { .. }
            | Self::LineBreak => self.on_the_line(),
        }
    }

    /// What stands in it on its own line: the text of a footnote is below.
    fn on_the_line(&self) -> &[Inline] {
        match self {
            Self::Strong(content)
            | Self::Emphasis(content)
            | Self::Link { content, .. } => content,
            Self::Text(_) | Self::Footnote(_) | Self::LineBreak => &[],
        }
    }

    /// It, where it is text.
    #[must_use]
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::Strong(_)
            | Self::Emphasis(_)
            | Self::Link { .. }
            | Self::Footnote(_)
            | Self::LineBreak => None,
        }
    }

    /// It, where it is the mark of a footnote.
    #[must_use]
    pub fn footnote(&self) -> Option<&Footnote> {
        match self {
            Self::Footnote(note) => Some(note),
            Self::Text(_)
            | Self::Strong(_)
            | Self::Emphasis(_)
            | Self::Link { .. }
            | Self::LineBreak => None,
        }
    }
}

/// Some inlines and all those in them, footnotes with their texts.
#[must_use]
pub fn inlines(inlines: &[Inline]) -> Walk<'_, Inline> {
    Walk::new(inlines, Inline::children)
}

/// The same without the texts of footnotes, which do not stand on the line.
#[must_use]
pub fn on_the_line(inlines: &[Inline]) -> Walk<'_, Inline> {
    Walk::new(inlines, Inline::on_the_line)
}

/// The texts of some inlines, those of footnotes among them.
pub fn texts(text: &[Inline]) -> impl Iterator<Item = &Text> {
    inlines(text).filter_map(Inline::text)
}

/// Shows the marks of the footnotes in some blocks, those within notes as well, each before the
/// marks in its own text.
pub fn each_footnote_mut(blocks: &mut [Block], see: &mut dyn FnMut(&mut Footnote)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(text) => footnotes_of(text, see),
            BlockKind::Item(item) => {
                footnotes_of(&mut item.text, see);
                each_footnote_mut(&mut item.children, see);
            }
            BlockKind::Quotation(inner) => each_footnote_mut(inner, see),
            BlockKind::Table(table) => {
                let rows = table.header.iter_mut().chain(&mut table.rows);
                for cell in rows.flatten() {
                    footnotes_of(&mut cell.text, see);
                }
            }
            BlockKind::Aligned(lines) => {
                for text in lines.iter_mut().flat_map(AlignedLine::columns_mut) {
                    footnotes_of(text, see);
                }
            }
            BlockKind::Picture(_) | BlockKind::Preformatted(_) | BlockKind::Separator => {
            }
        }
    }
}

fn footnotes_of(text: &mut [Inline], see: &mut dyn FnMut(&mut Footnote)) {
    for inline in text {
        match inline {
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Link { content, .. } => footnotes_of(content, see),
            Inline::Footnote(note) => {
                see(note);
                footnotes_of(&mut note.text, see);
            }
            Inline::Text(_) | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Item;
    use super::*;
    use crate::source::Span;

    fn text(value: &str) -> Vec<Inline> {
        vec![Inline::Text(Text::new(value, Span::default()))]
    }

    fn block(kind: BlockKind) -> Block {
        Block { span: Span::default(), kind }
    }

    fn paragraph(value: &str) -> Block {
        block(BlockKind::Paragraph(text(value)))
    }

    fn item(value: &str, children: Vec<Block>) -> Block {
        let (number, text) = (None, text(value));
        block(BlockKind::Item(Item {
            number,
            heading: false,
            text,
            task: None,
            children,
        }))
    }

    fn words<'a>(texts: impl Iterator<Item = &'a Text>) -> String {
        texts.map(Text::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_text_of_every_part_is_met_in_order() {
        let quotation = block(BlockKind::Quotation(vec![paragraph("c")]));
        let outline = Outline {
            opening: vec![paragraph("a")],
            body: vec![item("b", vec![quotation, paragraph("d")])],
            closing: vec![paragraph("e")],
            proceedings: vec![paragraph("f")],
            appendices: vec![vec![paragraph("g")], vec![item("h", vec![paragraph("i")])]],
        };
        assert_eq!(words(outline.texts()), "a b c d e f g h i");
        let lines = lines(&outline.body).flat_map(texts);
        assert_eq!(words(lines), "b d");
    }

    #[test]
    fn a_note_is_met_but_does_not_stand_on_the_line() {
        let note = Footnote { text: text("b"), ..Footnote::default() };
        let mut inner = text("a");
        inner.push(Inline::Footnote(note));
        let mut marked = vec![Inline::Strong(inner)];
        marked.extend(text("c"));
        assert_eq!(words(texts(&marked)), "a b c");
        assert_eq!(words(on_the_line(&marked).filter_map(Inline::text)), "a c");
    }
}

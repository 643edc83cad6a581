//! `TextLine`: the text line by line as it is printed, each with what it is and under what it
//! stands.

use crate::document::Outline;
use crate::document::outline::{
    AlignedLine, Block, BlockKind, Inline, Item, Line, inlines,
};
use crate::source::{Sources, Span};

/// One line of the text: a paragraph, a heading, an item, a cell, a note.
#[derive(Debug, Clone)]
pub(super) struct TextLine<'a> {
    /// Its text, with the way back to the places of its parts. The number of an item is not in
    /// it.
    pub(super) line: Line<'a>,
    /// What it is.
    pub(super) role: Role<'a>,
    /// In which part of the paper it stands.
    pub(super) part: Part,
    /// The line under which it stands, by its place in the list: the item above an item, the line
    /// that a note belongs to.
    pub(super) parent: Option<usize>,
    /// Where its whole block was written.
    pub(super) span: Span,
    /// Whether it stands in a quotation: the words of another text.
    pub(super) quoted: bool,
}

/// What a line is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Role<'a> {
    /// A paragraph without a number.
    Paragraph,
    /// A heading, or a numbered or dashed paragraph.
    Item(&'a Item),
    /// A cell of a table.
    Cell,
    /// The text of a footnote.
    Note,
    /// A line of a form, or one that is printed as it was broken.
    Form,
}

/// A part of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The paper's own text.
    Main,
    /// What is told of the meeting (diễn biến).
    Proceedings,
    /// An appendix, counted from 0.
    Appendix(usize),
}

impl<'a> TextLine<'a> {
    /// Its text.
    pub(super) fn text(&self) -> &str {
        &self.line.text
    }

    /// The item that it is, if it is one.
    pub(super) fn item(&self) -> Option<&'a Item> {
        match self.role {
            Role::Item(item) => Some(item),
            Role::Paragraph | Role::Cell | Role::Note | Role::Form => None,
        }
    }

    /// Whether it is running text: a paragraph or an item that is no heading.
    pub(super) fn is_prose(&self) -> bool {
        match self.role {
            Role::Paragraph => true,
            Role::Item(item) => !item.heading,
            Role::Cell | Role::Note | Role::Form => false,
        }
    }
}

/// The lines of the text whose main parts are `main`, in the order in which they are printed.
pub(super) fn text_lines<'a>(
    outline: &'a Outline,
    main: &[&'a [Block]],
    sources: &'a Sources,
) -> Vec<TextLine<'a>> {
    let mut gather =
        Gather { found: Vec::new(), part: Part::Main, quoted: false, sources };
    for blocks in main {
        gather.blocks(blocks, None);
    }
    gather.part = Part::Proceedings;
    gather.blocks(&outline.proceedings, None);
    for (index, blocks) in outline.appendices.iter().enumerate() {
        gather.part = Part::Appendix(index);
        gather.blocks(blocks, None);
    }
    gather.found
}

struct Gather<'a> {
    found: Vec<TextLine<'a>>,
    part: Part,
    quoted: bool,
    sources: &'a Sources,
}

impl<'a> Gather<'a> {
    fn blocks(&mut self, blocks: &'a [Block], parent: Option<usize>) {
        for block in blocks {
            self.block(block, parent);
        }
    }

    fn block(&mut self, block: &'a Block, parent: Option<usize>) {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                self.inlines(text, Role::Paragraph, block.span, parent);
            }
            BlockKind::Item(item) => {
                let at = self.inlines(&item.text, Role::Item(item), block.span, parent);
                self.blocks(&item.children, Some(at));
            }
            BlockKind::Quotation(inner) => {
                let outer = std::mem::replace(&mut self.quoted, true);
                self.blocks(inner, parent);
                self.quoted = outer;
            }
            BlockKind::Table(table) => {
                for cell in table.cells() {
                    self.inlines(&cell.text, Role::Cell, block.span, parent);
                }
            }
            BlockKind::Aligned(lines) => {
                for text in lines.iter().flat_map(AlignedLine::columns) {
                    self.inlines(text, Role::Form, block.span, parent);
                }
            }
            BlockKind::Preformatted(lines) => {
                for text in lines {
                    let line = Line::of_text(text, self.sources);
                    self.push(line, Role::Form, block.span, parent);
                }
            }
            BlockKind::Picture(_) | BlockKind::Separator => {}
        }
    }

    /// Adds a line, and behind it the notes whose marks stand in it; its place in the list.
    fn inlines(
        &mut self,
        text: &'a [Inline],
        role: Role<'a>,
        span: Span,
        parent: Option<usize>,
    ) -> usize {
        let at = self.push(Line::of(text, self.sources), role, span, parent);
        for note in inlines(text).filter_map(Inline::footnote) {
            if !note.text.is_empty() {
                let line = Line::of(&note.text, self.sources);
                self.push(line, Role::Note, note.definition, Some(at));
            }
        }
        at
    }

    fn push(
        &mut self,
        line: Line<'a>,
        role: Role<'a>,
        span: Span,
        parent: Option<usize>,
    ) -> usize {
        let Self { part, quoted, .. } = *self;
        self.found.push(TextLine { line, role, part, parent, span, quoted });
        self.found.len() - 1
    }
}

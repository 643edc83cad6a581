//! Pieces → parts: what is an item and where its number comes from.

use super::blocks;
use super::part::{NumberSource, Part, PendingItem};
use super::titles;
use crate::document::outline::{Block, BlockKind, Rank};
use crate::markdown::pieces::piece::{Paragraph, Piece, PieceKind, strip_bold};

/// Who numbers the headings of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbering {
    /// The user.
    Typed,
    /// The program.
    Generated,
}

impl Numbering {
    /// The user numbers where a heading, a bold paragraph or any `A.`, `I.`, `Chương I` or
    /// `Điều 1.` has a typed number; where there are no headings, where a paragraph has one.
    pub(crate) fn of(pieces: &[Piece]) -> Self {
        // A dash counts nothing: `# - Thu` is no typed number.
        let counts =
            |one: &Paragraph| one.label.as_ref().is_some_and(|typed| !typed.is_dash());
        // `I.` is a heading's number even where nothing marks it as one; `1.` may number a list.
        let high = |one: &Paragraph| {
            one.label.as_ref().is_some_and(|typed| typed.number.rank <= Rank::Roman)
        };
        let mut headings = false;
        let mut typed = false;
        for piece in pieces {
            match &piece.kind {
                PieceKind::Heading(_, paragraph) => {
                    if counts(paragraph) {
                        return Self::Typed;
                    }
                    headings = true;
                }
                PieceKind::Text(paragraph) => {
                    if paragraph.bold && counts(paragraph) || high(paragraph) {
                        return Self::Typed;
                    }
                    typed |= counts(paragraph);
                }
                PieceKind::Quotation(_) | PieceKind::Block(_) => {}
            }
        }
        if typed && !headings { Self::Typed } else { Self::Generated }
    }
}

/// The parts of a whole text, in its order.
pub(crate) fn parts(pieces: Vec<Piece>, numbering: Numbering) -> Vec<Part> {
    let mut levels = Vec::new();
    let part = |Piece { span, column, kind }| match kind {
        PieceKind::Text(one) => paragraph(one, column),
        PieceKind::Heading(level, one) => {
            let one = Paragraph { span, ..one };
            heading(level, one, column, numbering, &mut levels)
        }
        PieceKind::Quotation(pieces) => {
            let kind =
                BlockKind::Quotation(blocks::unchecked(parts(pieces, Numbering::Typed)));
            Part::Block(Block { span, kind }, column)
        }
        PieceKind::Block(kind) => Part::Block(Block { span, kind }, column),
    };
    titles::attach(pieces).into_iter().map(part).collect()
}

/// A heading; where the program numbers them, `levels` are those of the headings that are open.
fn heading(
    level: u8,
    heading: Paragraph,
    column: usize,
    numbering: Numbering,
    levels: &mut Vec<u8>,
) -> Part {
    let number = match (heading.label, numbering) {
        (Some(typed), Numbering::Typed | Numbering::Generated) => {
            NumberSource::Typed(typed)
        }
        (None, Numbering::Typed) => NumberSource::None(level),
        (None, Numbering::Generated) => {
            // `#` then `###`: the third level stands one below the first, without a gap.
            while levels.pop_if(|open| *open >= level).is_some() {}
            levels.push(level);
            NumberSource::Generated(u8::try_from(levels.len()).ok())
        }
    };
    Part::Item(PendingItem {
        span: heading.span,
        column,
        number,
        level: Some(level),
        heading: true,
        text: heading.text,
        task: None,
        content: Vec::new(),
    })
}

/// A paragraph, or the item that it is by its number.
fn paragraph(paragraph: Paragraph, column: usize) -> Part {
    let Paragraph { label, bold, text, span, .. } = paragraph;
    let Some(typed) = label else {
        return Part::Block(Block { span, kind: BlockKind::Paragraph(text) }, column);
    };
    // `**1. Thu**`, or `**I.**` alone on its line; `**- Thu**` is a bold entry of a list.
    let heading = typed.number.rank.is_division()
        || ((bold || (typed.bold && text.is_empty())) && !typed.is_dash());
    let text = if heading { strip_bold(&text).unwrap_or(text) } else { text };
    Part::Item(PendingItem {
        span,
        column,
        number: NumberSource::Typed(typed),
        level: None,
        heading,
        text,
        task: None,
        content: Vec::new(),
    })
}

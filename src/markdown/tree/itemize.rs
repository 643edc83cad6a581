//! Pieces → parts: what is an item and where its number comes from.

use super::blocks;
use super::part::{NumberSource, Part, PendingItem};
use super::titles;
use crate::document::outline::{Block, BlockKind, Rank};
use crate::markdown::pieces::piece::{Paragraph, Piece, PieceKind, unbold};

/// Who numbers the headings of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The user.
    Typed,
    /// The program.
    Made,
}

impl Mode {
    /// The user numbers where a heading, a bold paragraph or any `A.`, `I.`, `Chương I` or
    /// `Điều 1.` has a typed number; where there are no headings, where a paragraph has one.
    pub(crate) fn of(pieces: &[Piece]) -> Self {
        let counts =
            |one: &Paragraph| one.label.as_ref().is_some_and(|typed| !typed.is_dash());
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
                PieceKind::Quotation(_) | PieceKind::Ready(_) => {}
            }
        }
        if typed && !headings { Self::Typed } else { Self::Made }
    }
}

/// The parts of a whole text, in its order.
pub(crate) fn parts(pieces: Vec<Piece>, mode: Mode) -> Vec<Part> {
    let mut levels = Vec::new();
    let part = |Piece { span, column, kind }| match kind {
        PieceKind::Text(one) => paragraph(one, column),
        PieceKind::Heading(level, one) => {
            let one = Paragraph { span, ..one };
            heading(level, one, column, mode, &mut levels)
        }
        PieceKind::Quotation(pieces) => {
            let kind = BlockKind::Quotation(blocks::plain(parts(pieces, Mode::Typed)));
            Part::Block(Block { span, kind }, column)
        }
        PieceKind::Ready(kind) => Part::Block(Block { span, kind }, column),
    };
    titles::settle(pieces).into_iter().map(part).collect()
}

/// A heading; where the program numbers them, `levels` are those of the headings that are open.
fn heading(
    level: u8,
    heading: Paragraph,
    column: usize,
    mode: Mode,
    levels: &mut Vec<u8>,
) -> Part {
    let number = match (heading.label, mode) {
        (Some(typed), Mode::Typed | Mode::Made) => NumberSource::Typed(typed),
        (None, Mode::Typed) => NumberSource::None(level),
        (None, Mode::Made) => {
            while levels.pop_if(|open| *open >= level).is_some() {}
            levels.push(level);
            NumberSource::Made(u8::try_from(levels.len()).ok())
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
    let heading = typed.number.rank.is_division()
        || ((bold || (typed.bold && text.is_empty())) && !typed.is_dash());
    let text = if heading { unbold(&text).unwrap_or(text) } else { text };
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

//! The columns of lines between arrows, one after the other → one block of aligned lines.

use super::canonical::AlignedColumn;
use super::piece::{Piece, PieceKind};
use crate::document::outline::{AlignedLine, BlockKind, Inline};
use crate::markdown::lines::arrows::Placement;

/// Adds what stands in a column, typed in a line that is set in as far as `indent`.
pub(crate) fn push(
    pieces: &mut Vec<Piece>,
    column: &AlignedColumn,
    text: Vec<Inline>,
    indent: usize,
) {
    // The pictures of a line stand behind it, and the next line behind them.
    let reach = if column.is_first { 1 } else { pieces.len() };
    let open =
        pieces.iter_mut().rev().take(reach).find_map(|piece| match &mut piece.kind {
            PieceKind::Block(BlockKind::Aligned(lines)) => Some((lines, &mut piece.span)),
            PieceKind::Block(_)
            | PieceKind::Text(_)
            | PieceKind::Heading(..)
            | PieceKind::Quotation(_) => None,
        });
    let line = match column.placement {
        _ if column.is_room => AlignedLine::Room,
        Placement::Center => AlignedLine::Center(text),
        Placement::Right => AlignedLine::Right(text),
        Placement::Columns => AlignedLine::Columns(vec![text]),
    };
    match open {
        Some((lines, span)) if column.goes_on || !column.is_first => {
            *span = span.to(column.line);
            match (lines.last_mut(), line) {
                (Some(AlignedLine::Columns(columns)), AlignedLine::Columns(mut more))
                    if !column.is_first =>
                {
                    columns.append(&mut more);
                }
                // Room of two columns is one room, and so is that of two lines.
                (Some(AlignedLine::Room), AlignedLine::Room) => {}
                (_, line) => lines.push(line),
            }
        }
        Some(_) | None => {
            let kind = PieceKind::Block(BlockKind::Aligned(vec![line]));
            pieces.push(Piece { span: column.line, column: indent, kind });
        }
    }
}

/// Takes out the lines in which nothing stood but pictures.
pub(crate) fn drop_empty(pieces: &mut Vec<Piece>) {
    pieces.retain_mut(|piece| {
        let PieceKind::Block(BlockKind::Aligned(lines)) = &mut piece.kind else {
            return true;
        };
        lines.retain(|line| {
            let columns = line.columns();
            *line == AlignedLine::Room || columns.iter().any(|text| !text.is_empty())
        });
        !lines.is_empty()
    });
}

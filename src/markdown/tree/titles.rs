//! Names of divisions and articles: what looks like one, and where it stands.
//!
//! The name of a division stands behind its label, on the next line, or in the next heading or
//! paragraph that is bold or in capitals; so may the name of an article whose number stands
//! alone. An article has a name where it is a heading or all of its paragraph is bold; without
//! any mark, where it does not end as a sentence does and its text follows. Else its text goes on
//! behind its number, as in decisions.

use crate::document::outline::{Rank, plain_text};
use crate::markdown::lines::words::{is_all_caps, may_end_title};
use crate::markdown::pieces::piece::{Paragraph, Piece, PieceKind, strip_bold};

/// Gives titles the names in the next heading or paragraph, and marks articles with a name.
pub(crate) fn attach(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match out.last_mut().and_then(nameless) {
            Some(title) if is_name(&piece, title) => {
                let (PieceKind::Heading(_, name) | PieceKind::Text(name)) = piece.kind
                else {
                    continue;
                };
                title.span = title.span.to(name.span);
                title.text = strip_bold(&name.text).unwrap_or(name.text);
                title.bold = true;
            }
            Some(_) | None => out.push(piece),
        }
    }
    name_articles(&mut out);
    out
}

/// The division or article in a piece that has no name yet.
fn nameless(piece: &mut Piece) -> Option<&mut Paragraph> {
    let (PieceKind::Heading(_, paragraph) | PieceKind::Text(paragraph)) = &mut piece.kind
    else {
        return None;
    };
    let rank = rank(paragraph)?;
    // `Chương II` alone; of `Chương II. Quy định` the name is the text already.
    (rank.is_legal() && paragraph.text.is_empty()).then_some(paragraph)
}

/// The rank of the number of a paragraph.
fn rank(paragraph: &Paragraph) -> Option<Rank> {
    Some(paragraph.label.as_ref()?.number.rank)
}

/// Whether a piece is the name of the title before it.
fn is_name(piece: &Piece, title: &Paragraph) -> bool {
    match &piece.kind {
        PieceKind::Heading(_, paragraph) => paragraph.label.is_none(),
        PieceKind::Text(paragraph) => {
            let plain = plain_text(&paragraph.text);
            let stands_out = paragraph.bold || is_all_caps(&plain);
            // `Chương II⏎Quy định chung`: right below its label the name of a division needs no mark;
            // below `Điều 5.` such a line is the text of the article.
            let division = rank(title).is_some_and(Rank::is_division);
            let below = division && paragraph.adjoins && is_title(&plain);
            paragraph.label.is_none() && (stands_out || below)
        }
        PieceKind::Quotation(_) | PieceKind::Block(_) => false,
    }
}

/// Whether a text reads like a title: it starts with a capital and does not end as a sentence does.
fn is_title(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && may_end_title(text)
}

/// Marks as bold the articles that nothing marks, but that have a name: `Điều 5. Tổ chức`, above
/// `1. Ủy ban nhân dân …`; not `Điều 5. Quyết định có hiệu lực kể từ ngày ký.`
fn name_articles(pieces: &mut [Piece]) {
    let below = |paragraph: &Paragraph| !rank(paragraph).is_some_and(Rank::is_legal);
    // From the end: whether a piece has its text below it is known when it is reached.
    let mut followed = false;
    for piece in pieces.iter_mut().rev() {
        match &mut piece.kind {
            PieceKind::Text(paragraph) => {
                if followed && may_be_named(paragraph) {
                    paragraph.bold = true;
                }
                followed = below(paragraph);
            }
            PieceKind::Heading(_, paragraph) => {
                followed = paragraph.label.is_some() && below(paragraph);
            }
            PieceKind::Quotation(_) | PieceKind::Block(_) => followed = true,
        }
    }
}

/// Whether an article without any mark reads like one with a name.
fn may_be_named(paragraph: &Paragraph) -> bool {
    let marked = paragraph.label.as_ref().is_some_and(|typed| typed.bold);
    rank(paragraph) == Some(Rank::Article)
        && !marked
        && !paragraph.text.is_empty()
        && may_end_title(&plain_text(&paragraph.text))
}

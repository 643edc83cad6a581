//! Names of divisions and articles: what looks like one, and where it stands.
//!
//! The name of a division stands behind its label, on the next line, or in the next heading or
//! paragraph that is bold or in capitals; so may the name of an article whose number stands
//! alone. An article has a name where it is a heading or all of its paragraph is bold; without
//! any mark, where it does not end as a sentence does and its text follows. Else its text goes on
//! behind its number, as in decisions.

use super::groups::{Bold, Group, unbold};
use super::inlines::Line;
use super::label::stands_alone;
use super::pieces::{Piece, PieceKind};
use crate::document::outline::{Inline, Rank, plain_text};

/// Whether a text is in capitals from start to end.
pub(super) fn is_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase)
        && text.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
}

/// Whether a text ends as sentences do, and as no name does.
pub(super) fn is_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '”' | '"' | '’' | ')' | '»')
    });
    text.ends_with(['.', ';', ':', ',', '!', '?', '/', '…'])
}

/// How a line looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Bold,
    Capitals,
    Plain,
}

impl Look {
    fn of(text: &[Inline]) -> Self {
        if unbold(text).is_some() {
            Self::Bold
        } else if is_capitals(&plain_text(text)) {
            Self::Capitals
        } else {
            Self::Plain
        }
    }
}

/// Whether a text is set apart by its looks, so that it may be the name of a division.
fn is_set_apart(text: &[Inline]) -> bool {
    Look::of(text) != Look::Plain
}

/// Whether a line of a paragraph no longer belongs to the title that the lines before it make,
/// of which the first starts with a number of this rank.
pub(super) fn ends_title(title: &[Line], rank: Rank, line: &Line) -> bool {
    let Some(last) = title.last() else { return false };
    if rank == Rank::Article && title.len() > 1 {
        return false;
    }
    let (before, look) = (Look::of(&last.text), Look::of(&line.text));
    if rank == Rank::Article {
        let bold = before == Look::Bold;
        return look != Look::Bold && (bold || is_broken(&last.text, &line.text));
    }
    if title.len() == 1 && stands_alone(&last.text) {
        return !is_name(&line.text);
    }
    look != before || (look == Look::Plain && !starts_small(&line.text))
}

/// Whether the user broke the line between two that no program has wrapped: what starts the
/// second one had room on the first, which is no sentence.
fn is_broken(first: &[Inline], second: &[Inline]) -> bool {
    let (first, second) = (plain_text(first), plain_text(second));
    let word = second.split_whitespace().next().unwrap_or_default();
    let had_room = first.chars().count() + word.chars().count() < second.chars().count();
    had_room && second.starts_with(char::is_uppercase) && !is_sentence(&first)
}

/// Whether a text starts with a small letter.
pub(super) fn starts_small(text: &[Inline]) -> bool {
    plain_text(text).starts_with(char::is_lowercase)
}

/// Whether a line may be the name of the division whose label stands on the line before.
fn is_name(text: &[Inline]) -> bool {
    let plain = plain_text(text);
    is_set_apart(text) || (plain.starts_with(char::is_uppercase) && !is_sentence(&plain))
}

/// Gives titles the names in the next heading or paragraph, and marks articles with a name.
pub(super) fn settle(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for mut piece in pieces {
        if let Some(title) = out.last_mut().and_then(nameless)
            && let Some(name) = take_name(&mut piece)
        {
            title.span = title.span.to(name.span);
            title.text = unbold(&name.text).unwrap_or(name.text);
            title.bold = Bold::All;
        }
        let empty = matches!(&piece.kind, PieceKind::Text(groups) if groups.is_empty())
            || matches!(&piece.kind, PieceKind::Heading(_, group) if is_empty(group));
        if !empty {
            out.push(piece);
        }
    }
    name_articles(&mut out);
    out
}

fn is_empty(group: &Group) -> bool {
    group.number.is_none() && group.text.is_empty()
}

/// The division or article at the end of a piece that has no name yet.
fn nameless(piece: &mut Piece) -> Option<&mut Group> {
    let group = match &mut piece.kind {
        PieceKind::Heading(_, group) => group,
        PieceKind::Text(groups) => groups.last_mut()?,
        PieceKind::List(..) | PieceKind::Quotation(_) | PieceKind::Ready(_) => {
            return None;
        }
    };
    let rank = group.number.as_ref()?.number.rank;
    (rank.is_legal() && group.text.is_empty()).then_some(group)
}

/// Takes the name of the division before it out of a piece, where it starts with one.
fn take_name(piece: &mut Piece) -> Option<Group> {
    match &mut piece.kind {
        PieceKind::Heading(_, group) if group.number.is_none() => {
            let (number, bold, span) = (None, group.bold, group.span);
            let text = std::mem::take(&mut group.text);
            Some(Group { number, bold, text, span, outside: None })
        }
        PieceKind::Text(groups) => {
            let first = groups.first()?;
            let name = first.number.is_none() && is_set_apart(&first.text);
            name.then(|| groups.remove(0))
        }
        PieceKind::Heading(..)
        | PieceKind::List(..)
        | PieceKind::Quotation(_)
        | PieceKind::Ready(_) => None,
    }
}

/// Marks as bold the articles that nothing marks, but that have a name.
fn name_articles(pieces: &mut [Piece]) {
    let below = |group: &Group| {
        group.number.as_ref().is_none_or(|typed| !typed.number.rank.is_legal())
    };
    let mut followed = false;
    for piece in pieces.iter_mut().rev() {
        match &mut piece.kind {
            PieceKind::Text(groups) => {
                for group in groups.iter_mut().rev() {
                    if followed && may_be_named(group) {
                        group.bold = Bold::All;
                    }
                    followed = below(group);
                }
            }
            PieceKind::Heading(_, group) => {
                followed = group.number.is_some() && below(group);
            }
            PieceKind::List(..) | PieceKind::Quotation(_) | PieceKind::Ready(_) => {
                followed = true;
            }
        }
    }
}

/// Whether an article without any mark reads like one with a name.
fn may_be_named(group: &Group) -> bool {
    let article =
        group.number.as_ref().is_some_and(|typed| typed.number.rank == Rank::Article);
    article
        && group.bold == Bold::No
        && !group.text.is_empty()
        && !is_sentence(&plain_text(&group.text))
}

//! `Piece`: the text as Markdown divides it, before numbers make a tree of it.

use super::groups::Group;
use crate::document::Text;
use crate::document::outline::{BlockKind, Picture};
use crate::source::Span;

/// A piece of the text as Markdown divides it, not yet in the tree of items.
pub(super) struct Piece {
    /// Where it was written.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: PieceKind,
}

impl Piece {
    /// A paragraph, if anything stands in it.
    pub(super) fn text(groups: Vec<Group>) -> Option<Self> {
        let span = groups.first()?.span.to(groups.last()?.span);
        Some(Self { span, kind: PieceKind::Text(groups) })
    }

    /// A picture on lines of its own.
    pub(super) fn picture((span, picture): (Span, Picture)) -> Self {
        Self { span, kind: PieceKind::Ready(BlockKind::Picture(picture)) }
    }
}

/// The kinds of [`Piece`].
pub(super) enum PieceKind {
    /// A paragraph, divided where a typed number starts an item of its own.
    Text(Vec<Group>),
    /// A heading, with the count of its `#`.
    Heading(u8, Group),
    /// A list; a bulleted one has no first number.
    List(Option<u64>, Vec<Entry>),
    /// A quotation.
    Quotation(Vec<Piece>),
    /// What goes into the tree as it is.
    Ready(BlockKind),
}

/// An entry of a list.
pub(super) struct Entry {
    /// Its bullet or number as typed.
    pub(super) marker: Text,
    /// Where the whole entry was written.
    pub(super) span: Span,
    /// What stands in it.
    pub(super) content: Vec<Piece>,
}

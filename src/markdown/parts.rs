//! `Part`: a piece of the text, an item or not, before its place in the tree is settled.

use super::restate::Typed;
use crate::document::Task;
use crate::document::outline::{Block, Inline};
use crate::source::Span;

/// A part of the text, in order; what belongs under an item is not yet gathered.
pub(super) enum Part {
    /// An item.
    Item(PendingItem),
    /// A block that is no item, and the column in which it was typed.
    Block(Block, usize),
}

/// An item whose number and place in the tree are not yet settled.
pub(super) struct PendingItem {
    /// Where it was written.
    pub(super) span: Span,
    /// The column in which it was typed.
    pub(super) column: usize,
    /// Where its number comes from.
    pub(super) number: NumberSource,
    /// The level of the Markdown heading that it is.
    pub(super) level: Option<u8>,
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// The text behind the number.
    pub(super) text: Vec<Inline>,
    /// Who must do it by when.
    pub(super) task: Option<Task>,
    /// What belongs under it by the way it was written.
    pub(super) content: Vec<Part>,
}

/// Where the number of an item comes from.
pub(super) enum NumberSource {
    /// The user typed it.
    Typed(Typed),
    /// It is made, at a depth from 1, or one below what it stands in.
    Made(Option<u8>),
    /// It has none, among headings that have.
    None(u8),
}

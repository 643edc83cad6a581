//! `Part`: a piece of the text, an item or not, before its place in the tree is settled.

use crate::document::Task;
use crate::document::outline::{Block, Inline};
use crate::markdown::pieces::typed_number::TypedNumber;
use crate::source::Span;

/// A part of the text, in order; what belongs under an item is not yet gathered.
pub(crate) enum Part {
    /// An item.
    Item(PendingItem),
    /// A block that is no item, and the column in which it was typed.
    Block(Block, usize),
}

/// An item whose number and place in the tree are not yet settled.
pub(crate) struct PendingItem {
    /// Where it was written.
    pub(crate) span: Span,
    /// The column in which it was typed.
    pub(crate) column: usize,
    /// Where its number comes from.
    pub(crate) number: NumberSource,
    /// The level of the Markdown heading that it is.
    pub(crate) level: Option<u8>,
    /// Whether it is a heading.
    pub(crate) heading: bool,
    /// The text behind the number.
    pub(crate) text: Vec<Inline>,
    /// Who must do it by when.
    pub(crate) task: Option<Task>,
    /// What belongs under it by the way it was written.
    pub(crate) content: Vec<Part>,
}

/// Where the number of an item comes from.
pub(crate) enum NumberSource {
    /// The user typed it.
    Typed(TypedNumber),
    /// It is made, at a depth from 1, or one below what it stands in.
    Generated(Option<u8>),
    /// It has none, among headings that have.
    None(u8),
}

//! `Node`: an item or another block in the tree, before its number is made or checked.

use crate::document::Task;
use crate::document::outline::{Block, Inline};
use crate::markdown::lines::number::Number;
use crate::markdown::pieces::typed_number::TypedNumber;
use crate::source::Span;

/// A block of the tree, or an item with what stands under it.
pub(crate) enum Node {
    /// A block that is no item.
    Block(Block),
    /// An item.
    Item(ItemNode),
}

/// An item in the tree.
pub(crate) struct ItemNode {
    /// Where it was written.
    pub(crate) span: Span,
    /// Its number.
    pub(crate) number: NodeNumber,
    /// Whether it is a heading.
    pub(crate) heading: bool,
    /// Whether a heading without a number, a line that is bold or in capitals, or a lead-in stands
    /// between it and the number of its rank before it: its count may begin anew or go on.
    pub(crate) may_restart: bool,
    /// Whether a paragraph that is not set in stands between it and the item before it.
    pub(crate) after_paragraph: bool,
    /// What stands behind the number.
    pub(crate) text: Vec<Inline>,
    /// Who must do it by when.
    pub(crate) task: Option<Task>,
    /// What stands under it.
    pub(crate) children: Vec<Node>,
}

/// The number of an item in the tree.
pub(crate) enum NodeNumber {
    /// As the user typed it.
    Typed(TypedNumber),
    /// As the program makes it.
    Generated(Number),
    /// None.
    None,
}

impl NodeNumber {
    /// What it means.
    pub(crate) fn number(&self) -> Option<&Number> {
        match self {
            Self::Typed(typed) => Some(&typed.number),
            Self::Generated(number) => Some(number),
            Self::None => None,
        }
    }
}

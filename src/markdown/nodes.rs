//! `Node`: an item or another block in the tree, before its number is made or checked.

use super::number::Number;
use super::restate::Typed;
use crate::document::Task;
use crate::document::outline::{Block, Inline};
use crate::source::Span;

/// A block of the tree, or an item with what stands under it.
pub(super) enum Node {
    /// A block that is no item.
    Block(Block),
    /// An item.
    Item(ItemNode),
}

/// An item in the tree.
pub(super) struct ItemNode {
    /// Where it was written.
    pub(super) span: Span,
    /// Its number.
    pub(super) number: NodeNumber,
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// Whether a heading without a number, a line that is bold or in capitals, or a lead-in stands
    /// between it and the number of its rank before it: its count may begin anew or go on.
    pub(super) afresh: bool,
    /// Whether a paragraph that is not set in stands between it and the item before it.
    pub(super) apart: bool,
    /// What stands behind the number.
    pub(super) text: Vec<Inline>,
    /// Who must do it by when.
    pub(super) task: Option<Task>,
    /// What stands under it.
    pub(super) children: Vec<Node>,
}

/// The number of an item in the tree.
pub(super) enum NodeNumber {
    /// As the user typed it.
    Typed(Typed),
    /// As the program makes it.
    Made(Number),
    /// None.
    None,
}

impl NodeNumber {
    /// What it means.
    pub(super) fn number(&self) -> Option<&Number> {
        match self {
            Self::Typed(typed) => Some(&typed.number),
            Self::Made(number) => Some(number),
            Self::None => None,
        }
    }
}

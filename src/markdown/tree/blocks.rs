//! Parts → blocks, in three steps: the tree of items, its headings, its numbers.

use super::part::Part;
use super::{builder, headings, numbering};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Block;

/// The blocks of some parts, whose numbers are checked.
pub(crate) fn checked(parts: Vec<Part>, diagnostics: &mut Diagnostics) -> Vec<Block> {
    let nodes = builder::grow(parts, Some(diagnostics));
    numbering::assign(headings::mark(nodes), Some(diagnostics))
}

/// The blocks of some parts, whose numbers are not checked: those of an opening or a quotation.
pub(crate) fn unchecked(parts: Vec<Part>) -> Vec<Block> {
    numbering::assign(headings::mark(builder::grow(parts, None)), None)
}

//! Parts → blocks: the tree of items with its headings and numbers.

use super::builder;
use super::headings;
use super::numbering;
use super::part::Part;
use crate::diagnostic::Diagnostics;
use crate::document::outline::Block;

/// The blocks of some parts, whose numbers are checked.
pub(crate) fn checked(parts: Vec<Part>, diagnostics: &mut Diagnostics) -> Vec<Block> {
    let nodes = builder::grow(parts, Some(diagnostics));
    numbering::assign(headings::mark(nodes), Some(diagnostics))
}

/// The blocks of some parts, whose numbers are nobody's business.
pub(crate) fn unchecked(parts: Vec<Part>) -> Vec<Block> {
    numbering::assign(headings::mark(builder::grow(parts, None)), None)
}

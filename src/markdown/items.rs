//! Parts → blocks: the tree of items with its headings and numbers.

use super::parts::Part;
use super::{counting, headings, tree};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Block;

/// The blocks of some parts, whose numbers are checked.
pub(super) fn checked(parts: Vec<Part>, found: &mut Diagnostics) -> Vec<Block> {
    let nodes = tree::grow(parts, Some(found));
    counting::count(headings::mark(nodes), Some(found))
}

/// The blocks of some parts, whose numbers are nobody's business.
pub(super) fn plain(parts: Vec<Part>) -> Vec<Block> {
    counting::count(headings::mark(tree::grow(parts, None)), None)
}

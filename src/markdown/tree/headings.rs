//! Which items are headings without a mark: `I. ĐÁNH GIÁ CHUNG`, `A. Kết quả`.
//!
//! Items `A.` and `I.` beside each other look alike: they are headings where none ends as a sentence
//! does and each but the last has something below it (or one of them is marked as a heading).

use super::node::{ItemNode, Node};
use crate::document::outline::{Rank, plain_text};
use crate::markdown::lines::words::may_end_title;

/// Marks the headings in a tree.
pub(crate) fn mark(mut nodes: Vec<Node>) -> Vec<Node> {
    mark_in(&mut nodes);
    nodes
}

/// Marks the headings among some siblings, and below them.
fn mark_in(nodes: &mut [Node]) {
    for rank in [Rank::Capital, Rank::Roman] {
        let mut siblings: Vec<&mut ItemNode> =
            nodes.iter_mut().filter_map(|node| of_rank(node, rank)).collect();
        if are_headings(&siblings) {
            for item in &mut siblings {
                item.heading = true;
            }
        }
    }
    for node in nodes {
        if let Node::Item(item) = node {
            mark_in(&mut item.children);
        }
    }
}

/// The item in a node, if its number is of a rank.
fn of_rank(node: &mut Node, rank: Rank) -> Option<&mut ItemNode> {
    match node {
        Node::Item(item) => {
            let fits = item.number.number().is_some_and(|number| number.rank == rank);
            fits.then_some(item)
        }
        Node::Block(_) => None,
    }
}

/// Whether items beside each other, all `A.` or all `I.`, are headings.
fn are_headings(siblings: &[&mut ItemNode]) -> bool {
    let Some((last, others)) = siblings.split_last() else { return false };
    let unmarked = || siblings.iter().filter(|item| !item.heading);
    let words = |item: &ItemNode| plain_text(&item.text);
    let title = |item: &&&mut ItemNode| {
        !words(item).trim().is_empty() && may_end_title(&words(item))
    };
    let marked = siblings.iter().any(|item| item.heading);
    let below = |item: &&mut ItemNode| !item.children.is_empty();
    // The last one may be empty: `III. Kết luận` at the end of a sketch.
    let filled = others.iter().all(below) && (!others.is_empty() || below(last));
    unmarked().all(|item| title(&item)) && (marked || filled)
}

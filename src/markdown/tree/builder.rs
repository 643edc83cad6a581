//! Parts → the tree of items: where each stands, by its number, its bullet and its column.

pub(super) mod place;

use super::node::{ItemNode, Node};
use super::part::{Part, PendingItem};
use super::rank_order::{RankOrder, order};
use crate::diagnostic::Diagnostics;
use crate::document::outline::{Block, BlockKind, Inline, Rank, plain_text};
use crate::markdown::lines::number::Number;
use crate::markdown::lines::words::is_all_caps;
use crate::markdown::pieces::piece::strip_bold;

/// The tree of some parts; what is wrong in it is reported where problems are wanted.
pub(crate) fn grow(parts: Vec<Part>, diagnostics: Option<&mut Diagnostics>) -> Vec<Node> {
    Tree::grow(parts, diagnostics)
}

/// An item to which more may still belong.
struct OpenItem {
    /// Its place among the ranks, see [`order`].
    order: u32,
    /// The level of the Markdown heading that it is.
    level: Option<u8>,
    /// The column in which it was typed.
    column: usize,
    /// What it has become so far.
    node: ItemNode,
}

impl OpenItem {
    /// The rank of its number.
    fn rank(&self) -> Option<Rank> {
        self.node.number.number().map(|number| number.rank)
    }

    /// Whether it starts with a bullet.
    fn is_dash(&self) -> bool {
        matches!(self.rank(), Some(Rank::Dash(_)))
    }

    /// Whether what is typed in a column is set in under it: from the letters behind a dash on.
    fn encloses(&self, column: usize) -> bool {
        column >= self.column + 2
    }

    /// Whether it ends in `:` and nothing stands under it yet.
    fn leads_in(&self) -> bool {
        self.node.children.is_empty() && leads_in(&self.node.text)
    }
}

/// Whether a text ends in `:`.
fn leads_in(text: &[Inline]) -> bool {
    plain_text(text).trim_end().ends_with(':')
}

/// A tree that grows part by part.
struct Tree<'f> {
    /// What stands under no item.
    top: Vec<Node>,
    /// The items to which more may belong, each in the one before it.
    open: Vec<OpenItem>,
    /// How many items stay open, because the parts that come stand in them.
    floor: usize,
    diagnostics: Option<&'f mut Diagnostics>,
    /// The order of the last numbered heading of each Markdown level.
    levels: [Option<u32>; 8],
    /// Whether a heading without a number among numbered ones was reported: once is enough.
    mixture_reported: bool,
    /// Which rank stands above which.
    rank_order: RankOrder,
    /// How many lines came so far after which a count may begin anew: `**Về thu**`, `Giao:`.
    restarts: usize,
    /// For each rank how many there were when its last number came.
    counted: Vec<(Rank, usize)>,
    /// Whether a paragraph that is not set in came after the last item.
    paragraph_since_item: bool,
}

impl<'f> Tree<'f> {
    fn grow(parts: Vec<Part>, diagnostics: Option<&'f mut Diagnostics>) -> Vec<Node> {
        let mut tree = Self {
            top: Vec::new(),
            open: Vec::new(),
            floor: 0,
            diagnostics,
            levels: [None; 8],
            mixture_reported: false,
            rank_order: RankOrder::default(),
            restarts: 0,
            counted: Vec::new(),
            paragraph_since_item: false,
        };
        tree.add(parts);
        tree.top
    }

    /// Adds parts under what is open, and closes again what they opened.
    fn add(&mut self, parts: Vec<Part>) {
        let floor = std::mem::replace(&mut self.floor, self.open.len());
        for part in parts {
            match part {
                Part::Item(item) => self.item(item),
                Part::Block(block, column) => self.block(block, column),
            }
        }
        self.close_to(self.floor);
        self.floor = floor;
    }

    /// Adds a block: a dash introduces a line, so what is not set in under it belongs above it.
    fn block(&mut self, block: Block, column: usize) {
        let floor = self.floor_at(column);
        // Numbered items stay open: a paragraph below `1.` belongs to it, set in or not.
        self.close(order(Rank::Dash(1)), floor);
        if let BlockKind::Paragraph(text) = &block.kind {
            let stands_out = strip_bold(text).is_some() || is_all_caps(&plain_text(text));
            self.restarts += usize::from(stands_out || leads_in(text));
        }
        self.paragraph_since_item |=
            !self.open.last().is_some_and(|open| open.encloses(column));
        self.branch().push(Node::Block(block));
    }

    /// Adds an item, and what was written under it.
    fn item(&mut self, item: PendingItem) {
        let PendingItem { span, column, number, level, heading, text, task, content } =
            item;
        let (order, number) = self.place(number, (level, column, span));
        if let (Some(level), true) = (level, number.number().is_some()) {
            self.levels[usize::from(level.min(7))] = Some(order);
        }
        let may_restart = self.may_restart(number.number());
        let after_paragraph = std::mem::take(&mut self.paragraph_since_item);
        let children = Vec::new();
        let node = ItemNode {
            span,
            number,
            heading,
            may_restart,
            after_paragraph,
            text,
            task,
            children,
        };
        self.open.push(OpenItem { order, level, column, node });
        self.add(content);
    }

    /// Whether a line after which counts may begin anew came since the last number of this rank.
    fn may_restart(&mut self, number: Option<&Number>) -> bool {
        let Some(number) = number else {
            // A heading without a number divides the text as a bold line does.
            self.restarts += 1;
            return false;
        };
        let restarts = self.restarts;
        let counted = self.counted.iter_mut().find(|(rank, _)| *rank == number.rank);
        if let Some((_, before)) = counted {
            return std::mem::replace(before, restarts) < restarts;
        }
        self.counted.push((number.rank, restarts));
        restarts > 0
    }

    /// Where the next node goes: under the last open item, or to the top.
    fn branch(&mut self) -> &mut Vec<Node> {
        self.open.last_mut().map_or(&mut self.top, |open| &mut open.node.children)
    }

    /// Closes what does not stand above an item of this order, down to so many items.
    fn close(&mut self, order: u32, floor: usize) {
        while self.open.len() > floor
            && self.open.last().is_some_and(|open| open.order >= order)
        {
            self.close_to(self.open.len() - 1);
        }
    }

    /// Closes items until so many are open.
    fn close_to(&mut self, count: usize) {
        while self.open.len() > count
            && let Some(OpenItem { node, .. }) = self.open.pop()
        {
            self.branch().push(Node::Item(node));
        }
    }
}

//! Parts → the tree of items: where each stands, by its number, its bullet and its column.

use super::node::{ItemNode, Node, NodeNumber};
use super::part::{NumberSource, Part, PendingItem};
use super::rank_order::{Sequence, order};
use crate::diagnostic::Diagnostics;
use crate::document::outline::{Block, BlockKind, Inline, Rank, plain_text};
use crate::markdown::dialect::MAX_DEPTH;
use crate::markdown::dialect::report_depth;
use crate::markdown::lines::number::Number;
use crate::markdown::lines::words::is_capitals;
use crate::markdown::pieces::canonical::Typed;
use crate::markdown::pieces::piece::unbold;
use crate::markdown::problems::numbering;
use crate::source::Span;

/// The tree of some parts; what is wrong in it is reported where problems are wanted.
pub(crate) fn grow(parts: Vec<Part>, found: Option<&mut Diagnostics>) -> Vec<Node> {
    Tree::grow(parts, found)
}

/// An item to which more may still belong.
struct Open {
    order: u32,
    /// The level of the Markdown heading that it is.
    level: Option<u8>,
    column: usize,
    node: ItemNode,
}

impl Open {
    fn rank(&self) -> Option<Rank> {
        self.node.number.number().map(|number| number.rank)
    }

    fn is_dash(&self) -> bool {
        matches!(self.rank(), Some(Rank::Dash(_)))
    }

    /// Whether what is typed in a column is set in under it.
    fn holds(&self, column: usize) -> bool {
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
    top: Vec<Node>,
    open: Vec<Open>,
    /// How many items stay open, because the parts that come stand in them.
    floor: usize,
    found: Option<&'f mut Diagnostics>,
    /// The order of the last numbered heading of each Markdown level.
    levels: [Option<u32>; 8],
    mixture: bool,
    sequence: Sequence,
    /// How many lines stood there after which a count may begin anew.
    leads: usize,
    /// For each rank how many there were when its last number came.
    counted: Vec<(Rank, usize)>,
    /// Whether a paragraph that is not set in came after the last item.
    apart: bool,
}

impl<'f> Tree<'f> {
    fn grow(parts: Vec<Part>, found: Option<&'f mut Diagnostics>) -> Vec<Node> {
        let mut tree = Self {
            top: Vec::new(),
            open: Vec::new(),
            floor: 0,
            found,
            levels: [None; 8],
            mixture: false,
            sequence: Sequence::default(),
            leads: 0,
            counted: Vec::new(),
            apart: false,
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
        self.close(order(Rank::Dash(1)), floor);
        if let BlockKind::Paragraph(text) = &block.kind {
            let apart = unbold(text).is_some() || is_capitals(&plain_text(text));
            self.leads += usize::from(apart || leads_in(text));
        }
        self.apart |= !self.open.last().is_some_and(|open| open.holds(column));
        self.branch().push(Node::Block(block));
    }

    fn item(&mut self, item: PendingItem) {
        let PendingItem { span, column, number, level, heading, text, task, content } =
            item;
        let (order, number) = self.place(number, (level, column, span));
        if let (Some(level), true) = (level, number.number().is_some()) {
            self.levels[usize::from(level.min(7))] = Some(order);
        }
        let afresh = self.is_afresh(number.number());
        let apart = std::mem::take(&mut self.apart);
        let children = Vec::new();
        let node =
            ItemNode { span, number, heading, afresh, apart, text, task, children };
        self.open.push(Open { order, level, column, node });
        self.add(content);
    }

    /// Whether a line after which counts may begin anew came since the last number of this rank.
    fn is_afresh(&mut self, number: Option<&Number>) -> bool {
        let Some(number) = number else {
            self.leads += 1;
            return false;
        };
        let leads = self.leads;
        let counted = self.counted.iter_mut().find(|(rank, _)| *rank == number.rank);
        if let Some((_, before)) = counted {
            return std::mem::replace(before, leads) < leads;
        }
        self.counted.push((number.rank, leads));
        leads > 0
    }

    /// Finds the place of an item among the open ones, and its number.
    fn place(
        &mut self,
        number: NumberSource,
        (level, column, span): (Option<u8>, usize, Span),
    ) -> (u32, NodeNumber) {
        match number {
            NumberSource::Typed(typed) if typed.is_dash() => self.dash(typed, column),
            NumberSource::Typed(typed) => self.typed(typed, level, column),
            NumberSource::Made(depth) => self.made(depth.unwrap_or(self.depth())),
            NumberSource::None(level) => {
                self.report_mixture(span);
                (self.bare(level), NodeNumber::None)
            }
        }
    }

    /// Says once that a heading has no number among numbered ones.
    fn report_mixture(&mut self, span: Span) {
        if let Some(found) = self.found.as_deref_mut().filter(|_| !self.mixture) {
            self.mixture = true;
            found.push(numbering::number_mixture(), span);
        }
    }

    /// Places a typed number: beside the number that it follows; else under an item that ends in
    /// `:` or under which it is set in; else where its rank wants it.
    fn typed(
        &mut self,
        typed: Typed,
        level: Option<u8>,
        column: usize,
    ) -> (u32, NodeNumber) {
        let number = &typed.number;
        let floor = self.floor_at(column).max(if level.is_none() {
            self.made_headings()
        } else {
            0
        });
        let open = &self.open[floor..];
        let order = self
            .sequence
            .order(number.rank, |rank| open.iter().any(|open| open.rank() == Some(rank)));
        let follows = |open: &Open| {
            open.node.number.number().is_some_and(|before| number.follows(before))
        };
        let beside = open.iter().rposition(follows).map(|at| floor + at);
        let legal = number.rank.is_legal();
        let under = number.is_first()
            && !legal
            && open.last().is_some_and(|last| {
                let same = last.rank() == Some(number.rank) || last.order >= order;
                same && (last.leads_in() || (last.holds(column) && !last.is_dash()))
            });
        match beside {
            Some(at) if !legal => self.close_to(at),
            _ if under => {}
            _ => self.close(order, floor),
        }
        if let Some(level) = level {
            self.close_bare(level);
        }
        (order, NodeNumber::Typed(typed))
    }

    /// Closes the headings without a number from a Markdown level on.
    fn close_bare(&mut self, level: u8) {
        let bare = |open: &Open| {
            open.node.number.number().is_none()
                && open.level.is_some_and(|other| other >= level)
        };
        if let Some(first) = self.open[self.floor..].iter().position(bare) {
            self.close_to(self.floor + first);
        }
    }

    /// Places a dash: below the dashes that it is set in under; a `+` below a `-`.
    fn dash(&mut self, mut typed: Typed, column: usize) -> (u32, NodeNumber) {
        let open = &self.open[self.floor..];
        let above =
            open.iter().filter(|open| open.is_dash() && open.holds(column)).count();
        let within = self.open[..self.floor].iter().filter(|open| open.is_dash()).count();
        if above + within >= MAX_DEPTH
            && let Some(found) = self.found.as_deref_mut()
        {
            report_depth(MAX_DEPTH, typed.label.span, found);
        }
        let level = u8::try_from(above + within).unwrap_or(u8::MAX);
        let depth =
            level.saturating_mul(2).saturating_add(1 + u8::from(typed.number.is_plus()));
        typed.number = typed.number.at_depth(depth);
        let order = order(Rank::Dash(depth));
        self.close(order, self.floor);
        (order, NodeNumber::Typed(typed))
    }

    fn made(&mut self, depth: u8) -> (u32, NodeNumber) {
        let rank = Number::rank_at(depth);
        self.close(order(rank), self.floor);
        let mut above =
            self.open.iter().rev().filter_map(|open| open.node.number.number());
        let arabic = above.find(|number| number.rank == Rank::Arabic).map(Number::last);
        let before = self.branch().iter().rev().find_map(|node| match node {
            Node::Item(item) => item.number.number().filter(|number| number.rank == rank),
            Node::Block(_) => None,
        });
        let next = before.map_or(1, |number| number.last() + 1);
        (order(rank), NodeNumber::Made(Number::generated(depth, next, arabic)))
    }

    /// Finds a place for a heading without a number among numbered ones: beside the last
    /// numbered one of its Markdown level, else under one of a higher level.
    fn bare(&mut self, level: u8) -> u32 {
        let above = |open: &&Open| open.level.is_some_and(|other| other < level);
        let order = self.levels[usize::from(level.min(7))].unwrap_or_else(|| {
            self.open.iter().rev().find(above).map_or(1, |open| open.order + 1)
        });
        self.close(order, self.floor);
        order
    }

    /// The depth of what stands in the item in which the parts that come stand.
    fn depth(&self) -> u8 {
        let above = self.floor.checked_sub(1).and_then(|at| self.open[at].rank());
        above.map_or(2, |rank| Number::depth_of(rank).saturating_add(1))
    }

    /// How many items stay open for what is typed in a column: it stays in a dash under which it
    /// is set in.
    fn floor_at(&self, column: usize) -> usize {
        let inside = |open: &Open| open.is_dash() && open.holds(column);
        let own = &self.open[self.floor..];
        self.floor + own.iter().rposition(inside).map_or(0, |at| at + 1)
    }

    /// How many items stay open because they are headings whose numbers are made, or stand above one.
    fn made_headings(&self) -> usize {
        let made = |open: &Open| {
            open.level.is_some() && matches!(open.node.number, NodeNumber::Made(_))
        };
        self.open.iter().rposition(made).map_or(0, |at| at + 1)
    }

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

    fn close_to(&mut self, count: usize) {
        while self.open.len() > count
            && let Some(Open { node, .. }) = self.open.pop()
        {
            self.branch().push(Node::Item(node));
        }
    }
}

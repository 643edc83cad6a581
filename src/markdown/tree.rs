//! Parts → the tree of items: numbers decide the levels, and are given or checked.

use super::number::Number;
use super::parts::{Draft, Part, Place, Start};
use super::sequence::{Sequence, is_prefix, order};
use super::typed::Typed;
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::Text;
use crate::document::outline::{Block, BlockKind, Item, ItemNumber, Rank};
use crate::source::Span;

/// The tree of some parts, whose numbers are checked.
pub(super) fn checked(parts: Vec<Part>, found: &mut Diagnostics) -> Vec<Block> {
    Tree::grow(parts, Some(found))
}

/// The tree of some parts, whose numbers are nobody's business.
pub(super) fn plain(parts: Vec<Part>) -> Vec<Block> {
    Tree::grow(parts, None)
}

/// What belongs under one item, or at the top.
#[derive(Default)]
struct Branch {
    blocks: Vec<Block>,
    /// The last number of each rank.
    numbers: Vec<Number>,
}

/// An item to which more may still belong.
struct Open {
    order: u32,
    /// The level of the Markdown heading that it is.
    level: Option<u8>,
    number: Option<Number>,
    item: Item,
    span: Span,
    under: Branch,
}

/// A tree that grows part by part.
struct Tree<'f> {
    top: Branch,
    open: Vec<Open>,
    /// How many items stay open, because the parts that come stand in them.
    floor: usize,
    found: Option<&'f mut Diagnostics>,
    /// The order of the last numbered heading of each Markdown level.
    levels: [Option<u32>; 8],
    mixture: bool,
    sequence: Sequence,
}

impl<'f> Tree<'f> {
    fn grow(parts: Vec<Part>, found: Option<&'f mut Diagnostics>) -> Vec<Block> {
        let mut tree = Self {
            top: Branch::default(),
            open: Vec::new(),
            floor: 0,
            found,
            levels: [None; 8],
            mixture: false,
            sequence: Sequence::default(),
        };
        tree.add(parts);
        tree.top.blocks
    }

    /// Adds parts under what is open, and closes again what they opened.
    fn add(&mut self, parts: Vec<Part>) {
        let floor = std::mem::replace(&mut self.floor, self.open.len());
        for part in parts {
            match part {
                Part::Item(draft) => self.item(draft),
                Part::Block(block) => {
                    // A dash introduces a line; what follows the list belongs above it.
                    self.close(order(Rank::Dash(1)));
                    self.branch().blocks.push(block);
                }
            }
        }
        self.close(0);
        self.floor = floor;
    }

    fn item(&mut self, draft: Draft) {
        let Draft { span, place, level, heading, text, task, content } = draft;
        let (order, number) = self.settle(place, level, span);
        if let (Some(level), true) = (level, number.is_some()) {
            self.levels[usize::from(level.min(7))] = Some(order);
        }
        let (number, label) = number.unzip();
        if let Some(number) = &number {
            let numbers = &mut self.branch().numbers;
            numbers.retain(|other| other.rank != number.rank);
            numbers.push(number.clone());
        }
        let item = Item { number: label, heading, text, task, children: Vec::new() };
        let under = Branch::default();
        self.open.push(Open { order, level, number, item, span, under });
        self.add(content);
    }

    /// Finds the place of an item among the open ones, and its number.
    fn settle(
        &mut self,
        place: Place,
        level: Option<u8>,
        span: Span,
    ) -> (u32, Option<(Number, ItemNumber)>) {
        match place {
            Place::Typed(typed) => self.typed(typed, level),
            Place::Counted(depth) => self.counted(depth.unwrap_or(self.depth()), span),
            Place::Listed(depth, typed, start) => self.listed(depth, typed, start, span),
            Place::Bullet(marker) => self.bullet(&marker),
            Place::Bare(level) => (self.bare(level, span), None),
        }
    }

    fn typed(
        &mut self,
        typed: Typed,
        level: Option<u8>,
    ) -> (u32, Option<(Number, ItemNumber)>) {
        let rank = |open: &Open| open.number.as_ref().map(|number| number.rank);
        let roman = |open: &Open| rank(open) == Some(Rank::Roman);
        let under_roman = self.open[self.floor..].iter().any(roman);
        let order = self.sequence.order(typed.number.rank, under_roman);
        self.close(order);
        if let Some(level) = level {
            let bare = |open: &Open| {
                open.number.is_none() && open.level.is_some_and(|other| other >= level)
            };
            if let Some(first) = self.open[self.floor..].iter().position(bare) {
                self.close_to(self.floor + first);
            }
        }
        self.check(&typed);
        self.sequence.note(&typed.number);
        (order, Some((typed.number.clone(), typed.item_number())))
    }

    fn counted(&mut self, depth: u8, span: Span) -> (u32, Option<(Number, ItemNumber)>) {
        let number = self.next(depth);
        let order = order(number.rank);
        let rank = number.rank;
        let label = ItemNumber { label: number.label(), rank, typed: false, span };
        (order, Some((number, label)))
    }

    fn listed(
        &mut self,
        depth: Option<u8>,
        typed: Typed,
        start: Start,
        span: Span,
    ) -> (u32, Option<(Number, ItemNumber)>) {
        let under_dash =
            self.above().is_some_and(|number| order(number.rank) >= order(Rank::Dash(1)));
        if depth.is_none() && under_dash {
            return self.typed(typed, None);
        }
        let depth = depth.unwrap_or(self.depth());
        let goes_on =
            start == Start::One || self.next(depth).last() == typed.number.last();
        if goes_on { self.counted(depth, span) } else { self.typed(typed, None) }
    }

    fn bullet(&mut self, marker: &Text) -> (u32, Option<(Number, ItemNumber)>) {
        let above = self.open[..self.floor].iter().rev().find_map(|open| {
            match open.number.as_ref()?.rank {
                Rank::Dash(depth) => Some(depth),
                Rank::Part
                | Rank::Chapter
                | Rank::Section
                | Rank::Subsection
                | Rank::Article
                | Rank::Roman
                | Rank::Arabic
                | Rank::Decimal(_)
                | Rank::Letter
                | Rank::Bracket
                | Rank::LowerRoman => None,
            }
        });
        let depth = above.unwrap_or(0).saturating_add(1);
        let plus = marker.value == "+" && depth % 2 == 1;
        let number = Number::dash(depth.saturating_add(u8::from(plus)));
        let (rank, label) = (number.rank, number.label());
        let typed = label == marker.value;
        self.close(order(rank));
        let label = ItemNumber { label, rank, typed, span: marker.span };
        (order(rank), Some((number, label)))
    }

    /// Finds a place for a heading without a number among numbered ones: beside the last
    /// numbered one of its Markdown level, else under one of a higher level.
    fn bare(&mut self, level: u8, span: Span) -> u32 {
        if let Some(found) = self.found.as_deref_mut().filter(|_| !self.mixture) {
            self.mixture = true;
            found.push(Problem::NumberMixture, span);
        }
        let above = |open: &&Open| open.level.is_some_and(|other| other < level);
        let order = self.levels[usize::from(level.min(7))].unwrap_or_else(|| {
            self.open.iter().rev().find(above).map_or(1, |open| open.order + 1)
        });
        self.close(order);
        order
    }

    /// The number of the item in which the parts that come stand.
    fn above(&self) -> Option<&Number> {
        self.open.get(self.floor.checked_sub(1)?)?.number.as_ref()
    }

    /// The depth of what stands in that item.
    fn depth(&self) -> u8 {
        self.above().map_or(2, |number| Number::depth_of(number.rank).saturating_add(1))
    }

    /// The number that comes next at a depth, when all below it is closed.
    fn next(&mut self, depth: u8) -> Number {
        let rank = Number::rank_at(depth);
        self.close(order(rank));
        let above = self.open.iter().rev().filter_map(|open| open.number.as_ref());
        let arabic = above.clone().find(|number| number.rank == Rank::Arabic);
        let arabic = arabic.map(Number::last);
        let before = self.branch().numbers.iter().find(|number| number.rank == rank);
        Number::generated(depth, before.map_or(1, |number| number.last() + 1), arabic)
    }

    /// Reports a number that does not come after the one before it.
    fn check(&mut self, typed: &Typed) {
        if typed.is_dash() {
            return;
        }
        let due = self.due(&typed.number);
        if due != typed.number
            && let Some(found) = &mut self.found
        {
            let (label, expected) = (typed.label.value.clone(), due.label());
            found.push(Problem::NumberGap { found: label, expected }, typed.label.span);
        }
    }

    /// The number that was due in the place of this one.
    fn due(&mut self, number: &Number) -> Number {
        let mut above = self.open.iter().rev().filter_map(|open| open.number.as_ref());
        let above = above.find(|other| is_prefix(other.rank, number.rank));
        let above = above.map_or(Vec::new(), |other| other.values.clone());
        let before = self.branch().numbers.iter().find(|other| other.rank == number.rank);
        let before = before.cloned();
        number.after(self.sequence.before(number, before.as_ref()), &above)
    }

    fn branch(&mut self) -> &mut Branch {
        self.open.last_mut().map_or(&mut self.top, |open| &mut open.under)
    }

    /// Closes what does not stand above an item of this order.
    fn close(&mut self, order: u32) {
        while self.open.len() > self.floor
            && self.open.last().is_some_and(|open| open.order >= order)
        {
            self.close_to(self.open.len() - 1);
        }
    }

    fn close_to(&mut self, count: usize) {
        while self.open.len() > count
            && let Some(Open { mut item, span, under, .. }) = self.open.pop()
        {
            item.children = under.blocks;
            self.branch().blocks.push(Block { span, kind: BlockKind::Item(item) });
        }
    }
}

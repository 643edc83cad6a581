//! The tree of items → blocks with their numbers: made where none is typed, else checked.
//!
//! Numbers are made for headings where none has one, and for lists of two or more entries that all
//! say `1.`. A typed number is printed as typed; one that skips or repeats within its count is reported.

use super::node::{ItemNode, Node, NodeNumber};
use super::rank_order::is_prefix;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::outline::{Block, BlockKind, Item, ItemNumber, Rank, plain_text};
use crate::markdown::lines::number::Number;
use crate::markdown::lines::words::is_all_caps;

/// Typed numbers that skip or repeat.
pub(crate) static NUMBER_GAP: Rule = Rule {
    id: "number-gap",
    family: Family::Numbering,
    clause: Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d"),
    explanation: Bilingual {
        vi: "Số thứ tự gõ tay được in đúng như đã gõ. Nhảy số hoặc trùng số thường là do \
             thêm bớt mục mà quên sửa.",
        en: "A typed number is printed as typed. A number left out or given twice is \
             mostly a trace of editing.",
    },
    wrong: Example::body("1. Rà soát danh mục công trình.\n3. Báo cáo tiến độ."),
    right: Example::body("1. Rà soát danh mục công trình.\n2. Báo cáo tiến độ."),
    ..Rule::BINDING
};

/// The number `found` stands where `expected` was due.
fn number_gap(found: &str, expected: &str) -> Problem {
    NUMBER_GAP.problem(
        both!(
            "số thứ tự `{found}` không nối tiếp mục trước",
            "number `{found}` does not follow the one before"
        ),
        both!("số này", "this number"),
        both!("đúng thứ tự thì phải là `{expected}`", "`{expected}` would be next"),
    )
}

/// The blocks of a tree; its numbers are checked where problems are wanted.
pub(crate) fn assign(
    nodes: Vec<Node>,
    diagnostics: Option<&mut Diagnostics>,
) -> Vec<Block> {
    let mut counter = Counter { diagnostics, last: Vec::new() };
    counter.siblings(nodes, &[], LIST_DEPTH)
}

/// The depth at which the entries of a list are numbered that stands under no made number: `1.`
const LIST_DEPTH: u8 = 2;

/// What was counted so far.
struct Counter<'f> {
    diagnostics: Option<&'f mut Diagnostics>,
    /// The last number of each rank in the whole text.
    last: Vec<Number>,
}

impl Counter<'_> {
    /// The blocks of nodes beside each other, under items with the numbers `above`; the numbers of
    /// lists are made at a `depth`.
    fn siblings(
        &mut self,
        mut nodes: Vec<Node>,
        above: &[Number],
        depth: u8,
    ) -> Vec<Block> {
        number_lists(&mut nodes, above, depth);
        let mut before: Vec<Number> = Vec::new();
        let block = |node| match node {
            Node::Block(block) => block,
            Node::Item(item) => self.item(item, (above, depth), &mut before),
        };
        nodes.into_iter().map(block).collect()
    }

    /// The block of an item, with its number.
    fn item(
        &mut self,
        node: ItemNode,
        (above, depth): (&[Number], u8),
        before: &mut Vec<Number>,
    ) -> Block {
        self.check(&node, above, before);
        let ItemNode { span, number, heading, text, task, children, .. } = node;
        let mut within = above.to_vec();
        if let Some(number) = number.number() {
            remember(before, number);
            remember(&mut self.last, number);
            within.push(number.clone());
        }
        let depth = match &number {
            NodeNumber::Generated(number) => {
                Number::depth_of(number.rank).saturating_add(1)
            }
            NodeNumber::Typed(_) => LIST_DEPTH,
            NodeNumber::None => depth,
        };
        let number = match number {
            NodeNumber::Typed(typed) => {
                // A heading is bold as a whole.
                let number = typed.item_number();
                Some(ItemNumber { bold: number.bold && !heading, ..number })
            }
            NodeNumber::Generated(number) => Some(ItemNumber {
                label: number.label(),
                rank: number.rank,
                typed: false,
                bold: false,
                span,
            }),
            NodeNumber::None => None,
        };
        let children = self.siblings(children, &within, depth);
        let kind = BlockKind::Item(Item { number, heading, text, task, children });
        Block { span, kind }
    }

    /// Reports a number that does not come after the one before it.
    fn check(&mut self, node: &ItemNode, above: &[Number], before: &[Number]) {
        let NodeNumber::Typed(typed) = &node.number else { return };
        if typed.is_dash() || self.diagnostics.is_none() {
            return;
        }
        let number = &typed.number;
        let expected = self.expected(number, above, before);
        let ends = expected == *number || self.may_go_on(node, number, before);
        if !ends && let Some(diagnostics) = &mut self.diagnostics {
            let (label, expected) = (typed.label.value.clone(), expected.label());
            let gap = number_gap(&label, &expected);
            diagnostics.push(gap, typed.label.span);
        }
    }

    /// The number that was due in the place of this one: after the one before it in the same item;
    /// articles run through the text, the chapters of a part start anew or run on.
    fn expected(&self, number: &Number, above: &[Number], before: &[Number]) -> Number {
        let prefix = above.iter().rev().find(|other| is_prefix(other.rank, number.rank));
        let prefix = prefix.map_or(&[][..], |other| &other.values);
        let beside = of_rank(before, number.rank);
        let through = of_rank(&self.last, number.rank);
        // `Chương III` may go on behind Phần thứ nhất with its two chapters, or be `Chương I` again.
        let runs_on = number.rank == Rank::Article
            || (number.rank == Rank::Chapter && beside.is_none() && !number.is_first());
        number.expected_after(if runs_on { through } else { beside }, prefix)
    }

    /// Whether the count may begin anew or go on from before: `I.` or `III.` under `B.`, `1.` or `3.`
    /// under a line in bold letters or a lead-in.
    fn may_go_on(&self, node: &ItemNode, number: &Number, before: &[Number]) -> bool {
        let free = matches!(number.rank, Rank::Roman | Rank::Arabic);
        // `B. …⏎III.`: the first number under a new item may go on from the item before.
        let new = of_rank(before, number.rank).is_none() && free;
        let last = of_rank(&self.last, number.rank);
        let goes_on = || last.is_some_and(|last| number.follows(last));
        let begins = number.is_first() && !number.rank.is_legal();
        (node.may_restart && (begins || goes_on())) || (new && goes_on())
    }
}

/// The number of a rank.
fn of_rank(numbers: &[Number], rank: Rank) -> Option<&Number> {
    numbers.iter().find(|number| number.rank == rank)
}

/// Keeps a number as the last of its rank.
fn remember(numbers: &mut Vec<Number>, number: &Number) {
    numbers.retain(|other| other.rank != number.rank);
    numbers.push(number.clone());
}

/// Makes the numbers of lists of two or more entries that all say `1.`.
fn number_lists(nodes: &mut [Node], above: &[Number], depth: u8) {
    let arabic = above.iter().rev().find(|number| number.rank == Rank::Arabic);
    let arabic = arabic.map(Number::last);
    let mut at = 0;
    while at < nodes.len() {
        let count = list_of_ones(&nodes[at..]);
        if count > 1 {
            let before =
                at.checked_sub(1).and_then(|before| generated_number(&nodes[before]));
            let before = before.filter(|_| !starts_count(&nodes[at]));
            let start = before.map_or(1, |number| number.last() + 1);
            for (node, value) in nodes[at..at + count].iter_mut().zip(start..) {
                if let Node::Item(item) = node {
                    item.number =
                        NodeNumber::Generated(Number::generated(depth, value, arabic));
                }
            }
        }
        at += count.max(1);
    }
}

/// How many of the first nodes are entries of one list that all say `1.`, if more than one entry
/// and all of the list do. What is marked as a heading or stands in capitals is no entry.
fn list_of_ones(nodes: &[Node]) -> usize {
    let entry = |node: &Node, first: bool| match node {
        Node::Item(item) => {
            let number =
                item.number.number().filter(|number| number.rank == Rank::Arabic);
            let title = item.heading || is_all_caps(&plain_text(&item.text));
            let typed = matches!(&item.number, NodeNumber::Typed(_)) && !title;
            number.filter(|_| typed && (first || !starts_count(node))).map(Number::last)
        }
        Node::Block(_) => None,
    };
    let list = nodes.iter().enumerate().map_while(|(at, node)| entry(node, at == 0));
    let values: Vec<u32> = list.collect();
    if values.iter().all(|value| *value == 1) { values.len() } else { 0 }
}

/// The number that the program made for a node.
fn generated_number(node: &Node) -> Option<&Number> {
    match node {
        Node::Item(ItemNode { number: NodeNumber::Generated(number), .. })
            if number.rank == Rank::Arabic =>
        {
            Some(number)
        }
        Node::Item(_) | Node::Block(_) => None,
    }
}

/// Whether an item may start a count of its own.
fn starts_count(node: &Node) -> bool {
    matches!(node, Node::Item(item) if item.may_restart || item.after_paragraph)
}

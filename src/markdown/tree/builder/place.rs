//! Where an item stands among those that are open, by its number, its bullet and its column.

use super::{OpenItem, Tree};
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::document::outline::Rank;
use crate::markdown::dialect::{MAX_DEPTH, report_depth};
use crate::markdown::lines::number::Number;
use crate::markdown::pieces::typed_number::TypedNumber;
use crate::markdown::tree::node::{Node, NodeNumber};
use crate::markdown::tree::part::NumberSource;
use crate::markdown::tree::rank_order::order;
use crate::source::Span;

/// Typed numbers and headings without numbers in one document.
pub(crate) static NUMBER_MIXTURE: Rule = Rule {
    id: "number-mixture",
    family: Family::Numbering,
    clause: Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d"),
    explanation: Bilingual {
        vi: "Các mục cùng cấp hoặc đều có số, hoặc đều không.",
        en: "Items of one level have numbers, all or none.",
    },
    wrong: Example::body(
        "# I. Đánh giá\n\nCác thôn báo cáo.\n\n# Nhiệm vụ\n\nCác thôn thực hiện.",
    ),
    right: Example::body(
        "# I. Đánh giá\n\nCác thôn báo cáo.\n\n# II. Nhiệm vụ\n\nCác thôn thực hiện.",
    ),
    ..Rule::WARNING
};

/// A heading has no number while others have one.
fn number_mixture() -> Problem {
    NUMBER_MIXTURE.problem(
        both!(
            "mục này không có số, trong khi các mục khác có số",
            "this item has no number while others have one"
        ),
        both!("mục này", "this item"),
        both!(
            "ghi số cho tất cả các mục, hoặc bỏ hết số để máy tự đánh số",
            "number all items, or none, so that all are numbered for you"
        ),
    )
}

impl Tree<'_> {
    /// Finds the place of an item among the open ones, and its number.
    pub(super) fn place(
        &mut self,
        number: NumberSource,
        (level, column, span): (Option<u8>, usize, Span),
    ) -> (u32, NodeNumber) {
        match number {
            NumberSource::Typed(typed) if typed.is_dash() => self.dash(typed, column),
            NumberSource::Typed(typed) => self.typed(typed, level, column),
            NumberSource::Generated(depth) => {
                self.generated(depth.unwrap_or(self.depth()))
            }
            NumberSource::None(level) => {
                self.report_mixture(span);
                (self.unnumbered(level), NodeNumber::None)
            }
        }
    }

    /// Says once that a heading has no number among numbered ones.
    fn report_mixture(&mut self, span: Span) {
        if let Some(diagnostics) =
            self.diagnostics.as_deref_mut().filter(|_| !self.mixture_reported)
        {
            self.mixture_reported = true;
            diagnostics.push(number_mixture(), span);
        }
    }

    /// Places a typed number: beside the number that it follows; else under an item that ends in
    /// `:` or under which it is set in; else where its rank wants it.
    fn typed(
        &mut self,
        typed: TypedNumber,
        level: Option<u8>,
        column: usize,
    ) -> (u32, NodeNumber) {
        let number = &typed.number;
        // `1.` below a heading whose number is made stays in it, whatever stood above before.
        let floor = self.floor_at(column).max(if level.is_none() {
            self.generated_headings()
        } else {
            0
        });
        let open = &self.open[floor..];
        let order = self
            .rank_order
            .order(number.rank, |rank| open.iter().any(|open| open.rank() == Some(rank)));
        let follows = |open: &OpenItem| {
            open.node.number.number().is_some_and(|before| number.follows(before))
        };
        let beside = open.iter().rposition(follows).map(|at| floor + at);
        let legal = number.rank.is_legal();
        // `2. Giao:⏎1. Văn phòng`, or `1.` set in under `2.`: a first number opens a list of its own
        // where its rank alone would stand beside.
        let under = number.is_first()
            && !legal
            && open.last().is_some_and(|last| {
                let same = last.rank() == Some(number.rank) || last.order >= order;
                same && (last.leads_in() || (last.encloses(column) && !last.is_dash()))
            });
        match beside {
            Some(at) if !legal => self.close_to(at),
            // What is open stays open: it stands under the last item.
            Some(_) | None if under => {}
            Some(_) | None => self.close(order, floor),
        }
        if let Some(level) = level {
            self.close_unnumbered(level);
        }
        (order, NodeNumber::Typed(typed))
    }

    /// Closes the headings without a number from a Markdown level on.
    fn close_unnumbered(&mut self, level: u8) {
        let bare = |open: &OpenItem| {
            open.node.number.number().is_none()
                && open.level.is_some_and(|other| other >= level)
        };
        if let Some(first) = self.open[self.floor..].iter().position(bare) {
            self.close_to(self.floor + first);
        }
    }

    /// Places a dash: below the dashes that it is set in under; a `+` below a `-`.
    fn dash(&mut self, mut typed: TypedNumber, column: usize) -> (u32, NodeNumber) {
        let open = &self.open[self.floor..];
        let above =
            open.iter().filter(|open| open.is_dash() && open.encloses(column)).count();
        let within = self.open[..self.floor].iter().filter(|open| open.is_dash()).count();
        if above + within >= MAX_DEPTH
            && let Some(diagnostics) = self.diagnostics.as_deref_mut()
        {
            report_depth(MAX_DEPTH, typed.label.span, diagnostics);
        }
        let level = u8::try_from(above + within).unwrap_or(u8::MAX);
        // A `-` takes the odd depths, a `+` the even ones: a `+` lies below a `-` beside it.
        let depth =
            level.saturating_mul(2).saturating_add(1 + u8::from(typed.number.is_plus()));
        typed.number = typed.number.at_depth(depth);
        let order = order(Rank::Dash(depth));
        self.close(order, self.floor);
        (order, NodeNumber::Typed(typed))
    }

    /// Places an item whose number is made, after the last one of its rank.
    fn generated(&mut self, depth: u8) -> (u32, NodeNumber) {
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
        (order(rank), NodeNumber::Generated(Number::generated(depth, next, arabic)))
    }

    /// Finds a place for a heading without a number among numbered ones: beside the last
    /// numbered one of its Markdown level, else under one of a higher level.
    fn unnumbered(&mut self, level: u8) -> u32 {
        let above = |open: &&OpenItem| open.level.is_some_and(|other| other < level);
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
    pub(super) fn floor_at(&self, column: usize) -> usize {
        let inside = |open: &OpenItem| open.is_dash() && open.encloses(column);
        let own = &self.open[self.floor..];
        self.floor + own.iter().rposition(inside).map_or(0, |at| at + 1)
    }

    /// How many items stay open because they are headings whose numbers are made, or stand above one.
    fn generated_headings(&self) -> usize {
        let made = |open: &OpenItem| {
            open.level.is_some() && matches!(open.node.number, NodeNumber::Generated(_))
        };
        self.open.iter().rposition(made).map_or(0, |at| at + 1)
    }
}

//! Two ways of writing in one paper: one message, at the first place that is in the rarer one.

use std::ops::Range;

use super::super::places::line_numbers;
use super::reading::Reading;
use crate::source::{Sources, Span};

/// A place that is written in one of two ways.
#[derive(Clone)]
pub(super) struct Place<'r, 'd> {
    pub(super) reading: &'r Reading<'d>,
    pub(super) range: Range<usize>,
    /// Whether it is in the second way.
    pub(super) second: bool,
}

impl Place<'_, '_> {
    /// What stands there.
    pub(super) fn text(&self) -> &str {
        &self.reading.text()[self.range.clone()]
    }

    /// Where.
    pub(super) fn span(&self) -> Span {
        self.reading.span(self.range.clone())
    }
}

/// The places in the rarer way, and one in the other; nothing where all are in one way.
pub(super) struct Mixture<'r, 'd> {
    pub(super) rarer: Vec<Place<'r, 'd>>,
    pub(super) usual: Place<'r, 'd>,
    /// How many are in the usual way.
    pub(super) count: usize,
}

impl<'r, 'd> Mixture<'r, 'd> {
    /// Looks at places in their order. Of two ways that are equally common the first one counts as
    /// the usual one.
    pub(super) fn of(places: Vec<Place<'r, 'd>>) -> Option<Self> {
        let first = places.first()?.second;
        let (same, other): (Vec<_>, Vec<_>) =
            places.into_iter().partition(|place| place.second == first);
        let (usual, rarer) =
            if same.len() >= other.len() { (same, other) } else { (other, same) };
        let count = usual.len();
        let usual = usual.into_iter().next()?;
        (!rarer.is_empty()).then_some(Self { rarer, usual, count })
    }

    /// The lines of the file in which the rarer way stands: `12, 40`.
    pub(super) fn lines(&self, sources: &Sources) -> String {
        let mut spans: Vec<Span> = self.rarer.iter().map(Place::span).collect();
        spans.sort_unstable();
        line_numbers(&spans, sources)
    }
}

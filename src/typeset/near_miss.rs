//! By how little the closing of a document missed the page before.

use std::collections::BTreeSet;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Abs, FrameItem, Point, Transform};
use typst::utils::PicoStr;

use super::Pages;
use super::outside::{Margins, drawn, walk};

/// The labels of what the layout library puts before and behind the text, behind the closing, on
/// the address at the foot of the first page, and on the room of each signature.
const BODY_START: &str = "body-start";
const BODY_END: &str = "body-end";
const CLOSING_END: &str = "closing-end";
const FOOT: &str = "first-page-foot";
const SIGNATURE: &str = "signature-field";

/// So much of what is found free at the foot of a page may be taken all the same: what a line has
/// below its baseline, and the gaps around it. In pt.
const UNSEEN: f64 = 31.0;

/// Smaller than this (in pt) is no line of text.
const SMALLEST: f64 = 9.5;

/// What could give so that the closing stays on the page before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearMiss {
    /// That page, from 1.
    pub page: usize,
    /// How many lines of text it has and that of the closing.
    pub lines: usize,
    /// How many rows of signatures there are.
    pub signature_rows: usize,
}

impl Pages {
    /// The page on which the closing ends, from 1; none where the template is not of the layout
    /// library.
    #[must_use]
    pub fn closing_page(&self) -> Option<usize> {
        self.places(CLOSING_END).next().map(|(page, _)| page)
    }

    /// What could give, where the closing and what came with it to their page may have found no
    /// room on the one before for want of less than so many millimetres. It is cheap and may be
    /// wrong: whether it was so much shows when the document is set anew.
    #[must_use]
    pub fn near_miss(&self, within_mm: f64) -> Option<NearMiss> {
        let (page, end) =
            self.places(CLOSING_END).next().filter(|(page, _)| *page > 1)?;
        let margins = Margins::of(&self.document)?;
        let before = page - 1;
        let bottom = self.document.pages()[before - 1].frame.height() - margins.bottom;
        let foot = self.places(FOOT).find(|(page, _)| *page == before);
        let bottom = foot.map_or(bottom, |(_, foot)| foot.y.min(bottom));
        let needed = end.y + self.foot_of_last_page() - margins.top;
        let lacking = needed - (bottom - self.lowest(before, bottom)?);
        if lacking > Abs::mm(within_mm) || lacking.to_pt() < -UNSEEN {
            return None;
        }
        let signatures = self.places(SIGNATURE).map(|(page, at)| (page, at.y));
        let rows: BTreeSet<_> = signatures.collect();
        let lines = self.text_lines(before, page);
        Some(NearMiss { page: before, lines, signature_rows: rows.len() })
    }

    /// Where what has a label starts.
    pub(super) fn places(&self, label: &str) -> impl Iterator<Item = (usize, Point)> {
        let introspector = self.document.introspector();
        let label = Label::new(PicoStr::intern(label));
        let found = label.map(|label| introspector.query(&Selector::Label(label)));
        found.into_iter().flatten().filter_map(|content| {
            let place = introspector.position(content.location()?)?;
            Some((place.page.get(), place.point))
        })
    }

    /// How high what stands at the foot of the last page is, as the layout library says.
    fn foot_of_last_page(&self) -> Abs {
        let label = Label::new(PicoStr::intern(CLOSING_END));
        let introspector = self.document.introspector();
        let found =
            label.and_then(|label| introspector.query_first(&Selector::Label(label)));
        let metadata = found.as_ref().and_then(|found| found.to_packed::<MetadataElem>());
        match metadata.map(|metadata| &metadata.value) {
            Some(Value::Float(points)) => Abs::pt(*points),
            _ => Abs::zero(),
        }
    }

    /// The lowest thing on a page above its lower margin.
    fn lowest(&self, page: usize, bottom: Abs) -> Option<Abs> {
        let mut lowest = None;
        let frame = &self.document.pages()[page - 1].frame;
        walk(frame, Transform::identity(), &mut |transform, item| {
            let ends = match item {
                FrameItem::Text(_) => Some(Point::zero()),
                _ => drawn(item).map(|(_, end)| end),
            };
            let ends = ends.map(|end| end.transform(transform).y);
            lowest = lowest.max(ends.filter(|y| *y <= bottom));
        });
        lowest
    }

    /// How many baselines the body has on two pages.
    fn text_lines(&self, first: usize, last: usize) -> usize {
        let start = self.places(BODY_START).next();
        let end = self.places(BODY_END).next();
        let is_body = |page: usize, y: Abs| {
            start.is_none_or(|(at, start)| page > at || page == at && y > start.y)
                && end.is_none_or(|(at, end)| page < at || page == at && y < end.y)
        };
        let mut baselines = BTreeSet::new();
        for page in first..=last {
            let frame = &self.document.pages()[page - 1].frame;
            walk(frame, Transform::identity(), &mut |transform, item| {
                let FrameItem::Text(text) = item else { return };
                let y = Point::zero().transform(transform).y;
                // Marks of footnotes stand a little above their line.
                if text.size.to_pt() > SMALLEST && is_body(page, y) {
                    baselines.insert((page, y));
                }
            });
        }
        baselines.len()
    }
}

//! Where what stands on the pages: texts, lines and rules, in millimetres. For tests that measure
//! pages: no part of the API, and nothing of the program asks for it.

use typst::foundations::{Label, Selector};
use typst::introspection::Introspector;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::{FontStyle, FontWeight, Glyph, TextItem};
use typst::utils::PicoStr;
use typst::visualize::{Geometry, Shape};

use super::Pages;

/// A run of text of one font and size.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// The page, from 1.
    pub page: usize,
    /// The left end, from the left edge of the page; blanks at the ends do not count.
    pub x_mm: f64,
    /// The baseline, from the upper edge of the page.
    pub baseline_mm: f64,
    /// How long it is, without blanks at the ends.
    pub width_mm: f64,
    /// The size of the font.
    pub size_pt: f64,
    /// The widest blank within, in the size of the font; 0 without any.
    pub blank_em: f64,
    /// Whether the font is bold.
    pub bold: bool,
    /// Whether the font is italic.
    pub italic: bool,
    /// The family of the font.
    pub family: String,
    /// The characters.
    pub text: String,
}

impl TextRun {
    /// The right end, from the left edge of the page.
    #[must_use]
    pub fn end_mm(&self) -> f64 {
        self.x_mm + self.width_mm
    }
}

/// A drawn line, or a box so thin that it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The page, from 1.
    pub page: usize,
    /// The left end, in mm from the left edge of the page.
    pub x0: f64,
    /// The upper end, in mm from the upper edge of the page.
    pub y0: f64,
    /// The right end.
    pub x1: f64,
    /// The lower end.
    pub y1: f64,
    /// How thick it is.
    pub thickness_pt: f64,
}

/// Runs that stand on one baseline with no more than blanks between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The page, from 1.
    pub page: usize,
    /// The left end, from the left edge of the page.
    pub x_mm: f64,
    /// The baseline, from the upper edge of the page.
    pub baseline_mm: f64,
    /// How long it is.
    pub width_mm: f64,
    /// The characters, a blank where the runs leave one.
    pub text: String,
    /// The runs, from left to right.
    pub runs: Vec<TextRun>,
}

/// Runs further apart than this many times their size are different lines.
const GAP: f64 = 1.6;
/// Runs further apart than this many times their size have a blank between them.
const BLANK: f64 = 0.12;
/// Baselines nearer than this are one, in mm.
const SAME_BASELINE: f64 = 0.1;
/// Boxes thinner than this are rules, in pt.
const THIN: f64 = 3.0;
/// Millimetres in a point.
const MM_PER_PT: f64 = 25.4 / 72.0;

#[doc(hidden)]
impl Pages {
    /// Width and height of a page (from 1), in mm.
    ///
    /// # Panics
    /// Where there is no such page.
    #[must_use]
    pub fn size_mm(&self, page: usize) -> (f64, f64) {
        let frame = &self.document.pages()[page - 1].frame;
        (frame.width().to_mm(), frame.height().to_mm())
    }

    /// Every run of text, page by page in the order of the text.
    #[must_use]
    pub fn texts(&self) -> Vec<TextRun> {
        let mut found = Vec::new();
        self.visit(&mut |page, transform, item| {
            if let FrameItem::Text(text) = item {
                found.push(text_run(page, transform, text));
            }
        });
        found
    }

    /// Every drawn line and thin box.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        let mut found = Vec::new();
        self.visit(&mut |page, transform, item| {
            if let FrameItem::Shape(shape, _) = item {
                found.extend(rule(page, transform, shape));
            }
        });
        found
    }

    /// Every drawn box that is no rule.
    #[must_use]
    pub fn boxes(&self) -> Vec<Rule> {
        let mut found = Vec::new();
        self.visit(&mut |page, transform, item| {
            if let FrameItem::Shape(
                Shape { geometry: Geometry::Rect(size), stroke, .. },
                _,
            ) = item
                && size.x.min(size.y).to_pt() >= THIN
            {
                let thickness = stroke.as_ref().map_or(Abs::zero(), |s| s.thickness);
                found.push(span(page, transform, size.to_point(), thickness));
            }
        });
        found
    }

    /// The lines of text, page by page, from top to bottom and from left to right.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let mut runs = self.texts();
        runs.retain(|run| !run.text.trim().is_empty());
        runs.sort_by(|a, b| {
            let by_baseline = a.baseline_mm.total_cmp(&b.baseline_mm);
            a.page.cmp(&b.page).then(by_baseline).then(a.x_mm.total_cmp(&b.x_mm))
        });
        let same = |a: &TextRun, b: &TextRun| {
            a.page == b.page && (b.baseline_mm - a.baseline_mm).abs() < SAME_BASELINE
        };
        let mut lines: Vec<Line> = Vec::new();
        for row in runs.chunk_by_mut(same) {
            row.sort_by(|a, b| a.x_mm.total_cmp(&b.x_mm));
            for run in row {
                match lines.last_mut() {
                    Some(line) if line.is_followed_by(run) => line.push(run),
                    Some(_) | None => lines.push(Line::of(run)),
                }
            }
        }
        lines
    }

    /// Where what has a label starts: the page (from 1), from its left and upper edge in mm.
    #[must_use]
    pub fn marked(&self, label: &str) -> Vec<(usize, f64, f64)> {
        let label = Label::new(PicoStr::intern(label));
        let introspector = self.document.introspector();
        let found = label.map(|label| introspector.query(&Selector::Label(label)));
        let places = found.into_iter().flatten().filter_map(|content| {
            let place = introspector.position(content.location()?)?;
            let (x, y) = (place.point.x.to_mm(), place.point.y.to_mm());
            Some((place.page.get(), x, y))
        });
        places.collect()
    }

    /// Shows every item of every page, with the way from its place to the page.
    fn visit(&self, see: &mut dyn FnMut(usize, Transform, &FrameItem)) {
        for (index, page) in self.document.pages().iter().enumerate() {
            walk(&page.frame, Transform::identity(), &mut |transform, item| {
                see(index + 1, transform, item);
            });
        }
    }
}

impl Line {
    fn of(run: &TextRun) -> Self {
        Self {
            page: run.page,
            x_mm: run.x_mm,
            baseline_mm: run.baseline_mm,
            width_mm: run.width_mm,
            text: run.text.trim().to_owned(),
            runs: vec![run.clone()],
        }
    }

    /// The right end, from the left edge of the page.
    #[must_use]
    pub fn end_mm(&self) -> f64 {
        self.x_mm + self.width_mm
    }

    fn gap(&self, next: &TextRun) -> f64 {
        (next.x_mm - self.end_mm()) / (next.size_pt * MM_PER_PT)
    }

    fn is_followed_by(&self, next: &TextRun) -> bool {
        self.page == next.page
            && (self.baseline_mm - next.baseline_mm).abs() < SAME_BASELINE
            && self.gap(next) < GAP
    }

    fn push(&mut self, next: &TextRun) {
        if self.gap(next) > BLANK {
            self.text.push(' ');
        }
        self.text.push_str(next.text.trim());
        self.width_mm = next.end_mm() - self.x_mm;
        self.runs.push(next.clone());
    }
}

/// Shows every item of a frame; `outer` leads from the frame to the page.
fn walk(frame: &Frame, outer: Transform, see: &mut dyn FnMut(Transform, &FrameItem)) {
    for (place, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(place.x, place.y));
        match item {
            FrameItem::Group(group) => {
                walk(&group.frame, here.pre_concat(group.transform), see);
            }
            _ => see(here, item),
        }
    }
}

fn text_run(page: usize, transform: Transform, text: &TextItem) -> TextRun {
    let origin = Point::zero().transform(transform);
    let info = text.font.info();
    let start = text.glyphs.iter().map(|glyph| glyph.range().start).min();
    let end = text.glyphs.iter().map(|glyph| glyph.range().end).max();
    let range = start.unwrap_or(0)..end.unwrap_or(0);
    let blank =
        |glyph: &&Glyph| text.text[glyph.range()].chars().all(char::is_whitespace);
    let advance = |glyph: &Glyph| glyph.x_advance.at(text.size);
    let before: Abs = text.glyphs.iter().take_while(blank).map(advance).sum();
    let after: Abs = text.glyphs.iter().rev().take_while(blank).map(advance).sum();
    let width = (text.width() - before - after).max(Abs::zero());
    let inner = text.glyphs.iter().skip_while(blank);
    let blanks = inner.filter(blank).map(|glyph| glyph.x_advance.get());
    TextRun {
        page,
        x_mm: (origin.x + before).to_mm(),
        baseline_mm: origin.y.to_mm(),
        width_mm: width.to_mm(),
        size_pt: text.size.to_pt(),
        blank_em: blanks.fold(0.0, f64::max),
        bold: info.variant.weight >= FontWeight::BOLD,
        italic: info.variant.style != FontStyle::Normal,
        family: info.family.clone(),
        text: text.text[range].to_owned(),
    }
}

fn rule(page: usize, transform: Transform, shape: &Shape) -> Option<Rule> {
    let stroke = shape.stroke.as_ref().map_or(Abs::zero(), |stroke| stroke.thickness);
    let (end, thickness) = match &shape.geometry {
        Geometry::Line(end) => (*end, stroke),
        Geometry::Rect(size) => {
            let thin = size.x.min(size.y);
            (thin.to_pt() < THIN).then_some((size.to_point(), thin.max(stroke)))?
        }
        Geometry::Curve(_) => return None,
    };
    Some(span(page, transform, end, thickness))
}

/// What a shape covers that goes from its place to `end`.
fn span(page: usize, transform: Transform, end: Point, thickness: Abs) -> Rule {
    let (from, to) = (Point::zero().transform(transform), end.transform(transform));
    Rule {
        page,
        x0: from.x.min(to.x).to_mm(),
        y0: from.y.min(to.y).to_mm(),
        x1: from.x.max(to.x).to_mm(),
        y1: from.y.max(to.y).to_mm(),
        thickness_pt: thickness.to_pt(),
    }
}

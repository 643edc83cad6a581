//! What leaves the part of the page that the margins leave it: words longer than a line, blocks
//! higher than a page, lines and pictures. Typst lets it run on and says nothing.

use std::collections::BTreeSet;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::text::{Glyph, TextItem, is_default_ignorable};
use typst::utils::PicoStr;
use typst::visualize::Geometry;
use typst_layout::PagedDocument;

/// Under this label the layout library says how wide its margins are.
const LABEL: &str = "text-margins";

/// So far outside (in pt) may a text stand that is inside but for a rounding.
const TOLERANCE: f64 = 0.6;

/// The smallest size (in pt) of any text but the marks of footnotes.
const SMALLEST: f64 = 9.5;

/// The margins of a document, as the layout library says them (in pt).
pub(super) struct Margins {
    /// None where an older layout library does not say it.
    pub(super) top: Abs,
    left: Abs,
    right: Abs,
    pub(super) bottom: Abs,
    /// Where the mark of the last page stands in its lower margin.
    mark: Abs,
    /// Whether left and right change places on even pages.
    two_sided: bool,
}

/// Every text that stands outside, once: the longest word of a line that runs into a margin, the
/// first line below the last that a page may have, the text in front of a line or picture that
/// leaves the page. Every sign is looked at: dots and lines run off as letters do.
pub(super) fn texts(document: &PagedDocument) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let Some(margins) = Margins::of(document) else { return found };
    for (index, page) in document.pages().iter().enumerate() {
        let room = margins.room(index, page.frame.size());
        let mut below: Option<(Abs, &str)> = None;
        let mut last = "";
        let mut told_line = None;
        walk(&page.frame, Transform::identity(), &mut |transform, item| {
            let FrameItem::Text(text) = item else {
                let outside = drawn(item).is_some_and(|(start, end)| {
                    let (from, to) =
                        (start.transform(transform), end.transform(transform));
                    room.is_beside(from.min(to), from.max(to))
                        || room.is_off_page(from.min(to), from.max(to))
                });
                found.extend(
                    (outside && !last.is_empty()).then(|| longest(last).to_owned()),
                );
                return;
            };
            let printed = printed(text).trim();
            // Some signs take room without being seen.
            if printed.chars().all(is_default_ignorable) || is_note_mark(text, printed) {
                return;
            }
            let (start, end) = extent(text);
            let from = Point::with_x(start).transform(transform);
            let to = Point::with_x(end).transform(transform);
            if room.is_beside(from, to) || room.is_off_page(from, to) {
                // A sign behind a word that is told goes without saying.
                let is_word = printed.contains(char::is_alphanumeric);
                if is_word || told_line != Some(from.y) {
                    found.insert(longest(printed).to_owned());
                }
                told_line = Some(from.y);
            } else if room.is_below(from) && below.is_none_or(|(y, _)| from.y < y) {
                below = Some((from.y, printed));
            }
            last = printed;
        });
        found.extend(below.map(|(_, text)| text.to_owned()));
    }
    found
}

/// The part of a page that text and what is drawn may cover.
struct Room {
    page: Size,
    left: Abs,
    right: Abs,
    bottom: Abs,
    /// Where the mark of the last page stands.
    mark: Abs,
}

impl Room {
    fn is_beside(&self, from: Point, to: Point) -> bool {
        is_beyond(from.x, self.left) || is_beyond(self.right, to.x)
    }

    fn is_below(&self, from: Point) -> bool {
        let off_mark = (from.y - self.mark).abs();
        is_beyond(self.bottom, from.y) && off_mark.to_pt() > TOLERANCE
    }

    fn is_off_page(&self, from: Point, to: Point) -> bool {
        is_beyond(from.y, Abs::zero()) || is_beyond(self.page.y, to.y)
    }
}

/// Whether a place is so far before a border that it is no rounding.
fn is_beyond(place: Abs, border: Abs) -> bool {
    (border - place).to_pt() > TOLERANCE
}

/// The corners of a line, a box or a picture, from its place; none of what is not seen.
pub(super) fn drawn(item: &FrameItem) -> Option<(Point, Point)> {
    match item {
        FrameItem::Shape(shape, _) => {
            let seen = shape.fill.is_some() || shape.stroke.is_some();
            let corners = match &shape.geometry {
                Geometry::Line(end) => (Point::zero(), *end),
                Geometry::Rect(size) => (Point::zero(), size.to_point()),
                Geometry::Curve(curve) => {
                    let bounds = curve.bbox(None);
                    (bounds.min, bounds.max)
                }
            };
            seen.then_some(corners)
        }
        FrameItem::Image(_, size, _) => Some((Point::zero(), size.to_point())),
        FrameItem::Group(_)
        | FrameItem::Text(_)
        | FrameItem::Link(..)
        | FrameItem::Tag(_) => None,
    }
}

/// Whether a text is the mark of a footnote: behind a blank at the end of a line it hangs into the
/// margin, as a full stop may.
fn is_note_mark(text: &TextItem, printed: &str) -> bool {
    text.size.to_pt() < SMALLEST && printed.chars().all(|c| c.is_ascii_digit())
}

/// The longest word of a text.
pub(super) fn longest(text: &str) -> &str {
    let words = text.split_whitespace();
    words.max_by_key(|word| word.chars().count()).unwrap_or_default()
}

impl Margins {
    /// The room of a page (from 0) of that size.
    fn room(&self, index: usize, page: Size) -> Room {
        let (left, right) = match (self.left, self.right) {
            (left, right) if self.two_sided && index % 2 == 1 => (right, left),
            sides => sides,
        };
        Room {
            page,
            left,
            right: page.x - right,
            bottom: page.y - self.bottom,
            mark: page.y - self.mark,
        }
    }

    /// What the layout library says; nothing where a template does without it.
    pub(super) fn of(document: &PagedDocument) -> Option<Self> {
        let label = Label::new(PicoStr::intern(LABEL))?;
        let found = document.introspector().query_first(&Selector::Label(label))?;
        let Value::Dict(said) = &found.to_packed::<MetadataElem>()?.value else {
            return None;
        };
        let length = |name: &str| match said.get(name) {
            Ok(Value::Float(points)) => Some(Abs::pt(*points)),
            _ => None,
        };
        Some(Self {
            top: length("top").unwrap_or_default(),
            left: length("left")?,
            right: length("right")?,
            bottom: length("bottom")?,
            mark: length("mark")?,
            two_sided: said.get("two-sided").is_ok_and(|v| *v == Value::Bool(true)),
        })
    }
}

/// The characters of a text that are drawn here.
fn printed(text: &TextItem) -> &str {
    let start = text.glyphs.iter().map(|glyph| glyph.range().start).min();
    let end = text.glyphs.iter().map(|glyph| glyph.range().end).max();
    &text.text[start.unwrap_or(0)..end.unwrap_or(0)]
}

/// From where to where a text goes without the blanks at its ends.
fn extent(text: &TextItem) -> (Abs, Abs) {
    let is_blank =
        |glyph: &&Glyph| text.text[glyph.range()].chars().all(char::is_whitespace);
    let advance = |glyph: &Glyph| glyph.x_advance.at(text.size);
    let before: Abs = text.glyphs.iter().take_while(is_blank).map(advance).sum();
    let after: Abs = text.glyphs.iter().rev().take_while(is_blank).map(advance).sum();
    (before, text.width() - after)
}

pub(super) fn walk<'f>(
    frame: &'f Frame,
    outer: Transform,
    see: &mut dyn FnMut(Transform, &'f FrameItem),
) {
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

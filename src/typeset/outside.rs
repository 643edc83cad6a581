//! Text that leaves the part of the page that the margins leave it: words longer than a line,
//! blocks higher than a page. Typst lets it run on and says nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// Under this label the layout library says how wide its margins are.
const LABEL: &str = "text-margins";

/// So far outside (in pt) may a text stand that is inside but for a rounding.
const TOLERANCE: f64 = 0.6;

/// The smallest size (in pt) of any text but the marks of footnotes.
const SMALLEST: f64 = 9.5;

/// The margins of a document, as the layout library says them (in pt).
struct Margins {
    left: Abs,
    right: Abs,
    bottom: Abs,
    /// Where the mark of the last page stands in its lower margin.
    mark: Abs,
    /// Whether left and right change places on even pages.
    two_sided: bool,
}

/// Every text that stands outside, once: the longest word of a line that runs into a margin, the
/// first line below the last that a page may have.
pub(super) fn texts(document: &PagedDocument) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let Some(margins) = Margins::of(document) else { return found };
    for (index, page) in document.pages().iter().enumerate() {
        let size = page.frame.size();
        let (left, right) = match (margins.left, margins.right) {
            (left, right) if margins.two_sided && index % 2 == 1 => (right, left),
            sides => sides,
        };
        let is_beside = |from: Point, to: Point| {
            (left - from.x).to_pt() > TOLERANCE
                || (to.x - (size.x - right)).to_pt() > TOLERANCE
        };
        let is_below = |from: Point| {
            let off_mark = (size.y - from.y - margins.mark).abs();
            (from.y - (size.y - margins.bottom)).to_pt() > TOLERANCE
                && off_mark.to_pt() > TOLERANCE
        };
        let mut below: Option<(Abs, &str)> = None;
        walk(&page.frame, Transform::identity(), &mut |transform, text| {
            let from = Point::zero().transform(transform);
            let to = Point::with_x(width(text)).transform(transform);
            let printed = printed(text).trim();
            // Some signs take room without being seen.
            if !printed.contains(char::is_alphanumeric) || is_note_mark(text, printed) {
                return;
            }
            if is_beside(from, to) {
                found.insert(longest(printed).to_owned());
            } else if is_below(from) && below.is_none_or(|(y, _)| from.y < y) {
                below = Some((from.y, printed));
            }
        });
        found.extend(below.map(|(_, text)| text.to_owned()));
    }
    found
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
    /// What the layout library says; nothing where a template does without it.
    fn of(document: &PagedDocument) -> Option<Self> {
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

/// How wide a text is without the blanks at its end.
fn width(text: &TextItem) -> Abs {
    let is_blank =
        |range: Range<usize>| text.text[range].chars().all(char::is_whitespace);
    let blanks = text.glyphs.iter().rev().take_while(|glyph| is_blank(glyph.range()));
    let blank: Abs = blanks.map(|glyph| glyph.x_advance.at(text.size)).sum();
    text.width() - blank
}

fn walk<'f>(
    frame: &'f Frame,
    outer: Transform,
    see: &mut dyn FnMut(Transform, &'f TextItem),
) {
    for (place, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(place.x, place.y));
        match item {
            FrameItem::Group(group) => {
                walk(&group.frame, here.pre_concat(group.transform), see);
            }
            FrameItem::Text(text) => see(here, text),
            _ => {}
        }
    }
}

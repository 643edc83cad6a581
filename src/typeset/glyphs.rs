//! Characters that no font can show: Typst prints a box for them and says nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use typst::layout::{Frame, FrameItem};
use typst::text::{TextItem, is_default_ignorable};
use typst_layout::PagedDocument;

use super::faults::Faults;

/// Reports every character that a box stands for.
pub(super) fn check(document: &PagedDocument, faults: &mut Faults<'_>) {
    let mut missing = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, faults, &mut missing);
    }
    for (character, start, end) in missing {
        let range = (start < end).then_some(start..end);
        faults.glyph(character, range.as_ref());
    }
}

/// A character and the bytes of the generated file it came from; none are an empty range.
type Missing = (char, usize, usize);

fn walk(frame: &Frame, faults: &Faults<'_>, missing: &mut BTreeSet<Missing>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, faults, missing),
            FrameItem::Text(text) => boxes(text, faults, missing),
            _ => {}
        }
    }
}

fn boxes(text: &TextItem, faults: &Faults<'_>, missing: &mut BTreeSet<Missing>) {
    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
        let range = faults.range(glyph.span.0).unwrap_or_default();
        let Range { start, end } = range;
        // The glyphs of one cluster stand for all its characters; some of them have glyphs.
        let lacks = |c: &char| {
            !is_default_ignorable(*c) && text.font.ttf().glyph_index(*c).is_none()
        };
        let characters = text.text[glyph.range()].chars().filter(lacks);
        missing.extend(characters.map(|character| (character, start, end)));
    }
}

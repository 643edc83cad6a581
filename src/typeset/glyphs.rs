//! Characters that no font can show: Typst prints a box for them and says nothing.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::text::{TextItem, is_default_ignorable};
use typst_layout::PagedDocument;

/// Every character that a box stands for.
pub(super) fn missing(document: &PagedDocument) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, &mut missing);
    }
    missing
}

fn walk(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, missing),
            FrameItem::Text(text) => boxes(text, missing),
            _ => {}
        }
    }
}

/// The characters of a text that a box stands for, and those that print nothing sensible
/// with any font.
fn boxes(text: &TextItem, missing: &mut BTreeSet<char>) {
    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
        // The glyphs of one cluster stand for all its characters; some of them have glyphs.
        let lacks = |c: &char| {
            !is_default_ignorable(*c)
                && text.font.ttf().glyph_index(*c).is_none_or(|id| id.0 == 0)
        };
        missing.extend(text.text[glyph.range()].chars().filter(lacks));
    }
    missing.extend(text.text.chars().filter(|c| means_nothing(*c)));
}

/// Whether a character is a control character or private to one font: no archive takes them
/// (PDF/A-2, 6.2.11.7).
fn means_nothing(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

//! Takes the break marks out of laid-out pages.

use typst::layout::{Frame, FrameItem};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::PagedDocument;

use super::Mark;

/// How long any mark is in UTF-8.
const LENGTH: usize = 3;

fn is_mark(c: char) -> bool {
    Mark::ALL.iter().any(|mark| mark.character() == c)
}

/// The first byte of any mark in UTF-8, which few other signs have.
const FIRST: u8 = 0xe2;

fn holds_mark(text: &str) -> bool {
    text.as_bytes().contains(&FIRST) && text.contains(is_mark)
}

/// The document without any mark in its texts. They take no room: nothing else moves.
pub(in crate::typeset) fn without_marks(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| has_mark(&page.frame)) {
        return document;
    }
    let mut pages: Vec<_> = document.pages().to_vec();
    for page in &mut pages {
        clean(&mut page.frame);
    }
    PagedDocument::new(pages.into(), document.info().clone())
}

fn has_mark(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_mark(&group.frame),
        FrameItem::Text(text) => holds_mark(&text.text),
        _ => false,
    })
}

fn clean(frame: &mut Frame) {
    if !has_mark(frame) {
        return;
    }
    frame.retain(|item| match item {
        FrameItem::Group(group) => {
            clean(&mut group.frame);
            true
        }
        FrameItem::Text(text) if holds_mark(&text.text) => {
            unmark(text);
            !text.glyphs.is_empty()
        }
        _ => true,
    });
}

/// Takes the marks out of a text: their glyphs, their characters, and their bytes from the offsets
/// of the glyphs that follow.
fn unmark(item: &mut TextItem) {
    let is_bare = |glyph: &Glyph| {
        let text = &item.text[glyph.range()];
        text.as_bytes().first() == Some(&FIRST) && text.chars().all(is_mark)
    };
    item.glyphs.retain(|glyph| !is_bare(glyph));
    let marks: Vec<usize> = item.text.match_indices(is_mark).map(|(at, _)| at).collect();
    let moved = |at: u16| {
        let before = marks.partition_point(|mark| *mark < usize::from(at));
        let at = usize::from(at).saturating_sub(before * LENGTH);
        u16::try_from(at).unwrap_or(u16::MAX)
    };
    for glyph in &mut item.glyphs {
        glyph.range = moved(glyph.range.start)..moved(glyph.range.end);
    }
    item.text = item.text.split(is_mark).collect::<String>().into();
}

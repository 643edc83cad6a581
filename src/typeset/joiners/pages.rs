//! Takes the word joiners out of laid-out pages.

use typst::layout::{Frame, FrameItem};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::PagedDocument;

const JOINER: char = '\u{2060}';

/// The document without any joiner in its texts. They take no room: nothing else moves.
pub(in crate::typeset) fn removed(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| has_joiner(&page.frame)) {
        return document;
    }
    let mut pages: Vec<_> = document.pages().to_vec();
    for page in &mut pages {
        clean(&mut page.frame);
    }
    PagedDocument::new(pages.into(), document.info().clone())
}

fn has_joiner(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_joiner(&group.frame),
        FrameItem::Text(text) => text.text.contains(JOINER),
        _ => false,
    })
}

fn clean(frame: &mut Frame) {
    if !has_joiner(frame) {
        return;
    }
    frame.retain(|item| match item {
        FrameItem::Group(group) => {
            clean(&mut group.frame);
            true
        }
        FrameItem::Text(text) if text.text.contains(JOINER) => {
            unjoin(text);
            !text.glyphs.is_empty()
        }
        _ => true,
    });
}

/// Takes the joiners out of a text: their glyphs, their characters, and the room of the glyph
/// behind them in the offsets of those that follow.
fn unjoin(item: &mut TextItem) {
    let is_joiner = |glyph: &Glyph| item.text[glyph.range()].chars().all(|c| c == JOINER);
    item.glyphs.retain(|glyph| !is_joiner(glyph));
    let size = JOINER.len_utf8();
    let joiners: Vec<usize> = item.text.match_indices(JOINER).map(|(at, _)| at).collect();
    let moved = |at: u16| {
        let before = joiners.partition_point(|joiner| *joiner < usize::from(at));
        let at = usize::from(at).saturating_sub(before * size);
        u16::try_from(at).unwrap_or(u16::MAX)
    };
    for glyph in &mut item.glyphs {
        glyph.range = moved(glyph.range.start)..moved(glyph.range.end);
    }
    item.text = item.text.chars().filter(|c| *c != JOINER).collect();
}

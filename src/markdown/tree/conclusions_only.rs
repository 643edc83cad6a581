//! Keeps the conclusions alone of a text that is set in a template it was not written for.

use super::footnote_texts;
use super::sections::closes;
use crate::document::outline::{Block, BlockKind, Inline};

/// What a text of the State ends with (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4).
const END_MARK: &str = "./.";

/// Drops the `opening`, unless the body is empty and it is all there is, the `closing`, the paragraph
/// that closes the paper, and the mark at its end where the template ends the paper itself. A footnote whose first mark goes is kept for the next one.
pub(crate) fn keep_conclusions(
    body: &mut Vec<Block>,
    opening: &mut Vec<Block>,
    closing: &mut Vec<Block>,
    template_ends: bool,
) {
    let mut notes = footnote_texts::Texts::new();
    for part in [&mut *opening, &mut *body, &mut *closing] {
        footnote_texts::collect(part, &mut notes);
    }
    closing.clear();
    let opening = std::mem::take(opening);
    if body.is_empty() {
        *body = opening;
    }
    drop_closing(body);
    if let Some(last) = body.last_mut().filter(|_| template_ends) {
        drop_end_mark(last);
    }
    footnote_texts::restore(body, &notes);
}

/// Takes off the last paragraph, also of the last item, if it closes the paper.
fn drop_closing(blocks: &mut Vec<Block>) {
    match blocks.last_mut() {
        Some(block) if closes(block) => drop(blocks.pop()),
        Some(Block { kind: BlockKind::Item(item), .. }) => {
            drop_closing(&mut item.children);
        }
        Some(_) | None => {}
    }
}

/// Takes the mark of the end off a block.
fn drop_end_mark(block: &mut Block) {
    match &mut block.kind {
        BlockKind::Paragraph(text) => drop_mark_in(text),
        BlockKind::Item(item) => match item.children.last_mut() {
            Some(child) => drop_end_mark(child),
            None => drop_mark_in(&mut item.text),
        },
        BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Aligned(_)
        | BlockKind::Separator => {}
    }
}

/// Takes the mark of the end off a text, and leaves its full stop.
fn drop_mark_in(text: &mut [Inline]) {
    match text.last_mut() {
        Some(Inline::Text(text)) => {
            let plain = text.value.trim_end();
            if plain.ends_with(END_MARK) {
                // The full stop before it belongs to the sentence.
                text.value.truncate(plain.len() - "/.".len());
            }
        }
        Some(Inline::Strong(text) | Inline::Emphasis(text)) => drop_mark_in(text),
        Some(Inline::Link { .. } | Inline::Footnote(_) | Inline::LineBreak) | None => {}
    }
}

//! Where the opening of a text ends and its closing starts.

use super::part::{NumberSource, Part, PendingItem};
use crate::document::outline::{Block, BlockKind, plain_text};

/// Where the opening of the body ends: at the first heading or numbered item; where there
/// is none, at the first dash.
pub(crate) fn start_of_conclusions(parts: &[Part]) -> usize {
    let dashed = |item: &PendingItem| match &item.number {
        NumberSource::Typed(typed) => typed.is_dash(),
        NumberSource::Generated(_) | NumberSource::None(_) => false,
    };
    let numbered = parts.iter().position(|part| match part {
        Part::Item(item) => item.heading || !dashed(item),
        Part::Block(..) => false,
    });
    let item = || parts.iter().position(|part| matches!(part, Part::Item(_)));
    let start = numbered.or_else(item).unwrap_or(parts.len());
    // `- Giao:⏎a) x`: what leads in to the first number belongs to it.
    let leads_in = |part: &&Part| match part {
        Part::Item(item) => plain_text(&item.text).trim_end().ends_with(':'),
        Part::Block(..) => false,
    };
    start - parts[..start].iter().rev().take_while(leads_in).count()
}

/// The words with which the last paragraph of a paper starts.
const CLOSING: &str = "Trên đây là";

/// Where the closing starts in a body without items.
pub(crate) fn start_of_closing(parts: &[Part]) -> usize {
    let is_it = |part: &Part| match part {
        Part::Block(block, _) => closes(block),
        Part::Item(_) => false,
    };
    parts.iter().position(is_it).unwrap_or(parts.len())
}

/// Whether a block closes a paper.
pub(crate) fn closes(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(text) => plain_text(text).starts_with(CLOSING),
        BlockKind::Item(_)
        | BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Aligned(_)
        | BlockKind::Separator => false,
    }
}

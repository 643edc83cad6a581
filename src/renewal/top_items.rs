//! The items at the top of the conclusions: what becomes of each, and their numbers.

use super::{Change, Last, Work};
use crate::document::mention::{mentions, tokens};
use crate::document::numeral::roman;
use crate::document::outline::{self, Block, BlockKind, ItemNumber, Rank, plain_text};
use crate::document::{FOLLOW_UP, fold};
use crate::source::Span;

/// A heading, or another item at the top of the conclusions.
#[derive(Debug, Clone)]
pub(super) struct TopItem {
    /// Where the heading or the item stands.
    pub(super) span: Span,
    /// Where all that belongs to it ends, as far as its text tells.
    pub(super) end: usize,
    /// Its number.
    pub(super) number: Option<ItemNumber>,
    /// What becomes of it.
    pub(super) disposition: Disposition,
}

/// What becomes of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disposition {
    /// It stays, and what is under it is emptied.
    Emptied,
    /// It stays with all that is under it.
    Kept,
    /// It goes.
    Dropped,
}

/// The folded title of a section that says the same every month: "Tổ chức thực hiện".
const STANDING: &str = "to_chuc_thuc_hien";

/// The items at the top of the conclusions.
pub(super) fn of(last: &Last<'_>) -> Vec<TopItem> {
    let items =
        last.outline.body.iter().filter_map(|block| Some((block, block.as_item()?)));
    items
        .map(|(block, item)| {
            let title = plain_text(&item.text);
            let follow_up = title.trim_start().starts_with(FOLLOW_UP);
            // Numbers below may start with the heading's own ("3.1."), which may change.
            let number = item.number.as_ref();
            let bare = number.is_none_or(|n| n.rank == Rank::Roman || !n.typed);
            let standing = bare && fold(&title) == STANDING;
            let disposition = if !item.heading || follow_up {
                Disposition::Dropped
            } else if standing && is_timeless(last, &item.children) {
                Disposition::Kept
            } else {
                Disposition::Emptied
            };
            let end = end_of(std::slice::from_ref(block));
            TopItem { span: block.span, end, number: item.number.clone(), disposition }
        })
        .collect()
}

/// Whether no date stands in some blocks, and no task given as data.
fn is_timeless(last: &Last<'_>, blocks: &[Block]) -> bool {
    outline::blocks(blocks).all(|block| {
        let text = last.source.slice(block.span.range());
        let given = match &block.kind {
            BlockKind::Item(item) => item.task.is_some(),
            BlockKind::Paragraph(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => false,
        };
        !given && mentions(&tokens(text)).is_empty()
    })
}

/// Where the last of some blocks ends.
fn end_of(blocks: &[Block]) -> usize {
    outline::blocks(blocks).map(|block| block.span.end).max().unwrap_or_default()
}

/// Gives the headings that stay their numbers, `more` saying that one comes before them.
pub(super) fn number(work: &mut Work<'_>, top_items: &[TopItem], more: bool) {
    let staying =
        top_items.iter().filter(|item| item.disposition != Disposition::Dropped);
    for (index, item) in staying.enumerate() {
        let Some(number) = item.number.as_ref().filter(|number| number.typed) else {
            continue;
        };
        let count = index + 1 + usize::from(more);
        let Some(label) = label(number, count) else { continue };
        let old = work.slice(number.span).to_owned();
        // The stop behind `Điều 1` belongs to its label and is no part of its place.
        let behind = number.label.strip_prefix(old.as_str()).unwrap_or_default();
        let label = label.strip_suffix(behind).unwrap_or(&label).to_owned();
        if number.span.file == work.last.file && old != label {
            work.edits.replace(number.span.range(), label.as_str());
            work.edits.tell(number.span.start, Change::Replaced { old, new: label });
        }
    }
}

/// The capitals that number the parts of a text.
const CAPITALS: &str = "ABCDĐEGHIKLMNOPQRSTUVXY";

/// The label of a number with another count: `II-` for `I-`.
pub(super) fn label(number: &ItemNumber, count: usize) -> Option<String> {
    let new = match number.rank {
        Rank::Capital => CAPITALS.chars().nth(count.checked_sub(1)?)?.to_string(),
        Rank::Roman => roman(u32::try_from(count).ok()?),
        Rank::Arabic => count.to_string(),
        Rank::Article => {
            let at = number.label.find(|c: char| c.is_ascii_digit())?;
            let tail =
                number.label[at..].trim_start_matches(|c: char| c.is_ascii_digit());
            return Some(format!("{}{count}{tail}", &number.label[..at]));
        }
        Rank::Part
        | Rank::Chapter
        | Rank::Section
        | Rank::Subsection
        | Rank::Decimal(_)
        | Rank::Letter
        | Rank::Bracket
        | Rank::LowerRoman
        | Rank::Dash(_) => return None,
    };
    let tail = number.label.trim_start_matches(char::is_alphanumeric);
    Some(new + tail)
}

//! The text of a document: Markdown and conclusions given as data → the `Outline`.
//! Imports `source`, `diagnostic`, `document`; the only room that knows `pulldown_cmark`.

mod blanks;
mod blocks;
mod code;
mod conclusions;
mod divide;
mod events;
mod fragment;
mod groups;
mod html;
mod inlines;
mod label;
mod link;
mod lists;
mod marks;
mod notes;
mod number;
mod parts;
mod picture;
mod pieces;
mod prepare;
mod sequence;
mod table;
#[cfg(test)]
mod tests;
mod titles;
mod tree;
mod typed;

use pulldown_cmark::Options;

use self::fragment::Fragment;
use self::parts::{Division, Draft, Mode, Part, Place};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::outline::{Block, BlockKind, plain_text};
use crate::document::{Document, Outline, Text};
use crate::source::{Sources, Span};

/// The Markdown that is understood. Everything else would change what people type.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// How deep lists, quotations and marks may be nested.
const LIMIT: usize = 24;

/// How deep quotations may be nested: each is set in from both sides, and no page has more.
const QUOTATIONS: usize = 6;

/// Reads the text of a document: `body` is the span of the Markdown in its source.
pub fn read(
    document: &Document,
    body: Span,
    sources: &Sources,
) -> (Outline, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut opening = prose(document.opening.as_ref(), sources, &mut found);
    let mut items = conclusions::parts(&document.conclusions, sources, &mut found);

    let pieces = blocks::read(Fragment::of_file(body, sources), sources, &mut found);
    let mode = Mode::of(&pieces);
    let mut before = Division::of(pieces, mode);
    let after = before.split_off(start_of_conclusions(&before));
    let closing_start = if items.is_empty() || !after.is_empty() {
        before.len()
    } else {
        start_of_closing(&before)
    };
    let mut closing = tree::plain(before.split_off(closing_start));
    opening.extend(tree::plain(before));
    items.extend(after);
    let body_blocks = tree::checked(items, &mut found);

    closing.extend(prose(document.closing.as_ref(), sources, &mut found));
    let texts = document.appendices.iter().map(|appendix| &appendix.text);
    let appendices = texts.map(|text| whole(text, sources, &mut found)).collect();
    let outline = Outline { opening, body: body_blocks, closing, appendices };
    if outline.is_empty() && !found.has_errors() {
        found.push(Problem::NothingToPrint, Span { end: body.start, ..body });
    }
    (outline, found)
}

/// Reads the body of a document whose front matter cannot be read: all that is wrong in it
/// but where its numbers start, which conclusions in the front matter may decide.
pub fn check(body: Span, sources: &Sources) -> (Outline, Diagnostics) {
    let mut found = Diagnostics::default();
    let pieces = blocks::read(Fragment::of_file(body, sources), sources, &mut found);
    let mode = Mode::of(&pieces);
    let mut opening = Division::of(pieces, mode);
    let items = opening.split_off(start_of_conclusions(&opening));
    let start = items.iter().find_map(|part| match part {
        Part::Item(Draft {
            place: Place::Typed(typed) | Place::Listed(_, typed, _),
            ..
        }) => Some(typed.label.span),
        Part::Item(_) | Part::Block(_) => None,
    });
    let mut numbers = Diagnostics::default();
    let opening = tree::plain(opening);
    let body = tree::checked(items, &mut numbers);
    numbers.retain(|diagnostic| Some(diagnostic.span) != start);
    found.extend(numbers);
    (Outline { opening, body, ..Outline::default() }, found)
}

/// The blocks of a field that takes Markdown.
fn prose(field: Option<&Text>, sources: &Sources, found: &mut Diagnostics) -> Vec<Block> {
    let Some(field) = field else { return Vec::new() };
    let pieces = blocks::read(Fragment::of_field(field, sources), sources, found);
    tree::plain(Division::typed(pieces))
}

/// The blocks of a field that is a text of its own, with headings and numbers.
fn whole(field: &Text, sources: &Sources, found: &mut Diagnostics) -> Vec<Block> {
    let pieces = blocks::read(Fragment::of_field(field, sources), sources, found);
    let mode = Mode::of(&pieces);
    tree::checked(Division::of(pieces, mode), found)
}

/// Where the opening of the body ends: at the first heading or numbered item; where there
/// is none, at the first dash.
fn start_of_conclusions(parts: &[Part]) -> usize {
    let dashed = |place: &Place| match place {
        Place::Bullet(_) => true,
        Place::Typed(typed) => typed.is_dash(),
        Place::Counted(_) | Place::Listed(..) | Place::Bare(_) => false,
    };
    let numbered = parts.iter().position(|part| match part {
        Part::Item(draft) => draft.heading || !dashed(&draft.place),
        Part::Block(_) => false,
    });
    let item = || parts.iter().position(|part| matches!(part, Part::Item(_)));
    numbered.or_else(item).unwrap_or(parts.len())
}

/// The words with which the last paragraph of a notice starts.
const CLOSING: &str = "Trên đây là";

/// Where the closing starts in a body without items.
fn start_of_closing(parts: &[Part]) -> usize {
    let closes = |part: &Part| match part {
        Part::Block(Block { kind: BlockKind::Paragraph(text), .. }) => {
            plain_text(text).starts_with(CLOSING)
        }
        Part::Block(_) | Part::Item(_) => false,
    };
    parts.iter().position(closes).unwrap_or(parts.len())
}

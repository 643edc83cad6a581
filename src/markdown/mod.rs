//! The text of a document: Markdown and conclusions given as data → the `Outline`.
//! Imports `source`, `diagnostic`, `document`; the only room that knows `pulldown_cmark`.
//!
//! ```text
//! text ─comments─▶ ─lines, rows─▶ lines ─look, wrap─▶ kind: what each line is
//!      ─emphasis, restate─▶ Markdown that can be read one way only ─reader─▶ pieces
//!      ─titles, division─▶ parts ─tree─▶ nodes ─headings, counting─▶ blocks
//! ```
//!
//! Why a line became a heading, an item or a paragraph is decided in `kind` alone; where an item
//! stands in the tree in `tree`; what its number is in `counting`.

mod blanks;
mod borrowed;
mod comments;
mod conclusions;
mod counting;
mod definitions;
mod division;
mod emphasis;
mod first_marks;
mod fragment;
mod headings;
mod items;
mod joined;
mod kind;
mod label;
mod lines;
mod link;
mod look;
mod nodes;
mod number;
mod parts;
mod picture;
mod pieces;
mod problems;
mod reader;
mod restate;
mod rows;
mod sequence;
mod stray;
#[cfg(test)]
mod tests;
mod titles;
mod tree;
mod wording;
mod words;
mod wrap;

use pulldown_cmark::Options;

use self::division::Mode;
use self::fragment::Fragment;
use self::parts::{NumberSource, Part, PendingItem};
use self::pieces::Piece;
pub use self::problems::RULES;
use crate::diagnostic::Diagnostics;
use crate::document::outline::{Block, BlockKind, Inline, plain_text};
use crate::document::{Document, Kinds, Outline, Task, Text, field};
use crate::source::{Sources, Span};
use problems::{numbering, text};

/// The Markdown that is understood. Everything else would change what people type.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// How deep lists, quotations and marks may be nested.
const LIMIT: usize = 24;

/// How deep quotations may be nested: each is set in from both sides, and no page has more.
const QUOTATIONS: usize = 6;

/// How a task that is given as data is said in a sentence; the words that are no name and no
/// deadline stand at the place given with it.
pub type Wording<'a> = dyn Fn(&Task, Span) -> Vec<Inline> + 'a;

/// Reads the text of a document: `body` is the span of the Markdown in its source, `words` says
/// its tasks. Set in a template that it was not written for, a document keeps its conclusions
/// alone.
pub fn read(
    document: &Document,
    body: Span,
    kinds: &Kinds,
    words: &Wording<'_>,
    sources: &Sources,
) -> (Outline, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut opening = prose(document.opening.as_ref(), sources, &mut found);
    let mut items = conclusions::parts(&document.conclusions, words, sources, &mut found);

    let mut before = parts(reader::read(Fragment::of_file(body, sources), &mut found));
    let after = before.split_off(start_of_conclusions(&before));
    let closing_start = if items.is_empty() || !after.is_empty() {
        before.len()
    } else {
        start_of_closing(&before)
    };
    let mut closing = items::plain(before.split_off(closing_start));
    let mut frame = items::plain(before);
    items.extend(after);
    let mut body_blocks = items::checked(items, &mut found);
    if kinds.borrowed.is_some() {
        let ends = kinds.chosen().is_some_and(|kind| kind.spares(field::CLOSING.name));
        borrowed::keep_conclusions(&mut body_blocks, &mut frame, &mut closing, ends);
    }
    opening.extend(frame);
    closing.extend(prose(document.closing.as_ref(), sources, &mut found));
    let texts = document.appendices.iter().map(|appendix| &appendix.text);
    let appendices = texts.map(|text| whole(text, sources, &mut found)).collect();
    let proceedings = document.meeting.as_ref().and_then(|m| m.proceedings.as_ref());
    let proceedings = proceedings.map(|text| whole(text, sources, &mut found));
    let proceedings = proceedings.unwrap_or_default();
    let outline =
        Outline { opening, body: body_blocks, closing, proceedings, appendices };
    let wants_text = kinds.chosen().is_none_or(|kind| !kind.spares(field::TEXT.name));
    if wants_text && outline.is_empty() && !found.has_errors() {
        found.push(text::nothing_to_print(), Span { end: body.start, ..body });
    }
    (outline, found)
}

/// Reads the body of a document whose front matter cannot be read: all that is wrong in it
/// but where its numbers start, which conclusions in the front matter may decide.
pub fn check(body: Span, sources: &Sources) -> (Outline, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut opening = parts(reader::read(Fragment::of_file(body, sources), &mut found));
    let items = opening.split_off(start_of_conclusions(&opening));
    let start = items.iter().find_map(|part| match part {
        Part::Item(PendingItem { number: NumberSource::Typed(typed), .. }) => {
            Some(typed.label.span)
        }
        Part::Item(_) | Part::Block(..) => None,
    });
    let mut numbers = Diagnostics::default();
    let opening = items::plain(opening);
    let body = items::checked(items, &mut numbers);
    numbers.retain(|diagnostic| Some(diagnostic.span) != start);
    found.extend(numbers);
    (Outline { opening, body, ..Outline::default() }, found)
}

/// The parts of a text with headings and numbers of its own.
fn parts(pieces: Vec<Piece>) -> Vec<Part> {
    let mode = Mode::of(&pieces);
    division::parts(pieces, mode)
}

/// The blocks of a field that takes Markdown.
fn prose(field: Option<&Text>, sources: &Sources, found: &mut Diagnostics) -> Vec<Block> {
    let Some(field) = field else { return Vec::new() };
    let pieces = reader::read(Fragment::of_field(field, sources), found);
    items::plain(division::parts(pieces, Mode::Typed))
}

/// The blocks of a field that is a text of its own, with headings and numbers.
fn whole(field: &Text, sources: &Sources, found: &mut Diagnostics) -> Vec<Block> {
    items::checked(parts(reader::read(Fragment::of_field(field, sources), found)), found)
}

/// Notes once that something is nested deeper than `limit` levels.
fn report_depth(limit: usize, span: Span, found: &mut Diagnostics) {
    let problem = numbering::nesting_too_deep(limit);
    if !found.iter().any(|diagnostic| diagnostic.problem == problem) {
        found.push(problem, span);
    }
}

/// Where the opening of the body ends: at the first heading or numbered item; where there
/// is none, at the first dash.
fn start_of_conclusions(parts: &[Part]) -> usize {
    let dashed = |item: &PendingItem| match &item.number {
        NumberSource::Typed(typed) => typed.is_dash(),
        NumberSource::Made(_) | NumberSource::None(_) => false,
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
fn start_of_closing(parts: &[Part]) -> usize {
    let is_it = |part: &Part| match part {
        Part::Block(block, _) => closes(block),
        Part::Item(_) => false,
    };
    parts.iter().position(is_it).unwrap_or(parts.len())
}

/// Whether a block closes a paper.
fn closes(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(text) => plain_text(text).starts_with(CLOSING),
        BlockKind::Item(_)
        | BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Separator => false,
    }
}

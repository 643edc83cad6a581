//! The text of a document: Markdown and conclusions given as data → the `Outline`.
//! Imports `source`, `diagnostic`, `document`; the only room that knows `pulldown_cmark`.
//!
//! ```text
//! lines/   text ─comments, split─▶ lines ─appearance, rows, wrap─▶ kind: what each is
//! pieces/  ─emphasis, canonical─▶ Markdown that can be read one way only ─reader─▶ pieces
//! tree/    ─titles, itemize─▶ parts ─builder─▶ nodes ─headings, numbering─▶ blocks
//! ```
//!
//! Why a line became a heading, an item or a paragraph is decided in `lines/kind` alone; where an
//! item stands in the tree in `tree/builder`; what its number is in `tree/numbering`. A folder
//! takes from those above it in this picture, from `fragment` (a text and its places in the file)
//! and `dialect` (what of Markdown is understood).

mod csv;
mod dialect;
mod fragment;
mod lines;
mod pieces;
#[cfg(test)]
mod tests;
mod tree;

use self::fragment::Fragment;
use self::pieces::piece::Piece;
use self::pieces::reader;
use self::tree::itemize::{self, Numbering};
use self::tree::part::{NumberSource, Part, PendingItem};
use self::tree::sections::{start_of_closing, start_of_conclusions};
use self::tree::{blocks, conclusions, conclusions_only};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::outline::{Block, Inline};
use crate::document::{
    Appendix, Attached, Document, NamedTemplates, Outline, Task, Text, field,
};
use crate::source::{Sources, Span};

/// The rules that this stage checks, folder by folder.
pub const RULES: &[&[&Rule]] = &[
    lines::RULES,
    pieces::RULES,
    tree::RULES,
    &[&dialect::NESTING_TOO_DEEP, &NOTHING_TO_PRINT],
];

/// How a task that is given as data is said in a sentence; the words that are no name and no
/// deadline stand at the place given with it.
pub type TaskWording<'a> = dyn Fn(&Task, Span) -> Vec<Inline> + 'a;

/// Reads the text of a document: its fields that take Markdown, its conclusions given as data, and
/// the `body`, the span of the Markdown in its source. Beside it stands what is `attached` in files,
/// one for each appendix. `words` makes sentences of tasks. Set in a
/// template that it was not written for, a document keeps its conclusions alone.
pub fn read(
    document: &Document,
    body: Span,
    attached: &[Option<Attached>],
    kinds: &NamedTemplates,
    words: &TaskWording<'_>,
    sources: &Sources,
) -> (Outline, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut opening = prose(document.opening.as_ref(), sources, &mut diagnostics);
    let mut items =
        conclusions::parts(&document.conclusions, words, sources, &mut diagnostics);

    // Conclusions as data stand before the first number of the body. A body without numbers that
    // comes with such conclusions is what opens the paper and, from `Trên đây là …` on, closes it.
    let mut before =
        parts(reader::read(Fragment::of_file(body, sources), &mut diagnostics));
    let after = before.split_off(start_of_conclusions(&before));
    let closing_start = if items.is_empty() || !after.is_empty() {
        before.len()
    } else {
        start_of_closing(&before)
    };
    let mut closing = blocks::unchecked(before.split_off(closing_start));
    let mut frame = blocks::unchecked(before);
    items.extend(after);
    let mut body_blocks = blocks::checked(items, &mut diagnostics);
    if kinds.overriding.is_some() {
        let ends = kinds.chosen().is_some_and(|kind| kind.can_omit(field::CLOSING.name));
        conclusions_only::keep_conclusions(
            &mut body_blocks,
            &mut frame,
            &mut closing,
            ends,
        );
    }
    opening.extend(frame);
    closing.extend(prose(document.closing.as_ref(), sources, &mut diagnostics));
    let mut attached = attached.iter().copied();
    let appendix = |one: &Appendix| match (attached.next().flatten(), &one.text) {
        (Some(Attached::Csv(span)), _) => csv::read(span, sources, &mut diagnostics),
        (Some(Attached::Markdown(span)), _) => {
            fragment(Fragment::of_file(span, sources), &mut diagnostics)
        }
        (None, Some(text)) => whole(text, sources, &mut diagnostics),
        (None, None) => Vec::new(),
    };
    let appendices = document.appendices.iter().map(appendix).collect();
    let proceedings = document.meeting.as_ref().and_then(|m| m.proceedings.as_ref());
    let proceedings = proceedings.map(|text| whole(text, sources, &mut diagnostics));
    let proceedings = proceedings.unwrap_or_default();
    let outline =
        Outline { opening, body: body_blocks, closing, proceedings, appendices };
    let wants_text = kinds.chosen().is_none_or(|kind| !kind.can_omit(field::TEXT.name));
    if wants_text && outline.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(nothing_to_print(), Span { end: body.start, ..body });
    }
    if document.is_extract() {
        // What is left of a text has the numbers of all of it.
        diagnostics.retain(|found| *found.rule() != tree::numbering::NUMBER_GAP);
    }
    (outline, diagnostics)
}

/// Reads the body of a document whose front matter cannot be read: all that is wrong in it
/// but where its numbers start, which conclusions in the front matter may decide.
pub fn check(body: Span, sources: &Sources) -> (Outline, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut opening =
        parts(reader::read(Fragment::of_file(body, sources), &mut diagnostics));
    let items = opening.split_off(start_of_conclusions(&opening));
    let start = items.iter().find_map(|part| match part {
        Part::Item(PendingItem { number: NumberSource::Typed(typed), .. }) => {
            Some(typed.label.span)
        }
        Part::Item(_) | Part::Block(..) => None,
    });
    let mut numbers = Diagnostics::default();
    let opening = blocks::unchecked(opening);
    let body = blocks::checked(items, &mut numbers);
    numbers.retain(|diagnostic| Some(diagnostic.span) != start);
    diagnostics.extend(numbers);
    (Outline { opening, body, ..Outline::default() }, diagnostics)
}

/// The parts of a text with headings and numbers of its own.
fn parts(pieces: Vec<Piece>) -> Vec<Part> {
    let numbering = Numbering::of(&pieces);
    itemize::parts(pieces, numbering)
}

/// The blocks of a field that takes Markdown.
fn prose(
    field: Option<&Text>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Block> {
    let Some(field) = field else { return Vec::new() };
    let pieces = reader::read(Fragment::of_field(field, sources), diagnostics);
    blocks::unchecked(itemize::parts(pieces, Numbering::Typed))
}

/// The blocks of a field that is a text of its own, with headings and numbers.
fn whole(field: &Text, sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Block> {
    fragment(Fragment::of_field(field, sources), diagnostics)
}

/// The blocks of a text of its own, with headings and numbers.
fn fragment(fragment: Fragment<'_>, diagnostics: &mut Diagnostics) -> Vec<Block> {
    blocks::checked(parts(reader::read(fragment, diagnostics)), diagnostics)
}

/// A document without a body and without conclusions.
static NOTHING_TO_PRINT: Rule = Rule {
    id: "nothing-to-print",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Văn bản phải có nội dung, viết dưới phần khai báo hoặc thành mục `kết \
             luận`.",
        en: "A document has a text, below the front matter or in `kết luận`.",
    },
    wrong: Example::body(""),
    right: Example::body("Các thôn báo cáo tiến độ."),
    ..Rule::ERROR
};

/// There is nothing to print.
fn nothing_to_print() -> Problem {
    NOTHING_TO_PRINT.problem(
        both!("văn bản chưa có nội dung", "the document has no text"),
        both!("sau phần khai báo không có gì", "nothing follows the front matter"),
        both!(
            "viết nội dung ở dưới dòng `---`, hoặc khai báo mục `kết luận`",
            "write the text below `---`, or give the field `kết luận`"
        ),
    )
}

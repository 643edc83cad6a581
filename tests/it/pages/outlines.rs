//! Whatever the parts of a text are and however they lie in each other, they get printed.

use proptest::prelude::*;
use vanban::rooms::document::outline::{
    Alignment, Block, BlockKind, Cell, Footnote, Inline, Item, ItemNumber, Rank, Table,
};
use vanban::rooms::document::{Outline, Text};
use vanban::rooms::source::Span;
use vanban::rooms::typeset::{self, Standards};

use super::support::{Author, block, build};

fn text() -> impl Strategy<Value = Text> {
    prop_oneof![
        1 => Just(""),
        1 => Just(" "),
        4 => Just("xã Lục Bình "),
        1 => Just("rà soát danh mục công trình; hoàn thiện Đồ án quy hoạch chung xây dựng xã "),
    ]
    .prop_map(|value| Text::new(value, Span::default()))
}

fn note(text: Vec<Inline>) -> Inline {
    Inline::Footnote(Footnote { text, ..Footnote::default() })
}

fn inlines(depth: u32) -> BoxedStrategy<Vec<Inline>> {
    let leaf =
        prop_oneof![6 => text().prop_map(Inline::Text), 1 => Just(Inline::LineBreak)];
    let inline = leaf.prop_recursive(depth, 12, 3, |inner| {
        let inner = proptest::collection::vec(inner, 0..3);
        prop_oneof![
            inner.clone().prop_map(Inline::Strong),
            inner.clone().prop_map(Inline::Emphasis),
            inner.clone().prop_map(|content| Inline::Link {
                url: "https://lucbinh.vn/".into(),
                content
            }),
            inner.prop_map(note),
        ]
    });
    proptest::collection::vec(inline, 0..4).boxed()
}

/// A link or footnote in a header that is repeated on the next page breaks PDF/UA-1: the
/// repetition is no content.
fn table() -> impl Strategy<Value = Table> {
    (1..4usize).prop_flat_map(|width| {
        let plain =
            text().prop_map(|text| vec![Inline::Strong(vec![Inline::Text(text)])].into());
        let header = proptest::collection::vec(plain, width);
        let row = proptest::collection::vec(inlines(2).prop_map(Cell::from), width);
        (header, proptest::collection::vec(row, 0..4)).prop_map(move |(header, rows)| {
            let header = vec![header];
            Table { columns: vec![Alignment::Center; width], header, rows }
        })
    })
}

fn number() -> impl Strategy<Value = Option<ItemNumber>> {
    let number = |rank, label: &str| {
        let (label, span) = (label.into(), Span::default());
        Just(Some(ItemNumber { label, rank, typed: false, bold: false, span }))
    };
    prop_oneof![
        2 => Just(None),
        2 => number(Rank::Arabic, "1."),
        1 => number(Rank::Article, "Điều 1."),
        1 => number(Rank::Chapter, "Chương I"),
    ]
}

fn item(
    (heading, number, text, children): (
        bool,
        Option<ItemNumber>,
        Vec<Inline>,
        Vec<Block>,
    ),
) -> BlockKind {
    BlockKind::Item(Item { number, heading, text, task: None, children })
}

fn blocks(size: usize) -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        4 => inlines(3).prop_map(BlockKind::Paragraph),
        1 => table().prop_map(BlockKind::Table),
        1 => proptest::collection::vec(text(), 0..3).prop_map(BlockKind::Preformatted),
        1 => Just(BlockKind::Separator),
    ]
    .prop_map(block);
    let any = leaf.prop_recursive(4, 30, 4, |inner| {
        let inner = proptest::collection::vec(inner, 0..4);
        prop_oneof![
            1 => inner.clone().prop_map(BlockKind::Quotation),
            3 => (any::<bool>(), number(), inlines(2), inner).prop_map(item),
        ]
        .prop_map(block)
    });
    proptest::collection::vec(any, 0..size)
}

/// So many notes always find their pages. Typst lays a document out five times, and of notes in
/// tables and quotations each that leaves its mark behind may take one of these.
const SETTLED: usize = 5;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_outline_becomes_a_pdf(opening in blocks(3), body in blocks(9), closing in blocks(3)) {
        let mut author = Author::default();
        let mut document = author.document();
        document.meeting = Some(author.meeting());
        let outline = Outline { opening, body, closing, ..Outline::default() };
        let many_notes = format!("{outline:?}").matches("Footnote(").count() > SETTLED;
        let mut outcome = build(&author, &document, &outline);
        let is_unsettled = || outcome.report().contains("did not converge");
        if many_notes && !outcome.found.is_empty() && is_unsettled() {
            return Ok(());
        }
        prop_assert!(outcome.found.is_empty(), "{:?}\n{}", outcome.found, outcome.report());
        let pages = outcome.pages.take().unwrap();
        let (pdf, found) = pages.pdf(&Standards::default(), &mut outcome.sources);
        prop_assert!(pdf.is_some(), "{:?}", found);
        typeset::evict_cache();
    }
}

/// A blank holds the mark of a footnote behind it on the line, over its end.
#[test]
fn the_mark_of_a_note_may_hang_at_a_line_end() {
    let words =
        "rà soát danh mục công trình; hoàn thiện Đồ án quy hoạch chung xây dựng xã ";
    let words = Inline::Text(Text::new(words, Span::default()));
    let marked = Inline::Strong(vec![words, note(Vec::new())]);
    let paragraph = vec![Inline::LineBreak, marked, Inline::LineBreak];
    let mut author = Author::default();
    let document = author.document();
    let opening = vec![block(BlockKind::Paragraph(paragraph))];
    let outcome = build(&author, &document, &Outline { opening, ..Outline::default() });
    assert!(outcome.found.is_empty(), "{}", outcome.report());
}

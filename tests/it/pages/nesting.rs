//! How deep things may lie in each other.

use vanban::rooms::document::outline::{
    Alignment, Block, BlockKind, Footnote, Inline, Table,
};

use super::support::{Author, block, body, build};

fn quotes(depth: usize, inner: Block) -> Block {
    (0..depth).fold(inner, |inner, _| block(BlockKind::Quotation(vec![inner])))
}

fn strongs(depth: usize, inner: Vec<Inline>) -> Vec<Inline> {
    (0..depth).fold(inner, |inner, index| {
        vec![if index % 2 == 0 { Inline::Strong(inner) } else { Inline::Emphasis(inner) }]
    })
}

#[test]
fn twenty_four_levels_of_bold_and_italic_are_laid_out() {
    let mut author = Author::default();
    let document = author.document();
    let deep = strongs(24, author.inline("sâu"));
    let footnote =
        vec![Inline::Footnote(Footnote { text: deep.clone(), ..Footnote::default() })];
    let table = Table {
        columns: vec![Alignment::Left],
        header: vec![vec![deep.clone().into()]],
        rows: vec![vec![deep.clone().into()]],
    };
    let paragraph = block(BlockKind::Paragraph(deep));
    let blocks = vec![
        block(BlockKind::Paragraph(footnote)),
        quotes(6, paragraph),
        quotes(6, block(BlockKind::Table(table))),
        author.paragraph("hết"),
    ];
    build(&author, &document, &body(blocks)).pages();
}

/// Typst stops at 64 show rules in each other; a quotation of the layout library takes four.
#[test]
fn quotations_that_are_too_deep_are_refused() {
    let mut author = Author::default();
    let document = author.document();
    let last = author.paragraph("hết");
    let mut deep = |depth| {
        let quote = quotes(depth, author.paragraph("sâu"));
        build(&author, &document, &body(vec![quote, last.clone()]))
    };
    deep(12).pages();
    let found = deep(40);
    assert!(found.pages.is_none());
    assert!(found.report().contains("typeset-"), "{}", found.report());
}

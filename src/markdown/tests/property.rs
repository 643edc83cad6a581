//! What holds for any text: no panic, every span lies in the file, no letter is lost.

use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::document::outline::{ItemNumber, Table};

/// Everything that carries a place, in the order of the outline.
fn spans(blocks: &[Block], out: &mut Vec<Span>) {
    for block in blocks {
        out.push(block.span);
        match &block.kind {
            BlockKind::Paragraph(text) => inline_spans(text, out),
            BlockKind::Item(Item { number, text, children, .. }) => {
                out.extend(number.iter().map(|ItemNumber { span, .. }| *span));
                inline_spans(text, out);
                spans(children, out);
            }
            BlockKind::Quotation(inner) => spans(inner, out),
            BlockKind::Table(Table { header, rows, .. }) => {
                for cell in std::iter::once(header).chain(rows).flatten() {
                    inline_spans(cell, out);
                }
            }
            BlockKind::Picture(picture) => {
                out.extend([picture.path.span, picture.description.span]);
            }
            BlockKind::Preformatted(lines) => out.extend(lines.iter().map(|l| l.span)),
            BlockKind::Separator => {}
        }
    }
}

fn inline_spans(text: &[Inline], out: &mut Vec<Span>) {
    for inline in text {
        match inline {
            Inline::Text(text) => out.push(text.span),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Footnote(inner) => inline_spans(inner, out),
            Inline::LineBreak => {}
        }
    }
}

/// All that is printed.
fn printed(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => all_text(text, &mut out),
            BlockKind::Item(item) => {
                out += item.number.as_ref().map_or("", |number| &number.label);
                all_text(&item.text, &mut out);
                out += &printed(&item.children);
            }
            BlockKind::Quotation(inner) => out += &printed(inner),
            BlockKind::Table(Table { header, rows, .. }) => {
                for cell in std::iter::once(header).chain(rows).flatten() {
                    all_text(cell, &mut out);
                }
            }
            BlockKind::Picture(picture) => out += &picture.description.value,
            BlockKind::Preformatted(lines) => {
                out.extend(lines.iter().map(|line| line.value.as_str()));
            }
            BlockKind::Separator => {}
        }
    }
    out
}

fn all_text(text: &[Inline], out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(text) => *out += &text.value,
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Footnote(inner) => all_text(inner, out),
            Inline::LineBreak => {}
        }
    }
}

fn check(outcome: &Outcome) {
    let outline = &outcome.outline;
    let mut places: Vec<Span> = outcome.found.iter().map(|d| d.span).collect();
    for blocks in [&outline.opening, &outline.body, &outline.closing] {
        spans(blocks, &mut places);
    }
    for span in places {
        let text = outcome.sources.get(span.file).text();
        assert!(text.get(span.range()).is_some(), "{span:?} of {}", text.len());
    }
}

/// Text that is made of what secretaries and Markdown care about.
fn typed() -> impl Strategy<Value = String> {
    const BITS: &[&str] = &[
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "    ",
        "  ",
        " ",
        " ",
        "I. ",
        "II. ",
        "1. ",
        "2. ",
        "1) ",
        "2.1. ",
        "a) ",
        "b)",
        "đ) ",
        "(i) ",
        "- ",
        "+ ",
        "* ",
        "– ",
        "# ",
        "## ",
        "### ",
        "> ",
        "---",
        "===",
        "=",
        "-",
        "**",
        "*",
        "_",
        "__",
        "`",
        "```\n",
        "~~~\n",
        "[^a]",
        "[^a]: ",
        "[x]: y\n",
        "[x]",
        "](http://a.vn)",
        "![",
        "](anh.png)",
        "|",
        "|--|--|\n",
        "<b>",
        "<!--",
        "-->",
        "<",
        "&amp;",
        "\\",
        ":",
        ";",
        "Giao",
        "Ủy ban",
        "e\u{302}\u{301}",
        "2023. ",
        "\u{a0}",
        "“",
        "…",
        "Trên đây là",
    ];
    proptest::collection::vec(proptest::sample::select(BITS), 0..40)
        .prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&body(&text));
    }

    #[test]
    fn any_typed_text_is_read(text in typed()) {
        check(&body(&text));
    }

    #[test]
    fn any_field_is_read(text in typed(), break_lines in any::<bool>()) {
        let written = if break_lines { text.replace(' ', "\n   ") } else { text.clone() };
        let mut file = Written::new(&format!("mở đầu: \"{written}\""), "");
        file.document.opening = Some(file.field(&text, &written));
        let item = Conclusion { text: Some(file.field(&text, &written)), ..conclusion() };
        file.document.conclusions = List(vec![item]);
        check(&file.read());
    }

    #[test]
    fn no_letter_is_lost_without_an_error(text in typed()) {
        let outcome = body(&text);
        if outcome.found.is_empty() && !text.contains("<!--") {
            let outline = &outcome.outline;
            let all = [&outline.opening, &outline.body, &outline.closing];
            let printed: String = all.iter().map(|blocks| printed(blocks)).collect();
            for word in ["Giao", "Ủy", "đây"] {
                let wanted = text.matches(word).count();
                assert!(printed.matches(word).count() >= wanted, "{word}: {printed:?}");
            }
        }
    }
}

#[test]
fn hostile_texts_are_read_quickly() {
    let units = [
        ">",
        "> ",
        "- ",
        "1. ",
        "* ",
        "+ ",
        "> - ",
        "**a",
        "*a_",
        "[",
        "![",
        "](",
        "`",
        "<",
        "<!--",
        "\\",
        "&",
        "|",
        "a|",
        "[^a]",
        "[a]: b\n",
        "_",
        "(i) ",
        "#",
        "-\n",
        ">\n",
        "\t",
        "\n\t\tx\n",
        "a\n=\n",
        "a) b\n",
        "-     ",
        "é\t",
        "[^a]: [^a]\n",
    ];
    for unit in units {
        let start = Instant::now();
        for text in [unit.repeat(20_000), unit.repeat(10_000) + "chữ\n\n" + unit] {
            check(&body(&text));
        }
        assert!(start.elapsed().as_secs() < 10, "{unit:?} took {:?}", start.elapsed());
    }
}

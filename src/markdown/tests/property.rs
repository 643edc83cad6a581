//! What holds for any text: no panic, every span lies in the file, no letter is lost.

use std::time::Instant;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

/// Everything that carries a place, in the order of the outline.
fn spans(blocks: &[Block], out: &mut Vec<Span>) {
    for block in blocks {
        out.push(block.span);
        match &block.kind {
            BlockKind::Item(item) => {
                out.extend(item.number.iter().map(|number| number.span));
                spans(&item.children, out);
            }
            BlockKind::Quotation(inner) => spans(inner, out),
            BlockKind::Picture(picture) => {
                out.extend([picture.path.span, picture.description.span]);
            }
            BlockKind::Paragraph(_)
            | BlockKind::Table(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Separator => {}
        }
    }
    let mut texts = Vec::new();
    all_texts(blocks, &mut texts);
    out.extend(texts.iter().map(|text| text.span));
}

/// All pieces of text that are printed, without numbers.
fn all_texts<'a>(blocks: &'a [Block], out: &mut Vec<&'a Text>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => inline_texts(text, out),
            BlockKind::Item(item) => {
                inline_texts(&item.text, out);
                all_texts(&item.children, out);
            }
            BlockKind::Quotation(inner) => all_texts(inner, out),
            BlockKind::Table(table) => {
                for cell in table.cells() {
                    inline_texts(&cell.text, out);
                }
            }
            BlockKind::Preformatted(lines) => out.extend(lines),
            BlockKind::Picture(_) | BlockKind::Separator => {}
        }
    }
}

fn inline_texts<'a>(text: &'a [Inline], out: &mut Vec<&'a Text>) {
    for inline in text {
        match inline {
            Inline::Text(text) => out.push(text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Footnote(Footnote { text: inner, .. }) => inline_texts(inner, out),
            Inline::LineBreak => {}
        }
    }
}

/// How often a word is printed, in the text or to describe a picture.
fn count(blocks: &[Block], word: &str) -> usize {
    let mut texts = Vec::new();
    all_texts(blocks, &mut texts);
    let plain: String = texts.iter().map(|text| text.value.as_str()).collect();
    plain.matches(word).count() + described(blocks, word)
}

fn described(blocks: &[Block], word: &str) -> usize {
    let one = |block: &Block| match &block.kind {
        BlockKind::Picture(picture) => picture.description.value.matches(word).count(),
        BlockKind::Item(item) => described(&item.children, word),
        BlockKind::Quotation(inner) => described(inner, word),
        BlockKind::Paragraph(_)
        | BlockKind::Table(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Separator => 0,
    };
    blocks.iter().map(one).sum()
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

/// What secretaries and Markdown care about, with `¦` in between.
const BITS: &str = "\n¦\n\n¦\r\n¦\t¦    ¦  ¦ ¦ ¦I. ¦II. ¦1. ¦2. ¦1) ¦2.1. ¦a) ¦b)¦đ) ¦(i) ¦- ¦+ ¦* ¦– \
    ¦# ¦## ¦### ¦> ¦---¦===¦=¦-¦**¦*¦_¦__¦`¦```\n¦~~~\n¦[^a]¦[^a]: ¦[x]: y\n¦[x]¦](http://a.vn)\
    ¦![¦](anh.png)¦|¦|--|--|\n¦<b>¦<!--¦-->¦<¦&amp;¦\\¦:¦;¦Giao¦Ủy ban¦e\u{302}\u{301}\
    ¦2023. ¦\u{a0}¦“¦…¦Trên đây là¦Chương I¦Điều 1. ¦Mục 2: ¦Phần thứ nhất¦\
    TÊN";

/// Text that is made of such bits.
fn typed() -> impl Strategy<Value = String> {
    let bits: Vec<&str> = BITS.split('¦').collect();
    proptest::collection::vec(proptest::sample::select(bits), 0..40)
        .prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
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
    fn every_text_lies_over_its_own_letters(text in typed()) {
        // A comment may stand between the lines of a paragraph.
        let outcome = body(&text.replace("&amp;", "&").replace("<!--", ""));
        let outline = &outcome.outline;
        let letters = |text: &str| text.nfc().filter(|c| c.is_alphanumeric()).collect::<String>();
        for blocks in [&outline.opening, &outline.body, &outline.closing] {
            let mut texts = Vec::new();
            all_texts(blocks, &mut texts);
            for text in texts {
                let slice = outcome.sources.slice(text.span);
                assert_eq!(letters(&text.value), letters(slice));
            }
        }
    }

    #[test]
    fn no_letter_is_lost_without_an_error(text in typed()) {
        let outcome = body(&text);
        // A comment and the language of a fence are not meant to be printed.
        let hidden = text.contains("<!--") || text.contains("```") || text.contains("~~~");
        if outcome.found.is_empty() && !hidden {
            let outline = &outcome.outline;
            let all = [&outline.opening, &outline.body, &outline.closing];
            for word in ["Giao", "Ủy", "đây"] {
                let printed: usize = all.iter().map(|blocks| count(blocks, word)).sum();
                assert!(printed >= text.matches(word).count(), "{word}");
            }
        }
    }
}

/// What may take a reader of Markdown long when it is repeated, with `¦` in between.
const HOSTILE: &str = ">¦> ¦- ¦1. ¦* ¦+ ¦> - ¦**a¦*a_¦[¦![¦](¦`¦<¦<!--¦\\¦&¦|¦a|¦[^a]¦[a]: b\n¦_\
    ¦(i) ¦#¦-\n¦>\n¦\t¦\n\t\tx\n¦a\n=\n¦a) b\n¦-     ¦é\t¦[^a]: [^a]\n¦- x\nb) y\n¦a)\n\
    ¦**a** ¦![a](b) ¦<b>¦- a\n  ===\n¦|a|\n|-|\n¦> - x\n>   ---\n¦Chương I\n¦Mục 1 A\n¦Điều 1. a\nB\n\
    ¦TÊN\n¦Phần thứ ";

#[test]
fn hostile_texts_are_read_quickly() {
    for unit in HOSTILE.split('¦') {
        let start = Instant::now();
        for text in [
            unit.repeat(20_000),
            unit.repeat(10_000) + "chữ\n\n" + unit,
            format!("CHƯƠNG I {}", unit.repeat(10_000)),
        ] {
            check(&body(&text));
        }
        assert!(start.elapsed().as_secs() < 10, "{unit:?} took {:?}", start.elapsed());
    }
}

//! What holds for any text: no panic, every span lies in the file, no letter is lost.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::document::check_box;

/// Everything that carries a place.
fn spans(outline: &Outline) -> impl Iterator<Item = Span> {
    let own = outline.blocks().flat_map(|block| {
        let of_kind = match &block.kind {
            BlockKind::Item(item) => item.number.iter().map(|n| n.span).collect(),
            BlockKind::Picture(picture) => {
                vec![picture.path.span, picture.description.span]
            }
            BlockKind::Paragraph(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => Vec::new(),
        };
        of_kind.into_iter().chain([block.span])
    });
    own.chain(outline.texts().map(|text| text.span))
}

/// How often a word is printed, in the text or to describe a picture.
fn count(outline: &Outline, word: &str) -> usize {
    let described = outline.blocks().filter_map(|block| match &block.kind {
        BlockKind::Picture(picture) => Some(picture.description.as_str()),
        BlockKind::Paragraph(_)
        | BlockKind::Item(_)
        | BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Aligned(_)
        | BlockKind::Separator => None,
    });
    let plain: String = outline.texts().map(Text::as_str).collect();
    described.chain([&plain[..]]).map(|text| text.matches(word).count()).sum()
}

fn check(outcome: &Outcome) {
    let told = outcome.found.iter().map(|d| d.span);
    for span in spans(&outcome.outline).chain(told) {
        let text = outcome.sources.get(span.file).text();
        assert!(text.get(span.range()).is_some(), "{span:?} of {}", text.len());
    }
}

/// What secretaries and Markdown care about, with `¦` in between.
const BITS: &str = "\n¦\n\n¦\r\n¦\t¦    ¦  ¦ ¦ ¦I. ¦II. ¦1. ¦2. ¦1) ¦2.1. ¦a) ¦b)¦đ) ¦(i) ¦- ¦+ ¦* ¦– \
    ¦# ¦## ¦### ¦> ¦---¦===¦=¦-¦**¦*¦_¦__¦`¦```\n¦~~~\n¦[^a]¦[^a]: ¦[x]: y\n¦[x]¦](http://a.vn)\
    ¦![¦](anh.png)¦|¦|--|--|\n¦<b>¦<!--¦-->¦<¦&amp;¦\\¦:¦;¦Giao¦Ủy ban¦e\u{302}\u{301}\
    ¦2023. ¦\u{a0}¦“¦…¦Trên đây là¦Chương I¦Điều 1. ¦Mục 2: ¦Phần thứ nhất¦\
    -> ¦ <-¦ ->¦ <-> ¦[ ] ¦[x]¦\
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
        let letters = |text: &str| text.nfc().filter(|c| c.is_alphanumeric()).collect::<String>();
        for text in outcome.outline.texts() {
            let slice = outcome.sources.slice(text.span);
            // `[X]` is a box with a cross.
            let value = text.value.replace(check_box::CROSSED, "x");
            assert_eq!(letters(&value).to_lowercase(), letters(slice).to_lowercase());
        }
    }

    #[test]
    fn no_letter_is_lost_without_an_error(text in typed()) {
        let outcome = body(&text);
        // A comment and the language of a fence are not meant to be printed.
        let hidden = text.contains("<!--") || text.contains("```") || text.contains("~~~");
        if outcome.found.is_empty() && !hidden {
            for word in ["Giao", "Ủy", "đây"] {
                let printed = count(&outcome.outline, word);
                assert!(printed >= text.matches(word).count(), "{word}");
            }
        }
    }
}

/// What may take a reader of Markdown long when it is repeated, with `¦` in between.
const HOSTILE: &str = ">¦> ¦- ¦1. ¦* ¦+ ¦> - ¦**a¦*a_¦[¦![¦](¦`¦<¦<!--¦\\¦&¦|¦a|¦[^a]¦[a]: b\n¦_\
    ¦(i) ¦#¦-\n¦>\n¦\t¦\n\t\tx\n¦a\n=\n¦a) b\n¦-     ¦é\t¦[^a]: [^a]\n¦- x\nb) y\n¦a)\n\
    ¦**a** ¦![a](b) ¦<b>¦- a\n  ===\n¦|a|\n|-|\n¦> - x\n>   ---\n¦Chương I\n¦Mục 1 A\n¦Điều 1. a\nB\n\
    ¦TÊN\n¦Phần thứ ¦-> a <-\n¦-> a <-> b <-\n\n¦<->¦[ ] ¦[ ¦-> ";

/// Checks that ten times the text takes some ten times as long: what takes the square of it takes a
/// hundred times as long. How fast the machine is does not matter, nor what else it does.
fn grows_with_its_length(unit: &str, text: impl Fn(usize) -> String) {
    let took = |times| {
        let text = text(times);
        let start = Instant::now();
        check(&body(&text));
        start.elapsed()
    };
    let (little, much) = (took(2_000), took(20_000));
    let is_short = much < Duration::from_secs(1);
    assert!(is_short || much < 40 * little, "{unit:?} took {little:?}, then {much:?}");
}

#[test]
fn hostile_texts_are_read_quickly() {
    for unit in HOSTILE.split('¦') {
        grows_with_its_length(unit, |times| unit.repeat(times));
        grows_with_its_length(unit, |times| unit.repeat(times / 2) + "chữ\n\n" + unit);
        grows_with_its_length(unit, |times| {
            format!("CHƯƠNG I {}", unit.repeat(times / 2))
        });
    }
}

#[test]
fn hostile_lines_between_arrows_are_read_quickly() {
    for unit in ["<->", "<-> a ", "`", "\\", "[ ] ", "[", "**a", "-> <- "] {
        grows_with_its_length(unit, |times| format!("-> {} <-", unit.repeat(times / 2)));
    }
}

//! What is typed is what is printed: office prose made at random, to the `Outline`; and the changes
//! of a text that change nothing of what is read.

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use unicode_normalization::UnicodeNormalization;

use super::*;

#[path = "../../../tests/it/support/office_prose.rs"]
mod office_prose;

use office_prose::{prose, wrapped};

/// How many texts are made in each run.
const CASES: u32 = 20_000;

/// The same texts in each run, or others: `VANBAN_SEED=1 cargo test conservation`.
fn config(cases: u32) -> ProptestConfig {
    let seed = std::env::var("VANBAN_SEED").ok().and_then(|seed| seed.parse().ok());
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_global_rejects: 100_000,
        rng_seed: RngSeed::Fixed(seed.unwrap_or(20_261_127)),
        ..ProptestConfig::default()
    }
}

/// All letters and signs of an outline in their order, without blanks and without numbers that
/// nobody typed.
fn letters(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => inline_letters(text, out),
            BlockKind::Item(item) => {
                let typed = item.number.as_ref().filter(|number| number.typed);
                out.push_str(typed.map_or("", |number| &number.label));
                inline_letters(&item.text, out);
                letters(&item.children, out);
            }
            BlockKind::Quotation(inner) => letters(inner, out),
            BlockKind::Table(table) => {
                for cell in table.cells() {
                    inline_letters(&cell.text, out);
                }
            }
            BlockKind::Preformatted(lines) => {
                for line in lines {
                    out.push_str(&line.value);
                }
            }
            BlockKind::Picture(_) | BlockKind::Separator => {}
        }
    }
    out.retain(|c| !c.is_whitespace());
}

fn inline_letters(text: &[Inline], out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(text) => out.push_str(&text.value),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { content: inner, .. } => inline_letters(inner, out),
            Inline::Footnote(note) => inline_letters(&note.text, out),
            Inline::LineBreak => {}
        }
    }
}

fn read_letters(outcome: &Outcome) -> String {
    let mut out = String::new();
    let outline = &outcome.outline;
    for blocks in [&outline.opening, &outline.body, &outline.closing] {
        letters(blocks, &mut out);
    }
    out
}

#[test]
fn every_letter_is_read_once_in_order_or_told() {
    let silent = std::cell::Cell::new(0);
    let result = TestRunner::new(config(CASES)).run(&prose(7), |prose| {
        let outcome = body(&prose.typed);
        // A number out of order is told and printed as it is.
        let told = rules(&outcome).into_iter().any(|rule| !rule.starts_with("number-"));
        if !told {
            silent.set(silent.get() + 1);
            prop_assert_eq!(read_letters(&outcome), prose.printed, "{}", prose.typed);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    // A message is no way out: most texts are read without one.
    assert!(silent.get() > CASES / 2, "{} of {CASES} without a message", silent.get());
}

/// The paragraphs and items of an outline, one after the other: their numbers and words.
fn lines(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Item(item) => {
                let label = item.number.as_ref().map_or("", |number| &number.label);
                let mut text = String::new();
                inline_letters(&item.text, &mut text);
                out.push(format!("{label} {}", words(&text)));
                lines(&item.children, out);
            }
            BlockKind::Quotation(inner) => lines(inner, out),
            _ => {
                let mut text = String::new();
                letters(std::slice::from_ref(block), &mut text);
                if let BlockKind::Paragraph(inlines) = &block.kind {
                    text.clear();
                    inline_letters(inlines, &mut text);
                }
                out.push(words(&text));
            }
        }
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read_lines(outcome: &Outcome) -> Vec<String> {
    let mut out = Vec::new();
    let outline = &outcome.outline;
    for blocks in [&outline.opening, &outline.body, &outline.closing] {
        lines(blocks, &mut out);
    }
    out
}

fn rules(outcome: &Outcome) -> Vec<&'static str> {
    outcome.found.iter().map(|d| d.rule().id).collect()
}

/// Where one paragraph ends and the next one starts on the next line.
fn line_ends(outcome: &Outcome) -> Vec<usize> {
    fn starts(blocks: &[Block], out: &mut Vec<usize>) {
        for block in blocks {
            out.push(block.span.start);
            if let BlockKind::Item(item) = &block.kind {
                starts(&item.children, out);
            }
        }
    }
    let mut out = Vec::new();
    let outline = &outcome.outline;
    for blocks in [&outline.opening, &outline.body, &outline.closing] {
        starts(blocks, &mut out);
    }
    let text = outcome.sources.get(outline_file(outcome)).text();
    let adjoins = |start: &usize| {
        let before = &text[..*start];
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        before[line..].trim().is_empty() && !before[..line].ends_with("\n\n")
    };
    out.retain(adjoins);
    out
}

fn outline_file(outcome: &Outcome) -> crate::source::FileId {
    let outline = &outcome.outline;
    let blocks = [&outline.opening, &outline.body, &outline.closing];
    blocks.into_iter().flatten().map(|block| block.span.file).next().unwrap_or_default()
}

/// How many pairs of texts are compared for each change.
const PAIRS: u32 = 2_000;

proptest! {
    #![proptest_config(config(PAIRS))]

    #[test]
    fn decomposed_letters_and_windows_lines_are_read_alike(prose in prose(6)) {
        let outcome = body(&prose.typed);
        for typed in [prose.typed.nfd().collect(), prose.typed.replace('\n', "\r\n")] {
            let other = body(&typed);
            prop_assert_eq!(read_lines(&other), read_lines(&outcome));
            prop_assert_eq!(rules(&other), rules(&outcome));
        }
    }

    #[test]
    fn wrapped_text_is_read_as_text_that_is_not((plain, wrapped) in wrapped(9)) {
        // A text of some lines that go on in a small letter shows at which width it is wrapped.
        let lines: Vec<&str> = wrapped.typed.lines().collect();
        let small = |line: &str| line.starts_with(char::is_lowercase);
        let goes_on = |pair: &&[&str]| !pair[0].is_empty() && small(pair[1]);
        prop_assume!(lines.windows(2).filter(goes_on).count() >= 5);
        let (plain, other) = (body(&plain.typed), body(&wrapped.typed));
        if rules(&other) == rules(&plain) {
            prop_assert_eq!(read_lines(&other), read_lines(&plain), "{}", wrapped.typed);
        }
    }

    #[test]
    fn a_blank_line_between_paragraphs_changes_nothing(prose in prose(6)) {
        let outcome = body(&prose.typed);
        prop_assume!(!outcome.outline.is_empty());
        prop_assume!(!rules(&outcome).contains(&"line-end-doubtful"));
        let front = outcome.sources.get(outline_file(&outcome)).text().len() - prose.typed.len();
        let mut typed = prose.typed;
        for start in line_ends(&outcome).into_iter().rev() {
            let line = typed[..start - front].rfind('\n').map_or(0, |end| end + 1);
            typed.insert(line, '\n');
        }
        let other = body(&typed);
        // Marks that reach over the line end do not reach over a blank line, and that is told.
        if !rules(&other).contains(&"stray-marks") {
            prop_assert_eq!(read_lines(&other), read_lines(&outcome), "{}", typed);
        }
    }

    #[test]
    fn marks_of_a_heading_change_its_looks_alone(
        titles in proptest::collection::vec("[A-ZĐÊ][a-zđêạ]{1,6}( [a-zđêạ]{1,6}){0,4}", 2..5),
        letters in any::<bool>(),
    ) {
        let typed = |mark: &str, end: &str| {
            let numbers = if letters { ["A.", "B.", "C.", "D."] } else { ["I.", "II.", "III.", "IV."] };
            let lines = titles.iter().zip(numbers);
            lines.map(|(title, number)| format!("{mark}{number} {title}{end}\n\nThu đạt.\n\n"))
                .collect::<String>()
        };
        let plain = body(&typed("", ""));
        for (mark, end) in [("# ", ""), ("#### ", ""), ("**", "**"), ("#", "")] {
            let other = body(&typed(mark, end));
            prop_assert_eq!(other.sketch(), plain.sketch());
            prop_assert_eq!(rules(&other), rules(&plain));
        }
    }
}

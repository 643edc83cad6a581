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
fn read_letters(outcome: &Outcome) -> String {
    outcome.outline.blocks().map(letters).collect()
}

/// The same of a block without those in it.
fn letters(block: &Block) -> String {
    let item = block.as_item().and_then(|item| item.number.as_ref());
    let typed = item.filter(|number| number.typed).map(|number| number.label.as_str());
    let letters = typed.into_iter().chain(block.texts().map(Text::as_str));
    letters.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_letter_is_read_once_in_order_or_reported() {
    let silent = std::cell::Cell::new(0);
    let result = TestRunner::new(config(CASES)).run(&prose(7), |prose| {
        let outcome = body(&prose.typed);
        // A number out of order is reported and printed as it is.
        let reported =
            rules(&outcome).into_iter().any(|rule| !rule.starts_with("number-"));
        if !reported {
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

/// The blocks of an outline, one after the other: their numbers and words.
fn read_lines(outcome: &Outcome) -> Vec<String> {
    let line = |block: &Block| match &block.kind {
        BlockKind::Item(item) => {
            let label = item.number.as_ref().map_or("", |number| &number.label);
            Some(format!("{label} {}", words(block)))
        }
        BlockKind::Paragraph(_) => Some(words(block)),
        BlockKind::Table(_) | BlockKind::Preformatted(_) | BlockKind::Aligned(_) => {
            Some(letters(block))
        }
        BlockKind::Picture(_) | BlockKind::Separator => Some(String::new()),
        BlockKind::Quotation(_) => None,
    };
    outcome.outline.blocks().filter_map(line).collect()
}

fn words(block: &Block) -> String {
    let text: String = block.texts().map(Text::as_str).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rules(outcome: &Outcome) -> Vec<&'static str> {
    outcome.found.iter().map(|d| d.rule().id).collect()
}

/// Where one paragraph ends and the next one starts on the next line.
fn line_ends(outcome: &Outcome) -> Vec<usize> {
    let text = outcome.sources.get(outline_file(outcome)).text();
    let adjoins = |start: &usize| {
        let before = &text[..*start];
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        before[line..].trim().is_empty() && !before[..line].ends_with("\n\n")
    };
    outcome.outline.blocks().map(|block| block.span.start).filter(adjoins).collect()
}

fn outline_file(outcome: &Outcome) -> crate::source::FileId {
    outcome.outline.blocks().map(|block| block.span.file).next().unwrap_or_default()
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
        // Marks that reach over the line end do not reach over a blank line, and that is reported.
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

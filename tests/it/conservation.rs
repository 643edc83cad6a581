//! What is typed is what is printed: office prose made at random, to the page.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use vanban::rooms::diagnostic::Diagnostic;
use vanban::rooms::typeset::Pages;
use vanban::{Input, Outcome, typeset};

use crate::support::office_prose::prose;
use crate::support::{TOP, is_of_words, notice};

/// How many documents are made in each run; `VANBAN_CASES` says another number, `VANBAN_SEED` makes
/// others.
const CASES: u32 = 500;

fn number_of(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

fn config() -> ProptestConfig {
    let cases = number_of("VANBAN_CASES").and_then(|cases| u32::try_from(cases).ok());
    ProptestConfig {
        cases: cases.unwrap_or(CASES),
        failure_persistence: None,
        max_global_rejects: 1_000_000,
        rng_seed: RngSeed::Fixed(number_of("VANBAN_SEED").unwrap_or(20_261_127)),
        ..ProptestConfig::default()
    }
}

/// Sentences between which the text stands.
const BEFORE: &str = "Trướcthân.";
const AFTER: &str = "Sauthân.";

/// Letters smaller than these, in pt, are those of notes and of the recipients.
const SMALL: f64 = 12.5;

/// The letters of the text on the pages, and the small ones, without blanks.
fn letters(pages: &Pages) -> (String, String) {
    let (mut text, mut small) = (String::new(), String::new());
    for run in pages.texts().into_iter().filter(|run| run.baseline_mm > TOP) {
        let out = if run.size_pt < SMALL { &mut small } else { &mut text };
        out.extend(run.text.chars().filter(|c| !c.is_whitespace() && *c != '\u{2060}'));
    }
    let start = text.find(BEFORE).map_or(0, |at| at + BEFORE.len());
    let end = text.find(AFTER).unwrap_or(text.len());
    (text[start..end].to_owned(), small)
}

#[test]
fn every_letter_is_printed_once_in_order_or_told() {
    let silent = Cell::new(0);
    let config = config();
    let cases = config.cases;
    let result = TestRunner::new(config).run(&prose(6), |prose| {
        // Numbers that are made are on the page too.
        prop_assume!(!prose.has_made_numbers);
        let text = notice(&format!("{BEFORE}\n\n{}\n\n{AFTER}", prose.typed));
        let Outcome { output: pages, report } = typeset(&Input {
            document: ("a.md", text.as_bytes().to_vec()),
            defaults: None,
            files: &vanban::rooms::typeset::NoFiles,
            templates: vanban::rooms::template::Templates::built_in(),
            template: None,
            fonts: None,
            for_issue: false,
            row: None,
            alone: false,
        });
        // A number out of order, a `./.` and doubtful words are told and printed as they are.
        let harmless =
            ["number-", "end-mark-", "head", "level-", "letter-", "meeting-words"];
        let told = |diagnostic: &Diagnostic| {
            let rule = diagnostic.rule();
            !is_of_words(rule.id)
                && !harmless.iter().any(|harmless| rule.id.starts_with(harmless))
        };
        if report.diagnostics.iter().any(told) {
            return Ok(());
        }
        silent.set(silent.get() + 1);
        let pages = pages.expect("a text without a problem has pages");
        let (text, small) = letters(&pages);
        let (body, notes) = &prose.apart;
        prop_assert_eq!(&text, body, "{}", prose.typed);
        for note in notes {
            prop_assert!(small.contains(note.as_str()), "{note} is not in {small}");
        }
        vanban::rooms::typeset::evict_cache();
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    assert!(silent.get() > cases / 2, "{} of {cases} without a message", silent.get());
}

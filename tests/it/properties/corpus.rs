//! Documents of every sort, changed at random: many are read, some are built. How many in a row is
//! said by `VANBAN_READ` and `VANBAN_BUILT`; where one fails, the message has the whole of it, and
//! it goes to `tests/corpus/`, which is replayed first.

use std::env;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use vanban::rooms::diagnostic::{Fix, mended};
use vanban::rooms::source::FileId;
use vanban::{Format, compile, parse};

use super::mutation::{Mutation, mutation};
use super::{input, judge, judge_report};
use crate::support::path;

/// Where the documents stand.
const FOLDERS: [&str; 6] = [
    "tests/corpus",
    "tests/mistakes",
    "tests/readings",
    "tests/renewals",
    "tests/notices",
    "examples",
];

/// The largest document that is changed, in bytes: small ones are read a thousand times a second.
const LARGEST: u64 = 8_000;

/// The texts of all documents.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut found = Vec::new();
    for folder in FOLDERS {
        collect(&path(folder), &mut found);
    }
    assert!(found.len() > 200, "{}", found.len());
    found
});

fn collect(folder: &Path, found: &mut Vec<String>) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            collect(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "md")
            && fs::metadata(&entry).unwrap().len() <= LARGEST
        {
            found.extend(fs::read_to_string(&entry).ok());
        }
    }
}

/// A document, changed in some places; now and then with the end of another.
fn document() -> impl Strategy<Value = String> {
    let changes = prop::collection::vec(mutation(), 0..6);
    let spliced = prop::option::weighted(0.15, (any::<Index>(), any::<Index>()));
    (any::<Index>(), changes, spliced).prop_map(|(seed, changes, spliced)| {
        let mut text = seed.get(&TEXTS).clone();
        if let Some((other, at)) = spliced {
            let other = other.get(&TEXTS);
            let cut = |text: &str| text.floor_char_boundary(at.index(text.len() + 1));
            let (start, end) = (cut(&text), cut(other));
            text.replace_range(start.., &other[end..]);
        }
        changes.iter().fold(text, |text, change: &Mutation| change.apply(&text))
    })
}

/// Draws so many documents, or as many as the environment says.
fn draw(variable: &str, usual: u32, holds: impl Fn(String) -> Result<(), TestCaseError>) {
    let number = |name| env::var(name).ok().and_then(|value| value.parse::<u32>().ok());
    let seed = number("VANBAN_SEED").unwrap_or(20_261_128);
    let config = Config {
        cases: number(variable).unwrap_or(usual),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed.into()),
        ..Config::default()
    };
    if let Err(error) = TestRunner::new(config).run(&document(), holds) {
        panic!("{error}");
    }
}

fn reads_well(text: String) -> Result<(), TestCaseError> {
    judge_report(&parse(&input(text.into_bytes(), None)).report)
}

fn builds_well(text: String) -> Result<(), TestCaseError> {
    judge(&compile(&input(text.into_bytes(), None), Format::Pdf))
}

/// A document with all that can be mended in it mended, as `--fix` does it: turn by turn, for one
/// repair may lay bare the next.
fn fully_mended(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..4 {
        let found = parse(&input(text.clone().into_bytes(), None)).report.diagnostics;
        let fixes: Vec<&Fix> = found.iter().filter_map(|one| one.fix.as_ref()).collect();
        let after = mended(&text, FileId::DOCUMENT, fixes);
        if after == text {
            break;
        }
        text = after;
    }
    text
}

/// Mending makes no sound document unsound, leaves nothing that can be mended, and has nothing to
/// do the second time.
fn mends_well(text: &str) -> Result<(), TestCaseError> {
    let before = parse(&input(text.as_bytes().to_vec(), None)).report.diagnostics;
    if before.iter().all(|one| one.fix.is_none()) {
        return Ok(());
    }
    let after = fully_mended(text);
    let left = parse(&input(after.clone().into_bytes(), None)).report.diagnostics;
    prop_assert!(before.has_errors() || !left.has_errors(), "{after}\n{left:?}");
    prop_assert!(left.iter().all(|one| one.fix.is_none()), "{after}\n{left:?}");
    prop_assert_eq!(&fully_mended(&after), &after);
    Ok(())
}

#[test]
fn any_document_can_be_mended() {
    draw("VANBAN_MENDED", 800, |text| mends_well(&text));
}

#[test]
fn documents_that_failed_once_hold() {
    let mut found = Vec::new();
    collect(&path("tests/corpus"), &mut found);
    for text in found {
        reads_well(text.clone()).unwrap();
        builds_well(text.clone()).unwrap();
        mends_well(&text).unwrap();
    }
}

#[test]
fn any_document_is_read() {
    draw("VANBAN_READ", 1_500, reads_well);
}

#[test]
fn any_document_is_built() {
    draw("VANBAN_BUILT", 60, builds_well);
}

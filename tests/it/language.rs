//! The language room against all the Vietnamese that the house has: no false alarm.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::rooms::language::{Judgement, Manner, doubled, judge, slips, words};

use crate::support::path;

/// Every text below some folders.
fn texts() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in
        ["examples", "templates", "tests/real", "tests/readings", "tests/notices"]
    {
        gather(&path(folder), &mut found);
    }
    for file in ["README.vi.md", "docs/quy-tac.md", "docs/nhieu-may.md"] {
        found.push((path(file), fs::read_to_string(path(file)).unwrap()));
    }
    found
}

fn gather(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|e| e == "md" || e == "yaml" || e == "csv")
        {
            found.extend(fs::read_to_string(&path).ok().map(|text| (path, text)));
        }
    }
}

/// What the book of rules shows as mistakes.
const DELIBERATE: [&str; 2] = ["thùc", "yêú"];

#[test]
fn real_texts_have_no_impossible_syllable() {
    let mut count = 0;
    let mut odd = Vec::new();
    for (path, text) in texts() {
        for line in text.lines() {
            for word in words(line) {
                if word.manner != Manner::Plain || DELIBERATE.contains(&&*word.text) {
                    continue;
                }
                count += 1;
                if let Judgement::Impossible(meant) = judge(&word.text) {
                    odd.push(format!(
                        "{}: {} {meant:?}: {line}",
                        path.display(),
                        word.text
                    ));
                }
            }
        }
    }
    assert!(count > 20_000, "{count}");
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

/// Lines with a slip that is meant.
const SLIPS: [&str; 4] = ["khoán khoán", "Phân đấu", "Tiêu số 2", "04 văn hóa"];

#[test]
fn real_texts_have_no_slip_that_is_none() {
    let mut odd = Vec::new();
    for (path, text) in texts() {
        for line in
            text.lines().filter(|line| !SLIPS.iter().any(|slip| line.contains(slip)))
        {
            let words = words(line);
            let ranges = slips(&words).into_iter().map(|slip| slip.range);
            for range in ranges.chain(doubled(&words)) {
                odd.push(format!("{}: {}: {line}", path.display(), &line[range]));
            }
        }
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

//! The language room against all the Vietnamese that the house has: no false alarm.

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use vanban::rooms::language::{
    Judgement, Manner, Word, before_marks, behind_marks, doubled, english_numbers, judge,
    lone_brackets, lone_quotes, look_alikes, slips, words,
};

use vanban::Input;
use vanban::rooms::diagnostic::Family;

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
const DELIBERATE: [&str; 4] = ["thùc", "yêú", "nghành", "qủa"];

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
const SLIPS: [&str; 5] =
    ["khoán khoán", "Phân đấu", "phân đấu bổ xung", "Tiêu số 2", "04 văn hóa"];

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

/// Shows what is found in the files that `VANBAN_TEXTS` names, of which each line is a paragraph:
/// the way to measure false alarms on texts of other people.
#[test]
#[ignore = "reads the files that VANBAN_TEXTS names"]
fn texts_of_others_are_measured() {
    let files = std::env::var("VANBAN_TEXTS").unwrap();
    let (mut count, mut shown) = (0, String::new());
    for file in files.split(':') {
        let text = fs::read_to_string(file).unwrap();
        for line in text.lines() {
            let words = words(line);
            count += words.len();
            for (kind, part) in findings(line, &words) {
                let _ = writeln!(shown, "{kind}\t{part}\t{line}");
            }
        }
    }
    println!("{shown}{count} words");
}

/// Everything that is found in a line, by its kind.
fn findings(line: &str, words: &[Word<'_>]) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for word in words.iter().filter(|word| word.manner == Manner::Plain) {
        if let Judgement::Impossible(meant) = judge(&word.text) {
            found.push(("syllable", format!("{} {meant:?}", word.text)));
        }
    }
    let mut add = |kind, range: Range<usize>| {
        let start = line.floor_char_boundary(range.start.saturating_sub(6));
        let end = line.ceil_char_boundary((range.end + 6).min(line.len()));
        found.push((kind, line[start..end].to_owned()));
    };
    slips(words).into_iter().for_each(|slip| add("slip", slip.range));
    doubled(words).into_iter().for_each(|range| add("doubled", range));
    look_alikes(line).into_iter().for_each(|(range, _)| add("look-alike", range));
    before_marks(line).into_iter().for_each(|range| add("before", range));
    behind_marks(line).into_iter().for_each(|at| add("behind", at..at));
    lone_brackets(line).into_iter().for_each(|range| add("bracket", range));
    lone_quotes([line]).into_iter().for_each(|(_, range)| add("quote", range));
    english_numbers(line).into_iter().for_each(|range| add("number", range));
    found
}

#[test]
fn sound_papers_break_no_rule_of_the_language() {
    let mut count = 0;
    for folder in ["examples", "tests/real", "tests/readings"] {
        let mut texts = Vec::new();
        gather(&path(folder), &mut texts);
        for (path, text) in
            texts.iter().filter(|(path, _)| path.extension().unwrap() == "md")
        {
            let name = path.file_name().unwrap().to_str().unwrap();
            if name == "eth-is-a-letter.md" {
                continue;
            }
            let report = vanban::check(&Input::new(name, text.as_bytes())).report;
            let broken =
                report.diagnostics.iter().filter(|d| d.rule().family == Family::Language);
            let broken: Vec<_> =
                broken.map(|d| (d.rule().id, report.sources.slice(d.span))).collect();
            assert_eq!(broken, [], "{name}");
            count += usize::from(!report.diagnostics.has_errors());
        }
    }
    assert!(count > 60, "{count} papers are read");
}

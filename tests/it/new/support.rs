//! Months made from months.

use std::fmt::Write as _;

use vanban::rooms::diagnostic::shared::PLACEHOLDER;
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::NoFiles;
use vanban::{Input, Outcome, Renewal, renew, typeset};

use crate::support::said;

fn input(text: &str) -> Input<'_> {
    Input {
        document: ("a.md", text.as_bytes().to_vec()),
        defaults: None,
        files: &NoFiles,
        templates: Templates::built_in(),
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    }
}

/// The document of the month after a text's, which must have no errors.
#[track_caller]
pub(super) fn renewal(text: &str, date: Option<&str>) -> Renewal {
    let date = date.map(|date| vanban::rooms::document::Date::parse(date).unwrap());
    let Outcome { output: renewal, report } = renew(&input(text), date);
    renewal.unwrap_or_else(|| panic!("{}\n{text}", said(&report)))
}

/// The text of the document of the month after a text's.
#[track_caller]
pub(super) fn next(text: &str) -> String {
    renewal(text, None).text
}

/// What is wrong with a text but that it is still to be filled in.
pub(super) fn wrong(text: &str) -> String {
    let mut report = typeset(&input(text)).report;
    report.diagnostics.retain(|d| !d.problem.breaks(&PLACEHOLDER));
    said(&report)
}

/// A text with something harmless wherever it is to be filled in.
pub(super) fn filled(text: &str) -> String {
    text.replace("CẦN ĐIỀN/", "03/")
        .replace("Ngày CẦN ĐIỀN tháng", "Ngày 03 tháng")
        .replace("\nCẦN ĐIỀN\n", "\nGiao Công an xã rà soát, báo cáo.\n")
        .replace("- CẦN ĐIỀN\n", "- {nội dung: Rà soát, giao: Công an xã}\n")
        .replace("CẦN ĐIỀN", "Đã xem xét")
}

/// What differs between two texts, line by line, as `diff` shows it: what is gone, what came.
pub(super) fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.lines().collect(), new.lines().collect());
    // The longest run of lines that both have, from each pair of lines on.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = String::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || (i < old.len() && common[i + 1][j] >= common[i][j + 1])
        {
            let _ = writeln!(out, "{}: - {}", i + 1, old[i]);
            i += 1;
        } else {
            let _ = writeln!(out, "{}: + {}", j + 1, new[j]);
            j += 1;
        }
    }
    out
}

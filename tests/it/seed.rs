//! The real notice of June 2023, word for word: exactly what an experienced clerk finds in it.
//!
//! The list of what it must yield is `the-thuc.md`, 4b; `UPDATE_EXPECT=1` writes what is found, to
//! be reviewed against that.

use std::fmt::Write as _;
use std::fs;

use vanban::rooms::diagnostic::Severity;
use vanban::{Input, check};

use crate::support::{path, read};

const NOTICE: &str = "tests/notices/nguyen-van.md";

/// What is found in a document: how grave, where, by which rule, which text.
fn found(name: &str) -> Vec<(Severity, String)> {
    let report = check(&Input::new(name, read(name))).report;
    let lines = report.diagnostics.iter().map(|one| {
        let at = report.sources.get(one.span.file).position(one.span.start);
        let text = report.sources.slice(one.span);
        let text: String = text.chars().take(40).collect();
        let (line, column, rule) = (at.line, at.column, one.rule().id);
        (one.severity(), format!("{:?} {line}:{column} {rule} `{text}`", one.severity()))
    });
    lines.collect()
}

#[test]
fn the_notice_yields_what_a_clerk_would_find() {
    let mut now = String::new();
    for (_, line) in found(NOTICE) {
        let _ = writeln!(now, "{line}");
    }
    let expected = path("tests/notices/nguyen-van.findings");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&expected, &now).unwrap();
    }
    let then = fs::read_to_string(&expected).unwrap_or_default();
    assert!(now == then, "what is found has changed:\n{now}");
}

#[test]
fn the_corrected_notice_yields_no_warning() {
    let grave = found("examples/thong-bao-2023-06.md");
    let grave: Vec<_> =
        grave.into_iter().filter(|(severity, _)| *severity != Severity::Note).collect();
    assert_eq!(grave, []);
}

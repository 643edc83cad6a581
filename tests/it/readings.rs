//! Inputs that were once read wrong, each with the page that it makes: `tests/readings/NAME.md`
//! and `NAME.expected`, which `UPDATE_EXPECT=1` writes; to be read before it is kept.
//!
//! What is said of an input stands first, a line for each problem. Then come the lines of its
//! pages: `#` before a line in bold letters, `*` before one with some, which follow in brackets.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use vanban::rooms::typeset::geometry::Line;
use vanban::rooms::typeset::{NoFiles, Pages};
use vanban::{Input, Outcome, Report, typeset};

use crate::support::path;

fn inputs() -> Vec<PathBuf> {
    let entries = fs::read_dir(path("tests/readings")).unwrap();
    let mut inputs: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    inputs.sort();
    inputs
}

/// What is said of a document, and its pages.
fn sketch(bytes: Vec<u8>) -> String {
    let Outcome { output: pages, report } = typeset(&Input {
        document: ("tb.md", bytes),
        defaults: None,
        files: &NoFiles,
        templates: vanban::rooms::template::Templates::built_in(),
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    });
    let mut out = String::new();
    let Report { diagnostics: found, sources, .. } = report;
    for diagnostic in &found {
        let at = sources.get(diagnostic.span.file).position(diagnostic.span.start);
        let text = sources.slice(diagnostic.span).replace('\n', "⏎");
        let rule = diagnostic.rule().id;
        let _ = writeln!(
            out,
            "{:?} {}:{} {rule} `{text}`",
            diagnostic.severity(),
            at.line,
            at.column
        );
    }
    if let Some(pages) = &pages {
        lines(pages, &mut out);
    }
    out
}

fn lines(pages: &Pages, out: &mut String) {
    let mut lines = pages.lines();
    lines.sort_by(|a, b| {
        let place = |line: &Line| (line.page, line.baseline_mm, line.x_mm);
        place(a).partial_cmp(&place(b)).unwrap()
    });
    let mut page = 0;
    for line in &lines {
        if line.page != page {
            page = line.page;
            let _ = writeln!(out, "page {page}");
        }
        let bold: Vec<&str> =
            line.runs.iter().filter(|run| run.bold).map(|run| run.text.trim()).collect();
        let _ = match bold.len() {
            0 => writeln!(out, "  {}", line.text),
            all if all == line.runs.len() => writeln!(out, "# {}", line.text),
            _ => writeln!(out, "* {} [{}]", line.text, bold.join(" | ")),
        };
    }
}

#[test]
fn every_input_makes_the_page_that_it_should() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for input in inputs() {
        let found = sketch(fs::read(&input).unwrap());
        let expected = input.with_extension("expected");
        if update {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", input.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

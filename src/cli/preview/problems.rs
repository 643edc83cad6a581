//! Problems as the page shows them: the words, and the lines of the text that they are about.

use serde_json::{Value, json};

use crate::cli::terminal::previewed;
use crate::diagnostic::{Diagnostic, Diagnostics, Lang, Severity};
use crate::source::{Sources, Span};

/// Most lines that are shown of one place.
const MOST_LINES: usize = 5;

/// Each problem of a document.
pub(super) fn problems(found: &Diagnostics, sources: &Sources, lang: Lang) -> Vec<Value> {
    found.iter().map(|one| problem(one, sources, lang)).collect()
}

/// Most letters that are shown of what a problem is about, and of the line on each side of it.
const MOST_MARKED: usize = 300;
const MOST_BESIDE: usize = 120;

fn problem(found: &Diagnostic, sources: &Sources, lang: Lang) -> Value {
    let words = found.words(lang);
    let related = found.related.map(|span| {
        json!({
            "label": words.related,
            "place": place(span, sources),
            "lines": lines(span, sources),
        })
    });
    json!({
        "grade": match found.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "grade_word": previewed::grade(found.severity()).get(lang),
        "rule": found.rule().id,
        "message": words.message,
        "label": words.label,
        "help": words.help,
        "clause": found.problem.clause,
        "detail": found.problem.detail,
        "place": place(found.span, sources),
        "line": previewed::line(line(found.span, sources)).get(lang),
        "lines": lines(found.span, sources),
        "related": related,
    })
}

fn line(span: Span, sources: &Sources) -> usize {
    sources.get(span.file).position(span.start).line
}

/// `tb.md:12:3`.
fn place(span: Span, sources: &Sources) -> String {
    let source = sources.get(span.file);
    let at = source.position(span.start);
    format!("{}:{}:{}", source.name(), at.line, at.column)
}

/// The lines of a place, each cut in three: what it is about stands in the middle.
fn lines(span: Span, sources: &Sources) -> Vec<Value> {
    let source = sources.get(span.file);
    let span = source.whole_characters(span);
    let first = source.position(span.start).line;
    let last = source.position(span.end).line.max(first);
    let cut = |number: usize| {
        let line = source.line_range(number)?;
        let text = source.slice(line.clone());
        let inside = |offset: usize| offset.clamp(line.start, line.end) - line.start;
        let (start, end) = (inside(span.start), inside(span.end));
        let [before, marked, after] =
            [text.get(..start)?, text.get(start..end)?, text.get(end..)?];
        Some(json!({
            "number": number,
            "before": end_of(before),
            "marked": start_of(marked, MOST_MARKED),
            "after": start_of(after, MOST_BESIDE),
        }))
    };
    (first..=last).take(MOST_LINES).filter_map(cut).collect()
}

/// The start of a text, as far as it is shown.
fn start_of(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The end of a text, as far as it is shown.
fn end_of(text: &str) -> String {
    match text.char_indices().rev().nth(MOST_BESIDE) {
        Some((start, _)) => format!("…{}", &text[start..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, check};

    #[test]
    fn long_lines_are_cut_around_their_place() {
        let long = "ộ ".repeat(100_000);
        let text = include_str!("../../../examples/thong-bao-2023-06.md");
        let text = format!("{text}\n{long}<b>{long}\n");
        let report = check(&Input::new("tb.md", text)).report;
        let all = problems(&report.diagnostics, &report.sources, Lang::Vi);
        let html = all.iter().find(|one| one["rule"] == "raw-html").unwrap();
        let [line] = html["lines"].as_array().unwrap().as_slice() else { panic!() };
        assert_eq!(line["marked"], "<b>");
        for side in ["before", "after"] {
            let side = line[side].as_str().unwrap();
            assert!(side.contains("ộ ộ ") && side.contains('…'), "{side}");
            assert!(side.chars().count() <= MOST_BESIDE + 2, "{side}");
        }
        assert!(Value::from(all).to_string().len() < 20_000);
    }
}

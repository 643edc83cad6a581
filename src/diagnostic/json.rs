//! Problems as JSON, for editors and pipelines: one array, places in lines, columns and bytes.

use serde::Serialize;

use super::{Diagnostic, Diagnostics, Edit, Lang, Severity};
use crate::source::{Source, Sources, Span};

/// One problem as JSON. Lines and columns count from 1, columns in characters as the user
/// sees them, offsets in bytes from the start of the file.
#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    range: Range,
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<Related<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<Change<'a>>,
}

/// Another place that explains the first.
#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    message: Option<&'a str>,
    range: Range,
}

/// A piece of a file that the fix replaces.
#[derive(Serialize)]
struct Change<'a> {
    file: &'a str,
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
    offset: usize,
}

impl Range {
    fn of(span: Span, source: &Source) -> Self {
        let place = |offset| {
            let position = source.position(offset);
            Position { line: position.line, column: position.column, offset }
        };
        Self { start: place(span.start), end: place(span.end) }
    }
}

/// The problems of several documents as one JSON array, ended by a line end.
#[must_use]
pub fn render<'a>(
    documents: impl IntoIterator<Item = (&'a Diagnostics, &'a Sources)>,
    lang: Lang,
) -> String {
    let entries: Vec<Entry> = documents
        .into_iter()
        .flat_map(|(found, sources)| found.iter().map(move |d| entry(d, sources, lang)))
        .collect();
    let json = serde_json::to_string_pretty(&entries).expect("plain data is JSON");
    json + "\n"
}

fn entry<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, lang: Lang) -> Entry<'a> {
    let words = diagnostic.words(lang);
    let source = sources.get(diagnostic.span.file);
    let related = diagnostic.related.map(|span| {
        let source = sources.get(span.file);
        Related {
            file: source.name(),
            message: words.related,
            range: Range::of(span, source),
        }
    });
    let changes = diagnostic.fix.iter().flatten().map(|Edit { span, text }| {
        let source = sources.get(span.file);
        Change { file: source.name(), range: Range::of(*span, source), text }
    });
    Entry {
        file: source.name(),
        rule: diagnostic.rule().id,
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: words.message,
        help: words.help,
        source: diagnostic.problem.clause.as_deref(),
        detail: diagnostic.problem.detail.as_deref(),
        range: Range::of(diagnostic.span, source),
        related,
        fix: changes.collect(),
    }
}

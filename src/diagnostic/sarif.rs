//! Problems as SARIF 2.1.0, the exchange format of code scanning.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Edit, Lang, Rule, Severity};
use crate::source::{Source, Sources, Span};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The problems of several documents as one SARIF run that knows all `rules`, ended by a line
/// end.
#[must_use]
pub fn render<'a>(
    documents: impl IntoIterator<Item = (&'a Diagnostics, &'a Sources)>,
    rules: impl IntoIterator<Item = &'static Rule>,
    lang: Lang,
) -> String {
    let mut results = Vec::new();
    for (found, sources) in documents {
        results.extend(found.iter().map(|one| result(one, sources, lang)));
    }
    let rules: Vec<Value> = rules.into_iter().map(|one| rule(one, lang)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "vanban",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("plain data is JSON") + "\n"
}

/// A rule as the log describes it.
fn rule(rule: &Rule, lang: Lang) -> Value {
    let mut described = json!({
        "id": rule.id,
        "fullDescription": { "text": rule.explanation.get(lang) },
        "defaultConfiguration": { "level": level(rule.severity) },
    });
    if let Some(clause) = rule.clause {
        described["properties"] = json!({ "source": clause });
    }
    described
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> Value {
    let words = diagnostic.words(lang);
    let text = format!("{}; {}", words.message, words.help);
    let mut result = json!({
        "ruleId": diagnostic.rule().id,
        "level": level(diagnostic.severity()),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(diagnostic.span, sources) }],
    });
    if let Some(clause) = &diagnostic.problem.clause {
        result["properties"] = json!({ "source": clause });
    }
    if let Some(span) = diagnostic.related {
        result["relatedLocations"] = json!([{
            "physicalLocation": location(span, sources),
            "message": { "text": words.related.unwrap_or_default() },
        }]);
    }
    if let Some(fix) = &diagnostic.fix {
        let changes: Vec<Value> = fix.iter().map(|edit| change(edit, sources)).collect();
        result["fixes"] = json!([{ "artifactChanges": changes }]);
    }
    result
}

/// A piece of a file that the fix replaces.
fn change(Edit { span, text }: &Edit, sources: &Sources) -> Value {
    let place = location(*span, sources);
    json!({
        "artifactLocation": place["artifactLocation"],
        "replacements": [{
            "deletedRegion": place["region"],
            "insertedContent": { "text": text },
        }],
    })
}

fn location(span: Span, sources: &Sources) -> Value {
    let source = sources.get(span.file);
    let (start_line, start_column) = code_points(source, span.start);
    let (end_line, end_column) = code_points(source, span.end);
    json!({
        "artifactLocation": { "uri": uri(source.name()) },
        "region": {
            "startLine": start_line,
            "startColumn": start_column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    })
}

/// Line and column from 1, the column in code points.
fn code_points(source: &Source, offset: usize) -> (usize, usize) {
    let line = source.position(offset).line;
    let start =
        source.line_range(line).map_or(0, |range| range.start).max(source.start());
    let before = source.slice(start..offset.max(start));
    (line, before.chars().count() + 1)
}

/// A path as a relative reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => out.push('/'),
            b'/' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            byte => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

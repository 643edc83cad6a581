//! `vanban check --resolved`: what a document and its office's defaults come to, for a person
//! or as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::diagnostic::{Bilingual, Lang};
use crate::source::{Sources, Span};
use crate::{Resolved, Step};

/// The value of an empty field.
const EMPTY: Bilingual<&str> = Bilingual { vi: "(để trống)", en: "(empty)" };

/// Where a value comes from that no file gives.
const NO_FILE: Bilingual<&str> =
    Bilingual { vi: "mặc định của chương trình", en: "the program's default" };

/// One line for each value: `mục: giá trị   (tệp:dòng)`.
pub(super) fn human(values: &[Resolved], sources: &Sources, lang: Lang) -> String {
    let mut text = String::new();
    for resolved in values {
        let path: Vec<String> = resolved.path.iter().map(shown).collect();
        let value = resolved
            .value
            .as_deref()
            .map_or_else(|| (*EMPTY.get(lang)).to_owned(), one_line);
        let place = resolved.span.map_or_else(
            || (*NO_FILE.get(lang)).to_owned(),
            |span| {
                let source = sources.get(span.file);
                format!("{}:{}", source.name(), source.position(span.start).line)
            },
        );
        let _ = writeln!(text, "{}: {value}   ({place})", path.join(" › "));
    }
    text
}

/// The values as JSON objects; `document` is the name of the document.
pub(super) fn entries(
    values: &[Resolved],
    sources: &Sources,
    document: &str,
) -> Vec<Value> {
    let entry = |resolved: &Resolved| {
        let path: Vec<Value> = resolved.path.iter().map(step).collect();
        json!({
            "document": document,
            "path": path,
            "value": resolved.value,
            "file": resolved.span.map(|span| sources.get(span.file).name()),
            "range": resolved.span.map(|span| range(span, sources)),
        })
    };
    values.iter().map(entry).collect()
}

/// A step as a person counts: entries from 1.
fn shown(step: &Step) -> String {
    match step {
        Step::Field(name) => one_line(name),
        Step::Entry(index) => (index + 1).to_string(),
    }
}

fn step(step: &Step) -> Value {
    match step {
        Step::Field(name) => name.as_str().into(),
        Step::Entry(index) => (*index).into(),
    }
}

/// A text without line ends, and without what a terminal would obey.
fn one_line(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace(char::is_control, "\u{fffd}")
}

/// The form of ranges in `check --format json`.
fn range(span: Span, sources: &Sources) -> Value {
    let source = sources.get(span.file);
    let place = |offset| {
        let at = source.position(offset);
        json!({ "line": at.line, "column": at.column, "offset": offset })
    };
    json!({ "start": place(span.start), "end": place(span.end) })
}

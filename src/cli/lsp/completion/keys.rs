//! The names of fields that may stand at a place, with what begins each.

use serde_json::Value;

use super::item::{Item, Sort};
use crate::all_rules;
use crate::cli::lsp::client::Client;
use crate::cli::lsp::cursor::{At, Cursor};
use crate::cli::lsp::forms::{Forms, Shape, example_fields, shape, text};
use crate::cli::lsp::help::{first_sentence, of_field};
use crate::cli::lsp::paper::Paper;
use crate::diagnostic::{Lang, Severity};
use crate::document::{field, fold};

/// The fields that a group may still have.
pub(super) fn keys(
    paper: &Paper<'_>,
    cursor: &Cursor,
    forms: &Forms,
    path: &[String],
    client: Client,
    lang: Lang,
) -> Vec<Item> {
    let beside = paper.fields.iter().filter(|one| {
        one.group == cursor.group && one.path == cursor.path && one.key != cursor.word
    });
    let taken: Vec<String> = beside.map(|one| fold(&one.name)).collect();
    let is_free = |name: &str| !taken.contains(&fold(name));
    if matches!(path, [only] if fold(only) == field::CHECKS.key) {
        return rules(cursor, lang)
            .into_iter()
            .filter(|item| is_free(&item.label))
            .collect();
    }
    let free = forms.fields(path).into_iter().filter(|(name, _)| is_free(name));
    free.map(|(name, about)| key(name, &about, cursor, client)).collect()
}

fn key(name: &str, about: &[&Value], cursor: &Cursor, client: Client) -> Item {
    let (text_inserted, snippet) = begun(name, about, cursor, client);
    Item {
        label: name.to_owned(),
        sort: Sort::Field,
        detail: text(about, "title").unwrap_or_default().to_owned(),
        help: of_field(name, about),
        text: text_inserted,
        snippet,
    }
}

/// A field as it is begun, and whether that has places to be filled in.
fn begun(
    name: &str,
    about: &[&Value],
    cursor: &Cursor,
    client: Client,
) -> (String, bool) {
    let blank = if cursor.glued { " " } else { "" };
    if cursor.colon {
        return (format!("{blank}{name}"), false);
    }
    let plain = (format!("{blank}{name}: "), false);
    // What is set in is left to the one who types: editors set it in once more.
    if cursor.brackets || cursor.column > 0 || cursor.at != At::Key {
        return plain;
    }
    match shape(about) {
        Shape::Text => plain,
        Shape::List => (format!("{name}:\n  - "), false),
        Shape::Group => {
            // One field alone is one out of many: `kiểm tra`, `trình bày`.
            let fields = example_fields(about);
            if fields.len() < 2 {
                return (format!("{name}:\n  "), false);
            }
            if client.snippets {
                let field = |(at, field)| format!("\n  {}: ${}", escaped(field), at + 1);
                let fields: String = fields.into_iter().enumerate().map(field).collect();
                (format!("{}:{fields}", escaped(name)), true)
            } else {
                (format!("{name}:\n  {}: ", fields[0]), false)
            }
        }
    }
}

/// A name in which nothing is a place to be filled in.
fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// The rules whose weight a document may change.
fn rules(cursor: &Cursor, lang: Lang) -> Vec<Item> {
    let free = all_rules().into_iter().filter(|rule| rule.severity != Severity::Error);
    let rule = |rule: &crate::diagnostic::Rule| {
        let explanation = *rule.explanation.get(lang);
        let end = if cursor.colon { "" } else { ": " };
        Item {
            label: rule.id.to_owned(),
            sort: Sort::Rule,
            detail: (*rule.family.name().get(lang)).to_owned(),
            help: first_sentence(explanation).to_owned(),
            text: format!("{}{end}", rule.id),
            snippet: false,
        }
    };
    free.map(rule).collect()
}

//! What is said of the place under the pointer: the rules that it breaks, the field, the person,
//! the template.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use super::client::Client;
use super::cursor::cursor;
use super::documents::Open;
use super::help::{of_field, of_person, of_rule};
use super::lines::Lines;
use super::paper::Paper;
use super::yaml::{Field, unquoted};
use crate::Report;
use crate::diagnostic::{Lang, Rule};
use crate::document::{field, fold};
use crate::source::FileId;

/// What is said of a byte of a file.
pub(super) fn hover(
    open: &Open,
    paper: Option<&Paper<'_>>,
    reports: &[(Arc<Report>, FileId)],
    offset: usize,
    client: Client,
    lang: Lang,
) -> Value {
    let mut said = Vec::new();
    let mut place = None;
    for (rule, range) in broken(reports, offset) {
        place.get_or_insert(range);
        said.push(of_rule(rule, lang));
    }
    if let Some((help, range)) = paper.and_then(|paper| about(paper, offset)) {
        place.get_or_insert(range);
        said.push(help);
    }
    let Some(place) = place else { return Value::Null };
    let kind = if client.markdown { "markdown" } else { "plaintext" };
    let contents = json!({ "kind": kind, "value": said.join("\n\n---\n\n") });
    let range = Lines::new(&open.text, client.encoding).range(place);
    json!({ "contents": contents, "range": range })
}

/// The rules that are broken at a place, each with all of the place.
fn broken(
    reports: &[(Arc<Report>, FileId)],
    offset: usize,
) -> Vec<(&'static Rule, Range<usize>)> {
    let mut found: Vec<(&'static Rule, Range<usize>)> = Vec::new();
    for (report, file) in reports {
        for one in &report.diagnostics {
            let here = one.span.file == *file
                && (one.span.start..=one.span.end).contains(&offset);
            if here && !found.iter().any(|(rule, _)| *rule == one.rule()) {
                found.push((one.rule(), one.span.range()));
            }
        }
    }
    found
}

/// What is known of the field or value at a place.
fn about(paper: &Paper<'_>, offset: usize) -> Option<(String, Range<usize>)> {
    let at = |one: &&Field| (one.key.start..=one.key.end).contains(&offset);
    if let Some(found) = paper.fields.iter().find(at) {
        let path: Vec<String> = found.path.iter().chain([&found.name]).cloned().collect();
        let (forms, path) = paper.forms(&path)?;
        let help = of_field(&found.name, &forms.at(path));
        let help = Some(help).filter(|help| !help.is_empty())?;
        return Some((format!("**{}**\n\n{help}", found.name), found.key.clone()));
    }
    let cursor = cursor(paper.text, paper.yaml.clone()?, offset)?;
    let word = unquoted(&paper.text[cursor.word.clone()]);
    let last = cursor.path.last().map(|name| fold(name)).unwrap_or_default();
    let help = if last == field::TEMPLATE.key {
        let manifests = paper.manifests();
        let name = word.split('@').next().unwrap_or_default().trim();
        manifests.iter().find(|one| one.is_called(name))?.summary.value.clone()
    } else {
        let people = paper.office.iter().flat_map(|office| office.people());
        let named = |name: &str| !word.is_empty() && fold(name) == fold(word);
        let mut known =
            people.filter_map(|(name, posts)| Some((name.value.clone()?, posts)));
        let (name, posts) = known.find(|(name, _)| named(name))?;
        of_person(&name, &posts)
    };
    Some((help, cursor.word))
}

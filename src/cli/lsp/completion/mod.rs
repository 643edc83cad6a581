//! What may be typed at a place: names of fields, and values.

mod item;
mod keys;
mod values;

use serde_json::{Value, json};

use super::client::Client;
use super::cursor::cursor;
use super::lines::Lines;
use super::paper::Paper;
use crate::diagnostic::Lang;

/// What may be typed at a byte of a file.
pub(super) fn complete(
    paper: &Paper<'_>,
    offset: usize,
    client: Client,
    lang: Lang,
) -> Value {
    let place = paper.yaml.clone().and_then(|yaml| cursor(paper.text, yaml, offset));
    let Some(cursor) = place else { return Value::Null };
    let Some((forms, path)) = paper.forms(&cursor.path) else { return Value::Null };
    let mut items = Vec::new();
    if cursor.at.takes_value() {
        items.extend(values::values(paper, &cursor, &forms.at(path), lang));
    }
    if cursor.at.takes_key() {
        items.extend(keys::keys(paper, &cursor, &forms, path, client, lang));
    }
    let lines = Lines::new(paper.text, client.encoding);
    let range = lines.range(cursor.word.clone());
    let typed = paper.text.get(cursor.word.start..offset).unwrap_or_default();
    let shown = items.into_iter().enumerate();
    let shown: Vec<Value> =
        shown.map(|(rank, item)| item.shown(rank, range, typed)).collect();
    json!({ "isIncomplete": false, "items": shown })
}

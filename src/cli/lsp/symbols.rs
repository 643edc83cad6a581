//! The outline of a document as editors show it: its fields, then its headings and numbered items.

use std::ops::Range;

use serde_json::{Value, json};

use super::kind::Kind;
use super::lines::{Encoding, Lines};
use super::paper::Paper;
use super::yaml::Field;
use crate::diagnostic::{Bilingual, Lang};
use crate::document::outline::{Block, Item, Rank, plain_text};
use crate::parse;
use crate::source::FileId;

/// The kinds of symbols, by the numbers of the protocol.
const MODULE: u8 = 2;
const FIELD: u8 = 8;
const HEADING: u8 = 15;

/// The longest name that is shown, in letters.
const LONGEST: usize = 80;

/// The outline of a file.
pub(super) fn symbols(paper: &Paper<'_>, encoding: Encoding, lang: Lang) -> Value {
    let lines = Lines::new(paper.text, encoding);
    let fields = fields(&paper.fields);
    if paper.kind == Kind::Defaults {
        return shown(&fields, &lines);
    }
    let name = Bilingual { vi: "Phần khai báo", en: "Front matter" };
    let mut all = Vec::new();
    if let Some(yaml) = paper.yaml.clone() {
        let first = fields.first().map_or(yaml.start, |field| field.own.start);
        let end = fields.iter().map(|field| field.whole.end).max().unwrap_or(first);
        all.push(Symbol {
            name: (*name.get(lang)).to_owned(),
            detail: String::new(),
            kind: MODULE,
            whole: first..end,
            own: first..first,
            inner: fields,
        });
    }
    all.extend(headings(paper));
    shown(&all, &lines)
}

/// A part of a file.
struct Symbol {
    name: String,
    detail: String,
    kind: u8,
    /// All of it.
    whole: Range<usize>,
    /// Its name or number.
    own: Range<usize>,
    inner: Vec<Symbol>,
}

fn shown(symbols: &[Symbol], lines: &Lines<'_>) -> Value {
    let one = |symbol: &Symbol| {
        json!({
            "name": symbol.name,
            "detail": symbol.detail,
            "kind": symbol.kind,
            "range": lines.range(symbol.whole.clone()),
            "selectionRange": lines.range(symbol.own.clone()),
            "children": shown(&symbol.inner, lines),
        })
    };
    symbols.iter().map(one).collect()
}

/// Fields with those below them.
fn fields(found: &[Field]) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    let mut rest = found;
    while let Some((first, behind)) = rest.split_first() {
        let depth = first.path.len();
        let end = behind.iter().position(|field| field.path.len() <= depth);
        let (below, next) = behind.split_at(end.unwrap_or(behind.len()));
        let inner = fields(below);
        let last = inner.iter().map(|symbol| symbol.whole.end).max();
        let end = first.key.end.max(first.value.end).max(last.unwrap_or_default());
        symbols.push(Symbol {
            name: cut(&first.name),
            detail: String::new(),
            kind: FIELD,
            whole: first.key.start..end,
            own: first.key.clone(),
            inner,
        });
        rest = next;
    }
    symbols
}

/// The headings and numbered items of the text.
fn headings(paper: &Paper<'_>) -> Vec<Symbol> {
    let body = paper.yaml.as_ref().map_or(0, |yaml| yaml.end);
    let parsed = paper.loaded.clone().without_own_code().run(parse).output;
    let Some(parsed) = parsed else { return Vec::new() };
    let parts =
        parsed.outline.main().into_iter().chain([&parsed.outline.proceedings[..]]);
    let mut found: Vec<Symbol> = parts.flat_map(|blocks| items(blocks, body)).collect();
    found.sort_by_key(|symbol| symbol.whole.start);
    found
}

fn items(blocks: &[Block], body: usize) -> Vec<Symbol> {
    let mut found = Vec::new();
    for block in blocks {
        let inner = items(block.children(), body);
        let here = block.span.file == FileId::DOCUMENT && block.span.start >= body;
        match block.as_item().filter(|item| here && is_shown(item)) {
            Some(item) => {
                let own = block.span.range();
                let last = inner.iter().map(|symbol| symbol.whole.end).max();
                let whole = own.start..own.end.max(last.unwrap_or_default());
                let (name, detail) = (cut(&name(item)), String::new());
                found.push(Symbol { name, detail, kind: HEADING, whole, own, inner });
            }
            None => found.extend(inner),
        }
    }
    found
}

/// Whether an item is one that an outline shows: dashes are not.
fn is_shown(item: &Item) -> bool {
    let dash = |rank: Rank| matches!(rank, Rank::Dash(_));
    item.heading || item.number.as_ref().is_some_and(|number| !dash(number.rank))
}

/// The number and the words of an item.
fn name(item: &Item) -> String {
    let number = item.number.as_ref().map(|number| number.label.as_str());
    format!("{} {}", number.unwrap_or_default(), plain_text(&item.text)).trim().to_owned()
}

/// A name, cut where it is too long; never empty, which the protocol forbids.
fn cut(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None if name.trim().is_empty() => "…".to_owned(),
        None => name.to_owned(),
    }
}

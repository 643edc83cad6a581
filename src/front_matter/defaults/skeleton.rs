//! The skeleton of a new document over an office's defaults: what they give is left out.

use super::merge::overlay;
use super::node::{Key, Kind, Node};
use super::office::Office;
use super::{split, tree};
use crate::document::{Manifest, field, fold};
use crate::source::{FileId, Source, Sources, Span};

/// The text of the skeleton of a kind without the fields that the office's defaults give.
pub(super) fn omit_given(
    skeleton: FileId,
    kind: &Manifest,
    mut office: Office,
    sources: &Sources,
) -> String {
    let source = sources.get(skeleton);
    let text = source.text().to_owned();
    let Ok(parts) = split::split(skeleton, source) else { return text };
    let yaml = Span::new(skeleton, parts.yaml);
    let Ok(tree) = tree::parse(yaml, source) else { return text };
    if office.other(&tree).is_some() {
        office.keep_both();
    }
    let given = match office.sections.of(kind) {
        Some(special) => overlay(special.clone(), office.fields),
        None => office.fields,
    };
    let first = source.position(yaml.start).line;
    let mut lines = Lines { source, first, dropped: Vec::new() };
    lines.drop_given(&tree, &given);
    lines.rest()
}

/// The field whose groups have names of the user's: it is given whole or not at all.
const RECIPIENTS: &str = field::RECIPIENTS.key;

/// The fields whose values decide what a document is.
const CHOICES: [&str; 2] = [field::TEMPLATE.key, field::REGIME.key];

/// The lines of a skeleton.
struct Lines<'a> {
    source: &'a Source,
    /// The first line of the fields.
    first: usize,
    dropped: Vec<usize>,
}

impl Lines<'_> {
    /// Drops the fields of a group that are given; says whether that is all of them. A choice
    /// that differs stays, and so does the symbol of another kind of document.
    fn drop_given(&mut self, group: &Node, given: &Node) -> bool {
        let Some(fields) = group.fields() else { return false };
        let mut all = true;
        for (key, value) in fields {
            let same = |other: &&Node| {
                if CHOICES.contains(&key.name.as_str()) {
                    folded(other) == folded(value)
                } else {
                    key.name != field::SYMBOL.key || code(other) == code(value)
                }
            };
            let found = given.get_filled(&key.name).filter(same);
            let whole = match found {
                None => false,
                Some(other) if is_block(value, key) && key.name != RECIPIENTS => {
                    match other.kind {
                        Kind::Map(_) => self.drop_given(value, other),
                        Kind::Null | Kind::Scalar(_) | Kind::List(_) => true,
                    }
                }
                Some(_) => true,
            };
            if whole {
                self.drop_field(key);
            }
            all &= whole;
        }
        all
    }

    /// Drops a field with the comments directly above it and what is indented below it.
    fn drop_field(&mut self, key: &Key) {
        let line = self.source.position(key.span.start).line;
        let indent = indent(self.source.line(line));
        let is_comment = |line: &usize| {
            let text = self.source.line(*line);
            text[indent.min(text.len())..].starts_with('#')
                && self.indent(*line) == indent
        };
        let above = (self.first + 1..line).rev().take_while(is_comment);
        let below = (line + 1..=self.source.line_count()).take_while(|line| {
            let text = self.source.line(*line);
            !text.trim().is_empty()
                && (self.indent(*line) > indent || text[indent..].starts_with("- "))
        });
        let dropped: Vec<usize> = above.chain([line]).chain(below).collect();
        self.dropped.extend(dropped);
    }

    fn indent(&self, line: usize) -> usize {
        indent(self.source.line(line))
    }

    /// What is left, with a word on what is not.
    fn rest(&self) -> String {
        let mut out = String::new();
        for line in 1..=self.source.line_count() {
            let text = self.source.line(line);
            // What stands behind the last line end is no line.
            let beyond = line == self.source.line_count() && text.is_empty();
            if !beyond && !self.dropped.contains(&line) {
                out.push_str(text);
                out.push('\n');
            }
            if line == self.first && !self.dropped.is_empty() {
                out.push_str(
                    "# Những mục đã ghi trong vanban.yaml được bỏ ra khỏi đây.\n",
                );
            }
        }
        out
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a value is a group on lines of its own.
fn is_block(value: &Node, key: &Key) -> bool {
    let Some(fields) = value.fields() else { return false };
    let flow = value.span.start != fields.first().map_or(0, |(key, _)| key.span.start);
    !flow && value.span.start > key.span.end + 1
}

fn folded(node: &Node) -> Option<String> {
    node.as_text().map(fold)
}

/// The code of the kind in a symbol: `TB` in `TB/BCĐ`.
fn code(symbol: &Node) -> Option<String> {
    let folded = folded(symbol)?;
    folded.split(['/', '_']).next().map(str::to_owned)
}

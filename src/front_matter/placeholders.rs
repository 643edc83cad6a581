//! Finds the placeholders in the fields: `CẦN ĐIỀN`.

use super::node::{Kind, Node};
use crate::diagnostic::shared::{PLACEHOLDER, placeholder};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::mark::marks_in;
use crate::document::{Text, field};
use crate::source::{Sources, Span};

/// Where the fields of a document say `CẦN ĐIỀN`; those of a draft (`dự thảo`) may.
pub(super) fn marks(tree: &Node, sources: &Sources) -> Vec<Span> {
    let mut spans = Vec::new();
    if !is_draft(tree) {
        collect(tree, sources, &mut spans);
    }
    spans
}

/// Reports placeholders, but for those at whose place one was reported before (a date that is
/// one).
pub(super) fn report(marks: Vec<Span>, found: &mut Diagnostics) {
    for mark in marks {
        let said =
            |d: &Diagnostic| d.problem.breaks(&PLACEHOLDER) && d.span.to(mark) == d.span;
        if !found.iter().any(said) {
            found.push(placeholder(false), mark);
        }
    }
}

/// Whether the fields are those of a draft.
fn is_draft(tree: &Node) -> bool {
    tree.get_filled(field::DRAFT.key).is_some()
}

fn collect(node: &Node, sources: &Sources, spans: &mut Vec<Span>) {
    let mut text = |text: &str, span| {
        spans.extend(marks_in(&Text::new(text, span), sources));
    };
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(value) => text(value, node.span),
        Kind::List(list) => list.iter().for_each(|node| collect(node, sources, spans)),
        Kind::Map(map) => {
            // The name of a group of recipients is printed, too.
            for (key, _) in map {
                text(&key.text, key.span);
            }
            for (_, node) in map {
                collect(node, sources, spans);
            }
        }
    }
}

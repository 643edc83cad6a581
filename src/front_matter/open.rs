//! What is still to be filled in among the fields: `CẦN ĐIỀN`.

use super::tree::{Key, Kind, Node};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::mark::marks_in;
use crate::document::{Text, fold};
use crate::source::{Sources, Span};

/// Says where the fields of a document say `CẦN ĐIỀN`; a draft (`dự thảo`) may. What was said
/// of the place of one before is not said again.
pub(super) fn report(tree: &Node, sources: &Sources, found: &mut Diagnostics) {
    if is_draft(tree) {
        return;
    }
    let mut spans = Vec::new();
    collect(tree, sources, &mut spans);
    let said = |span: &Span, found: &Diagnostics| {
        let known = |problem: &Problem| matches!(problem, Problem::ToFill { .. });
        found.iter().any(|d| known(&d.problem) && d.span.to(*span) == d.span)
    };
    for span in spans {
        if !said(&span, found) {
            found.push(Problem::ToFill { date: false }, span);
        }
    }
}

/// Whether the fields are those of a draft.
fn is_draft(tree: &Node) -> bool {
    let Kind::Map(fields) = &tree.kind else { return false };
    let draft = |(key, node): &(Key, Node)| {
        fold(&key.text) == "du_thao" && node.kind != Kind::Null
    };
    fields.iter().any(draft)
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

//! A document that is set in another template than the one it was written for: what of it does
//! not belong to the other paper.

use super::merge::over;
use super::node::{Key, Kind, Node};
use super::symbol;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Kinds, Manifest, Text, field};
use crate::front_matter::mend::lacks_in_document;
use crate::front_matter::problems::fields;

/// The fields that belong to one paper alone.
const LEFT_BEHIND: [&str; 11] = [
    field::NUMBER.key,
    field::SYMBOL.key,
    field::SIGNING_DATE.key,
    field::KIND.key,
    field::SUBJECT.key,
    field::DRAFT.key,
    field::ADDRESSEES.key,
    field::GROUNDS.key,
    field::APPENDICES.key,
    field::OPENING.key,
    field::CLOSING.key,
];

/// The fields of a document for the template that it is borrowed by: what its file and its
/// office say of that template, over what they say of themselves. Of all of these the first one
/// wins.
pub(crate) fn merge(
    sections: impl Iterator<Item = Node>,
    general: Node,
    asked: &Text,
    kinds: &Kinds,
) -> Node {
    let symbol = symbol::borrowed(&general, kinds);
    let layers = sections.chain([without_own(general, kinds.own.as_ref())]);
    let empty = Node { span: asked.span, kind: Kind::Map(Vec::new()) };
    let mut tree = layers.fold(empty, over);
    let name = Node::text(&asked.value, asked.span);
    tree.set(Key::new(field::TEMPLATE.name, asked.span), name);
    if let (Some(symbol), None) = (symbol, tree.get(field::SYMBOL.key)) {
        tree.set(Key::new(field::SYMBOL.name, symbol.span), symbol);
    }
    tree
}

fn without_own(mut general: Node, own: Option<&Manifest>) -> Node {
    if let Some(fields) = general.fields_mut() {
        fields.retain(|(key, _)| {
            let is_own = own.is_some_and(|own| own.fields.find(&key.name).is_some());
            !is_own && !LEFT_BEHIND.contains(&key.name.as_str())
        });
    }
    general
}

/// What is missing may be written where it holds for the other template alone.
pub(crate) fn name_the_way_out(found: &Diagnostics, kind: &Manifest) -> Diagnostics {
    let mut told = Diagnostics::default();
    for Diagnostic { problem, span, related, fix } in found {
        let problem = match lacks_in_document(problem) {
            Some(field) => fields::missing_borrowed(field, &kind.name.value),
            None => problem.clone(),
        };
        match related {
            Some(related) => told.push_related(problem, *span, *related),
            None => told.push_fixed(problem, *span, fix.clone()),
        }
    }
    told
}

//! A document that is set in another template than the one it was written for: what of it does
//! not belong to the other paper.

use super::directory::field;
use super::mend::lacks_in_document;
use super::merge::over;
use super::problems::fields;
use super::symbol;
use super::tree::{Key, Kind, Node};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Kinds, Manifest, Text, fold};

/// The fields that belong to one paper alone.
const LEFT_BEHIND: [&str; 11] = [
    "so",
    "ky_hieu",
    "ngay_ky",
    "ten_loai",
    "trich_yeu",
    "du_thao",
    "kinh_gui",
    "can_cu",
    "phu_luc",
    "mo_dau",
    "ket_thuc",
];

/// The fields of a document for the template that it is borrowed by: what its file and its
/// office say of that template, over what they say of themselves. Of all of these the first one
/// wins.
pub(super) fn merge(
    sections: impl Iterator<Item = Node>,
    general: Node,
    asked: &Text,
    kinds: &Kinds,
) -> Node {
    let symbol = symbol::borrowed(&general, kinds);
    let layers = sections.chain([without_own(general, kinds.own.as_ref())]);
    let empty = Node { span: asked.span, kind: Kind::Map(Vec::new()) };
    let mut tree = layers.fold(empty, over);
    let name = Node { span: asked.span, kind: Kind::Scalar(asked.value.clone()) };
    set(&mut tree, "mẫu", name);
    if let (Some(symbol), None) = (symbol, field(&mut tree, "ky_hieu")) {
        set(&mut tree, "ký hiệu", symbol);
    }
    tree
}

fn without_own(mut general: Node, own: Option<&Manifest>) -> Node {
    if let Kind::Map(fields) = &mut general.kind {
        fields.retain(|(key, _)| {
            let is_own = own.is_some_and(|own| own.fields.get(&key.text).is_some());
            !is_own && !LEFT_BEHIND.contains(&fold(&key.text).as_str())
        });
    }
    general
}

fn set(tree: &mut Node, name: &str, node: Node) {
    let Kind::Map(fields) = &mut tree.kind else { return };
    fields.retain(|(key, _)| fold(&key.text) != fold(name));
    fields.push((Key { text: name.to_owned(), span: node.span }, node));
}

/// What is missing may be written where it holds for the other template alone.
pub(super) fn name_the_way_out(found: &Diagnostics, kind: &Manifest) -> Diagnostics {
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

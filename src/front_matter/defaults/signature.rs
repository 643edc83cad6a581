//! The signature of a kind that does without one (minutes), though the model always has it.

use super::node::{Key, Kind, Node};
use super::office::Office;
use super::sections::Sections;
use crate::document::NamedTemplates;
use crate::document::field::{self, Field, SIGNATURES};

/// A tree in which somebody signs, if only with a gap.
pub(crate) fn with_signature(mut tree: Node) -> Node {
    let Some(fields) = tree.fields_mut() else { return tree };
    fields.retain(|(key, node)| key.name != SIGNATURES.key || node.is_filled());
    if tree.get(SIGNATURES.key).is_none() {
        let span = tree.span;
        let empty =
            |field: Field, kind| (Key::new(field.name, span), Node { span, kind });
        let posts = empty(field::POSTS, Kind::List(Vec::new()));
        let name = empty(field::NAME, Kind::Null);
        let (key, signature) = empty(SIGNATURES, Kind::Map(vec![posts, name]));
        tree.set(key, signature);
    }
    tree
}

/// Whether somebody says for this paper who signs it: the document for itself, or it or its
/// office for the template.
pub(crate) fn signed(
    tree: &Node,
    sections: &Sections,
    office: Option<&Office>,
    named: &NamedTemplates,
) -> bool {
    let chosen = named.chosen();
    let special = chosen.and_then(|kind| sections.of(kind));
    let of_office = chosen.and_then(|kind| office?.sections.of(kind));
    let own = named.overriding.is_none().then_some(tree);
    let places = [own, special, of_office];
    places.into_iter().flatten().any(|node| node.get_filled(SIGNATURES.key).is_some())
}

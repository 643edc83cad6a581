//! What a kind does without, though the model always has it.

use super::node::{Key, Kind, Node};
use super::office::Office;
use super::sections::Sections;
use crate::document::{Kinds, fold};

/// Who signs.
pub(super) const SIGNATURE: &str = "ký";

/// A tree in which somebody signs, if only with a gap.
pub(super) fn with_signature(mut tree: Node) -> Node {
    let name = fold(SIGNATURE);
    let Some(fields) = tree.fields_mut() else { return tree };
    fields.retain(|(key, node)| key.name != name || node.is_filled());
    if tree.get(&name).is_none() {
        let span = tree.span;
        let field = |name: &str, kind| (Key::new(name, span), Node { span, kind });
        let posts = field("chức vụ", Kind::List(Vec::new()));
        let name = field("họ tên", Kind::Null);
        let (key, signature) = field(SIGNATURE, Kind::Map(vec![posts, name]));
        tree.set(key, signature);
    }
    tree
}

/// Whether somebody says for this paper who signs it: the document for itself, or it or its
/// office for the template.
pub(super) fn signed(
    tree: &Node,
    sections: &Sections,
    office: Option<&Office>,
    kinds: &Kinds,
) -> bool {
    let chosen = kinds.chosen();
    let special = chosen.and_then(|kind| sections.of(kind));
    let of_office = chosen.and_then(|kind| office?.sections.of(kind));
    let own = kinds.borrowed.is_none().then_some(tree);
    let places = [own, special, of_office];
    places.into_iter().flatten().any(|node| node.get_filled(&fold(SIGNATURE)).is_some())
}

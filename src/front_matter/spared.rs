//! What a kind does without, though the model always has it.

use super::directory;
use super::office::Office;
use super::sections::Sections;
use super::tree::{Key, Kind, Node};
use crate::document::{Kinds, fold};

/// Who signs.
pub(super) const SIGNATURE: &str = "ký";

/// A tree in which somebody signs, if only with a gap.
pub(super) fn with_signature(mut tree: Node) -> Node {
    let Kind::Map(fields) = &mut tree.kind else { return tree };
    let is_signature = |key: &Key| fold(&key.text) == fold(SIGNATURE);
    fields.retain(|(key, node)| !is_signature(key) || node.kind != Kind::Null);
    if !fields.iter().any(|(key, _)| is_signature(key)) {
        let span = tree.span;
        let field =
            |name: &str, kind| (Key { text: name.to_owned(), span }, Node { span, kind });
        let posts = field("chức vụ", Kind::List(Vec::new()));
        let name = field("họ tên", Kind::Null);
        fields.push(field(SIGNATURE, Kind::Map(vec![posts, name])));
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
    [own, special, of_office].into_iter().flatten().any(|node| {
        directory::value(node, &fold(SIGNATURE))
            .is_some_and(|signature| signature.kind != Kind::Null)
    })
}

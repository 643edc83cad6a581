//! What a kind does without, though the model always has it.

use super::tree::{Key, Kind, Node};
use crate::document::fold;

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

//! Defaults under a document's own fields: the document wins, groups merge, lists replace.

use super::tree::{Kind, Node};
use crate::document::fold;

/// `own` with what it leaves open taken from `default`. Every value keeps its own place, so a
/// message about it points into the file that it came from.
pub(super) fn merge(own: Node, default: Node) -> Node {
    let (mut fields, defaults) = match (own.kind, default.kind) {
        (Kind::Map(fields), Kind::Map(defaults)) => (fields, defaults),
        (Kind::Null, kind) => return Node { span: default.span, kind },
        (kind, _) => return Node { span: own.span, kind },
    };
    for (key, value) in defaults {
        let name = fold(&key.text);
        match fields.iter_mut().find(|(own, _)| fold(&own.text) == name) {
            Some((_, own)) => {
                let empty = Node { span: own.span, kind: Kind::Null };
                *own = merge(std::mem::replace(own, empty), value);
            }
            None => fields.push((key, value)),
        }
    }
    Node { span: own.span, kind: Kind::Map(fields) }
}

//! Defaults under a document's own fields: the document wins, groups merge, lists replace.

use std::collections::BTreeMap;

use super::tree::{Key, Kind, Node};
use crate::document::fold;

/// `own` with what it leaves open taken from `default`. Every key and value keeps its own
/// place, so a message about it points into the file that it came from.
pub(super) fn merge(own: Node, default: Node) -> Node {
    match (own.kind, default.kind) {
        (Kind::Map(fields), Kind::Map(defaults)) => {
            Node { span: own.span, kind: Kind::Map(merge_fields(fields, defaults)) }
        }
        (Kind::Null, kind) => Node { span: default.span, kind },
        (kind, _) => Node { span: own.span, kind },
    }
}

type Fields = Vec<(Key, Node)>;

fn merge_fields(mut fields: Fields, defaults: Fields) -> Fields {
    let mut places = BTreeMap::new();
    for (place, (key, _)) in fields.iter().enumerate() {
        places.entry(fold(&key.text)).or_insert(place);
    }
    for (key, value) in defaults {
        match places.get(&fold(&key.text)).map(|place| &mut fields[*place]) {
            Some(own) if own.1.kind == Kind::Null && value.kind != Kind::Null => {
                *own = (key, value);
            }
            Some((_, own)) => {
                let empty = Node { span: own.span, kind: Kind::Null };
                *own = merge(std::mem::replace(own, empty), value);
            }
            None => fields.push((key, value)),
        }
    }
    fields
}

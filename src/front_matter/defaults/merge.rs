//! Defaults under a document's own fields: the document wins, groups merge, lists replace.

use std::collections::BTreeMap;

use super::directory;
use super::node::{Fields, Key, Kind, Node};
use crate::document::field;

/// `own` over `default`; posts belong to a person and come along with nobody else.
pub(crate) fn overlay(mut own: Node, mut default: Node) -> Node {
    let people: [&[&str]; 4] = [
        &[field::SIGNATURES.key],
        &[field::CONFIRMATION.key],
        &[field::COPY.key, field::SIGNATURES.key],
        &[field::MEETING.key, field::CHAIR.key],
    ];
    for path in people {
        same_person(own_field(&mut own, path), own_field(&mut default, path));
    }
    merge(own, default)
}

/// `own` with what it leaves open taken from `default`. Every key and value keeps its own
/// place, so a message about it points into the file that it came from.
fn merge(own: Node, default: Node) -> Node {
    match (own.kind, default.kind) {
        (Kind::Map(fields), Kind::Map(defaults)) => {
            Node { span: own.span, kind: Kind::Map(merge_fields(fields, defaults)) }
        }
        (Kind::Null, kind) => Node { span: default.span, kind },
        (kind @ (Kind::Map(_) | Kind::List(_) | Kind::Scalar(_)), _) => {
            Node { span: own.span, kind }
        }
    }
}

fn merge_fields(mut fields: Fields, defaults: Fields) -> Fields {
    let mut places = BTreeMap::new();
    for (place, (key, _)) in fields.iter().enumerate() {
        places.entry(key.name.clone()).or_insert(place);
    }
    for (key, value) in defaults {
        match places.get(&key.name).map(|place| &mut fields[*place]) {
            Some(own) if !own.1.is_filled() && value.is_filled() => {
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

/// The field at the end of a path of folded names.
fn own_field<'a>(tree: &'a mut Node, path: &[&str]) -> Option<&'a mut Node> {
    path.iter().try_fold(tree, |node, name| node.get_mut(name))
}

/// Posts belong to a person: where a document names another one than the office does, the
/// office's posts do not come along.
fn same_person(own: Option<&mut Node>, office: Option<&mut Node>) {
    let (Some(own), Some(office)) = (own, office) else { return };
    let (Some(name), Some(other)) = (named(own), named(office)) else { return };
    if name != other {
        let Some(fields) = office.fields_mut() else { return };
        fields.retain(|(key, _)| {
            let of_person = [field::POSTS.key, field::AUTHORITY.key, field::ADDRESS.key];
            !of_person.contains(&key.name.as_str())
        });
    }
}

/// The name of a person, who becomes a group of fields where only the name is written.
fn named(person: &mut Node) -> Option<String> {
    if let Kind::Scalar(_) = &person.kind {
        let key = Key::new(field::NAME.name, person.span);
        let name = person.clone();
        person.kind = Kind::Map(vec![(key, name)]);
    }
    person.get(field::NAME.key)?.as_text().map(directory::spelling)
}

//! The fields of a kind's own in the tree of a document: told apart from the others, and read.

use serde::Deserialize;

use super::decode::Reader;
use super::list_lines;
use super::names::Names;
use super::node::{Fields, Kind, Node};
use crate::document::{
    CustomEntry, CustomFields, CustomValue, Date, Flag, Form, Manifest, Person, Takes,
    Text, fold,
};

/// Takes the fields of the kind's own out of `tree`.
pub(crate) fn take(tree: &mut Node, kind: &Manifest) -> Fields {
    let Some(fields) = tree.fields_mut() else { return Vec::new() };
    if kind.fields.0.is_empty() {
        return Vec::new();
    }
    fields.extract_if(.., |(key, _)| kind.fields.find(&key.name).is_some()).collect()
}

/// Puts them back.
pub(crate) fn put_back(tree: &mut Node, own: Fields) {
    if let Some(fields) = tree.fields_mut() {
        fields.extend(own);
    }
}

/// What the fields of a group say; nothing, where one of them says something else than its
/// form allows or is missing.
pub(crate) fn read(
    own: &Fields,
    forms: &CustomFields,
    is_required: impl Fn(&Text) -> bool,
    names: &Names,
) -> Option<Vec<CustomEntry>> {
    if own.iter().any(|(key, _)| forms.find(&key.name).is_none()) {
        return None;
    }
    let mut entries = Vec::with_capacity(forms.0.len());
    for (name, form) in &forms.0 {
        let folded = fold(name.as_str());
        let mut nodes = own.iter().filter(|(key, _)| key.name == folded);
        let node = nodes.next().map(|(_, node)| node);
        let node = node.filter(|node| node.is_filled());
        if nodes.next().is_some() || (node.is_none() && is_required(name)) {
            return None;
        }
        let value = match node {
            Some(node) => Some(value(node, form, names)?),
            None => None,
        };
        entries.push(CustomEntry { name: name.value.clone(), value });
    }
    Some(entries)
}

fn value(node: &Node, form: &Form, names: &Names) -> Option<CustomValue> {
    let reader = Reader { node, names };
    Some(match (form.takes(), &node.kind) {
        (Takes::Date, _) => CustomValue::Date(Date::deserialize(reader).ok()?),
        (Takes::Flag, _) => CustomValue::Flag(Flag::deserialize(reader).ok()?),
        (Takes::Person, _) => CustomValue::Person(Person::deserialize(reader).ok()?),
        (Takes::Choice, _) => {
            let written = Text::deserialize(reader).ok()?;
            let chosen = form
                .choices
                .iter()
                .find(|choice| fold(choice.as_str()) == fold(written.as_str()))?;
            CustomValue::Text(Text::new(chosen.as_str(), written.span))
        }
        (Takes::Text, _) => CustomValue::Text(Text::deserialize(reader).ok()?),
        (Takes::TextOrList, Kind::Scalar(text)) if text.contains('\n') => {
            let lines = list_lines::entries(text).into_iter();
            let entry = |line| CustomValue::Text(Text::new(&text[line], node.span));
            CustomValue::List(lines.map(entry).collect())
        }
        (Takes::TextOrList, Kind::Scalar(_)) => {
            CustomValue::List(vec![CustomValue::Text(Text::deserialize(reader).ok()?)])
        }
        (Takes::TextOrList, Kind::List(list)) => entries(list, &Form::default(), names)?,
        (Takes::List, Kind::List(list)) => match &form.items {
            Some(items) => entries(list, items, names)?,
            None => entries(list, &Form::default(), names)?,
        },
        (Takes::Group, Kind::Map(map)) => {
            let required = |name: &Text| form.requires(name);
            CustomValue::Group(read(map, &form.properties, required, names)?)
        }
        (Takes::TextOrList | Takes::List | Takes::Group, _) => return None,
    })
}

fn entries(list: &[Node], form: &Form, names: &Names) -> Option<CustomValue> {
    if list.is_empty() {
        return None;
    }
    let values = list.iter().map(|node| value(node, form, names));
    values.collect::<Option<_>>().map(CustomValue::List)
}

/// Whether the fields that the kind cannot do without are there, among those of every document.
pub(crate) fn has_required(tree: &Node, kind: &Manifest) -> bool {
    let Some(fields) = tree.fields() else { return false };
    let is_filled = |node: &Node| match &node.kind {
        Kind::Null => false,
        Kind::Scalar(_) => true,
        Kind::List(list) => !list.is_empty(),
        Kind::Map(map) => !map.is_empty(),
    };
    let required =
        kind.required.iter().filter(|name| kind.fields.get(&name.value).is_none());
    required.into_iter().all(|name| {
        let name = fold(name.as_str());
        fields.iter().any(|(key, node)| key.name == name && is_filled(node))
    })
}

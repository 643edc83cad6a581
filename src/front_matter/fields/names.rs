//! The canonical names of fields and choices.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

use super::node::Key;
use crate::document::fold;

/// A name that is kept, or was read.
pub(super) type Name = Cow<'static, str>;

/// Canonical Vietnamese names by their folded form.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Names {
    /// The fields of the outermost group, in their order.
    outermost: Vec<Name>,
    pub(super) fields: BTreeMap<Name, Name>,
    pub(super) choices: BTreeMap<Name, Name>,
}

/// All names that a schema mentions, as they are kept beside it: fields and choices with their
/// folded form first, in its order.
pub(super) struct KeptNames {
    pub(super) outermost: &'static [&'static str],
    pub(super) fields: &'static [(&'static str, &'static str)],
    pub(super) choices: &'static [(&'static str, &'static str)],
}

impl Names {
    /// All names that a schema mentions.
    pub(crate) fn of(schema: &Value) -> Self {
        let mut names = Self::default();
        let outermost = schema.get("properties").and_then(Value::as_object);
        names.outermost = outermost
            .into_iter()
            .flat_map(|fields| fields.keys().cloned().map(Cow::Owned))
            .collect();
        names.collect(schema);
        names
    }

    /// The names that are kept beside a schema.
    pub(super) fn kept(kept: &KeptNames) -> Self {
        let names = |all: &[(&'static str, &'static str)]| {
            all.iter().map(|(folded, name)| ((*folded).into(), (*name).into())).collect()
        };
        Self {
            outermost: kept.outermost.iter().map(|name| (*name).into()).collect(),
            fields: names(kept.fields),
            choices: names(kept.choices),
        }
    }

    fn collect(&mut self, schema: &Value) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    for name in properties.keys() {
                        self.fields.insert(fold(name).into(), name.clone().into());
                    }
                }
                if let Some(Value::Array(choices)) = map.get("enum") {
                    for choice in choices.iter().filter_map(Value::as_str) {
                        self.choices
                            .insert(fold(choice).into(), choice.to_owned().into());
                    }
                }
                map.values().for_each(|value| self.collect(value));
            }
            Value::Array(list) => list.iter().for_each(|value| self.collect(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// The fields of the outermost group.
    pub(crate) fn outermost(&self) -> impl Iterator<Item = &str> {
        self.outermost.iter().map(|name| &**name)
    }

    /// The canonical form of a key, or the key itself where no field has that name.
    pub(crate) fn field<'a>(&'a self, key: &'a Key) -> &'a str {
        self.fields.get(&*key.name).map_or(&key.text, |name| name)
    }

    /// The canonical form of a choice, or the value itself.
    pub(crate) fn choice<'a>(&'a self, value: &'a str) -> &'a str {
        self.choices.get(&*fold(value)).map_or(value, |name| name)
    }
}

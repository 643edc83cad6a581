//! The canonical names of fields and choices.

use std::collections::BTreeMap;

use serde_json::Value;

use super::node::Key;
use crate::document::fold;

/// Canonical Vietnamese names by their folded form.
#[derive(Debug, Default)]
pub(crate) struct Names {
    fields: BTreeMap<String, String>,
    choices: BTreeMap<String, String>,
}

impl Names {
    /// All names that a schema mentions.
    pub(crate) fn of(schema: &Value) -> Self {
        let mut names = Self::default();
        names.collect(schema);
        names
    }

    fn collect(&mut self, schema: &Value) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    for name in properties.keys() {
                        self.fields.insert(fold(name), name.clone());
                    }
                }
                if let Some(Value::Array(choices)) = map.get("enum") {
                    for choice in choices.iter().filter_map(Value::as_str) {
                        self.choices.insert(fold(choice), choice.to_owned());
                    }
                }
                map.values().for_each(|value| self.collect(value));
            }
            Value::Array(list) => list.iter().for_each(|value| self.collect(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// The canonical form of a key, or the key itself where no field has that name.
    pub(crate) fn field<'a>(&'a self, key: &'a Key) -> &'a str {
        self.fields.get(&key.name).unwrap_or(&key.text)
    }

    /// The canonical form of a choice, or the value itself.
    pub(crate) fn choice<'a>(&'a self, value: &'a str) -> &'a str {
        self.choices.get(&fold(value)).map_or(value, String::as_str)
    }
}

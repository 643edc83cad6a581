//! What a front matter comes to, value by value, and where each value stands.

use serde_json::Value;

use super::node::{Key, Kind, Node};
use super::schema::Schema;
use crate::document::{field, fold};
use crate::source::Span;

/// One value of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The way to it.
    pub path: Vec<Step>,
    /// The value; nothing, where the field is left empty.
    pub value: Option<String>,
    /// Where it stands; nowhere, where the program itself supplies it.
    pub span: Option<Span>,
}

/// A step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A field, by its canonical name, or a group by its own.
    Field(String),
    /// An entry of a list, from 0.
    Entry(usize),
}

/// The values of a tree in its order, then those that the program supplies.
pub(super) fn list(tree: &Node, schema: &Schema) -> Vec<Resolved> {
    let mut values = Vec::new();
    let mut walk = Walk { schema, path: Vec::new(), values: &mut values };
    walk.node(tree, tree.span);
    let mut own = Vec::new();
    let mut walk = Walk { schema, path: Vec::new(), values: &mut own };
    walk.supplied(schema.json(), Some(tree));
    values.retain(|value| !own.iter().any(|own| own.path == value.path));
    values.append(&mut own);
    values
}

struct Walk<'a> {
    schema: &'a Schema,
    path: Vec<Step>,
    values: &'a mut Vec<Resolved>,
}

impl<'a> Walk<'a> {
    /// The values of a node; `place` stands for an empty one.
    fn node(&mut self, node: &Node, place: Span) {
        match &node.kind {
            Kind::Null => self.value(None, Some(place)),
            Kind::Scalar(text) => self.value(Some(text.clone()), Some(node.span)),
            Kind::List(list) if list.is_empty() => self.value(None, Some(place)),
            Kind::Map(map) if map.is_empty() => self.value(None, Some(place)),
            Kind::List(list) => {
                for (index, node) in list.iter().enumerate() {
                    self.step(Step::Entry(index), |walk| walk.node(node, node.span));
                }
            }
            Kind::Map(map) => {
                for (key, node) in map {
                    let name = self.name(key);
                    self.step(Step::Field(name), |walk| walk.node(node, key.span));
                }
            }
        }
    }

    /// The fields that the program fills where nobody else does.
    fn supplied(&mut self, schema: &'a Value, node: Option<&Node>) {
        let group = self.group(schema);
        let Some(Value::Object(fields)) = group.get("properties") else { return };
        for (name, schema) in fields {
            let own = node.and_then(|node| node.get_filled(&fold(name)));
            let default = schema.get("default").and_then(Value::as_str);
            self.step(Step::Field(name.clone()), |walk| match (own, default) {
                (None, Some(default)) => walk.value(Some(default.to_owned()), None),
                _ => walk.supplied(schema, own),
            });
        }
    }

    /// The group of fields that a schema names or describes.
    fn group(&self, schema: &'a Value) -> &'a Value {
        let inner = schema.get("else").unwrap_or(schema);
        let reference = inner.get("$ref").and_then(Value::as_str);
        let target = reference.map(|path| path.trim_start_matches('#'));
        target.and_then(|path| self.schema.json().pointer(path)).unwrap_or(inner)
    }

    fn name(&self, key: &Key) -> String {
        // The groups of recipients have names of the user's.
        let recipients = Step::Field(field::RECIPIENTS.name.to_owned());
        let named = self.path.last() == Some(&recipients);
        let name = if named { &key.text } else { self.schema.names().field(key) };
        name.to_owned()
    }

    fn step(&mut self, step: Step, work: impl FnOnce(&mut Self)) {
        self.path.push(step);
        work(self);
        self.path.pop();
    }

    fn value(&mut self, value: Option<String>, span: Option<Span>) {
        self.values.push(Resolved { path: self.path.clone(), value, span });
    }
}

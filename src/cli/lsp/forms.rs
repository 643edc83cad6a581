//! `Forms`: what the schema says of fields, by the way to them.

use serde_json::Value;

use crate::document::fold;

/// The schema of a file's fields.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Forms(Value);

/// Deeper than any schema of ours refers.
const DEPTH: usize = 16;

impl Forms {
    /// A schema, as it is published; nothing where it is none.
    pub(super) fn read(schema: &str) -> Option<Self> {
        serde_json::from_str(schema).ok().map(Self)
    }

    /// All that is said of the field at the end of a path, of its entries where it is a list, and
    /// of each form that it may have.
    pub(super) fn at(&self, path: &[String]) -> Vec<&Value> {
        let mut here = self.forms(&self.0);
        for name in path {
            let next: Vec<&Value> =
                here.iter().filter_map(|form| field(form, name)).collect();
            here = next.into_iter().flat_map(|form| self.forms(form)).collect();
        }
        here
    }

    /// The fields of the group at the end of a path, each with what is said of it.
    pub(super) fn fields(&self, path: &[String]) -> Vec<(&str, Vec<&Value>)> {
        let here = self.at(path);
        let groups = here.iter().filter_map(|form| form.get("properties")?.as_object());
        let fields = groups.flatten().map(|(name, form)| (&**name, self.forms(form)));
        fields.collect()
    }

    /// A form with those that it refers to or is made of.
    fn forms<'a>(&'a self, form: &'a Value) -> Vec<&'a Value> {
        let mut found = Vec::new();
        self.collect(form, DEPTH, &mut found);
        found
    }

    fn collect<'a>(&'a self, form: &'a Value, depth: usize, found: &mut Vec<&'a Value>) {
        if depth == 0 {
            return;
        }
        found.push(form);
        let target = form.get("$ref").and_then(Value::as_str);
        let target = target.and_then(|path| self.0.pointer(path.trim_start_matches('#')));
        let inner = ["then", "else", "items"].iter().filter_map(|inner| form.get(inner));
        for next in target.into_iter().chain(inner) {
            self.collect(next, depth - 1, found);
        }
    }
}

/// What a group says of a field, by its name; names of the user's have one form for all.
fn field<'a>(form: &'a Value, name: &str) -> Option<&'a Value> {
    let named = form.get("properties").and_then(Value::as_object);
    let name = fold(name);
    let named = named.and_then(|fields| fields.iter().find(|(key, _)| fold(key) == name));
    let other = || form.get("additionalProperties").filter(|form| form.is_object());
    named.map(|(_, form)| form).or_else(other)
}

/// The first text that forms have under a name.
pub(super) fn text<'a>(forms: &[&'a Value], name: &str) -> Option<&'a str> {
    forms.iter().find_map(|form| form.get(name)?.as_str())
}

/// The choices that forms leave.
pub(super) fn choices<'a>(forms: &[&'a Value]) -> Vec<&'a str> {
    listed(forms, "enum")
}

/// The examples that are single values.
pub(super) fn examples<'a>(forms: &[&'a Value]) -> Vec<&'a str> {
    listed(forms, "examples")
}

fn listed<'a>(forms: &[&'a Value], name: &str) -> Vec<&'a str> {
    let lists = forms.iter().filter_map(|form| form.get(name)?.as_array());
    lists.flatten().filter_map(Value::as_str).collect()
}

/// Whether a field is a group of fields, or a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    List,
    Group,
}

/// The shape in which a field is begun.
pub(super) fn shape(forms: &[&Value]) -> Shape {
    let example = forms.iter().find_map(|form| form.get("examples")?.get(0));
    match example {
        Some(Value::Object(_)) => Shape::Group,
        Some(Value::Array(_)) => Shape::List,
        _ => Shape::Text,
    }
}

/// The names of the fields in the first example of a group.
pub(super) fn example_fields<'a>(forms: &[&'a Value]) -> Vec<&'a str> {
    let example = forms.iter().find_map(|form| form.get("examples")?.get(0)?.as_object());
    example.into_iter().flat_map(|fields| fields.keys().map(String::as_str)).collect()
}

//! The definition of the fields as JSON Schema, derived from the types: of a document, of a
//! document over an office's defaults, and of the defaults themselves.

use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use crate::document::{Document, Manifest, Office, field, optional};

/// What a front matter is the front matter of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A document that stands alone.
    Document,
    /// A document over an office's defaults: any field may be left to them.
    Partial,
    /// The defaults of an office: any field of a document, and the directory of people.
    Defaults,
}

/// The definition of what belongs into a front matter.
pub(crate) fn of(scope: Scope) -> Value {
    let mut document = derived::<Document>();
    document["properties"][field::SECTIONS.name] = sections();
    match scope {
        Scope::Document => document,
        Scope::Partial => partial(document),
        Scope::Defaults => with_people(partial(document)),
    }
}

/// The definition of the groups of fields for single templates.
fn sections() -> Value {
    json!({
        "title": "Theo mẫu",
        "description": "Những mục chỉ dùng khi văn bản được xuất theo một mẫu nhất định: tên \
                        mẫu, rồi các mục của mẫu đó.",
        "examples": [{ "giấy mời": { "kính gửi": ["Các đồng chí Ủy viên Ban Thường vụ"] } }],
        "type": ["object", "null"],
        "additionalProperties": { "type": ["object", "null"] },
    })
}

/// The definition of what holds only for one template: any field but the template itself.
pub(crate) fn section() -> Value {
    let mut section = of(Scope::Partial);
    if let Some(Value::Object(fields)) = section.get_mut("properties") {
        fields.retain(|name, _| {
            name != field::SECTIONS.name && name != field::TEMPLATE.name
        });
    }
    section
}

/// A definition with the fields of a kind's own, and with what it cannot do without.
pub(crate) fn with_own(mut document: Value, scope: Scope, kind: &Manifest) -> Value {
    let mut own = kind.fields.schemas();
    for (name, field) in &mut own {
        if scope != Scope::Document || !kind.requires(name) {
            optional(field);
        }
    }
    let Some(Value::Object(fields)) = document.get_mut("properties") else {
        return document;
    };
    fields.extend(own);
    if scope != Scope::Document {
        return document;
    }
    let required: Vec<String> =
        fields.keys().filter(|name| kind.requires(name)).cloned().collect();
    for name in required {
        demand(&mut document, name);
    }
    spare(&mut document, kind);
    document
}

/// Lets the fields be left out that a kind does without.
pub(crate) fn spare(document: &mut Value, kind: &Manifest) {
    if let Some(Value::Object(fields)) = document.get_mut("properties") {
        let omittable = fields.iter_mut().filter(|(name, _)| kind.can_omit(name));
        omittable.for_each(|(_, field)| optional(field));
    }
    if let Some(Value::Array(required)) = document.get_mut("required") {
        required.retain(|name| !name.as_str().is_some_and(|name| kind.can_omit(name)));
    }
}

/// Makes a field one that must be filled.
fn demand(document: &mut Value, name: String) {
    refuse_nothing(&mut document["properties"][&name]);
    let Some(required) = document["required"].as_array_mut() else { return };
    if !required.contains(&name.as_str().into()) {
        required.push(name.into());
    }
}

/// Takes nothing at all, and a list of nothing, from what a field may be.
fn refuse_nothing(field: &mut Value) {
    let Some(map) = field.as_object_mut() else { return };
    if map.get("if") == Some(&json!({ "type": "null" })) {
        map.remove("if");
        if let Some(Value::Object(group)) = map.remove("else") {
            map.extend(group);
        }
    }
    map.remove("default");
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|name| name != "null");
    }
    for (keyword, of) in [("minItems", "array"), ("minProperties", "object")] {
        let takes = map.get("type").is_some_and(|types| match types {
            Value::Array(several) => several.contains(&of.into()),
            one => one == of,
        });
        if takes {
            map.insert(keyword.into(), 1.into());
        }
    }
    if let Some(Value::Array(choices)) = map.get_mut("enum") {
        choices.retain(|choice| !choice.is_null());
    }
}

/// The definition that a type gives.
pub(crate) fn derived<T: JsonSchema>() -> Value {
    let mut schema = schemars::schema_for!(T).to_value();
    settle_options(&mut schema);
    schema
}

/// Rewrites "this group or nothing", so that an error in the group is judged as one in the
/// group and not as "fits neither".
fn settle_options(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(settle_options);
            let Some(Value::Array(branches)) = map.get("anyOf") else { return };
            let [group, nothing] = branches.as_slice() else { return };
            if *nothing == json!({ "type": "null" }) {
                let group = group.clone();
                map.remove("anyOf");
                map.insert("if".into(), json!({ "type": "null" }));
                map.insert("else".into(), group);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(settle_options),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The definition without demands: what is missing may come from elsewhere, and a name alone
/// stands for a person whom the directory knows.
fn partial(mut document: Value) -> Value {
    let root = document.clone();
    open(&mut document, &root);
    if let Some(signature) = document["properties"].get_mut(field::SIGNATURES.name) {
        allow(signature, "string");
        signature["minLength"] = 1.into();
        let one = signature["items"].take();
        signature["items"] = json!({
            "type": ["object", "string"],
            "minLength": 1,
            "if": { "type": "object" },
            "then": one,
        });
    }
    document
}

/// The definition of the defaults: with the directory, under a title of its own.
fn with_people(mut document: Value) -> Value {
    let office = derived::<Office>();
    for part in ["properties", "$defs"] {
        let more = office.get(part).and_then(Value::as_object).cloned();
        if let Some(map) = document.get_mut(part).and_then(Value::as_object_mut) {
            map.extend(more.unwrap_or_default());
        }
    }
    for part in ["title", "description"] {
        document[part] = office[part].clone();
    }
    document
}

/// Takes the demands out of a group, and out of the groups in it that merge with those of the
/// defaults; lists and what is in them replace each other whole and stay as they are.
fn open(group: &mut Value, root: &Value) {
    let Some(group) = group.as_object_mut() else { return };
    group.remove("required");
    let Some(Value::Object(fields)) = group.get_mut("properties") else { return };
    for field in fields.values_mut() {
        open_field(field, root);
        allow(field, "null");
    }
}

fn open_field(field: &mut Value, root: &Value) {
    write_out(field, root);
    for branch in ["then", "else"] {
        if let Some(group) = field.get_mut(branch) {
            open_field(group, root);
        }
    }
    open(field, root);
}

/// Puts a group in the place of a reference to it, so that it can differ from the others.
fn write_out(schema: &mut Value, root: &Value) {
    let Some(map) = schema.as_object_mut() else { return };
    let Some(Value::String(reference)) = map.remove("$ref") else { return };
    let target = root.pointer(reference.trim_start_matches('#'));
    let mut whole: Map<String, Value> =
        target.and_then(Value::as_object).cloned().unwrap_or_default();
    whole.append(map);
    *map = whole;
}

/// Lets a schema take one more type.
fn allow(schema: &mut Value, more: &str) {
    let Some(map) = schema.as_object_mut() else { return };
    let types = match map.get("type") {
        Some(Value::String(one)) if one != more => json!([one, more]),
        Some(Value::Array(several)) if !several.contains(&more.into()) => {
            several.iter().cloned().chain([more.into()]).collect()
        }
        _ => return,
    };
    map.insert("type".into(), types);
}

//! The definition as editors see it: JSON Schema 2020-12 for YAML as it is typed, where
//! `số: 12` is a number.

use serde_json::{Map, Value, json};

use super::definition::{self, Scope};
use super::list_lines;
use crate::document::{
    Count, Date, Deadline, Done, Manifest, Millimetres, Points, Regime, SigningDate,
    WITHOUT_POST, field, fold, optional,
};

/// The JSON Schema of the front matter of `wanted`, a template's documents, else of the
/// documents of all `templates`.
///
/// It knows fields and choices in their canonical spelling only, and not the calendar; apart
/// from that it takes what [`RawFrontMatter::read`](crate::front_matter::RawFrontMatter::read) takes.
#[must_use]
pub fn publish(scope: Scope, wanted: Option<&Manifest>, templates: &[Manifest]) -> Value {
    let mut schema = definition::of(scope);
    match wanted {
        Some(kind) if scope != Scope::Defaults => {
            schema = definition::with_own(schema, scope, kind);
        }
        None if scope != Scope::Defaults => {
            add_own(&mut schema, templates);
            for kind in templates {
                definition::spare(&mut schema, kind);
            }
        }
        Some(_) | None => {}
    }
    let sections = sections(&mut schema, templates);
    if let Some(kind) = wanted.or(templates.first()) {
        let name = kind.name.as_str();
        let example = json!([{ name: { (field::SUBJECT.name): kind.summary.as_str() } }]);
        schema["properties"][field::SECTIONS.name]["examples"] = example;
    }
    schema["properties"][field::SECTIONS.name]["properties"] = sections;
    schema["properties"][field::SECTIONS.name]["additionalProperties"] = false.into();
    let offered = wanted.map_or(templates, std::slice::from_ref);
    let names: Vec<String> = offered.iter().flat_map(names).collect();
    let has = |regime| offered.iter().any(|m| m.has_regime(regime));
    let regimes = Regime::NAMES.into_iter().filter(|(regime, _)| has(*regime));
    let regimes: Vec<String> = regimes.map(|(_, name)| name.to_owned()).collect();
    for (field, choices) in [(field::TEMPLATE.name, names), (field::REGIME.name, regimes)]
    {
        narrow(&mut schema, field, &choices, scope);
    }
    adapt(&mut schema);
    schema
}

/// How a document may name a template: with its version or without.
fn names(kind: &Manifest) -> [String; 2] {
    [kind.name.value.clone(), format!("{}@{}", kind.name, kind.version)]
}

/// Adds the fields that any of the templates has, all of them optional.
fn add_own(group: &mut Value, templates: &[Manifest]) {
    let Some(Value::Object(fields)) = group.get_mut("properties") else { return };
    for (name, mut field) in templates.iter().flat_map(|kind| kind.fields.schemas()) {
        optional(&mut field);
        match fields.get_mut(&name) {
            None => {
                fields.insert(name, field);
            }
            Some(other) if *other != field => {
                // Several kinds mean different things by one name: the help is that of the first.
                let mut kept = Map::new();
                for word in ["title", "description", "examples"] {
                    let of_one = |one: &mut Value| one.as_object_mut()?.remove(word);
                    field.as_object_mut().map(|field| field.remove(word));
                    kept.extend(of_one(other).map(|value| (word.to_owned(), value)));
                }
                if let Some(several) =
                    other.get_mut("anyOf").and_then(Value::as_array_mut)
                {
                    if !several.contains(&field) {
                        several.push(field);
                    }
                } else if *other != field {
                    *other = json!({ "anyOf": [other.take(), field] });
                }
                if let Some(other) = other.as_object_mut() {
                    other.extend(kept);
                }
            }
            Some(_) => {}
        }
    }
}

/// The definition of the groups for single templates: one for all, with the fields that any of
/// the templates has.
fn sections(schema: &mut Value, templates: &[Manifest]) -> Value {
    let mut section = definition::section();
    add_own(&mut section, templates);
    let parts = ["type", "properties", "additionalProperties"];
    let section: Map<String, Value> =
        parts.into_iter().map(|part| (part.to_owned(), section[part].take())).collect();
    schema["$defs"][SECTION] = section.into();
    let one = |kind: &Manifest| {
        let reference = json!({
            "title": kind.name.as_str(),
            "description": format!("{}.", kind.summary),
            "examples": [{ (field::SUBJECT.name): kind.summary.as_str() }],
            "if": { "type": "null" },
            "else": { "$ref": format!("#/$defs/{SECTION}") },
        });
        (kind.name.value.clone(), reference)
    };
    templates.iter().map(one).collect::<Map<_, _>>().into()
}

/// The name of their definition.
const SECTION: &str = "Section";

/// Leaves only these choices to a field of the document, which must be filled where its default
/// is not among them.
fn narrow(schema: &mut Value, name: &str, choices: &[String], scope: Scope) {
    let Some(field) = schema["properties"][name].as_object_mut() else { return };
    let must = !field
        .get("default")
        .and_then(Value::as_str)
        .is_some_and(|default| choices.iter().any(|choice| choice == default));
    let mut values: Vec<Value> =
        choices.iter().map(|name| name.as_str().into()).collect();
    field.insert("examples".into(), values.clone().into());
    if !must {
        values.push(Value::Null);
    }
    field.insert("enum".into(), values.into());
    for keyword in ["minLength", "maxLength"] {
        field.remove(keyword);
    }
    if must {
        field.remove("default");
        if scope == Scope::Document
            && let Some(required) = schema["required"].as_array_mut()
        {
            required.push(name.into());
        }
    }
}

/// Says in keywords that editors know what the definition says in ours.
fn adapt(schema: &mut Value) {
    let Some(map) = schema.as_object_mut() else { return };
    for (keyword, value) in map.iter_mut() {
        match (keyword.as_str(), value) {
            ("properties" | "$defs", Value::Object(schemas)) => {
                for (name, schema) in schemas {
                    adapt(schema);
                    if list_lines::LISTS.contains(&fold(name).as_str())
                        || name == RECIPIENTS
                    {
                        take_lines(schema);
                    }
                }
            }
            ("description", Value::String(text)) => {
                *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            (
                "items" | "additionalProperties" | "then" | "else",
                value @ Value::Object(_),
            ) => adapt(value),
            _ => {}
        }
    }
    format(map);
    scalars(map);
    spare_posts(map);
}

/// Lets a signer be without posts for whom they are filled in.
fn spare_posts(map: &mut Map<String, Value>) {
    let is_signer = map
        .get("properties")
        .is_some_and(|fields| fields.get(field::AUTHORITY.name).is_some());
    let Some(Value::Array(required)) = map.get_mut("required").filter(|_| is_signer)
    else {
        return;
    };
    let of_posts = |name: &Value| name == field::POSTS.name;
    if !required.iter().any(of_posts) {
        return;
    }
    required.retain(|name| !of_posts(name));
    let line = json!({ "type": "string", "pattern": without_post_pattern() });
    let authority = json!({ "anyOf": [line, { "type": "array", "contains": line }] });
    let spared = json!({
        "required": [field::AUTHORITY.name],
        "properties": { (field::AUTHORITY.name): authority },
    });
    map.insert("if".into(), spared);
    map.insert("else".into(), json!({ "required": [field::POSTS.name] }));
}

/// What [`signs_without_post`](crate::document::signs_without_post) takes.
fn without_post_pattern() -> String {
    let letter = |letter: char| match letter {
        ' ' => "\\s+".to_owned(),
        letter => format!("[{letter}{}]", letter.to_uppercase()),
    };
    let body = |body: &&str| body.chars().map(letter).collect::<String>();
    let bodies: Vec<String> = WITHOUT_POST.iter().map(body).collect();
    format!("^\\s*[Tt]/[Mm]\\.?\\s+({})", bodies.join("|"))
}

/// The name of the definition of recipients, a list.
const RECIPIENTS: &str = "Recipients";

/// Lets a list be typed as the lines of one text.
fn take_lines(list: &mut Value) {
    let Some(map) = list.as_object_mut() else { return };
    if let Some(Value::Array(types)) = map.get_mut("type")
        && !types.contains(&"string".into())
    {
        types.push("string".into());
        map.insert("pattern".into(), "\\n".into());
        map.insert("patternErrorMessage".into(), "viết thành danh sách".into());
    }
}

/// The formats are names of ours: a pattern says the same, but for the calendar.
fn format(map: &mut Map<String, Value>) {
    let Some(Value::String(format)) = map.remove("format") else { return };
    let (pattern, message) = match format.as_str() {
        Date::FORMAT => (date_pattern(), "viết ngày/tháng/năm, ví dụ 05/6/2023"),
        SigningDate::FORMAT => (
            format!("{}|{}|{YEAR_PATTERN}", date_pattern(), month_pattern()),
            "viết ngày/tháng/năm, ví dụ 05/6/2023; chưa biết ngày thì 6/2023 hoặc 2023",
        ),
        Deadline::FORMAT => (
            format!("{}|[^0-9/. -]|^[/. -]*$", date_pattern()),
            "viết ngày/tháng/năm, ví dụ 05/6/2023, hoặc một cụm từ như trong tháng 6",
        ),
        Done::FORMAT => (
            format!(
                "{}|^\\s*([Cc][Óó]|[Kk][Hh][Ôô][Nn][Gg]|true|false)\\s*$",
                date_pattern()
            ),
            "viết ngày xong, ví dụ 06/6/2023, hoặc có",
        ),
        Points::FORMAT => (number_pattern("[Pp][Tt]"), "viết một số, tính bằng pt"),
        Millimetres::FORMAT => {
            (number_pattern("[MmCc][Mm]"), "viết một số, tính bằng mm, ví dụ 12,7")
        }
        Count::FORMAT => ("^\\s*[1-9]\\d?\\s*$".into(), "viết một số từ 1 đến 99"),
        _ => return,
    };
    map.insert("pattern".into(), pattern.into());
    map.insert("patternErrorMessage".into(), message.into());
    if ![Date::FORMAT, Deadline::FORMAT, Done::FORMAT].contains(&format.as_str()) {
        // `6.2023` and `14` are numbers to YAML.
        also(map, "number");
    }
}

const DAY: &str = "[Nn][Gg][Àà][Yy]";
const MONTH: &str = "([/.-]|[Tt][Hh][Áá][Nn][Gg])";
const YEAR: &str = "([/.-]|[Nn][Ăă][Mm])";

/// What [`Date::parse`] reads.
fn date_pattern() -> String {
    let words = format!(
        "^\\s*({DAY})?\\s*\\d{{1,2}}\\s*{MONTH}\\s*\\d{{1,2}}\\s*{YEAR}\\s*\\d{{4}}\\s*$"
    );
    format!("{words}|^\\s*\\d{{4}}\\s*[/.-]\\s*\\d{{1,2}}\\s*[/.-]\\s*\\d{{1,2}}\\s*$")
}

/// A number with the unit or without.
fn number_pattern(unit: &str) -> String {
    format!("^\\s*\\d{{1,3}}([.,]\\d{{1,3}})?\\s*({unit})?\\s*$")
}

/// What [`SigningDate::parse`] reads besides.
fn month_pattern() -> String {
    let words = format!("^\\s*{MONTH}?\\s*\\d{{1,2}}\\s*{YEAR}\\s*\\d{{4}}\\s*$");
    format!("{words}|^\\s*\\d{{4}}\\s*[/.-]\\s*\\d{{1,2}}\\s*$")
}

/// And this.
const YEAR_PATTERN: &str = "^\\s*([Nn][Ăă][Mm])?\\s*(19|20|21)\\d\\d\\s*$";

/// A text may look like a number to YAML. Choices are offered in their canonical spelling.
fn scalars(map: &mut Map<String, Value>) {
    if let Some(Value::Array(choices)) = map.get_mut("enum") {
        choices.retain(|choice| *choice != "true" && *choice != "false");
    } else if !map.contains_key("pattern") {
        also(map, "number");
    }
}

/// Lets what takes a text take one more type.
fn also(map: &mut Map<String, Value>, more: &str) {
    let types = match map.get("type") {
        Some(Value::String(one)) if one == "string" => json!([one, more]),
        Some(Value::Array(several)) if several.contains(&"string".into()) => {
            several.iter().cloned().chain([more.into()]).collect()
        }
        _ => return,
    };
    map.insert("type".into(), types);
}

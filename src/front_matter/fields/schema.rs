//! The schema of the front matter, derived from the types, and what a tree has against it.
//! The door to `jsonschema`.

use std::collections::BTreeSet;
use std::sync::{LazyLock, OnceLock};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value};

use super::definition::{self, Scope};
use super::expected::{Expected, expected, wrong_type};
use super::formats;
use super::kept_names;
use super::names::Names;
use super::node::{Key, Kind, Node};
use super::problems::{self, without_mistyped};
use crate::diagnostic::Diagnostics;
use crate::document::{
    Count, Date, Deadline, Done, Manifest, Millimetres, Points, SigningDate, fold,
    nearest,
};
use crate::front_matter::yaml::problems::{Syntax, yaml_syntax};
use crate::source::Span;

/// The schema of one type.
pub(crate) struct Schema {
    /// Derived when it is asked for, where the names are kept beside it.
    json: LazyLock<Value, Box<dyn FnOnce() -> Value + Send>>,
    names: Names,
    /// Built when a tree must be explained: most trees have nothing against their schema.
    validator: OnceLock<Validator>,
}

impl Schema {
    /// The schema of a document.
    pub(crate) fn of_document() -> Self {
        let json = || definition::of(Scope::Document);
        Self::with(Names::kept(&kept_names::DOCUMENT), json)
    }

    /// The schema of what a template says of itself.
    pub(crate) fn of_manifest() -> Self {
        let json = definition::derived::<Manifest>;
        Self::with(Names::kept(&kept_names::MANIFEST), json)
    }

    /// The schema of a front matter.
    pub(crate) fn of_scope(scope: Scope) -> Self {
        Self::new(definition::of(scope))
    }

    /// The schema of a front matter with the fields of the kind's own.
    pub(crate) fn of_kind(scope: Scope, kind: &Manifest) -> Self {
        Self::new(definition::with_own(definition::of(scope), scope, kind))
    }

    /// The schema of what holds only for one template; with the fields of its own.
    pub(crate) fn of_section(kind: Option<&Manifest>) -> Self {
        let section = definition::section();
        Self::new(match kind {
            Some(kind) => definition::with_own(section, Scope::Partial, kind),
            None => section,
        })
    }

    fn new(json: Value) -> Self {
        Self::with(Names::of(&json), || json)
    }

    fn with(names: Names, json: impl FnOnce() -> Value + Send + 'static) -> Self {
        let json: Box<dyn FnOnce() -> Value + Send> = Box::new(json);
        Self { json: LazyLock::new(json), names, validator: OnceLock::new() }
    }

    fn validator(&self) -> &Validator {
        self.validator.get_or_init(|| {
            jsonschema::draft202012::options()
                .should_validate_formats(true)
                .with_format(Date::FORMAT, Date::accepts)
                .with_format(SigningDate::FORMAT, |text| SigningDate::parse(text).is_ok())
                .with_format(Deadline::FORMAT, Deadline::accepts)
                .with_format(Done::FORMAT, Done::accepts)
                .with_format(Points::FORMAT, Points::accepts)
                .with_format(Millimetres::FORMAT, Millimetres::accepts)
                .with_format(Count::FORMAT, Count::accepts)
                .build(&self.json)
                .expect("a derived schema is valid")
        })
    }

    /// The schema itself.
    pub(crate) fn json(&self) -> &Value {
        &self.json
    }

    /// The fields of the outermost group.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &str> {
        self.names.outermost()
    }

    /// Whether a group has a field of this folded name, and the document itself has none.
    pub(crate) fn has_only_in(&self, group: &str, name: &str) -> bool {
        let schema = &self.json["properties"][group];
        let inner = schema.get("else").unwrap_or(schema);
        let reference = inner.get("$ref").and_then(Value::as_str);
        let target = reference.map(|path| path.trim_start_matches('#'));
        let group = target.and_then(|path| self.json.pointer(path)).unwrap_or(inner);
        let fields = group.get("properties").and_then(Value::as_object);
        let is_in = fields.is_some_and(|all| all.keys().any(|field| fold(field) == name));
        is_in && !self.fields().any(|field| fold(field) == name)
    }

    /// The canonical names of the schema's fields.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// Everything that `tree` has against the schema; `whole` stands for the document itself.
    pub(crate) fn check(&self, tree: &Node, whole: Span) -> Diagnostics {
        let json = to_json(tree, &self.names);
        let mut found = Diagnostics::default();
        for error in self.validator().iter_errors(&json) {
            Explanation { schema: self, tree, whole, error: &error }.push(&mut found);
        }
        without_mistyped(found)
    }
}

/// The tree as JSON: canonical keys and choices, every scalar a string.
fn to_json(node: &Node, names: &Names) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::Scalar(text) => Value::String(names.choice(text).to_owned()),
        Kind::List(list) => list.iter().map(|node| to_json(node, names)).collect(),
        Kind::Map(map) => {
            let mut json = Map::new();
            for (key, value) in map {
                json.entry(names.field(key)).or_insert_with(|| to_json(value, names));
            }
            Value::Object(json)
        }
    }
}

/// A field with one of its `examples` as one could write it on one line.
pub(crate) fn sample(field: &str, example: &Value) -> Option<String> {
    Some(format!("{field}: {}", on_one_line(example)?))
}

/// A value as YAML on one line; nothing of none.
fn on_one_line(value: &Value) -> Option<String> {
    let plain = |text: &str| {
        let is_safe = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '/' | '-');
        text.starts_with(char::is_alphabetic) && text.chars().all(is_safe)
    };
    Some(match value {
        Value::Null => return None,
        Value::String(text) if plain(text) => text.clone(),
        Value::String(_) | Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(list) => {
            let list: Vec<String> =
                list.iter().map(on_one_line).collect::<Option<_>>()?;
            format!("[{}]", list.join(", "))
        }
        Value::Object(group) => {
            let one = |(name, value): (&String, &Value)| sample(name, value);
            let fields: Vec<String> = group.iter().map(one).collect::<Option<_>>()?;
            format!("{{{}}}", fields.join(", "))
        }
    })
}

/// One error of the validator, on its way to a sentence.
struct Explanation<'a> {
    schema: &'a Schema,
    tree: &'a Node,
    whole: Span,
    error: &'a ValidationError<'a>,
}

impl Explanation<'_> {
    fn push(&self, found: &mut Diagnostics) {
        let place = self.place();
        let field = place.field.clone().unwrap_or_else(|| "phần khai báo".into());
        let written = match &place.node.kind {
            Kind::Scalar(text) => text.trim().to_owned(),
            Kind::Null | Kind::List(_) | Kind::Map(_) => String::new(),
        };
        let problem = match self.error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                return self.unknown(unexpected, &place, found);
            }
            ValidationErrorKind::Required { property } => {
                let property = property.as_str().unwrap_or_default();
                let own = self.sample(property);
                problems::missing_field(property, place.field.as_deref(), own)
            }
            ValidationErrorKind::Type { .. } if place.node.kind == Kind::Null => {
                problems::empty_field(&field)
            }
            ValidationErrorKind::Type { kind } => match (expected(kind), place.colon()) {
                (Expected::Text, Some(colon)) => {
                    return found.push(yaml_syntax(&Syntax::ColonInValue), colon);
                }
                (Expected::ListOrMap, _) if !self.names_groups() => {
                    wrong_type(&field, Expected::MapOrList)
                }
                (expected, _) => wrong_type(&field, expected),
            },
            ValidationErrorKind::Enum { options } => {
                problems::wrong_choice(&field, &written, &choices(options))
            }
            ValidationErrorKind::MinLength { .. }
            | ValidationErrorKind::MinItems { .. }
            | ValidationErrorKind::MinProperties { .. } => problems::empty_field(&field),
            ValidationErrorKind::MaxLength { limit } => {
                problems::too_long(&field, *limit)
            }
            ValidationErrorKind::Format { format } => {
                formats::problem(&field, &written, format)
            }
            _ => problems::invalid_value(&field),
        };
        found.push(problem, place.span(self.whole));
    }

    /// A field as its definition says that it may be written, where a kind has it for its own.
    fn sample(&self, field: &str) -> Option<String> {
        sample(field, &self.group()?["properties"][field]["examples"][0])
    }

    /// One problem for each key that nobody knows.
    fn unknown(
        &self,
        unexpected: &[String],
        place: &ErrorLocation,
        found: &mut Diagnostics,
    ) {
        let Kind::Map(map) = &place.node.kind else { return };
        let names: Vec<&str> =
            map.iter().map(|(key, _)| self.schema.names.field(key)).collect();
        let known = self.known_fields();
        let unused: Vec<&str> =
            known.into_iter().filter(|known| !names.contains(known)).collect();
        let unexpected: BTreeSet<&str> = unexpected.iter().map(String::as_str).collect();
        let is_unknown = |index: &usize| unexpected.contains(names[*index]);
        let mut next = 0;
        for index in (0..map.len()).filter(is_unknown) {
            if index < next {
                continue;
            }
            // "{chức vụ: Phòng Kinh tế, Hạ tầng}": what commas leave of a value in braces.
            let is_piece = |index: &usize| map[*index].0.bare && is_unknown(index);
            next = (index..map.len())
                .take_while(is_piece)
                .last()
                .map_or(index, |last| last + 1);
            let before = index
                .checked_sub(1)
                .and_then(|at| Some((names[at], map[at].1.as_text()?)));
            let pieces: Vec<&Key> = map[index..next].iter().map(|(key, _)| key).collect();
            if let (Some((field, value)), [first, ..]) = (before, &pieces[..]) {
                let parts = pieces.iter().map(|key| key.text.as_str());
                let value =
                    std::iter::once(value).chain(parts).collect::<Vec<_>>().join(", ");
                let span = pieces.iter().fold(first.span, |all, key| all.to(key.span));
                found.push(problems::value_with_comma(field, &value, &first.text), span);
                continue;
            }
            next = index + 1;
            let key = &map[index].0;
            let near = (!found.is_full())
                .then(|| nearest(&key.text, unused.iter().copied()).map(str::to_owned));
            let problem = problems::unknown_field(&key.text, near.flatten().as_deref());
            found.push(problem, key.span);
        }
    }

    /// The schema in which the error arose.
    fn group(&self) -> Option<&Value> {
        let path = self.error.schema_path().as_str();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        resolve(&self.schema.json, parent)
    }

    /// Whether the groups of the field have names of the user's.
    fn names_groups(&self) -> bool {
        self.group().is_some_and(|schema| schema.get("additionalProperties").is_some())
    }

    /// The fields that the group knows in which the error arose.
    fn known_fields(&self) -> Vec<&str> {
        let properties = self.group().and_then(|s| s.get("properties"));
        match properties {
            Some(Value::Object(properties)) => {
                properties.keys().map(String::as_str).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The node that the error is about, and the name of its field.
    fn place(&self) -> ErrorLocation<'_> {
        let mut place =
            ErrorLocation { node: self.tree, key: None, field: None, top: true };
        let path = self.error.instance_path().as_str();
        for segment in path.split('/').skip(1) {
            let segment = segment.replace("~1", "/").replace("~0", "~");
            let next = match &place.node.kind {
                Kind::Map(map) => map
                    .iter()
                    .find(|(key, _)| self.schema.names.field(key) == segment)
                    .map(|(key, node)| (Some(key), node)),
                Kind::List(list) => segment
                    .parse::<usize>()
                    .ok()
                    .and_then(|index| list.get(index))
                    .map(|node| (None, node)),
                Kind::Null | Kind::Scalar(_) => None,
            };
            let Some((key, node)) = next else { break };
            if let Some(key) = key {
                place.field = Some(self.schema.names.field(key).to_owned());
            }
            place = ErrorLocation { node, key, field: place.field, top: false };
        }
        place
    }
}

/// Where an error belongs.
struct ErrorLocation<'a> {
    node: &'a Node,
    key: Option<&'a Key>,
    field: Option<String>,
    top: bool,
}

impl ErrorLocation<'_> {
    /// The colon that makes a group with one field of a text in a list.
    fn colon(&self) -> Option<Span> {
        let (Kind::Map(map), None) = (&self.node.kind, self.key) else { return None };
        let [(key, value)] = map.as_slice() else { return None };
        let Span { file, end, .. } = key.span;
        let colon = match value.span.start.checked_sub(end) {
            // The colon and the blanks about it: `[a : b]`.
            Some(gap @ 2..) => end..end + gap,
            Some(1) => end..end + 1,
            Some(0) | None => key.span.range(),
        };
        (key.span.start == self.node.span.start).then(|| Span::new(file, colon))
    }

    /// What to underline: the value; the key of an empty value or of a whole group.
    fn span(&self, whole: Span) -> Span {
        match (&self.node.kind, self.key) {
            _ if self.top => whole,
            (Kind::Null | Kind::Map(_) | Kind::List(_), Some(key)) => key.span,
            (Kind::Scalar(_), _) | (_, None) => self.node.span,
        }
    }
}

/// The part of a schema that a path of the validator names, references followed.
fn resolve<'a>(schema: &'a Value, path: &str) -> Option<&'a Value> {
    let mut here = schema;
    for segment in path.split('/').skip(1) {
        let segment = segment.replace("~1", "/").replace("~0", "~");
        if segment == "$ref" {
            let target = here.get("$ref")?.as_str()?.trim_start_matches('#');
            here = schema.pointer(target)?;
        } else {
            here = match here {
                Value::Array(list) => list.get(segment.parse::<usize>().ok()?)?,
                other => other.get(&segment)?,
            };
        }
    }
    Some(here)
}

fn choices(options: &Value) -> Vec<String> {
    options
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

//! Fields that a kind of document adds to those of every document: how its manifest defines
//! them, in a part of JSON Schema, and what a document says in them.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, json};

use super::super::fold;
use super::super::groups::people::Person;
use super::super::text::{MAX_LENGTH, Text, Texts};
use super::super::values::choice::{Choice, Choices};
use super::super::values::date::Date;
use super::super::values::fields::{Flag, List};

/// The fields that a kind or a group of its fields has (các mục), in the order of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomFields(pub Vec<(Text, Form)>);

impl CustomFields {
    /// The name and form of the field that a key means.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&(Text, Form)> {
        self.find(&fold(key))
    }

    /// The field with this folded name.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&(Text, Form)> {
        self.0.iter().find(|(name, _)| fold(name.as_str()) == key)
    }

    /// Their definitions as JSON Schema, by their names.
    #[must_use]
    pub fn schemas(&self) -> Map<String, Value> {
        self.0.iter().map(|(name, form)| (name.value.clone(), form.schema())).collect()
    }
}

/// What a field takes: the words of JSON Schema that a manifest may use.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// `string`, `array` or `object`; `[string, array]` for a text or a list of texts.
    #[serde(rename = "type", default)]
    pub types: Types,
    /// The heading of the help that an editor shows.
    #[serde(default)]
    pub title: Option<Text>,
    /// The help.
    #[serde(default)]
    pub description: Option<Text>,
    /// What one may write.
    #[serde(default)]
    pub examples: List<Sample>,
    /// The only values that there are; `[có, không]` makes a yes or no.
    #[serde(rename = "enum", default)]
    pub choices: List<Text>,
    /// `ngay` for a date; `người` for a person: a name, or a group as of who chairs a meeting.
    #[serde(default)]
    pub format: Option<Choice<Formats>>,
    /// The field with a day before which this one is not: of the same kind, or `ngày ký`.
    #[serde(rename = "không trước", default)]
    pub not_before: Option<Text>,
    /// What the entries of a list are; texts, where nothing is said.
    #[serde(default)]
    pub items: Option<Box<Form>>,
    /// The fields of a group.
    #[serde(default)]
    pub properties: CustomFields,
    /// Those of them that must be filled.
    #[serde(default)]
    pub required: List<Text>,
}

/// The formats of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats;

impl Choices for Formats {
    const NAMES: &'static [&'static str] = &[Date::FORMAT, Person::FORMAT];
}

/// What a field is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Types {
    /// A text.
    #[default]
    Text,
    /// A list.
    List,
    /// A text or a list of texts.
    TextOrList,
    /// A group of fields.
    Group,
}

/// What a field takes, all of its words taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Any text.
    Text,
    /// One of some texts.
    Choice,
    /// A yes or no.
    Flag,
    /// A date.
    Date,
    /// A person.
    Person,
    /// A list.
    List,
    /// A text or a list of texts.
    TextOrList,
    /// A group of fields.
    Group,
}

impl Form {
    /// What a field of this form takes.
    #[must_use]
    pub fn takes(&self) -> Takes {
        match self.types {
            Types::List => Takes::List,
            Types::TextOrList => Takes::TextOrList,
            Types::Group => Takes::Group,
            Types::Text if self.has_format(Date::FORMAT) => Takes::Date,
            Types::Text if self.has_format(Person::FORMAT) => Takes::Person,
            Types::Text if self.choices.is_empty() => Takes::Text,
            Types::Text if self.is_flag() => Takes::Flag,
            Types::Text => Takes::Choice,
        }
    }

    fn has_format(&self, name: &str) -> bool {
        self.format.as_ref().is_some_and(|format| format.name() == name)
    }

    fn is_flag(&self) -> bool {
        let named =
            |name| self.choices.iter().any(|choice| fold(choice.as_str()) == name);
        self.choices.len() == 2 && named("co") && named("khong")
    }

    /// Whether a group of this form must have a field.
    #[must_use]
    pub fn requires(&self, name: &Text) -> bool {
        self.required.iter().any(|required| fold(&required.value) == fold(&name.value))
    }

    /// The definition as JSON Schema, in the words that documents are validated with.
    #[must_use]
    pub fn schema(&self) -> Value {
        let text =
            || json!({ "type": "string", "minLength": 1, "maxLength": MAX_LENGTH });
        let mut schema = match self.takes() {
            Takes::Text => text(),
            Takes::Choice => {
                let names: Vec<&str> = self.choices.iter().map(Text::as_str).collect();
                json!({ "type": "string", "enum": names })
            }
            Takes::Flag => Flag::json_schema(&mut SchemaGenerator::default()).to_value(),
            Takes::Date => {
                json!({ "type": "string", "minLength": 1, "format": Date::FORMAT })
            }
            Takes::Person => {
                Person::json_schema(&mut SchemaGenerator::default()).to_value()
            }
            Takes::List => {
                let items = self.items.as_ref().map_or_else(text, |form| form.schema());
                json!({ "type": "array", "minItems": 1, "items": items })
            }
            Takes::TextOrList => json!({
                "type": ["string", "array"],
                "minLength": 1,
                "maxLength": MAX_LENGTH,
                "minItems": 1,
                "items": text(),
            }),
            Takes::Group => self.group(),
        };
        let help = [("title", &self.title), ("description", &self.description)];
        for (keyword, text) in help {
            if let Some(text) = text {
                schema[keyword] = text.as_str().into();
            }
        }
        if !self.examples.is_empty() {
            schema["examples"] = self.examples.iter().map(|one| one.0.clone()).collect();
        }
        schema
    }

    fn group(&self) -> Value {
        let mut fields = self.properties.schemas();
        for (name, _) in self.properties.0.iter().filter(|(name, _)| !self.requires(name))
        {
            optional(&mut fields[name.as_str()]);
        }
        let names = self.properties.0.iter().map(|(name, _)| name);
        let required: Vec<&str> =
            names.filter(|name| self.requires(name)).map(Text::as_str).collect();
        json!({
            "type": "object",
            "properties": fields,
            "required": required,
            "additionalProperties": false,
        })
    }
}

/// Lets a field be left empty.
pub fn optional(schema: &mut Value) {
    let types = match &schema["type"] {
        Value::String(one) => json!([one, "null"]),
        Value::Array(several) if !several.contains(&"null".into()) => {
            several.iter().cloned().chain(["null".into()]).collect()
        }
        _ => return,
    };
    schema["type"] = types;
    if let Value::Array(choices) = &mut schema["enum"] {
        choices.push(Value::Null);
    } else {
        schema.as_object_mut().map(|schema| schema.remove("enum"));
    }
}

impl<'de> Deserialize<'de> for CustomFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CustomFieldsVisitor)
    }
}

struct CustomFieldsVisitor;

impl<'de> Visitor<'de> for CustomFieldsVisitor {
    type Value = CustomFields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("definitions of fields by their names")
    }

    fn visit_unit<E: Error>(self) -> Result<CustomFields, E> {
        Ok(CustomFields::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CustomFields, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, form)) = map.next_entry::<Text, Option<Form>>()? {
            fields.push((name, form.unwrap_or_default()));
        }
        Ok(CustomFields(fields))
    }
}

impl JsonSchema for CustomFields {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "CustomFields".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let form = generator.subschema_for::<Option<Form>>();
        json_schema!({ "type": ["object", "null"], "additionalProperties": form })
    }
}

impl<'de> Deserialize<'de> for Types {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = Texts::deserialize(deserializer)?;
        let names: Vec<&str> = names.iter().map(Text::as_str).collect();
        Ok(match names.as_slice() {
            ["string"] => Self::Text,
            ["array"] => Self::List,
            ["object"] => Self::Group,
            ["string", "array"] | ["array", "string"] => Self::TextOrList,
            _ => return Err(D::Error::custom("no such type")),
        })
    }
}

impl JsonSchema for Types {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Types".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "array"],
            "if": { "type": "string" },
            "then": { "enum": ["string", "array", "object"] },
            "else": { "minItems": 1, "items": { "type": "string", "enum": ["string", "array"] } },
        })
    }
}

/// Something that one may write, as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample(pub Value);

impl<'de> Deserialize<'de> for Sample {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SampleVisitor)
    }
}

struct SampleVisitor;

impl<'de> Visitor<'de> for SampleVisitor {
    type Value = Sample;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_unit<E: Error>(self) -> Result<Sample, E> {
        Ok(Sample(Value::Null))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        text: D,
    ) -> Result<Sample, D::Error> {
        Ok(Sample(Text::deserialize(text)?.value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Sample, A::Error> {
        let mut entries = Vec::new();
        while let Some(Sample(entry)) = list.next_element()? {
            entries.push(entry);
        }
        Ok(Sample(entries.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sample, A::Error> {
        let mut fields = Map::new();
        while let Some((name, Sample(value))) = map.next_entry::<Text, Sample>()? {
            fields.insert(name.value, value);
        }
        Ok(Sample(fields.into()))
    }
}

impl JsonSchema for Sample {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Sample".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({})
    }
}

/// What a document says in a field of its kind's; `None` where it is left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomEntry {
    /// The name of the field, as the manifest has it.
    pub name: String,
    /// What it says.
    pub value: Option<CustomValue>,
}

/// The value of a field of a kind's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomValue {
    /// A text, or one of the texts to choose from.
    Text(Text),
    /// A date.
    Date(Date),
    /// A yes or no.
    Flag(Flag),
    /// A person.
    Person(Person),
    /// A list.
    List(Vec<CustomValue>),
    /// A group: all fields that it may have.
    Group(Vec<CustomEntry>),
}

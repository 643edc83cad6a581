//! Kinds of values that several groups of fields share.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::fold;
use super::super::text::{MAX_LENGTH, Text};
use crate::source::Span;

/// Yes or no (có, không).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    /// Whether it was yes.
    pub yes: bool,
    /// Where it was written.
    pub span: Span,
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let yes = match fold(&text.value).as_str() {
            "co" | "true" => true,
            "khong" | "false" => false,
            _ => return Err(D::Error::custom("neither yes nor no")),
        };
        Ok(Self { yes, span: text.span })
    }
}

impl JsonSchema for Flag {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Flag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": ["có", "không", "true", "false"] })
    }
}

/// A list that may be left empty in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default()))
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("List_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        json_schema!({ "type": ["array", "null"], "items": items })
    }
}

/// A schema for what is either a plain text or a group of fields; errors are those of the
/// form that was used.
pub(crate) fn text_or_fields<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let fields = generator.subschema_for::<T>();
    json_schema!({
        "type": ["string", "object"],
        "if": { "type": "object" },
        "then": fields,
        "else": { "minLength": 1, "maxLength": MAX_LENGTH },
    })
}

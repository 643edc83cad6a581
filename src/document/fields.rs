//! Kinds of values that several groups of fields share, and what is free on the page.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::fold;
use super::text::{MAX_LENGTH, Text};

/// What the rules leave free on the page (trình bày).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(
    title = "Trình bày",
    description = "Những chi tiết trình bày mà quy định để ngỏ."
)]
pub struct Presentation {
    /// In đậm chức vụ người ký; `không` thì in chữ đứng như HD 05-HD/VPTW (Phụ lục 2,
    /// dòng 7).
    #[serde(rename = "chức vụ in đậm")]
    #[schemars(title = "Chức vụ in đậm")]
    #[schemars(extend("examples" = ["có", "không"], "default" = "có"))]
    pub bold_posts: Option<Flag>,
}

/// Yes or no (có, không).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag(pub bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        match fold(&text.value).as_str() {
            "co" | "true" => Ok(Self(true)),
            "khong" | "false" => Ok(Self(false)),
            _ => Err(D::Error::custom("neither yes nor no")),
        }
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
pub(super) fn text_or_fields<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let fields = generator.subschema_for::<T>();
    json_schema!({
        "type": ["string", "object"],
        "if": { "type": "object" },
        "then": fields,
        "else": { "minLength": 1, "maxLength": MAX_LENGTH },
    })
}

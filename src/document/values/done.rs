//! `Done`: whether a task is done (xong), and since when.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::fold;
use super::super::text::Text;
use super::date::Date;

/// Whether a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It is done, nobody says since when.
    Yes,
    /// It is not.
    No,
    /// It was done on a day.
    On(Date),
}

impl Done {
    /// The name of the JSON Schema format: a date, `có` or `không`.
    pub const FORMAT: &'static str = "xong";

    /// Whether a text says whether a task is done.
    #[must_use]
    pub fn accepts(text: &str) -> bool {
        Self::word(text).is_some() || Date::parse(text).is_ok()
    }

    /// Whether the task need not be followed up any more.
    #[must_use]
    pub fn is_done(self) -> bool {
        match self {
            Self::Yes | Self::On(_) => true,
            Self::No => false,
        }
    }

    fn word(text: &str) -> Option<Self> {
        match fold(text).as_str() {
            "co" | "true" => Some(Self::Yes),
            "khong" | "false" => Some(Self::No),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Done {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        if let Some(done) = Self::word(&text.value) {
            return Ok(done);
        }
        let day = Date::parse(&text.value).map_err(|_| D::Error::custom("not a date"))?;
        Ok(Self::On(Date { day, open: false, span: text.span }))
    }
}

impl JsonSchema for Done {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Done".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "format": Self::FORMAT,
            "examples": ["06/6/2023", "có"],
        })
    }
}

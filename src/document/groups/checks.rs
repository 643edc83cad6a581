//! `Checks`: how grave the rules are in this paper or this office (kiểm tra).

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::super::text::Text;
use super::super::values::choice::{Choice, Choices};

/// How grave some rules are, rule by rule, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checks(pub Vec<(Text, Choice<Levels>)>);

/// What `kiểm tra` may say of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels;

/// How grave a rule is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The document is not made (lỗi).
    Error,
    /// It is said (cảnh báo).
    Warning,
    /// It is said in passing (lưu ý).
    Note,
    /// It is not said (tắt).
    Off,
}

impl Choices for Levels {
    const NAMES: &'static [&'static str] = &["lỗi", "cảnh báo", "lưu ý", "tắt"];
}

impl Choice<Levels> {
    /// The level that was chosen.
    #[must_use]
    pub fn level(&self) -> Level {
        match self.name() {
            "lỗi" => Level::Error,
            "cảnh báo" => Level::Warning,
            "lưu ý" => Level::Note,
            _ => Level::Off,
        }
    }
}

impl<'de> Deserialize<'de> for Checks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ChecksVisitor)
    }
}

struct ChecksVisitor;

impl<'de> Visitor<'de> for ChecksVisitor {
    type Value = Checks;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rules with how grave they are")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Checks, A::Error> {
        let mut levels = Vec::new();
        while let Some(entry) = map.next_entry::<Text, Choice<Levels>>()? {
            levels.push(entry);
        }
        Ok(Checks(levels))
    }
}

impl JsonSchema for Checks {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Checks".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let level = json_schema!({ "type": "string", "enum": Levels::NAMES });
        json_schema!({ "type": "object", "additionalProperties": level })
    }
}

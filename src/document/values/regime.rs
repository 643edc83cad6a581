//! The two official regimes, and the marks whose names the rules give.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::fold;
use super::super::text::Text;
use super::choice::Choices;

/// How fast a document must arrive (HD 05-HD/VPTW, II.3; NĐ 30/2020/NĐ-CP, Phụ lục I, III.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Urgency;

impl Choices for Urgency {
    const NAMES: &'static [&'static str] = &["khẩn", "thượng khẩn", "hỏa tốc", "hoả tốc"];
}

/// How secret a document is (Luật Bảo vệ bí mật nhà nước).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Secrecy;

impl Choices for Secrecy {
    const NAMES: &'static [&'static str] = &["mật", "tối mật", "tuyệt mật"];
}

/// One of the two official regimes (thể thức).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Regime {
    /// The Party's: Hướng dẫn 05-HD/VPTW.
    #[default]
    Party,
    /// The State's: Nghị định 30/2020/NĐ-CP.
    State,
}

impl Regime {
    /// All regimes with their Vietnamese names.
    pub const NAMES: [(Self, &'static str); 2] =
        [(Self::Party, "đảng"), (Self::State, "nhà nước")];

    /// The Vietnamese name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Party => "đảng",
            Self::State => "nhà nước",
        }
    }
}

/// A regime as chosen in the file, or the default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegimeChoice {
    /// The regime.
    pub value: Regime,
    /// How and where it was chosen.
    pub written: Option<Text>,
}

impl<'de> Deserialize<'de> for RegimeChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Some(text) = Option::<Text>::deserialize(deserializer)? else {
            return Ok(Self::default());
        };
        let key = fold(&text.value);
        let (value, _) = Regime::NAMES
            .into_iter()
            .find(|(_, name)| fold(name) == key)
            .ok_or_else(|| D::Error::custom("no such layout"))?;
        Ok(Self { value, written: Some(text) })
    }
}

impl JsonSchema for RegimeChoice {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "LayoutChoice".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = Regime::NAMES.map(|(_, name)| name);
        json_schema!({ "type": ["string", "null"], "enum": [names[0], names[1], null] })
    }
}

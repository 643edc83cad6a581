//! `Recipients`: where a document goes.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::super::text::{Text, Texts};

/// Where the document goes (nơi nhận): groups, one without a name where it is a plain list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recipients(pub Vec<RecipientGroup>);

/// A group of recipients, such as "Gửi bản giấy".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientGroup {
    /// Its name, without a colon.
    pub name: Option<Text>,
    /// Its entries, without dash and semicolon.
    pub entries: Vec<Text>,
}

impl<'de> Deserialize<'de> for Recipients {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RecipientsVisitor)
    }
}

struct RecipientsVisitor;

impl<'de> Visitor<'de> for RecipientsVisitor {
    type Value = Recipients;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of recipients or groups of them")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Recipients, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            entries.push(entry);
        }
        if entries.is_empty() {
            return Err(A::Error::invalid_length(0, &self));
        }
        Ok(Recipients(vec![RecipientGroup { name: None, entries }]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Recipients, A::Error> {
        let mut groups = Vec::new();
        while let Some((name, entries)) = map.next_entry::<Text, Texts>()? {
            if entries.is_empty() {
                return Err(A::Error::invalid_length(0, &self));
            }
            groups.push(RecipientGroup { name: Some(name), entries: entries.0 });
        }
        if groups.is_empty() {
            return Err(A::Error::invalid_length(0, &self));
        }
        Ok(Recipients(groups))
    }
}

impl JsonSchema for Recipients {
    fn schema_name() -> Cow<'static, str> {
        "Recipients".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entry = Text::json_schema(generator);
        let mut group = Texts::json_schema(generator);
        group.insert("minItems".into(), 1.into());
        json_schema!({
            "type": ["array", "object"],
            "minItems": 1,
            "minProperties": 1,
            "items": entry,
            "additionalProperties": group,
        })
    }
}

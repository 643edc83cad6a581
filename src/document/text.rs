//! `Text`: a piece of the user's text together with its place.

use std::borrow::Cow;
use std::fmt;

use crate::source::{FileId, Span, composed};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

/// A text in composed letters and where it stands in the user's file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text {
    /// The text, in the letters of [`composed`].
    pub value: String,
    /// Where it was written.
    pub span: Span,
}

impl Text {
    /// The name under which a deserialiser is asked for a text with its place: it answers
    /// with the sequence (value, file number, start, end).
    pub const TOKEN: &'static str = "$vanban::Text";

    /// A text at a place.
    #[must_use]
    pub fn new(value: &str, span: Span) -> Self {
        Self { value: composed(value), span }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.value.trim().is_empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let most = Some(MAX_LENGTH);
        deserializer.deserialize_newtype_struct(Self::TOKEN, TextVisitor { most })
    }
}

/// Reads a text of so many characters at most.
struct TextVisitor {
    most: Option<usize>,
}

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Text, A::Error> {
        let missing = || A::Error::custom("a text has four parts");
        let value: String = parts.next_element()?.ok_or_else(missing)?;
        let file: u16 = parts.next_element()?.ok_or_else(missing)?;
        let start: usize = parts.next_element()?.ok_or_else(missing)?;
        let end: usize = parts.next_element()?.ok_or_else(missing)?;
        let span = Span { file: FileId::from_number(file), start, end };
        if self.most.is_some_and(|most| value.chars().nth(most).is_some()) {
            return Err(A::Error::custom("a text too long"));
        }
        Ok(Text::new(&value, span))
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "maxLength": MAX_LENGTH })
    }
}

/// A field that is running text: as long as the whole document may be.
pub(super) struct Prose(Text);

impl Prose {
    /// Reads a field that may be left out, for `deserialize_with`.
    pub(super) fn optional<'de, D>(deserializer: D) -> Result<Option<Text>, D::Error>
    where
        D: Deserializer<'de>,
    {
        Ok(Option::<Self>::deserialize(deserializer)?.map(|Self(text)| text))
    }
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = TextVisitor { most: None };
        deserializer.deserialize_newtype_struct(Text::TOKEN, visitor).map(Self)
    }
}

impl JsonSchema for Prose {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1 })
    }
}

/// Longest text of one field that is no running text, in characters: more than any official document has on a page.
pub(super) const MAX_LENGTH: usize = 10_000;

/// One text or a list of texts; always a list in the model.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts(pub Vec<Text>);

impl std::ops::Deref for Texts {
    type Target = [Text];

    fn deref(&self) -> &[Text] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextsVisitor)
    }
}

struct TextsVisitor;

impl<'de> Visitor<'de> for TextsVisitor {
    type Value = Texts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        one: D,
    ) -> Result<Texts, D::Error> {
        Ok(Texts(vec![Text::deserialize(one)?]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Texts, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = list.next_element()? {
            texts.push(text);
        }
        Ok(Texts(texts))
    }
}

impl JsonSchema for Texts {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Texts".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = Text::json_schema(generator);
        json_schema!({
            "type": ["string", "array"],
            "minLength": 1,
            "maxLength": MAX_LENGTH,
            "items": text,
        })
    }
}

/// A field that must be there and may be left empty, to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Blank(pub Option<Text>);

impl<'de> Deserialize<'de> for Blank {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not as an option: that would be none as well where the field is missing.
        deserializer.deserialize_any(BlankVisitor)
    }
}

struct BlankVisitor;

impl<'de> Visitor<'de> for BlankVisitor {
    type Value = Blank;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or nothing")
    }

    fn visit_unit<E: Error>(self) -> Result<Blank, E> {
        Ok(Blank(None))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        one: D,
    ) -> Result<Blank, D::Error> {
        Ok(Blank(Some(Text::deserialize(one)?)))
    }
}

impl JsonSchema for Blank {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Blank".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "null"], "minLength": 1, "maxLength": MAX_LENGTH })
    }
}

/// The names of one body or several, the leading one first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bodies {
    /// The leading one.
    pub first: Text,
    /// The others.
    pub others: Vec<Text>,
}

impl Bodies {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

impl From<Text> for Bodies {
    fn from(first: Text) -> Self {
        Self { first, others: Vec::new() }
    }
}

impl<'de> Deserialize<'de> for Bodies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut names = Texts::deserialize(deserializer)?.0.into_iter();
        let first = names.next().ok_or_else(|| D::Error::custom("no body"))?;
        Ok(Self { first, others: names.collect() })
    }
}

impl JsonSchema for Bodies {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Bodies".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut names = Texts::json_schema(generator);
        names.insert("minItems".into(), 1.into());
        names
    }
}

//! `Choice`: one of a few names that the rules know.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::fold;
use super::super::text::Text;
use crate::source::Span;

/// What there is to choose from.
pub trait Choices {
    /// The names, as they are printed; two that differ only in their accents are two
    /// spellings of one.
    const NAMES: &'static [&'static str];
}

/// One of the names, and where it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<C> {
    name: Text,
    of: PhantomData<C>,
}

impl<C: Choices> Choice<C> {
    /// The name that a text stands for.
    #[must_use]
    pub fn of(written: &Text) -> Option<Self> {
        let exact = written.value.trim().to_lowercase();
        let same = |name: &&&str| fold(name) == fold(&exact);
        let names = C::NAMES.iter();
        let name =
            names.clone().find(|n| **n == exact).or_else(|| names.clone().find(same));
        let name = Text::new(name?, written.span);
        Some(Self { name, of: PhantomData })
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name.value
    }

    /// The name as a text at its place.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.name
    }

    /// Where it was chosen.
    #[must_use]
    pub fn span(&self) -> Span {
        self.name.span
    }
}

impl<'de, C: Choices> Deserialize<'de> for Choice<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        Self::of(&text).ok_or_else(|| D::Error::custom("none of the names"))
    }
}

impl<C: Choices> JsonSchema for Choice<C> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Choice_{}", C::NAMES.join("_")).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": C::NAMES })
    }
}

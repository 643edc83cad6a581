//! `Task`: who must do what by when.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::text::{MAX_LENGTH, Text, Texts};
use super::super::values::date::Date;

/// Work that a conclusion assigns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Task {
    /// Who leads (giao … chủ trì).
    pub assignees: Vec<Text>,
    /// Who takes part (phối hợp).
    pub coordinators: Vec<Text>,
    /// Until when (hạn).
    pub deadline: Option<Deadline>,
    /// Whether it is done (xong), so that nobody needs to ask for it again.
    pub done: bool,
    /// What the text of its item ends with: the sentence that says it, in the templates' words.
    pub sentence: String,
}

/// Until when a task is to be done (hạn).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deadline {
    /// A day.
    Day(Date),
    /// A time that is no single day: `trong tháng 6`, `ngày 25 hàng tháng`.
    Period(Text),
}

impl Task {
    /// A task, where at least one part of it is stated.
    #[must_use]
    pub fn new(
        assignees: Texts,
        coordinators: Texts,
        deadline: Option<Deadline>,
    ) -> Option<Self> {
        let (assignees, coordinators) = (assignees.0, coordinators.0);
        let task = Self { assignees, coordinators, deadline, ..Self::default() };
        (task != Self::default()).then_some(task)
    }

    /// The task, which is done or not.
    #[must_use]
    pub fn with_done(self, done: bool) -> Self {
        Self { done, ..self }
    }
}

impl<'de> Deserialize<'de> for Deadline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        Ok(match Date::parse(&text.value) {
            Ok(day) => Self::Day(Date { day, open: false, span: text.span }),
            Err(_) if Self::accepts(&text.value) => Self::Period(text),
            Err(_) => return Err(D::Error::custom("a date that does not exist")),
        })
    }
}

impl Deadline {
    /// The name of the JSON Schema format of a deadline: a date, or words; but what looks
    /// like a date must be one.
    pub const FORMAT: &'static str = "han";

    /// Whether a text can stand as a deadline: words, or a date that exists.
    #[must_use]
    pub fn accepts(text: &str) -> bool {
        let numeric = |c: char| c.is_ascii_digit() || "/-. ".contains(c);
        let date_like =
            text.chars().all(numeric) && text.contains(|c: char| c.is_ascii_digit());
        !date_like || Date::parse(text).is_ok()
    }
}

impl JsonSchema for Deadline {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Deadline".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "maxLength": MAX_LENGTH,
            "format": Self::FORMAT,
            "examples": ["08/6/2023", "trong tháng 6"],
        })
    }
}

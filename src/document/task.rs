//! `Task`: who must do what by when, and the sentence an office writes for it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::date::{self, Date};
use super::outline::Inline;
use super::text::{MAX_LENGTH, Text, Texts};
use crate::source::Span;

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
        let task = Self { assignees, coordinators, deadline, done: false };
        (task != Self::default()).then_some(task)
    }

    /// The task, which is done or not.
    #[must_use]
    pub fn with_done(self, done: bool) -> Self {
        Self { done, ..self }
    }

    /// The sentence of an office: "Giao A chủ trì, phối hợp với B, C thực hiện; hoàn thành
    /// trước ngày 08 tháng 6 năm 2023." (QĐ 45/2018/QĐ-TTg, Điều 14: who leads, who takes
    /// part, until when).
    #[must_use]
    pub fn sentence(&self, span: Span) -> Vec<Inline> {
        let mut out = Sentence { inlines: Vec::new(), span };
        if !self.assignees.is_empty() {
            out.words("Giao ");
            out.list(&self.assignees);
            if self.coordinators.is_empty() {
                out.words(" thực hiện");
            } else {
                out.words(" chủ trì, phối hợp với ");
                out.list(&self.coordinators);
                out.words(" thực hiện");
            }
        } else if !self.coordinators.is_empty() {
            out.words("Phối hợp với ");
            out.list(&self.coordinators);
            out.words(" thực hiện");
        }
        if let Some(deadline) = &self.deadline {
            let first = out.inlines.is_empty();
            out.words(if first { "Hoàn thành " } else { "; hoàn thành " });
            match deadline {
                Deadline::Day(date) => {
                    let words = format!("trước {}", date::in_words(date.day));
                    out.inlines.push(Inline::Text(Text::new(&words, date.span)));
                }
                Deadline::Period(text) => out.inlines.push(Inline::Text(text.clone())),
            }
        }
        out.words(".");
        out.inlines
    }
}

struct Sentence {
    inlines: Vec<Inline>,
    span: Span,
}

impl Sentence {
    fn words(&mut self, words: &str) {
        self.inlines.push(Inline::Text(Text::new(words, self.span)));
    }

    fn list(&mut self, names: &[Text]) {
        for (index, name) in names.iter().enumerate() {
            if index > 0 {
                self.words(", ");
            }
            self.inlines.push(Inline::Text(name.clone()));
        }
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

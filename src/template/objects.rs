//! What a template holds in its hands: texts, dates and laid-out text, each with its place.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use minijinja::value::{DynObject, Enumerator, Object, ObjectRepr, Value};

use crate::document::{Date, Text, date, mark};
use crate::source::Span;

/// A text of the user's. Filters see its characters; printed as it is it keeps its place.
#[derive(Debug)]
pub(super) struct TextObject(pub(super) Text);

impl Object for TextObject {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.0.is_blank()
    }

    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        Some(self.0.value.cmp(&other.downcast_ref::<Self>()?.0.value))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.value)
    }
}

/// A text of the user's of which each line is a line of the page.
#[derive(Debug)]
pub(super) struct LinesObject(pub(super) Text);

impl Object for LinesObject {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.0.is_blank()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.value)
    }
}

/// A day: `ngay`, `thang`, `nam` as they are printed, with their leading zeros; `thu` is the
/// day of the week.
#[derive(Debug)]
pub(super) struct DateObject {
    /// The day.
    pub(super) day: NaiveDate,
    /// Whether the day of the month is still to be filled in.
    pub(super) open: bool,
    /// Where it was written.
    pub(super) span: Span,
}

impl DateObject {
    /// The day of the month as it is printed.
    pub(super) fn day_number(&self) -> String {
        if self.open { mark::MARK.to_owned() } else { date::day_number(self.day) }
    }

    /// The day as a sentence writes it.
    pub(super) fn in_words(&self) -> String {
        let Self { day, open, span } = *self;
        Date { day, open, span }.in_words()
    }
}

impl Object for DateObject {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(match key.as_str()? {
            "ngay" => self.day_number().into(),
            "thang" => date::month_number(self.day).into(),
            "nam" => self.day.year().to_string().into(),
            "thu" if self.open => mark::MARK.into(),
            "thu" => date::weekday(self.day).into(),
            _ => return None,
        })
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(&["ngay", "thang", "nam", "thu"])
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words())
    }
}

/// A part of the document's text, already written as calls of the layout library.
#[derive(Debug)]
pub(super) struct MarkupObject(pub(super) String);

impl Object for MarkupObject {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.0.is_empty()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

//! Dates as an office writes them. Every date of the product is a `chrono::NaiveDate`.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::text::Text;
use super::super::words::mark;
pub use crate::calendar::weekday;
use crate::source::Span;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// It is not written as a date.
    Form,
    /// The calendar has no such day; the last day of that month, where the month exists.
    Impossible {
        /// The last day of the month.
        last_day: Option<u32>,
    },
}

/// A day and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The day; the first of the month, where only that is known.
    pub day: NaiveDate,
    /// Whether the day of the month is still to be filled in (`CẦN ĐIỀN/7/2023`).
    pub open: bool,
    /// Where it was written.
    pub span: Span,
}

impl Date {
    /// The name of the JSON Schema format of a date.
    pub const FORMAT: &'static str = "ngay";

    /// Reads `05/6/2023`, `5-6-2023`, `2023-06-05` or `ngày 05 tháng 6 năm 2023`.
    ///
    /// # Errors
    /// Says whether the form or the calendar is at fault.
    pub fn parse(text: &str) -> Result<NaiveDate, DateFault> {
        match numbers(text)?.as_slice() {
            [(year, 4), (month, _), (day, _)] | [(day, _), (month, _), (year, 4)] => {
                calendar(*year, *month, *day)
            }
            _ => Err(DateFault::Form),
        }
    }

    /// Whether a text can stand as a date.
    #[must_use]
    pub fn accepts(text: &str) -> bool {
        Self::parse(text).is_ok() || Self::parse_open(text).is_some()
    }

    /// The first of the month in what [`Date::parse`] reads, where the mark of what is still
    /// to be filled in ([`mark::MARK`]) has the place of the day.
    #[must_use]
    pub fn parse_open(text: &str) -> Option<NaiveDate> {
        let marks = mark::marks(text);
        let [day] = marks.as_slice() else { return None };
        Self::parse(&format!("{}01{}", &text[..day.start], &text[day.end..])).ok()
    }

    /// The day as the sentences of a document write it, with the mark where it is open.
    #[must_use]
    pub fn in_words(&self) -> String {
        let words = in_words(self.day);
        if self.open { words.replacen("01", mark::MARK, 1) } else { words }
    }
}

/// The day of signing (ngày ký), as far as it is known when the document is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SigningDate {
    /// Nothing is known: day, month and year are written by hand.
    #[default]
    Blank,
    /// The year is known, day and month are written by hand.
    Year(i32),
    /// The month is known, the day is written by hand.
    Month {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
    },
    /// The whole date.
    Day(NaiveDate),
}

impl SigningDate {
    /// The name of the JSON Schema format of a signing date.
    pub const FORMAT: &'static str = "ngay-hoac-thang";

    /// Reads what [`Date::parse`] reads, or a month: `6/2023`, `2023-06`,
    /// `tháng 6 năm 2023`; or a year: `2023`, `năm 2023`.
    ///
    /// # Errors
    /// Says whether the form or the calendar is at fault.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        if let Some(first) = Date::parse_open(text) {
            return Ok(Self::Month { year: first.year(), month: first.month() });
        }
        match numbers(text)?.as_slice() {
            [(year, 4)] if YEARS.contains(year) => {
                i32::try_from(*year).map(Self::Year).map_err(|_| DateFault::Form)
            }
            [(year, 4), (month, _)] | [(month, _), (year, 4)] => {
                let first = calendar(*year, *month, 1)?;
                Ok(Self::Month { year: first.year(), month: first.month() })
            }
            _ => Date::parse(text).map(Self::Day),
        }
    }

    /// The day, where it is known.
    #[must_use]
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Blank | Self::Year(_) | Self::Month { .. } => None,
        }
    }

    /// The first day of the month, where at least that is known.
    #[must_use]
    pub fn month(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => day.with_day(1),
            Self::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Blank | Self::Year(_) => None,
        }
    }

    /// The year, where at least that is known.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(day) => Some(day.year()),
            Self::Month { year, .. } | Self::Year(year) => Some(year),
            Self::Blank => None,
        }
    }

    /// The first of what is known of it.
    #[must_use]
    pub fn first(self) -> Option<NaiveDate> {
        self.month().or_else(|| NaiveDate::from_ymd_opt(self.year()?, 1, 1))
    }
}

/// A day as far as it is known, and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedDate {
    /// What is known of it.
    pub date: SigningDate,
    /// Where it was written.
    pub span: Span,
}

/// What four digits by themselves can be, but for a day and a month (`0506`).
const YEARS: std::ops::Range<u32> = 1900..2200;

/// The numbers of a date, each with its count of digits.
fn numbers(text: &str) -> Result<Vec<(u32, usize)>, DateFault> {
    let text = text.trim().to_lowercase();
    let plain = ["ngày", "tháng", "năm"]
        .iter()
        .fold(text, |t, word| t.replace(word, if *word == "ngày" { "" } else { "/" }));
    let plain = plain.trim().trim_start_matches('/');
    let parts: Vec<&str> = plain.split(['/', '-', '.']).map(str::trim).collect();
    parts
        .iter()
        .map(|part| {
            let digits = part.bytes().all(|b| b.is_ascii_digit());
            let fits = matches!(part.len(), 1 | 2 | 4);
            let number = part.parse().map_err(|_| DateFault::Form)?;
            (digits && fits).then_some((number, part.len())).ok_or(DateFault::Form)
        })
        .collect()
}

fn calendar(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateFault> {
    let year = i32::try_from(year).map_err(|_| DateFault::Form)?;
    if year == 0 {
        return Err(DateFault::Form);
    }
    let last_day = NaiveDate::from_ymd_opt(year, month, 1)
        .and_then(|first| first.checked_add_months(chrono::Months::new(1)))
        .and_then(|next| next.pred_opt())
        .map(|last| last.day());
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFault::Impossible { last_day })
}

/// A day as the head of a document and its sentences write it: `ngày 02 tháng 6 năm 2023`.
///
/// Days below 10 and the months 1 and 2 take a leading 0 (HD 05-HD/VPTW, 4.2.2;
/// Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4.b).
#[must_use]
pub fn in_words(day: NaiveDate) -> String {
    format!("ngày {} tháng {} năm {}", day_number(day), month_number(day), day.year())
}

/// The day of the month with its leading 0: `02`, `15`.
#[must_use]
pub fn day_number(day: NaiveDate) -> String {
    format!("{:02}", day.day())
}

/// The month with a leading 0 for January and February: `01`, `02`, `3`, `12`.
#[must_use]
pub fn month_number(day: NaiveDate) -> String {
    match day.month() {
        month @ 1..=2 => format!("{month:02}"),
        month => month.to_string(),
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let (day, open) = match (Self::parse(&text.value), Self::parse_open(&text.value))
        {
            (Ok(day), _) => (day, false),
            (Err(_), Some(first)) => (first, true),
            (Err(_), None) => return Err(D::Error::custom("not a date")),
        };
        Ok(Self { day, open, span: text.span })
    }
}

impl<'de> Deserialize<'de> for SigningDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Option::<Text>::deserialize(deserializer)? {
            None => Ok(Self::Blank),
            Some(text) => {
                Self::parse(&text.value).map_err(|_| D::Error::custom("not a date"))
            }
        }
    }
}

impl<'de> Deserialize<'de> for PlacedDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let date = SigningDate::parse(&text.value);
        let date = date.map_err(|_| D::Error::custom("not a date"))?;
        Ok(Self { date, span: text.span })
    }
}

impl JsonSchema for PlacedDate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "PlacedDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": SigningDate::FORMAT })
    }
}

impl JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "format": Self::FORMAT,
            "examples": ["05/6/2023"],
        })
    }
}

impl JsonSchema for SigningDate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SigningDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "null"],
            "format": Self::FORMAT,
            "examples": ["05/6/2023", "6/2023", "2023"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_writes_dates_in_many_ways() {
        let day = NaiveDate::from_ymd_opt(2023, 6, 5).unwrap();
        for text in [
            "05/6/2023",
            "5-6-2023",
            "2023-06-05",
            " 05.06.2023 ",
            "ngày 05 tháng 6 năm 2023",
        ] {
            assert_eq!(Date::parse(text), Ok(day), "{text}");
        }
        for text in ["2023", " năm 2023 ", "Năm 2023"] {
            assert_eq!(SigningDate::parse(text), Ok(SigningDate::Year(2023)), "{text}");
        }
        for text in ["0506", "1223", "23", "202"] {
            assert_eq!(SigningDate::parse(text), Err(DateFault::Form), "{text}");
        }
        for text in ["6/2023", "2023-06", "tháng 6 năm 2023", "tháng 6/2023"] {
            let month = SigningDate::Month { year: 2023, month: 6 };
            assert_eq!(SigningDate::parse(text), Ok(month), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_the_reason() {
        for text in
            ["", "hôm nay", "5/6/23", "ngày 2 tháng 6", "1/2/3/2023", "05/6/20230"]
        {
            assert_eq!(Date::parse(text), Err(DateFault::Form), "{text}");
        }
        assert_eq!(
            Date::parse("31/02/2023"),
            Err(DateFault::Impossible { last_day: Some(28) })
        );
        assert_eq!(
            Date::parse("2023-13-01"),
            Err(DateFault::Impossible { last_day: None })
        );
    }

    #[test]
    fn leading_zeros_follow_the_regulation() {
        let words = |d, m| in_words(NaiveDate::from_ymd_opt(2023, m, d).unwrap());
        assert_eq!(words(2, 6), "ngày 02 tháng 6 năm 2023");
        assert_eq!(words(15, 2), "ngày 15 tháng 02 năm 2023");
        assert_eq!(words(1, 12), "ngày 01 tháng 12 năm 2023");
    }
}

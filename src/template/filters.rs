//! The filters that templates have besides those of the engine. A text keeps its place through
//! all of them, so that a fault of the page still points at the user's line.

use std::sync::Arc;

use chrono::Datelike;
use minijinja::value::{Rest, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind};

use super::bounds;
use super::marks::SharedMarks;
use super::objects::{DateObject, LinesObject, MarkupObject, TextObject};
use super::words::in_words;
use super::write::write;
use crate::document::entry::without_end;
use crate::document::{Text, capitalised, date};
use crate::source::Span;

/// Adds those that write no text.
pub(super) fn add(environment: &mut Environment<'_>) {
    environment.add_filter("ngay_day_du", full_date);
    environment.add_filter("ngay_gon", short_date);
    environment.add_filter("thang_nam", month);
    environment.add_filter("bang_chu", words);
    // `{{ x|viet_hoa }}`: the first letter as a capital.
    environment.add_filter("viet_hoa", |value: &Value| changed(value, capitalised));
    environment.add_filter("viet_thuong", |value: &Value| changed(value, small));
    environment.add_filter("chu_hoa", |value: &Value| changed(value, str::to_uppercase));
    environment
        .add_filter("chu_thuong", |value: &Value| changed(value, str::to_lowercase));
    environment.add_filter("tung_dong", lines);
    environment.add_filter("bo_dau", |value: &Value| {
        changed(value, |text| without_end(text).to_owned())
    });
    environment.add_filter("ket", |value: &Value, mark: &str| {
        changed(value, |text| ended(text, mark))
    });
    environment.add_filter("sau_chu", |value: &Value, words: &str| {
        changed(value, |text| format!("{words}{text}"))
    });
    environment
        .add_test("mo_bang", |value: &Value, words: Rest<String>| begins(value, &words));
}

/// Adds the one that writes texts into `marks`.
pub(super) fn add_with(environment: &mut Environment<'_>, marks: &SharedMarks) {
    let marks = Arc::clone(marks);
    let joined = move |list: &Value, between: Option<&str>, last: Option<&str>| {
        let between = between.unwrap_or(", ");
        join(list, between, last.unwrap_or(" và "), &marks)
    };
    environment.add_filter("noi", joined);
}

/// `{{ cuoc_hop.ngay|ngay_day_du }}`: "ngày 02 tháng 6 năm 2023".
fn full_date(value: &Value) -> Result<Value, Error> {
    dated(value, DateObject::in_words)
}

/// `{{ cuoc_hop.ngay|ngay_gon }}`: "02/6/2023"; days below 10 and the months 1 and 2 take a
/// leading 0, as in full words.
fn short_date(value: &Value) -> Result<Value, Error> {
    let short = |date: &DateObject| {
        let (month, year) = (date::month_number(date.day), date.day.year());
        format!("{}/{month}/{year}", date.day_number())
    };
    dated(value, short)
}

/// `{{ cuoc_hop.ngay|thang_nam }}`: "tháng 6 năm 2023".
fn month(value: &Value) -> Result<Value, Error> {
    dated(value, |DateObject { day, .. }| {
        format!("tháng {} năm {}", date::month_number(*day), day.year())
    })
}

fn dated(value: &Value, write: impl Fn(&DateObject) -> String) -> Result<Value, Error> {
    let Some(date) = value.downcast_object_ref::<DateObject>() else {
        return Err(Error::new(ErrorKind::InvalidOperation, "not a date"));
    };
    Ok(text(&write(date), date.span))
}

fn text(value: &str, span: Span) -> Value {
    Value::from_object(TextObject(Text::new(value, span)))
}

/// `{{ 21|bang_chu }}`: "hai mươi mốt". Takes a number, or a text of digits, in groups of three
/// or not.
fn words(value: &Value) -> Result<Value, Error> {
    let (digits, span) = match value.downcast_object_ref() {
        Some(TextObject(text)) => (text.value.trim().to_owned(), Some(text.span)),
        None => (bounds::text(value)?, None),
    };
    let plain = digits.replace(['.', ' ', '\u{a0}'], "");
    let is_number = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit());
    let number = plain.parse().ok().filter(|_| is_number).ok_or_else(|| {
        Error::new(ErrorKind::InvalidOperation, format!("`{digits}` is no whole number"))
    })?;
    let words = in_words(number);
    Ok(span.map_or_else(|| words.as_str().into(), |span| text(&words, span)))
}

/// A text with other letters at the same place.
fn changed(value: &Value, change: impl Fn(&str) -> String) -> Result<Value, Error> {
    Ok(match value.downcast_object_ref() {
        Some(TextObject(old)) => text(&change(&old.value), old.span),
        None => change(&bounds::text(value)?).into(),
    })
}

/// `{{ x|viet_thuong }}`: the first letter small, but for abbreviations such as UBND.
fn small(text: &str) -> String {
    let mut rest = text.chars();
    let Some(first) = rest.next() else { return String::new() };
    if rest.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(rest.as_str().chars()).collect()
}

/// `{{ x|ket(";") }}`: an entry of a list with this mark at its end, whatever closes it already.
fn ended(text: &str, mark: &str) -> String {
    let bare = without_end(text);
    let closed = mark == "." && bare.ends_with('.');
    format!("{bare}{}", if closed { "" } else { mark })
}

/// `{{ trich_yeu|tung_dong }}`: each line of the text is a line of the page; of a list, of each of
/// its texts.
fn lines(value: &Value) -> Result<Value, Error> {
    let line = |value: &Value| match value.downcast_object_ref() {
        Some(TextObject(text)) => Value::from_object(LinesObject(text.clone())),
        None => value.clone(),
    };
    if matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable) {
        let list = bounds::entries(value)?;
        return Ok(list.iter().map(line).collect());
    }
    Ok(line(value))
}

/// `{{ "để" if not x is mo_bang("để", "về") }}`: whether a text begins with one of some words.
fn begins(value: &Value, words: &[String]) -> Result<bool, Error> {
    let text = match value.downcast_object_ref() {
        Some(TextObject(text)) => text.value.to_lowercase(),
        None => bounds::text(value)?.to_lowercase(),
    };
    let first = text.split_whitespace().next();
    Ok(words.iter().any(|word| first == Some(word)))
}

/// `{{ list|noi }}`: "a, b và c"; `{{ list|noi("; ", "; ") }}`: "a; b; c". Each text keeps its
/// place.
fn join(
    list: &Value,
    between: &str,
    last: &str,
    marks: &SharedMarks,
) -> Result<Value, Error> {
    if !matches!(list.kind(), ValueKind::Seq | ValueKind::Iterable) {
        return Err(Error::new(ErrorKind::InvalidOperation, "not a list"));
    }
    let items = bounds::entries(list)?;
    let mut terms = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let mut term = String::new();
        let separator = if index + 1 == items.len() { last } else { between };
        if index > 0 {
            write(&mut term, &separator.into(), marks)?;
            term.push_str(" + ");
        }
        let is_text = item.downcast_object_ref::<TextObject>().is_some()
            || (item.kind() == ValueKind::String && !item.is_safe());
        let item = if is_text { item.clone() } else { bounds::text(item)?.into() };
        write(&mut term, &item, marks)?;
        terms.push(term);
    }
    let groups: Vec<String> = terms.chunks(GROUP).map(sum).collect();
    let out = if groups.len() > 1 { sum(&groups) } else { sum(&terms) };
    Ok(Value::from_object(MarkupObject(out)))
}

/// How many texts are joined in one sum: Typst goes as deep as a sum is long.
const GROUP: usize = 500;

/// `("" + a + b)`
fn sum(terms: &[String]) -> String {
    let terms = terms.iter().map(|term| format!(" + {term}"));
    format!("(\"\"{})", terms.collect::<String>())
}

//! Renews the fields that change from month to month: number, dates, subject, meeting.

use chrono::{Datelike, NaiveDate};

use super::months::{NEAR, Role, later, shift};
use super::{Change, Note, Work};
use crate::document::date::{day_number, month_number};
use crate::document::mark::MARK;
use crate::document::{CustomValue, FieldLocation, Shape, SigningDate, field, fold};
use crate::source::Span;

/// The texts of a document in which months move on.
const TEXTS: [&str; 2] = [field::SUBJECT.key, field::CLOSING.key];

/// The texts of a meeting in which months move on.
const MEETING: [&str; 3] = [field::PURPOSE.key, field::VENUE.key, field::AGENDA.key];

/// What a meeting leaves behind, to be written anew.
const RECORDS: [&str; 2] = [field::PROCEEDINGS.key, field::END_TIME.key];

/// What is said of last month's paper alone: how it was signed, that this file is a copy of it.
const OF_LAST: [&str; 2] = [field::DIGITAL_SIGNATURE.key, field::COPY.key];

/// Renews the fields of a document, and those that hold under another template only.
pub(super) fn renew(work: &mut Work<'_>, fields: &FieldLocation) {
    if let Some(number) = fields.field(field::NUMBER.key) {
        empty(work, number);
    }
    signing(work, fields);
    for name in TEXTS {
        fields.field(name).into_iter().for_each(|place| texts(work, place, Role::Prose));
    }
    if let Some(opening) = fields.field(field::OPENING.key) {
        texts(work, opening, Role::Opening);
    }
    if let Some(meeting) = fields.field(field::MEETING.key) {
        renew_meeting(work, meeting);
    }
    own_days(work, fields);
    for name in OF_LAST {
        fields.field(name).into_iter().for_each(|place| empty(work, place));
    }
    if let Some(appendices) =
        fields.field(field::APPENDICES.key).filter(|p| !p.inner.is_empty())
    {
        work.edits.note(appendices.whole().start, Note::Appendices);
        for appendix in &appendices.inner {
            attached(work, appendix);
        }
    }
    for section in
        fields.field(field::SECTIONS.key).into_iter().flat_map(|place| &place.inner)
    {
        renew(work, section);
    }
}

/// The days in fields of the kind's own move on as that of a meeting does; one far from the
/// document's own, like a date of birth, stays.
fn own_days(work: &mut Work<'_>, fields: &FieldLocation) {
    let index = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
    for entry in &work.last.document.custom {
        let Some(CustomValue::Date(date)) = &entry.value else { continue };
        let place = fields.field(&fold(&entry.name));
        let Some(place) = place.filter(|place| place.span.range() == date.span.range())
        else {
            continue;
        };
        if (index(date.day) - index(work.old)).abs() <= NEAR {
            let new =
                like(work.slice(place.span), Some(MARK), later(date.day, work.months));
            put(work, place.span, new);
        }
    }
}

/// Moves the months on in the texts of a field.
fn texts(work: &mut Work<'_>, place: &FieldLocation, role: Role) {
    match place.shape {
        Shape::Empty => {}
        Shape::Text => shift(work, place.span.range(), role),
        Shape::List | Shape::Group => {
            place.inner.iter().for_each(|place| texts(work, place, role));
        }
    }
}

/// Takes the value of a field away, with the blanks before it; of a list on lines of its own the
/// lines.
fn empty(work: &mut Work<'_>, field: &FieldLocation) {
    let Some(colon) = colon(work, field) else { return };
    let key = field.key.unwrap_or(field.span);
    if field.shape == Shape::Empty {
        return;
    }
    let old = work.slice(field.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let below = work.line_start(field.span.start);
    if field.shape != Shape::Text && below > key.start {
        work.edits.replace(below..work.next_line(field.span.end), "");
    } else {
        work.edits.replace(colon..field.span.end, "");
    }
    let field = work.slice(key).to_owned();
    work.edits.tell(key.start, Change::Emptied { field, old });
}

/// The document that an appendix says it comes with was last month's.
fn attached(work: &mut Work<'_>, appendix: &FieldLocation) {
    let line =
        appendix.field(field::ATTACHMENT.key).filter(|line| line.shape == Shape::Text);
    if let Some(line) = line
        && work.slice(line.span).contains(|c: char| c.is_ascii_digit())
    {
        put(work, line.span, MARK.to_owned());
    }
}

/// Where the value of a field may begin: behind its colon.
fn colon(work: &Work<'_>, field: &FieldLocation) -> Option<usize> {
    let end = field.key?.end;
    let rest = &work.last.source.text()[end..];
    Some(end + rest.find(':')? + 1)
}

/// The day of signing: the one that is given, else its month without the day.
fn signing(work: &mut Work<'_>, fields: &FieldLocation) {
    let written = fields.field(field::SIGNING_DATE.key);
    match (written, work.date) {
        (Some(place), date) if place.shape == Shape::Text => {
            let old = work.slice(place.span);
            let signed = SigningDate::parse(unquoted(old)).ok();
            let month = signed.and_then(SigningDate::month).unwrap_or(work.old);
            let next = later(month, work.months);
            let day = date.map(day_number);
            let new = match (signed, date) {
                (Some(SigningDate::Year(year)), None) => {
                    old.replace(&year.to_string(), &next.year().to_string())
                }
                (Some(SigningDate::Year(_)), Some(date)) => {
                    like("", day.as_deref(), date)
                }
                (
                    Some(
                        SigningDate::Blank
                        | SigningDate::Month { .. }
                        | SigningDate::Day(_),
                    )
                    | None,
                    _,
                ) => like(old, day.as_deref(), date.unwrap_or(next)),
            };
            put(work, place.span, new);
        }
        (Some(place), Some(date)) => {
            let new = like("", Some(&day_number(date)), date);
            if let Some(colon) = colon(work, place) {
                work.edits.replace(colon..colon, format!(" {new}"));
                work.edits.tell(colon, Change::Replaced { old: String::new(), new });
            }
        }
        (None, Some(date)) if std::ptr::eq(fields, work.last.places) => {
            let before = fields.field(field::SUBJECT.key).and_then(|place| place.key);
            let at = before.map_or(work.last.front_end, |key| work.line_start(key.start));
            let new = like("", Some(&day_number(date)), date);
            let line = format!("ngày ký: {new}{}", work.line_end());
            work.edits.replace(at..at, line);
            work.edits.tell(at, Change::Replaced { old: String::new(), new });
        }
        _ => {}
    }
}

fn renew_meeting(work: &mut Work<'_>, meeting: &FieldLocation) {
    if let Some(date) =
        meeting.field(field::DATE.key).filter(|date| date.shape == Shape::Text)
    {
        let old = work.slice(date.span);
        let held = work.last.document.meeting.as_ref().map(|meeting| meeting.date.day);
        let next = later(held.unwrap_or(work.old), work.months);
        let new = like(old, Some(MARK), next);
        put(work, date.span, new);
    }
    for name in MEETING {
        meeting.field(name).into_iter().for_each(|place| texts(work, place, Role::Prose));
    }
    if let Some(grounds) = meeting.field(field::GROUNDS.key) {
        texts(work, grounds, Role::Citation);
    }
    for record in RECORDS.iter().filter_map(|name| meeting.field(name)) {
        if record.shape == Shape::Text {
            put(work, record.span, MARK.to_owned());
        }
    }
    if let Some(absent) = meeting.field(field::ABSENTEES.key) {
        empty(work, absent);
    }
    if let Some(people) = meeting.field(field::ATTENDEES.key) {
        work.edits.note(people.whole().start, Note::People);
    }
}

/// Puts a value into the place of another one.
fn put(work: &mut Work<'_>, span: Span, new: String) {
    let old = work.slice(span).to_owned();
    if old != new {
        work.edits.replace(span.range(), new.as_str());
        work.edits.tell(span.start, Change::Replaced { old, new });
    }
}

fn unquoted(written: &str) -> &str {
    written.trim_matches(['"', '\''])
}

/// A date in the form in which the old one was written; without a day a month.
fn like(old: &str, day: Option<&str>, date: NaiveDate) -> String {
    let (month, year) = (month_number(date), date.year());
    let plain = unquoted(old);
    let digits = plain.bytes().take_while(u8::is_ascii_digit).count();
    let separator = plain.chars().find(|c| "/-.".contains(*c)).unwrap_or('/');
    let new = if plain.contains('t') {
        // "ngày … tháng … năm …"
        let day = day.map_or(String::new(), |day| format!("ngày {day} "));
        format!("{day}tháng {month} năm {year}")
    } else if digits == 4 {
        let day = day.map_or(String::new(), |day| format!("{separator}{day}"));
        format!("{year}{separator}{:02}{day}", date.month())
    } else {
        let day = day.map_or(String::new(), |day| format!("{day}{separator}"));
        format!("{day}{month}{separator}{year}")
    };
    match old.chars().next().filter(|c| "\"'".contains(*c)) {
        Some(quote) => format!("{quote}{new}{quote}"),
        None => new,
    }
}

//! The names that templates see, and what stands behind each.
//!
//! | name | value |
//! |---|---|
//! | `the_thuc` | `dang` or `nha_nuoc`, to choose a file of the layout library |
//! | `phong_chu` | the families of the fonts, the first one first |
//! | `co_quan_chu_quan` | text or `none` |
//! | `co_quan_ban_hanh`, `ky_hieu`, `dia_danh`, `trich_yeu` | text |
//! | `so` | text with a leading zero below 10, or `none` |
//! | `ngay_ky` | `ngay`, `thang`, `nam` as printed, each `none` where it is written by hand |
//! | `ngay_van_ban` | the day of the PDF: `ngay`, `thang`, `nam` as numbers, or `none` |
//! | `ten_loai` | text: the document's, else the template's |
//! | `cuoc_hop` | `none`, or `ngay` (see the filter `ngay_day_du`), `co_quan`, `muc_dich`, `dia_diem`, `chu_tri`, `du_hop` (list of people), `can_cu` (list of texts) |
//! | a person | `ho_ten`, `chuc_vu` (list of texts, may be empty) |
//! | `noi_nhan` | list of `ten` (text or `none`) and `danh_sach` (list of texts) |
//! | `ky` | `quyen_han`, `chuc_vu` (lists of texts), `ho_ten` |
//! | `trinh_bay` | `chuc_vu_in_dam`: yes unless the document says no |
//! | `mo_dau`, `than_bai`, `ket_thuc` | the document's text: printed among the arguments of `#finish(…)`; true where there is any |
//!
//! A text is true unless it is blank; to compare it with a string or to count its characters
//! it goes through the filter `string`.

use chrono::{Datelike, NaiveDate};
use minijinja::value::Value;

use super::Job;
use super::marks::Marks;
use super::markup;
use super::objects::{DateObject, MarkupObject, TextObject};
use crate::document::date::{day_number, month_number};
use crate::document::{
    Document, Layout, Meeting, Person, RecipientGroup, Signature, SigningDate, Text,
};

/// Everything that a template can name.
pub(super) fn context(job: &Job<'_>, marks: &mut Marks) -> Value {
    let Job { document, outline, manifest, families } = job;
    let kind = document.kind.as_ref().filter(|kind| !kind.is_blank());
    let mut blocks =
        |blocks| Value::from_object(MarkupObject(markup::blocks(blocks, marks)));
    Value::from_pairs([
        ("the_thuc", layout(document.layout.layout).into()),
        ("phong_chu", families.iter().map(String::as_str).collect()),
        ("co_quan_chu_quan", option(document.superior.as_ref())),
        ("co_quan_ban_hanh", text(&document.issuer)),
        ("so", number(document)),
        ("ky_hieu", text(&document.symbol)),
        ("dia_danh", text(&document.place)),
        ("ngay_ky", signing_date(document.signing_date)),
        ("ngay_van_ban", document.date().map(numbers).into()),
        ("ten_loai", text(kind.unwrap_or(&manifest.title))),
        ("trich_yeu", text(&document.subject)),
        ("cuoc_hop", document.meeting.as_ref().map(meeting).into()),
        ("noi_nhan", document.recipients.0.iter().map(group).collect()),
        ("ky", signature(&document.signature)),
        ("trinh_bay", presentation(document)),
        ("mo_dau", blocks(&outline.opening)),
        ("than_bai", blocks(&outline.body)),
        ("ket_thuc", blocks(&outline.closing)),
    ])
}

fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::Party => "dang",
        Layout::State => "nha_nuoc",
    }
}

fn text(text: &Text) -> Value {
    Value::from_object(TextObject(text.clone()))
}

/// A text that may be left out; one that is blank is left out too.
fn option(value: Option<&Text>) -> Value {
    value.filter(|value| !value.is_blank()).map(text).into()
}

fn texts(list: &[Text]) -> Value {
    list.iter().map(text).collect()
}

/// The number, with a leading zero below 10 (HD 05-HD/VPTW, 3.1.1).
fn number(document: &Document) -> Value {
    let Some(number) = &document.number else { return ().into() };
    match number.value.trim().as_bytes() {
        [digit @ b'1'..=b'9'] => {
            let padded = format!("0{}", char::from(*digit));
            text(&Text::new(&padded, number.span))
        }
        _ => option(Some(number)),
    }
}

fn signing_date(date: SigningDate) -> Value {
    let month = date.month();
    Value::from_pairs([
        ("ngay", Value::from(date.day().map(day_number))),
        ("thang", month.map(month_number).into()),
        ("nam", month.map(|month| month.year().to_string()).into()),
    ])
}

fn numbers(day: NaiveDate) -> Value {
    Value::from_pairs([
        ("ngay", Value::from(day.day())),
        ("thang", day.month().into()),
        ("nam", day.year().into()),
    ])
}

fn meeting(meeting: &Meeting) -> Value {
    let date = DateObject { day: meeting.date.day, span: meeting.date.span };
    Value::from_pairs([
        ("ngay", Value::from_object(date)),
        ("co_quan", option(meeting.body.as_ref())),
        ("muc_dich", option(meeting.purpose.as_ref())),
        ("dia_diem", option(meeting.venue.as_ref())),
        ("chu_tri", person(&meeting.chair)),
        ("du_hop", meeting.attendees.iter().map(person).collect()),
        ("can_cu", texts(&meeting.grounds)),
    ])
}

fn person(person: &Person) -> Value {
    Value::from_pairs([("ho_ten", text(&person.name)), ("chuc_vu", texts(&person.posts))])
}

fn group(group: &RecipientGroup) -> Value {
    Value::from_pairs([
        ("ten", option(group.name.as_ref())),
        ("danh_sach", texts(&group.entries)),
    ])
}

fn signature(signature: &Signature) -> Value {
    Value::from_pairs([
        ("quyen_han", texts(&signature.authority)),
        ("chuc_vu", texts(&signature.posts)),
        ("ho_ten", text(&signature.name)),
    ])
}

fn presentation(document: &Document) -> Value {
    let chosen = document.presentation.as_ref().and_then(|p| p.bold_posts);
    Value::from_pairs([("chuc_vu_in_dam", chosen.is_none_or(|flag| flag.0))])
}

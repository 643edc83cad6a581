//! The names that templates see, and what stands behind each.
//!
//! | name | value |
//! |---|---|
//! | `the_thuc` | `dang` or `nha_nuoc`, to choose a file of the layout library |
//! | `phong_chu` | the families of the fonts, the first one first |
//! | `co_quan_chu_quan` | list of texts, may be empty |
//! | `co_quan_ban_hanh` | text: the leading body; `cac_co_quan_ban_hanh` is the list of all |
//! | `dia_danh` | text |
//! | `ky_hieu`, `trich_yeu` | text, or `none` where the kind does without |
//! | `tac_gia` | text or `none`: whose paper it is, above the subject |
//! | `so` | text with a leading zero below 10, or `none` |
//! | `ngay_ky` | `ngay`, `thang`, `nam` as printed, each `none` where it is written by hand |
//! | `ngay_van_ban` | the day of the PDF: `ngay`, `thang`, `nam` as numbers, or `none` |
//! | `ten_loai` | text: the document's, else the template's |
//! | `cuoc_hop` | `none`, or `ngay` (see the filter `ngay_day_du`), `co_quan`, `muc_dich`, `dia_diem`, `gio`, `goi_la`, `gio_ket_thuc` (texts or `none`), `chu_tri`, `thu_ky` (people, the latter or `none`), `du_hop`, `vang` (lists of people), `chuong_trinh`, `can_cu` (lists of texts), `dien_bien` (its text, like `than_bai`) |
//! | a person | `ho_ten`, `chuc_vu` (list of texts, may be empty), `xung_ho` (the form of address to print before the name, or `none`), `co_xung_ho` (true where one is typed in `ho_ten`), `tap_the` (true of a group or a body), `ten` (the name alone, `none` of a group) |
//! | `noi_nhan` | list of `ten` (text or `none`) and `danh_sach` (list of texts) |
//! | `ky` | `quyen_han`, `chuc_vu`, `chuc_vu_khac` (lists of texts), `ho_ten`, `ten` (the name without a form of address: texts or `none`); `cac_chu_ky` is the list of all who sign, `chu_ky_them` of those who sign the minutes of a meeting besides its chair and secretary |
//! | `xac_nhan_chu_ky` | who confirms the first signature, like `ky`, or `none` |
//! | `dai_hoi` | true where somebody signs for a congress or a body of it |
//! | `do_khan`, `do_mat`, `pham_vi_luu_hanh`, `nguoi_soan`, `lien_he` | text or `none` |
//! | `chu_ky_so` | list of texts, may be empty: what a digital signature says |
//! | `khong_pho_bien` | whether the mark is wanted |
//! | `du_thao` | the number of the draft, or `none` |
//! | `kinh_gui`, `can_cu` | lists of texts, may be empty |
//! | `sao` | the copy that is made of the document, or `none`: `hinh_thuc`, `ky_hieu`, `co_quan` (text), `co_quan_chu_quan` (list of texts), `dia_danh`, `so`, `gio` (text or `none`), `ngay` (like `ngay_ky`), `ngay_gon` (`28/11/2026`, or `none`), `ky` (like `ky`, or `none`), `noi_nhan` (like `noi_nhan`), `dien_tu`, `da_ky` (yes or no) |
//! | `phu_luc` | list of `nhan` (`Phụ lục`, `Biểu`, `Mẫu số` or `none`), `thu_tu` (its number among those of its label, or `none`), `tieu_de` (text), `kem_theo` (text or `none`), `kem_theo_thieu` (which of its brackets are to be added: a pair of yes or no), `khong_kem_theo` (yes: no such line), `ban_hanh` (yes: a regulation issued with the document), `ngang` (yes or no), `noi_dung` (its text: printed among the arguments of `#appendix(…)`) |
//! | `trinh_bay` | the numbers of the regime with the document's choices: printed as one dictionary |
//! | `muon` | true where the document was written for another template and is only borrowed: `than_bai` and the conclusions are of the other paper |
//! | a field of the kind's own, under its folded name (`thẩm quyền` is `tham_quyen`) | text, date (as `cuoc_hop.ngay`), yes or no, list, a person or a group of such; `none` where it is left open |
//! | `mo_dau`, `than_bai`, `ket_thuc` | the document's text: printed among the arguments of `#finish(…)`; true where there is any |
//! | `mo_dau_rieng`, `dau_than_bai` | the two parts of `mo_dau`: the field, and what stands before the conclusions in the text |
//! | `co_dau_het` | true where a line of the text has `./.` at its end |
//!
//! A text is true unless it is blank; to compare it with a string or to count its characters
//! it goes through the filter `string`.

mod copy;

use chrono::{Datelike, NaiveDate};
use minijinja::value::Value;

use super::Job;
use super::marks::Marks;
use super::objects::{DateObject, MarkupObject, TextObject};
use super::{markup, numbers};
use crate::document::date::{day_number, month_number};
use crate::document::outline::Block;
use crate::document::{
    Appendix, AppendixLabel, CustomEntry, CustomValue, Date, Document, Meeting, Person,
    RecipientGroup, Regime, Signature, SigningDate, Text, Texts, field, fold, has_end,
    is_collective,
};
use crate::source::Span;

/// Everything that a template can name.
pub(super) fn context(job: &Job<'_>, marks: &mut Marks) -> Value {
    let Job { document, outline, manifest, regulation, families, overridden } = job;
    let kind = document.kind.as_ref().filter(|kind| !kind.is_blank());
    let numbers = numbers::code(regulation, document.presentation.as_ref(), marks);
    let numbered =
        document.appendices.iter().zip(Appendix::numbers(&document.appendices));
    let mut texts = outline.appendices.iter();
    let appendices: Value = numbered
        .map(|(one, number)| appendix(one, number, texts.next(), marks))
        .collect();
    let mut blocks = |blocks: &[Block]| {
        Value::from_object(MarkupObject(markup::blocks(blocks, marks)))
    };
    let proceedings = blocks(&outline.proceedings);
    let (opening, frame): (Vec<Block>, Vec<Block>) = outline
        .opening
        .iter()
        .cloned()
        .partition(|block| is_of(block, document.opening.as_ref()));
    let [opening, frame] = [opening, frame].map(|opening| blocks(&opening));
    let whole = [
        (field::REGIME.key, regime(document.regime.value).into()),
        ("phong_chu", families.iter().map(String::as_str).collect()),
        (field::SUPERIOR.key, list(document.superior.as_ref())),
        (field::ISSUER.key, text(&document.issuer.first)),
        ("cac_co_quan_ban_hanh", document.issuer.iter().map(text).collect()),
        (field::NUMBER.key, number(document.number.as_ref())),
        (field::SYMBOL.key, option(document.symbol.as_ref())),
        (field::PLACE.key, text(&document.place)),
        (field::SIGNING_DATE.key, signing_date(document.signing_date)),
        ("ngay_van_ban", document.date().map(day).into()),
        (field::KIND.key, text(kind.unwrap_or(&manifest.title))),
        (field::SUBJECT.key, option(document.subject.as_ref())),
        (field::AUTHOR.key, option(document.author.as_ref())),
        (
            field::MEETING.key,
            document.meeting.as_ref().map(|one| meeting(one, proceedings)).into(),
        ),
        (field::RECIPIENTS.key, document.recipients.0.iter().map(group).collect()),
        (field::SIGNATURES.key, signature(&document.signatures.first)),
        ("cac_chu_ky", document.signatures.iter().map(signature).collect()),
        ("chu_ky_them", document.others_who_sign().map(signature).collect()),
        (
            field::CONFIRMATION.key,
            document.confirmation.as_ref().filter(|one| says(one)).map(signature).into(),
        ),
        (
            field::COPY.key,
            document.copy.as_ref().map(|one| copy::value(one, document, manifest)).into(),
        ),
        ("dai_hoi", document.is_of_congress().into()),
        (field::APPENDICES.key, appendices),
        (field::PRESENTATION.key, Value::from_object(MarkupObject(numbers))),
        ("muon", (*overridden).into()),
        (field::OPENING.key, joined(&opening, &frame)),
        ("mo_dau_rieng", opening),
        ("dau_than_bai", frame),
        ("co_dau_het", has_end(outline).into()),
        ("than_bai", blocks(&outline.body)),
        (field::CLOSING.key, blocks(&outline.closing)),
    ];
    let whole = whole.into_iter().chain(marks_of(document));
    let whole = whole.map(|(name, value)| (name.to_owned(), value));
    Value::from_pairs(whole.chain(document.custom.iter().map(own)))
}

/// Whether a block was written in a field.
fn is_of(block: &Block, field: Option<&Text>) -> bool {
    let within = |field: Span| {
        field.file == block.span.file
            && block.span.start < field.end
            && field.start < block.span.end
    };
    field.is_some_and(|field| within(field.span))
}

/// Two parts of the text, one behind the other.
fn joined(one: &Value, other: &Value) -> Value {
    let parts = [one, other].map(|part| part.downcast_object_ref::<MarkupObject>());
    let text = parts.into_iter().flatten().map(|part| part.0.as_str()).collect();
    Value::from_object(MarkupObject(text))
}

/// A field of the kind's own, under the name that templates know.
fn own(entry: &CustomEntry) -> (String, Value) {
    (fold(&entry.name), entry.value.as_ref().map(own_value).into())
}

fn own_value(value: &CustomValue) -> Value {
    match value {
        CustomValue::Text(value) => text(value),
        CustomValue::Date(date) => {
            let Date { day, open, span } = *date;
            Value::from_object(DateObject { day, open, span })
        }
        CustomValue::Flag(flag) => flag.yes.into(),
        CustomValue::Person(one) => person(one),
        CustomValue::List(list) => list.iter().map(own_value).collect(),
        CustomValue::Group(entries) => Value::from_pairs(entries.iter().map(own)),
    }
}

/// What stands around the text where it is wanted: marks, addressees, who wrote it.
fn marks_of(document: &Document) -> impl Iterator<Item = (&'static str, Value)> {
    let others = [
        (
            field::UNPUBLISHED.key,
            document.unpublished.is_some_and(|flag| flag.yes).into(),
        ),
        (field::DRAFT.key, document.draft.map(|draft| draft.number).into()),
        (field::ADDRESSEES.key, list(document.addressees.as_ref())),
        (field::GROUNDS.key, list(document.bases.as_ref())),
        (
            field::DIGITAL_SIGNATURE.key,
            lines(document.digital_signature.as_deref().unwrap_or_default()),
        ),
    ];
    let texts = document.plain_texts().into_iter();
    texts.map(|(field, text)| (field.key, option(text))).chain(others)
}

fn regime(regime: Regime) -> &'static str {
    match regime {
        Regime::Party => "dang",
        Regime::State => "nha_nuoc",
    }
}

/// A text; the line end behind a block (`|`) is no part of it.
fn text(text: &Text) -> Value {
    let value = text.value.trim_end_matches('\n');
    Value::from_object(TextObject(Text::new(value, text.span)))
}

/// A text that may be left out; one that is blank is left out too.
fn option(value: Option<&Text>) -> Value {
    value.filter(|value| !value.is_blank()).map(text).into()
}

/// A list that may be left out.
fn list(list: Option<&Texts>) -> Value {
    texts(list.map(|list| list.0.as_slice()).unwrap_or_default())
}

fn texts(list: &[Text]) -> Value {
    list.iter().map(text).collect()
}

/// The lines of some texts, each at the place of its text.
fn lines(list: &[Text]) -> Value {
    let lines = list.iter().flat_map(|text| {
        let lines = text.value.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| self::text(&Text::new(line.trim(), text.span)))
    });
    lines.collect()
}

/// The number, with a leading zero below 10 (HD 05-HD/VPTW, 3.1.1).
fn number(number: Option<&Text>) -> Value {
    let Some(number) = number else { return ().into() };
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
        ("nam", date.year().map(|year| year.to_string()).into()),
    ])
}

fn day(day: NaiveDate) -> Value {
    Value::from_pairs([
        ("ngay", Value::from(day.day())),
        ("thang", day.month().into()),
        ("nam", day.year().into()),
    ])
}

fn meeting(meeting: &Meeting, proceedings: Value) -> Value {
    let Date { day, open, span } = meeting.date;
    let date = DateObject { day, open, span };
    Value::from_pairs([
        (field::DATE.key, Value::from_object(date)),
        (field::TIME.key, option(meeting.time.as_ref())),
        (field::END_TIME.key, option(meeting.end.as_ref())),
        (field::WORD.key, option(meeting.word.as_ref())),
        (field::BODY.key, option(meeting.body.as_ref())),
        (field::PURPOSE.key, option(meeting.purpose.as_ref())),
        (field::VENUE.key, option(meeting.venue.as_ref())),
        (field::CHAIR.key, person(&meeting.chair)),
        (field::SECRETARY.key, meeting.secretary.as_ref().map(person).into()),
        (field::ATTENDEES.key, meeting.attendees.iter().map(person).collect()),
        (field::ABSENTEES.key, meeting.absentees.iter().map(person).collect()),
        (field::AGENDA.key, texts(&meeting.agenda)),
        (field::GROUNDS.key, texts(&meeting.grounds)),
        (field::PROCEEDINGS.key, proceedings),
    ])
}

fn person(person: &Person) -> Value {
    let name = person.bare_name();
    let typed = name.value != person.name.value;
    let is_collective = is_collective(&name.value);
    let given = person.address.as_ref().filter(|_| !typed);
    Value::from_pairs([
        (field::ADDRESS.key, option(given)),
        ("co_xung_ho", typed.into()),
        ("tap_the", is_collective.into()),
        ("ten", option(Some(&name).filter(|_| !is_collective))),
        (field::NAME.key, text(&person.name)),
        (field::POSTS.key, texts(&person.posts)),
    ])
}

fn group(group: &RecipientGroup) -> Value {
    Value::from_pairs([
        ("ten", option(group.name.as_ref())),
        ("danh_sach", texts(&group.entries)),
    ])
}

fn signature(signature: &Signature) -> Value {
    Value::from_pairs([
        (field::AUTHORITY.key, lines(&signature.authority)),
        (field::POSTS.key, lines(&signature.posts)),
        (field::OFFICE.key, lines(signature.office.as_deref().unwrap_or_default())),
        (field::NAME.key, option(signature.name.0.as_ref())),
        ("ten", option(signature.bare_name().as_ref())),
    ])
}

/// Whether a signature says anything.
fn says(signature: &Signature) -> bool {
    signature.texts().next().is_some()
}

fn appendix(
    appendix: &Appendix,
    number: Option<usize>,
    blocks: Option<&Vec<Block>>,
    marks: &mut Marks,
) -> Value {
    let blocks = blocks.map(Vec::as_slice).unwrap_or_default();
    let body = MarkupObject(markup::appendix(blocks, marks));
    let attachment = appendix.attachment.as_ref().filter(|_| !appendix.comes_alone());
    let missing = attachment.map(|line| Appendix::missing_brackets(&line.value));
    Value::from_pairs([
        (field::LABEL.key, appendix.label().map(AppendixLabel::name).into()),
        ("thu_tu", number.into()),
        (field::TITLE.key, text(&appendix.title)),
        (field::ATTACHMENT.key, option(attachment)),
        ("kem_theo_thieu", missing.unwrap_or_default().into_iter().collect()),
        ("khong_kem_theo", appendix.comes_alone().into()),
        ("ban_hanh", appendix.is_regulation().into()),
        (field::LANDSCAPE.key, appendix.landscape.is_some_and(|flag| flag.yes).into()),
        (field::TEXT.key, Value::from_object(body)),
    ])
}

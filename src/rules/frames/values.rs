//! What the fields of a document say, folded so that pasted lines can be compared with it.

use std::borrow::Cow;

use chrono::Datelike;

use crate::document::{
    CustomValue, Document, Manifest, NamedTemplates, RecipientGroup, SigningDate, Text,
    fold, mark,
};
use crate::source::{is_alphanumeric, lowercase};

/// The values of the fields that make up the frame.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// The bodies above and those that issue.
    pub(super) bodies: Vec<String>,
    /// The kind as it is printed.
    pub(super) kind: String,
    /// The name of the template.
    pub(super) template: String,
    /// Whose paper it is, with and without the word before it.
    pub(super) authors: Vec<String>,
    /// The subject.
    pub(super) subject: String,
    /// Whether it is a letter.
    pub(super) letter: bool,
    /// Who decides, where the kind has such a field.
    pub(super) authority: Option<String>,
    /// The grounds.
    pub(super) grounds: Vec<String>,
    /// Those addressed.
    pub(super) addressees: Vec<String>,
    /// The recipients, and what the program puts before them.
    pub(super) recipients: Vec<String>,
    /// The names of the groups of recipients.
    pub(super) groups: Vec<String>,
    /// What stands above the names of those who sign.
    pub(super) posts: Vec<String>,
    /// Those who sign.
    pub(super) names: Vec<String>,
    /// The number, without leading zeros.
    pub(super) number: String,
    /// The symbol.
    pub(super) symbol: String,
    /// The place.
    pub(super) place: String,
    /// Day, month and year of signing, each empty where it is written by hand.
    pub(super) date: [String; 3],
}

impl Values {
    /// The values of a document in its template.
    pub(super) fn of(document: &Document, named: &NamedTemplates) -> Self {
        let manifest = named.chosen();
        let title = document.kind.as_ref().or(manifest.map(|kind| &kind.title));
        let superior = document.superior.iter().flat_map(|texts| texts.iter());
        let [posts, names] = signing(document);
        let number = document.number.as_ref().map_or("", Text::as_str).trim();
        Self {
            bodies: all(superior.chain(document.issuer.iter())),
            kind: title.map(|title| folded(&title.value)).unwrap_or_default(),
            template: manifest.map(|kind| folded(&kind.name.value)).unwrap_or_default(),
            authors: authors(document),
            subject: document
                .subject
                .as_ref()
                .map(|text| filled(&text.value))
                .unwrap_or_default(),
            letter: manifest.is_some_and(Manifest::is_letter),
            authority: authority(document),
            grounds: all(document.bases.iter().flat_map(|texts| texts.iter())),
            addressees: all(document.addressees.iter().flat_map(|texts| texts.iter())),
            recipients: recipients(document),
            groups: all(groups(document).filter_map(|group| group.name.as_ref())),
            posts,
            names,
            number: number.trim_start_matches('0').to_owned(),
            symbol: document
                .symbol
                .as_ref()
                .map(|one| symbol(&one.value))
                .unwrap_or_default(),
            place: folded(&document.place.value),
            date: date(document.signing_date),
        }
    }
}

/// What stands above who confirms a signature, before the name of its signer.
const CONFIRMED: &str = "xác nhận chữ ký của đồng chí";

fn authors(document: &Document) -> Vec<String> {
    let written = document.author.iter().map(|author| filled(&author.value));
    let written = written.filter(|author| !author.is_empty());
    written.flat_map(|author| [format!("của {author}"), author]).collect()
}

/// A text as it is compared: small letters, single blanks, without the dash before it and the
/// mark behind it. Accents count.
pub(super) fn folded(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || ";.,:/*_\\".contains(c);
    let text = text.trim_end_matches(ends).trim_start_matches(is_lead);
    let small = lowercase(text);
    let mut out = String::with_capacity(text.len());
    for word in small.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for (index, part) in word.split(['–', '—', '‑', '−']).enumerate() {
            if index > 0 {
                out.push('-');
            }
            out.push_str(part);
        }
    }
    out
}

/// What a folded text begins with: its first letters and digits.
pub(super) fn first_word(text: &str) -> Cow<'_, str> {
    let text = text.trim_start_matches(is_lead);
    let end = text.find(|c| !is_alphanumeric(c)).unwrap_or(text.len());
    lowercase(&text[..end])
}

/// Whether a character belongs to what stands before a text.
pub(super) fn is_lead(c: char) -> bool {
    c.is_whitespace() || "-+–—•·*_\u{f0b7}".contains(c)
}

/// A symbol as it is compared: `tb-ubnd`, without blanks.
pub(super) fn symbol(text: &str) -> String {
    folded(text).replace(' ', "")
}

fn all<'a>(texts: impl Iterator<Item = &'a Text>) -> Vec<String> {
    let lines = texts.flat_map(|text| text.value.lines());
    lines.map(filled).filter(|text| !text.is_empty()).collect()
}

/// A value as it is compared; nothing where it says nothing yet (`…`, `CẦN ĐIỀN`).
fn filled(text: &str) -> String {
    let says = text.contains(char::is_alphanumeric) && mark::marks(text).is_empty();
    if says { folded(text) } else { String::new() }
}

fn groups(document: &Document) -> impl Iterator<Item = &RecipientGroup> {
    document.recipients.0.iter()
}

fn recipients(document: &Document) -> Vec<String> {
    let mut found = all(groups(document).flat_map(|group| &group.entries));
    if document.addressees.is_some() {
        found.extend(["như trên", "như kính gửi"].map(str::to_owned));
    }
    found
}

/// What stands above the names, and the names; in minutes those of the chair and the secretary.
fn signing(document: &Document) -> [Vec<String>; 2] {
    let (mut above, mut names) = (Vec::new(), Vec::new());
    for one in document.signatures.iter().chain(&document.confirmation) {
        let office = one.office.iter().flat_map(|texts| texts.iter());
        above.extend(all(one.authority.iter().chain(one.posts.iter()).chain(office)));
        let posts: Vec<&str> = one.posts.iter().map(Text::as_str).collect();
        above.push(filled(&posts.join(" ")));
        names.extend(all(one.name.0.iter()));
    }
    let meeting = document.meeting.iter();
    let people = meeting.flat_map(|one| [Some(&one.chair), one.secretary.as_ref()]);
    for person in people.flatten() {
        names.extend(all([&person.bare_name()].into_iter()));
        above.extend(all(person.posts.iter()));
    }
    if document.confirmation.is_some() {
        above.extend(names.iter().map(|name| format!("{CONFIRMED} {name}")));
    }
    above.retain(|text| !text.is_empty());
    [above, names]
}

fn authority(document: &Document) -> Option<String> {
    let entry = document.custom.iter().find(|entry| fold(&entry.name) == "tham_quyen")?;
    match entry.value.as_ref()? {
        CustomValue::Text(text) => {
            Some(filled(&text.value)).filter(|text| !text.is_empty())
        }
        CustomValue::Date(_)
        | CustomValue::Flag(_)
        | CustomValue::Person(_)
        | CustomValue::List(_)
        | CustomValue::Group(_) => None,
    }
}

fn date(signing: SigningDate) -> [String; 3] {
    match signing {
        SigningDate::Blank => Default::default(),
        SigningDate::Year(year) => [String::new(), String::new(), year.to_string()],
        SigningDate::Month { year, month } => {
            [String::new(), month.to_string(), year.to_string()]
        }
        SigningDate::Day(day) => {
            [day.day().to_string(), day.month().to_string(), day.year().to_string()]
        }
    }
}

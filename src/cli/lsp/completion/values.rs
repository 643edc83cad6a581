//! The values that may stand at a place: choices, templates, people, bodies, examples.

use serde_json::Value;

use super::item::{Item, Sort};
use crate::cli::lsp::cursor::Cursor;
use crate::cli::lsp::forms::{choices, examples};
use crate::cli::lsp::help::of_person;
use crate::cli::lsp::paper::Paper;
use crate::diagnostic::{Bilingual, Lang};
use crate::document::{Manifest, Regime, field, fold};

/// The fields in which people stand.
const OF_PEOPLE: [&str; 9] = [
    field::NAME.key,
    field::CHAIR.key,
    field::SECRETARY.key,
    field::ATTENDEES.key,
    field::ABSENTEES.key,
    field::ASSIGNEES.key,
    field::COORDINATORS.key,
    field::SIGNATURES.key,
    field::CONFIRMATION.key,
];

/// The fields in which bodies stand.
const OF_BODIES: [&str; 7] = [
    field::ISSUER.key,
    field::SUPERIOR.key,
    field::BODY.key,
    field::ADDRESSEES.key,
    field::RECIPIENTS.key,
    field::ASSIGNEES.key,
    field::COORDINATORS.key,
];

/// Where the names of bodies are taken from.
const BODIES: [&str; 4] = [
    field::ISSUER.name,
    field::SUPERIOR.name,
    field::ADDRESSEES.name,
    field::RECIPIENTS.name,
];

/// The values that may stand at a place of which `forms` say something.
pub(super) fn values(
    paper: &Paper<'_>,
    cursor: &Cursor,
    forms: &[&Value],
    lang: Lang,
) -> Vec<Item> {
    let path: Vec<String> = cursor.path.iter().map(|name| fold(name)).collect();
    let last = path.last().map_or("", String::as_str);
    let mut items = Vec::new();
    if path == [field::TEMPLATE.key] {
        items.extend(paper.manifests().iter().map(template));
        return placed(items, cursor);
    }
    let choice = |name: &str| item(name, Sort::Choice, String::new(), String::new());
    items.extend(choices(forms).into_iter().map(choice));
    if last == field::AUTHORITY.key {
        items.extend(authorities(paper));
    }
    let of_people = path.iter().rev().take(2).any(|name| OF_PEOPLE.contains(&&**name));
    if of_people && (OF_PEOPLE.contains(&last) || path.len() == 1) {
        items.extend(people(paper));
    }
    if path.iter().any(|name| OF_BODIES.contains(&&**name)) {
        items.extend(bodies(paper, last, lang));
    }
    if items.is_empty() {
        let word = Bilingual { vi: "ví dụ", en: "example" };
        let example = |text: &str| {
            item(text, Sort::Example, (*word.get(lang)).to_owned(), String::new())
        };
        items.extend(examples(forms).into_iter().map(example));
    }
    let mut seen = Vec::new();
    items.retain(|item| {
        let new = !seen.contains(&item.label);
        seen.push(item.label.clone());
        new
    });
    placed(items, cursor)
}

fn item(label: &str, sort: Sort, detail: String, help: String) -> Item {
    let text = label.to_owned();
    Item { label: label.to_owned(), sort, detail, help, text, snippet: false }
}

fn template(manifest: &Manifest) -> Item {
    let title = manifest.title.value.clone();
    item(manifest.name.as_str(), Sort::Template, title, manifest.summary.value.clone())
}

/// The people of the office.
fn people(paper: &Paper<'_>) -> Vec<Item> {
    let people = paper.office.iter().flat_map(|office| office.people());
    let person = |(name, posts): (&crate::Resolved, Vec<&str>)| {
        let name = name.value.as_deref()?;
        Some(item(name, Sort::Name, posts.join(", "), of_person(name, &posts)))
    };
    people.filter_map(person).collect()
}

/// The bodies of which the office or the document speaks.
fn bodies(paper: &Paper<'_>, last: &str, lang: Lang) -> Vec<Item> {
    let word = Bilingual { vi: "trong vanban.yaml", en: "in vanban.yaml" };
    // Who issues the papers of an office is no recipient.
    let wanted: &[&str] = match last {
        last if last == field::ISSUER.key => &BODIES[..2],
        last if last == field::SUPERIOR.key => &BODIES[..2],
        _ => &BODIES,
    };
    let bodies = paper.office.iter().flat_map(|office| office.values_of(wanted));
    let body =
        |name: &str| item(name, Sort::Name, (*word.get(lang)).to_owned(), String::new());
    bodies.map(body).collect()
}

/// By whose authority somebody may sign.
fn authorities(paper: &Paper<'_>) -> Vec<Item> {
    let regime = |text: &str| fold(text) == fold(Regime::State.name());
    let own = paper
        .fields
        .iter()
        .find(|one| one.path.is_empty() && fold(&one.name) == field::REGIME.key);
    let own = own.map(|one| paper.text[one.value.clone()].to_owned());
    let office = paper
        .office
        .iter()
        .flat_map(|office| office.values_of(&[field::REGIME.name]).map(str::to_owned));
    let state = own.into_iter().chain(office).next().is_some_and(|name| regime(&name));
    let letters: &[(&str, &str)] = if state {
        &[
            ("TM.", "thay mặt tập thể"),
            ("KT.", "ký thay người đứng đầu"),
            ("TL.", "ký thừa lệnh"),
            ("TUQ.", "ký thừa ủy quyền"),
            ("Q.", "quyền người đứng đầu"),
        ]
    } else {
        &[
            ("T/M", "thay mặt tập thể"),
            ("K/T", "ký thay người đứng đầu"),
            ("T/L", "ký thừa lệnh"),
            ("Q.", "quyền người đứng đầu"),
        ]
    };
    let authority = |(letters, meaning): &(&str, &str)| Item {
        text: format!("{letters} "),
        ..item(letters, Sort::Choice, (*meaning).to_owned(), String::new())
    };
    letters.iter().map(authority).collect()
}

/// Signs that mean something else than a plain text where a value begins.
const SPECIAL: &str = "-?:,[]{}#&*!|>'\"%@`";

/// The items with what YAML needs about their values at that place.
fn placed(items: Vec<Item>, cursor: &Cursor) -> Vec<Item> {
    let placed = |item: Item| {
        let quoted = item.text.starts_with(|c| SPECIAL.contains(c))
            || item.text.contains(": ")
            || item.text.contains(" #")
            || item.text.ends_with(':')
            || (cursor.brackets && item.text.contains([',', '[', ']', '{', '}']));
        let mut text = item.text;
        if quoted {
            text = format!("'{}'", text.replace('\'', "''"));
        }
        if cursor.glued {
            text.insert(0, ' ');
        }
        Item { text, ..item }
    };
    items.into_iter().map(placed).collect()
}

//! `vanban templates show`: everything about one kind of document.

use std::fmt::Write as _;

use super::list::regimes;
use super::origin::{is_of_base, shown_origin};
use crate::diagnostic::{Bilingual, Lang};
use crate::document::{Abbreviation, Form, Manifest, Regime, Takes, Text};
use crate::template::Templates;

const SUMMARY: Bilingual<&str> = Bilingual { vi: "tóm tắt", en: "summary" };
const VERSION: Bilingual<&str> = Bilingual { vi: "phiên bản", en: "version" };
const REGIMES: Bilingual<&str> = Bilingual { vi: "thể thức", en: "layouts" };
const TITLE: Bilingual<&str> = Bilingual { vi: "tên loại", en: "kind" };
const CODE: Bilingual<&str> = Bilingual { vi: "chữ viết tắt", en: "code" };
const SOURCE: Bilingual<&str> =
    Bilingual { vi: "căn cứ của mẫu", en: "source of the form" };
const HOUSE: Bilingual<&str> = Bilingual {
    vi: "theo thông lệ, quy định không cho mẫu",
    en: "house form, no regulation has one",
};
const REQUIRED: Bilingual<&str> =
    Bilingual { vi: "mục bắt buộc", en: "required fields" };
const FIELDS: Bilingual<&str> = Bilingual { vi: "mục riêng", en: "fields of its own" };
const FILES: Bilingual<&str> = Bilingual { vi: "các tệp", en: "files" };
const BASE: Bilingual<&str> = Bilingual { vi: "khung chung", en: "common frame" };

/// Everything about one template.
pub(super) fn text(kind: &Manifest, templates: &Templates, lang: Lang) -> String {
    let mut text = format!("{}\n", kind.name);
    let mut line = |label: &Bilingual<&str>, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "  {}: {value}", label.get(lang));
        }
    };
    line(&VERSION, kind.version.as_str());
    line(&SUMMARY, kind.summary.as_str());
    line(&REGIMES, &regimes(kind));
    line(&TITLE, kind.title.as_str());
    line(&CODE, &code(&kind.abbreviation));
    line(&SOURCE, kind.source.as_ref().map_or(*HOUSE.get(lang), Text::as_str));
    let required: Vec<&str> = kind.required.iter().map(Text::as_str).collect();
    line(&REQUIRED, &required.join(", "));
    if !kind.fields.0.is_empty() {
        let _ = writeln!(text, "  {}:", FIELDS.get(lang));
        for (name, form) in &kind.fields.0 {
            let _ = writeln!(text, "    {name}: {}", help(form));
        }
    }
    let mut files = |label: &Bilingual<&str>, folder: &str| {
        let _ = writeln!(text, "  {}:", label.get(lang));
        for (path, _) in templates.files_in(folder) {
            if !folder.is_empty() || is_of_base(path) {
                let origin = shown_origin(path, templates, lang);
                let _ = writeln!(text, "    {path}   ({origin})");
            }
        }
    };
    files(&FILES, &kind.folder());
    files(&BASE, "");
    text
}

fn code(code: &Abbreviation) -> String {
    if code.party == code.state {
        return code.party.as_ref().map(Text::to_string).unwrap_or_default();
    }
    let of = |(regime, name): (Regime, &str)| {
        format!("{name} {}", code.of(regime).map_or("—", Text::as_str))
    };
    Regime::NAMES.map(of).join(", ")
}

/// What a field takes, and its help.
fn help(form: &Form) -> String {
    let takes = takes(form);
    let about = form.description.as_ref().or(form.title.as_ref());
    about.map_or_else(|| takes.clone(), |about| format!("{takes}   {about}"))
}

/// What one could write in a field; of a list what stands in it.
fn takes(form: &Form) -> String {
    let choices = || {
        let names: Vec<&str> = form.choices.iter().map(Text::as_str).collect();
        names.join(" | ")
    };
    match form.takes() {
        Takes::Text => "…".to_owned(),
        Takes::Choice | Takes::Flag => choices(),
        Takes::Date => "05/6/2023".to_owned(),
        Takes::Person => "{họ tên: …, chức vụ: …}".to_owned(),
        Takes::List => {
            let entry =
                form.items.as_ref().map_or_else(|| "…".to_owned(), |one| takes(one));
            format!("[{entry}]")
        }
        Takes::TextOrList => "… | […]".to_owned(),
        Takes::Group => {
            let names: Vec<&str> =
                form.properties.0.iter().map(|(name, _)| name.as_str()).collect();
            format!("{{{}: …}}", names.join(": …, "))
        }
    }
}

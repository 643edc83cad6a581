//! The numbers of both regimes: complete, named as the fields are, and an office's to replace.

use std::collections::BTreeSet;
use std::fs;

use serde::Serialize;
use serde_json::ser::PrettyFormatter;
use vanban::rooms::document::{Entry, Number, Presentation, Regulation};
use vanban::rooms::front_matter::read_regulation;
use vanban::rooms::source::{Source, Sources};

use crate::cli::{ends, stderr, vanban};
use crate::support::{notice, read};

fn regulation(text: &str) -> (Regulation, usize) {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.yaml", text));
    let (regulation, found) = read_regulation(file, &sources);
    (regulation.unwrap_or_default(), found.iter().count())
}

/// The entry at a path: `body.size`.
fn entry<'a>(numbers: &'a [Entry], path: &str) -> Option<&'a Entry> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(a, b)| (a, Some(b)));
    let entry = numbers.iter().find(|entry| entry.name == first)?;
    match (rest, &entry.number) {
        (None, _) => Some(entry),
        (Some(rest), Number::Group(entries)) => self::entry(entries, rest),
        (Some(_), Number::Scalar(_) | Number::List(_)) => None,
    }
}

/// The numbers as they are built in: line by line, but not set in, as most of that would be blanks.
fn json(regulation: &Regulation) -> String {
    let mut out = Vec::new();
    let lines = PrettyFormatter::with_indent(b"");
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, lines);
    regulation.serialize(&mut serializer).unwrap();
    String::from_utf8(out).unwrap() + "\n"
}

#[test]
fn what_is_built_in_is_what_the_files_say() {
    for name in ["party", "state"] {
        let (said, problems) =
            regulation(&read(&format!("templates/layout/{name}.yaml")));
        assert_eq!(problems, 0, "{name}");
        assert!(!said.numbers.is_empty() && !said.settings.is_empty(), "{name}");
        let wanted = json(&said);
        let path = format!("templates/layout/{name}.json");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(crate::support::path(&path), wanted).unwrap();
        } else {
            assert!(read(&path) == wanted, "{path}: write it anew by UPDATE_EXPECT=1");
        }
    }
}

#[test]
fn each_setting_stands_once_in_each_regime() {
    let fields: BTreeSet<&str> = Presentation::fields().collect();
    for (file, sets) in [("party", 0), ("state", 2)] {
        let text = read(&format!("templates/layout/{file}.yaml"));
        let (regulation, problems) = regulation(&text);
        assert_eq!(problems, 0, "{file}");
        let named: Vec<&str> =
            regulation.settings.iter().map(|rule| rule.field.as_str()).collect();
        assert_eq!(named.len(), fields.len(), "{file}");
        assert_eq!(named.into_iter().collect::<BTreeSet<_>>(), fields, "{file}");
        assert_eq!(regulation.sizes.len(), sets, "{file}");
        for rule in &regulation.settings {
            let Some(at) = rule.at.as_deref().filter(|at| *at != "sizes") else {
                continue;
            };
            let number = entry(&regulation.numbers, at).map(|entry| &entry.number);
            assert!(matches!(number, Some(Number::Scalar(_))), "{file}: {at}");
            if rule.range.is_some() {
                assert!(rule.limits(regulation.sizes(None)).is_some(), "{file}: {at}");
            }
        }
    }
}

#[test]
fn an_office_replaces_the_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("mẫu/layout");
    fs::create_dir_all(&own).unwrap();
    let fields = "trình bày: {cỡ chữ: 16}\n---\n\nMột";
    let text = notice("Một.").replacen("---\n\nMột", fields, 1);
    fs::write(folder.path().join("tb.md"), text).unwrap();
    let build = || vanban(folder.path(), &["build", "tb.md"]);
    ends(&build(), 1);
    let party = read("templates/layout/party.yaml");
    let wider = party.replacen("[14pt, 15pt]", "[14pt, 16pt]", 1);
    fs::write(own.join("party.yaml"), &wider).unwrap();
    ends(&build(), 0);
    fs::write(own.join("party.yaml"), wider.replace("numbers:", "nombers:")).unwrap();
    let output = build();
    ends(&output, 1);
    let said = stderr(&output);
    assert!(said.contains("mẫu/layout/party.yaml:"), "{said}");
    assert!(said.contains("unknown-field"), "{said}");
}

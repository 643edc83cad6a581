//! `vanban templates list`: a line for each kind of document, group by group.

use std::fmt::Write as _;

use super::origin::shown_origin;
use crate::diagnostic::{Bilingual, Lang};
use crate::document::{Manifest, Text};
use crate::template::Templates;

/// The group of the kinds that name none: those of an office.
const UNGROUPED: Bilingual<&str> = Bilingual { vi: "mẫu khác", en: "other templates" };

/// A line for each template below the name of its group: name and version, regimes, what it is for,
/// where it is from.
pub(super) fn text(kinds: &[Manifest], templates: &Templates, lang: Lang) -> String {
    let row = |kind: &Manifest| {
        let manifest = format!("{}/template.yaml", kind.folder());
        [
            format!("{}@{}", kind.name, kind.version),
            regimes(kind),
            kind.summary.value.clone(),
            format!("({})", shown_origin(&manifest, templates, lang)),
        ]
    };
    let mut groups: Vec<(&str, Vec<[String; 4]>)> = Vec::new();
    for kind in kinds {
        let name = kind.group.as_ref().map_or(*UNGROUPED.get(lang), Text::as_str);
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(row(kind)),
            None => groups.push((name, vec![row(kind)])),
        }
    }
    groups.sort_by_key(|(name, _)| (*name == *UNGROUPED.get(lang), *name));
    let width = |column: usize| {
        let rows = groups.iter().flat_map(|(_, rows)| rows);
        rows.map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2)];
    let mut text = String::new();
    for (index, (name, rows)) in groups.iter().enumerate() {
        let _ = writeln!(text, "{}{name}:", if index == 0 { "" } else { "\n" });
        for [name, regimes, summary, origin] in rows {
            let _ = writeln!(
                text,
                "  {name:0$}  {regimes:1$}  {summary:2$}  {origin}",
                widths[0], widths[1], widths[2]
            );
        }
    }
    text
}

/// The names of the regimes of a kind.
pub(super) fn regimes(kind: &Manifest) -> String {
    let names: Vec<&str> =
        kind.regimes.iter().map(|choice| choice.value.name()).collect();
    names.join(", ")
}

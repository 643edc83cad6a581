//! `vanban templates list`: a line for each kind of document, group by group.

use std::fmt::Write as _;

use super::groups;
use super::origin::shown_origin;
use crate::diagnostic::Lang;
use crate::document::Manifest;
use crate::template::Templates;

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
    let groups = groups(kinds, lang).into_iter();
    let groups: Vec<(&str, Vec<[String; 4]>)> = groups
        .map(|(name, kinds)| (name, kinds.into_iter().map(row).collect()))
        .collect();
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

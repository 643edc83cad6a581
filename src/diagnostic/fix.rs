//! What mends a problem for certain: edits of the user's files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::{FileId, Span};

/// A piece of a file and what is to stand in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The piece; an empty one is a place between two characters.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

impl Edit {
    /// Whether it only takes something out.
    fn removes(&self) -> bool {
        self.text.is_empty() && self.span.start < self.span.end
    }
}

/// All edits that mend one problem.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fix(Vec<Edit>);

impl Fix {
    /// The edits.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Fix {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(Span, String)> for Fix {
    fn from_iter<I: IntoIterator<Item = (Span, String)>>(edits: I) -> Self {
        Self(edits.into_iter().map(|(span, text)| Edit { span, text }).collect())
    }
}

/// The fixes that can be applied to one file at once, each whole, in the order of their places: of
/// two that touch each other the first, unless the other only takes something out there.
#[must_use]
pub fn compatible<'a>(
    file: FileId,
    fixes: impl IntoIterator<Item = &'a Fix>,
) -> Vec<&'a Fix> {
    let edits = |fix: &'a Fix| fix.iter().filter(move |edit| edit.span.file == file);
    let mut fixes: Vec<(usize, &Fix)> = fixes
        .into_iter()
        .filter_map(|fix| Some((edits(fix).map(|edit| edit.span.start).min()?, fix)))
        .collect();
    fixes.sort_by_key(|(start, _)| *start);
    // Where each edit that stays starts: where it ends, and whether it only takes out.
    let mut taken: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    let mut chosen = Vec::new();
    for (_, fix) in fixes {
        let is_free = |edit: &Edit| {
            let Span { start, end, .. } = edit.span;
            let before = taken.range(..=start).next_back();
            let behind = taken.range(start + 1..).next();
            before.is_none_or(|(_, (other, _))| {
                start > *other || (start == *other && edit.removes())
            }) && behind.is_none_or(|(other, (_, removes))| {
                *other > end || (*other == end && *removes)
            })
        };
        if edits(fix).all(is_free) {
            let spans = edits(fix).map(|edit| (edit.span, edit.removes()));
            taken.extend(spans.map(|(span, removes)| (span.start, (span.end, removes))));
            chosen.push(fix);
        }
    }
    chosen
}

/// The text of one file after the fixes that are [`compatible`] there. Everything else of the text
/// stays as it is, byte by byte.
#[must_use]
pub fn mended<'a>(
    text: &str,
    file: FileId,
    fixes: impl IntoIterator<Item = &'a Fix>,
) -> String {
    let chosen = compatible(file, fixes).into_iter().flatten();
    let mut edits: Vec<&Edit> = chosen.filter(|edit| edit.span.file == file).collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let (mut out, mut done) = (String::with_capacity(text.len()), None);
    for edit @ Edit { span, text: new } in edits {
        let from = done.unwrap_or(0);
        // The edits of one fix may overlap.
        let is_free = done
            .is_none_or(|end| span.start > end || (edit.removes() && span.start == end));
        if let Some(kept) = text.get(from..span.start).filter(|_| is_free)
            && text.is_char_boundary(span.end)
        {
            out.push_str(kept);
            out.push_str(new);
            done = Some(span.end);
        }
    }
    out.push_str(text.get(done.unwrap_or(0)..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_leave_all_else_as_it_is() {
        let text = "\u{feff}So\u{302}\u{301}\r\na.\r\n";
        let edit = |range, new: &str| (Span::new(FileId::DOCUMENT, range), new.into());
        let stop = text.find('.').unwrap();
        let one: Fix = [edit(stop + 1..stop + 1, "/.")].into_iter().collect();
        let two: Fix = [edit(3..4, "X"), edit(3..5, "Y")].into_iter().collect();
        let all = mended(text, FileId::DOCUMENT, [&one, &two]);
        assert_eq!(all, "\u{feff}Xo\u{302}\u{301}\r\na./.\r\n");
        assert_eq!(mended(text, FileId::from_number(1), [&one]), text);
        let gone: Fix =
            [edit(0..4, ""), edit(4..7, ""), edit(6..8, "")].into_iter().collect();
        assert_eq!(mended("một\nhai", FileId::DOCUMENT, [&gone]), "ai");
    }

    #[test]
    fn a_fix_is_applied_whole_or_waits() {
        let edit = |range, new: &str| (Span::new(FileId::DOCUMENT, range), new.into());
        // The second moves `a` behind `b`: half of it would lose or double the letter.
        let raised: Fix = [edit(2..3, "B")].into_iter().collect();
        let moved: Fix = [edit(0..1, ""), edit(3..3, "a")].into_iter().collect();
        let all = [&raised, &moved];
        assert_eq!(compatible(FileId::DOCUMENT, all), [&moved]);
        assert_eq!(mended("a b", FileId::DOCUMENT, all), " ba");
        let apart: Fix = [edit(1..2, "_")].into_iter().collect();
        assert_eq!(mended("a b", FileId::DOCUMENT, [&raised, &apart]), "a_b");
        assert_eq!(mended("a b", FileId::DOCUMENT, [&raised]), "a B");
    }
}

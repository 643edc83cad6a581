//! The definitions of the layout library and the entries of its dictionaries: where each stands in a
//! generated file.

use std::ops::Range;

use super::names::name_end;

/// How a definition of the library begins, at the start of a line.
const DEFINITION: &str = "#let ";

/// What stands behind the name of a dictionary of which a document has no more entries than it names.
const DICTIONARY: &str = " = (:\n";

/// How the numbers of the regime begin, which stand before the library.
const REGULATION: &str = "#let regulation = (\n";

/// A definition of the library: its place and the names that it gives.
pub(super) struct Definition<'t> {
    pub(super) place: Range<usize>,
    pub(super) names: Vec<&'t str>,
    /// Of a dictionary, those that may be left out.
    pub(super) entries: Vec<Entry<'t>>,
}

/// An entry of a dictionary, on lines of its own.
pub(super) struct Entry<'t> {
    pub(super) place: Range<usize>,
    pub(super) name: &'t str,
}

/// The numbers of the regime, which are always needed, in the text before the library.
pub(super) fn regulation(before: &str) -> Option<Definition<'_>> {
    let start = before.find(REGULATION)?;
    let end = start + before[start..].find("\n)\n")? + 1;
    let entries = entries(before, start..end);
    Some(Definition { place: start..end, names: Vec::new(), entries })
}

/// The definitions of a file, each as far as the next one.
pub(super) fn in_file(file: &str) -> Vec<Definition<'_>> {
    // Little else begins with the first of these characters.
    let starts: Vec<usize> = file
        .match_indices('#')
        .map(|(at, _)| at)
        .filter(|at| file[*at..].starts_with(DEFINITION))
        .filter(|at| *at == 0 || file.as_bytes()[at - 1] == b'\n')
        .collect();
    let ends = starts.iter().skip(1).copied().chain([file.len()]);
    let definition = |(start, end): (&usize, usize)| {
        let head = &file[start + DEFINITION.len()..end];
        let name = name_end(head);
        let names = match head.strip_prefix('(') {
            Some(names) => names.split_once(')').map_or(names, |(names, _)| names),
            None => &head[..name],
        };
        let place = *start..end;
        let is_dictionary = head[name..].starts_with(DICTIONARY);
        let entries =
            if is_dictionary { entries(file, place.clone()) } else { Vec::new() };
        Definition { place, names: names.split(',').map(str::trim).collect(), entries }
    };
    starts.iter().zip(ends).map(definition).collect()
}

/// The entries of a dictionary whose name is a word: each begins a line that is set in by two blanks.
fn entries(text: &str, place: Range<usize>) -> Vec<Entry<'_>> {
    let mut found: Vec<Entry<'_>> = Vec::new();
    let mut at = place.start;
    let mut is_open = false;
    for line in text[place].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let key =
            line.strip_prefix("  ").filter(|key| !key.starts_with([' ', ')', '}', ']']));
        if let Some(key) = key {
            let name = &key[..name_end(key)];
            is_open = !name.is_empty() && key[name.len()..].starts_with(": ");
            if is_open {
                found.push(Entry { place: start..at, name });
            }
        } else if !line.starts_with(' ') {
            is_open = false;
        } else if let Some(last) = found.last_mut().filter(|_| is_open) {
            last.place.end = at;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::files::is_plain;
    use super::*;
    use crate::template::Templates;

    #[test]
    fn only_some_dictionaries_lose_entries() {
        let entries = |text: &str| {
            let found = in_file(text);
            found[0]
                .entries
                .iter()
                .map(|one| &text[one.place.clone()])
                .collect::<Vec<_>>()
                .concat()
        };
        let body = "  a: 1,\n  \"b\": 2,\n    c: 3,\n  d: (\n    e: 4,\n  ),\n)\n";
        assert_eq!(
            entries(&format!("#let x = (:\n{body}")),
            "  a: 1,\n  d: (\n    e: 4,\n  ),\n"
        );
        assert_eq!(entries(&format!("#let x = (\n{body}")), "");
        assert_eq!(entries(&format!("#let x() = (:\n{body}")), "");
    }

    #[test]
    fn between_definitions_stand_comments_only() {
        let templates = Templates::built_in();
        let files = templates.files_in("layout").filter(|(path, _)| is_plain(path));
        for (path, source) in files {
            for line in source.text().lines().filter(|line| !line.trim().is_empty()) {
                let starts = [DEFINITION, "//", "  ", "}", ")", "]"];
                assert!(
                    starts.iter().any(|start| line.starts_with(start)),
                    "{path}: {line}"
                );
                assert!(!line.contains("/*"), "{path}: {line}");
            }
        }
    }
}

//! Leaves out of a generated file what of the layout library its document does not use: Typst
//! reads, hashes and evaluates each definition that stands there. What an office wrote itself stays
//! as it is.

use std::collections::HashMap;
use std::ops::Range;

use super::files::is_built_in_layout;
use crate::source_map::{Line, SourceMap};

/// How a definition of the library begins, at the start of a line.
const DEFINITION: &str = "#let ";

/// A definition of the library: its place and the names that it gives.
struct Definition<'t> {
    place: Range<usize>,
    names: Vec<&'t str>,
}

/// The file and its map without the definitions that nothing uses, and without the comments of the
/// library.
pub(super) fn only(typst: String, map: SourceMap) -> (String, SourceMap) {
    let library = library(&map, typst.len());
    let definitions: Vec<Definition<'_>> =
        library.iter().flat_map(|part| definitions(&typst, part)).collect();
    let Some(needed) = needed(&typst, &definitions) else { return (typst, map) };
    let mut dropped = definitions.iter().zip(needed).filter(|(_, needed)| !needed);
    let mut next = dropped.next();
    let mut cut: Vec<Range<usize>> = Vec::new();
    for part in library {
        let mut after_blank = true;
        let mut at = part.start;
        for line in typst[part].split_inclusive('\n') {
            let place = at..at + line.len();
            at = place.end;
            while next.as_ref().is_some_and(|(one, _)| one.place.end <= place.start) {
                next = dropped.next();
            }
            let is_dropped =
                next.as_ref().is_some_and(|(one, _)| one.place.start <= place.start);
            let words = line.trim_ascii();
            let is_blank = words.is_empty();
            if is_dropped || words.starts_with("//") || (is_blank && after_blank) {
                match cut.last_mut().filter(|last| last.end == place.start) {
                    Some(last) => last.end = place.end,
                    None => cut.push(place),
                }
            } else {
                after_blank = is_blank;
            }
        }
    }
    let mut out = String::with_capacity(typst.len());
    let mut from = 0;
    for part in &cut {
        out.push_str(&typst[from..part.start]);
        from = part.end;
    }
    out.push_str(&typst[from..]);
    let map = map.without(&cut, &typst);
    (out, map)
}

/// The places of the files of the library as they are built in.
fn library(map: &SourceMap, end: usize) -> Vec<Range<usize>> {
    let lines = map.lines();
    let ends = lines.iter().skip(1).map(|line| line.start).chain([end]);
    let is_ours = |(line, _): &(&Line, usize)| is_built_in_layout(&line.source);
    lines.iter().zip(ends).filter(is_ours).map(|(line, end)| line.start..end).collect()
}

/// The definitions of a file, each as far as the next one.
fn definitions<'t>(text: &'t str, part: &Range<usize>) -> Vec<Definition<'t>> {
    let file = &text[part.clone()];
    let starts: Vec<usize> = file
        .match_indices(DEFINITION)
        .map(|(at, _)| at)
        .filter(|at| *at == 0 || file.as_bytes()[at - 1] == b'\n')
        .collect();
    let ends = starts.iter().skip(1).copied().chain([file.len()]);
    let definition = |(start, end): (&usize, usize)| {
        let head = &file[start + DEFINITION.len()..end];
        let head = match head.strip_prefix('(') {
            Some(names) => names.split_once(')').map_or(names, |(names, _)| names),
            None => &head[..name_end(head)],
        };
        Definition {
            place: part.start + start..part.start + end,
            names: head.split(',').map(str::trim).collect(),
        }
    };
    starts.iter().zip(ends).map(definition).collect()
}

/// Of each definition, whether text behind it that is none uses it, or one that is used itself. None
/// where code may stand in a string.
fn needed(text: &str, definitions: &[Definition<'_>]) -> Option<Vec<bool>> {
    let mut numbers = HashMap::new();
    for (number, definition) in definitions.iter().enumerate() {
        for name in &definition.names {
            numbers.entry(*name).or_insert_with(Vec::new).push(number);
        }
    }
    let mut needed = vec![false; definitions.len()];
    for index in (0..=definitions.len()).rev() {
        let start = index.checked_sub(1).map_or(0, |last| definitions[last].place.end);
        let own = definitions.get(index).map(|definition| definition.place.clone());
        let end = own.as_ref().map_or(text.len(), |own| own.start);
        let own = own.filter(|_| needed[index]).map_or("", |own| &text[own]);
        for name in names(&text[start..end]).chain(names(own)) {
            if name == "eval" {
                return None;
            }
            for number in numbers.get(name).into_iter().flatten() {
                needed[*number] |= *number < index;
            }
        }
    }
    Some(needed)
}

/// The names in some code, but for those of fields: not what stands in strings and comments.
fn names(code: &str) -> impl Iterator<Item = &str> {
    let bytes = code.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at) {
            let start = at;
            at += 1;
            match byte {
                b'"' => at += string_end(&bytes[at..]),
                b'/' if bytes.get(at) == Some(&b'/') => {
                    let rest = &bytes[at..];
                    at += rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                    at = start + name_end(&code[start..]);
                    let is_field = bytes[..start].ends_with(b".")
                        && !bytes[..start].ends_with(b"..");
                    if !is_field {
                        return Some(&code[start..at]);
                    }
                }
                b'0'..=b'9' => at = start + name_end(&code[start..]),
                _ => {}
            }
        }
        None
    })
}

/// Where the name ends that a text begins with.
fn name_end(text: &str) -> usize {
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    text.bytes().position(|b| !is_name(&b)).unwrap_or(text.len())
}

/// Where the string ends in whose middle some bytes begin.
fn string_end(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::files::is_plain;
    use super::*;
    use crate::source::Source;
    use crate::template::Templates;

    #[test]
    fn fields_strings_and_comments_use_no_name() {
        let code = "f(a.b, ..c, d: \"e \\\" g\") // h\n2mm + [#i-j.k()] http";
        assert_eq!(names(code).collect::<Vec<_>>(), ["f", "a", "c", "d", "i-j", "http"]);
    }

    /// A file as built in, with another text before and behind it.
    fn with_library(before: &str, behind: &str) -> (String, SourceMap) {
        let templates = Templates::built_in();
        let library = Arc::clone(templates.shared("layout/names.typ").unwrap());
        let text = format!("{before}{}{behind}", library.text());
        let other = Arc::new(Source::new("main.typ.j2", behind));
        let end = text.len() - behind.len();
        let lines = [(before.len(), library, true), (end, other, false)];
        let lines = lines.into_iter().map(|(start, source, is_plain)| Line {
            start,
            source,
            line: 1,
            is_plain,
        });
        (text, SourceMap::default().with_lines(lines.collect()))
    }

    #[test]
    fn what_nothing_behind_it_uses_goes() {
        let (text, map) =
            with_library("#bodies-typed(1)\n", "#name-lines(1) \"listed\"\n");
        let (text, map) = only(text, map);
        assert!(text.contains("#let name-lines(") && !text.contains("#let listed("));
        assert!(!text.contains("#let bodies-typed(") && !text.contains("///"), "{text}");
        let at = text.find("#let name-lines").unwrap();
        let (source, range) = map.template(&(at..at + 15), &text).unwrap();
        assert_eq!(&source.text()[range], "#let name-lines");
        let at = text.find("\"listed\"").unwrap();
        let (source, range) = map.template(&(at..at + 8), &text).unwrap();
        assert_eq!((source.name(), &source.text()[range]), ("main.typ.j2", "\"listed\""));
    }

    #[test]
    fn code_in_strings_may_use_all() {
        let (text, map) = with_library("", "#eval(\"listed(1)\")\n");
        assert_eq!(only(text.clone(), map).0, text);
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

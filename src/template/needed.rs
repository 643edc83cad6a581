//! Leaves out of a generated file what of the layout library its document does not use: Typst
//! reads, hashes and evaluates each definition that stands there. What an office wrote itself stays
//! as it is.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::definitions::{Definition, Entry, regulation};
use super::library::{LibraryFile, library_file};
use super::names::{Name, names};
use crate::source_map::{SourceMap, text_without};

/// How a name is used behind a place.
#[derive(Default)]
struct Use {
    /// As that of a variable.
    is_own: bool,
    /// In any way that asks for an entry of a dictionary.
    is_named: bool,
}

/// How the names are used that the library gives.
type Uses<'t> = FxHashMap<&'t str, Use>;

/// A definition at its place in the generated file.
struct Placed<'t> {
    /// Where the text begins in which the definition has its place.
    base: usize,
    definition: &'t Definition<'t>,
    /// Where it ends with the blank lines behind it.
    end: usize,
    /// The file of the library that it comes from; none for the numbers of the regime.
    file: Option<&'static LibraryFile>,
}

impl Placed<'_> {
    /// A place of the definition in the generated file.
    fn at(&self, place: &Range<usize>) -> Range<usize> {
        self.base + place.start..self.base + place.end
    }
}

/// The file and its map without the definitions that nothing uses, the entries of dictionaries that
/// nothing names, and the comments of the library.
pub(super) fn only(typst: String, map: SourceMap) -> (String, SourceMap) {
    let library = library(&map, typst.len());
    let first = library.first().map(|(part, _)| part.start);
    let numbers = first.and_then(|first| regulation(&typst[..first]));
    let mut definitions: Vec<Placed<'_>> = Vec::new();
    let numbers = numbers.as_ref();
    definitions.extend(numbers.map(|definition| {
        let end = definition.place.end;
        Placed { base: 0, definition, end, file: None }
    }));
    for (part, file) in &library {
        let (base, all) = (part.start, &file.definitions);
        let next = all.iter().skip(1).map(|next| base + next.place.start);
        let own = all.iter().zip(next.chain([part.end]));
        let file = Some(*file);
        let own = own.map(|(definition, end)| Placed { base, definition, end, file });
        definitions.extend(own);
    }
    let Some(unused) = unused(&typst, &map, &definitions) else { return (typst, map) };
    let heads = library.iter().flat_map(|(part, file)| {
        let first = file.definitions.first();
        let head = first.map_or(part.end, |first| part.start + first.place.start);
        comments(&typst, &(part.start..head))
    });
    let cut = joined(unused.into_iter().chain(heads).collect());
    let map = map.without(&cut, &typst);
    (text_without(&typst, &cut), map)
}

/// The places of the files of the library as they are built in.
pub(super) fn library(
    map: &SourceMap,
    end: usize,
) -> Vec<(Range<usize>, &'static LibraryFile)> {
    let lines = map.lines();
    let ends = lines.iter().skip(1).map(|line| line.start).chain([end]);
    let ours = lines
        .iter()
        .zip(ends)
        .filter_map(|(line, end)| Some((line.start..end, library_file(&line.source)?)));
    ours.collect()
}

/// The places of definitions and entries whose names nothing behind them uses that is needed itself,
/// and of the comments in those of the library that are needed. An entry in which something of the
/// user's stands is needed. None where code may stand in a string.
fn unused(
    text: &str,
    map: &SourceMap,
    definitions: &[Placed<'_>],
) -> Option<Vec<Range<usize>>> {
    let mut uses = Uses::default();
    for Placed { definition, .. } in definitions {
        let entries = definition.entries.iter().map(|entry| entry.name);
        let names = definition.names.iter().copied();
        uses.extend(names.chain(entries).map(|name| (name, Use::default())));
    }
    let mut unused = Vec::new();
    let mut end = text.len();
    for placed in definitions.iter().rev() {
        let Definition { place: within, names, entries } = placed.definition;
        let place = placed.base + within.start..placed.end;
        note(names_of(&text[place.end..end]), false, &mut uses)?;
        end = place.start;
        let is_used = |name: &&str| uses.get(*name).is_some_and(|one| one.is_own);
        if !names.is_empty() && !names.iter().any(is_used) {
            unused.push(place);
            continue;
        }
        let is_unnamed = |entry: &&Entry<'_>| {
            let is_named = uses.get(entry.name).is_some_and(|one| one.is_named);
            !is_named && !map.has_segment(&placed.at(&entry.place))
        };
        let left_out: Vec<_> = entries.iter().rev().filter(is_unnamed).collect();
        let mut until = within.end;
        let mut note_kept = |kept: Range<usize>| match placed.file {
            Some(file) => note(file.names(&kept), true, &mut uses),
            None => note(names_of(&text[placed.at(&kept)]), true, &mut uses),
        };
        for entry in &left_out {
            note_kept(entry.place.end..until)?;
            until = entry.place.start;
        }
        note_kept(within.start..until)?;
        unused.extend(left_out.into_iter().map(|entry| placed.at(&entry.place)));
        if placed.file.is_some() {
            unused.extend(comments(text, &place));
        }
    }
    note(names_of(&text[..end]), false, &mut uses)?;
    Some(unused)
}

/// The names in some code.
fn names_of(code: &str) -> impl Iterator<Item = Name<'_>> {
    names(code).map(|(_, name)| name)
}

/// Notes which names some code uses. Those in strings of the library ask for no entry. None where it
/// may be more code that stands in a string.
fn note<'n>(
    names: impl Iterator<Item = Name<'n>>,
    is_library: bool,
    uses: &mut Uses<'_>,
) -> Option<()> {
    for name in names {
        let (Name::Own(word) | Name::Field(word) | Name::Quoted(word)) = name;
        let is_own = matches!(name, Name::Own(_));
        if is_own && word == "eval" {
            return None;
        }
        if let Some(one) = uses.get_mut(word) {
            one.is_own |= is_own;
            one.is_named |= !(is_library && matches!(name, Name::Quoted(_)));
        }
    }
    Some(())
}

/// The lines of a part of the library that are comments, or blank behind a blank one.
fn comments(text: &str, part: &Range<usize>) -> Vec<Range<usize>> {
    let mut after_blank = true;
    let mut at = part.start;
    let mut found = Vec::new();
    for line in text[part.clone()].split_inclusive('\n') {
        let place = at..at + line.len();
        at = place.end;
        let words = line.trim_ascii();
        if words.starts_with("//") || (words.is_empty() && after_blank) {
            found.push(place);
        } else {
            after_blank = words.is_empty();
        }
    }
    found
}

/// Places in order, those that meet as one.
fn joined(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_unstable_by_key(|place| place.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in places {
        match joined.last_mut().filter(|last| place.start <= last.end) {
            Some(last) => last.end = last.end.max(place.end),
            None => joined.push(place),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Source;
    use crate::source_map::Line;
    use crate::template::Templates;

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
    fn entries_that_nothing_behind_names_go() {
        let text = "#let regulation = (\n  a: (\n    c: 1, // x\n  ),\n  b: 2, // y\n  c: 3,\n)\n";
        let (source, map) = with_library(text, "#regulation.a #name-lines(\"c\")\n");
        let (typst, _) = only(source, map);
        let kept = "#let regulation = (\n  a: (\n    c: 1, // x\n  ),\n  c: 3,\n)\n";
        assert!(typst.starts_with(kept), "{typst}");
    }
}

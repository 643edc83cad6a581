//! The files of the layout library as they are built in, read once: their definitions, and the names
//! that those use which a document needs.

use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

use super::definitions::{Definition, in_file};
use super::files::{built_in_count, built_in_layout};
use super::names::{Name, names};
use crate::source::Source;

/// A file of the layout library.
pub(super) struct LibraryFile {
    /// Its definitions, in order.
    pub(super) definitions: Vec<Definition<'static>>,
    text: &'static str,
    /// The names in each definition, as far as they were asked for: in order, each with where it
    /// begins in the file.
    names: Vec<OnceLock<Vec<(usize, Name<'static>)>>>,
}

impl LibraryFile {
    fn of(text: &'static str) -> Self {
        let definitions = in_file(text);
        let names = definitions.iter().map(|_| OnceLock::new()).collect();
        Self { definitions, text, names }
    }

    /// The names in a part of one of its definitions.
    pub(super) fn names(
        &self,
        part: &Range<usize>,
    ) -> impl Iterator<Item = Name<'static>> {
        let begun = |definition: &Definition<'_>| definition.place.start <= part.start;
        let index = self.definitions.partition_point(begun).saturating_sub(1);
        let place = &self.definitions[index].place;
        let names = self.names[index].get_or_init(|| {
            let found = names(&self.text[place.clone()]);
            found.map(|(at, name)| (place.start + at, name)).collect()
        });
        let first = names.partition_point(|(at, _)| *at < part.start);
        let last = names.partition_point(|(at, _)| *at < part.end);
        names[first..last.max(first)].iter().map(|(_, name)| *name)
    }
}

/// The files that are built in, by their numbers, as far as they were read.
static FILES: LazyLock<Vec<OnceLock<LibraryFile>>> =
    LazyLock::new(|| (0..built_in_count()).map(|_| OnceLock::new()).collect());

/// What is known of a file, if it is one of the layout library as it is built in.
pub(super) fn library_file(source: &Arc<Source>) -> Option<&'static LibraryFile> {
    let number = super::files::built_in_number(source)?;
    let source = built_in_layout(number)?;
    Some(FILES[number].get_or_init(|| LibraryFile::of(source.text())))
}

#[cfg(test)]
mod tests {
    use super::super::files::is_plain;
    use super::*;
    use crate::template::Templates;

    /// A string or a comment that is open where a definition begins would make other names of it.
    #[test]
    fn a_definition_has_the_names_that_the_file_has_there() {
        let templates = Templates::built_in();
        let files = templates.files_in("layout");
        for (path, _) in files.filter(|(path, _)| is_plain(path)) {
            let file = library_file(templates.shared(path).unwrap()).unwrap();
            let first = file.definitions.first().map_or(0, |one| one.place.start);
            let of_file = names(file.text).filter(|(at, _)| *at >= first);
            let of_definitions =
                file.definitions.iter().flat_map(|one| file.names(&one.place));
            assert!(of_file.map(|(_, name)| name).eq(of_definitions), "{path}");
        }
    }
}

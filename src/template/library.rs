//! The files of the layout library as they are built in, read once: their definitions, and the names
//! that they use.

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
    /// The names in it, each with where it begins, in order.
    names: Vec<(usize, Name<'static>)>,
}

impl LibraryFile {
    fn of(text: &'static str) -> Self {
        Self { definitions: in_file(text), names: names(text).collect() }
    }

    /// The names in a part of it.
    pub(super) fn names(
        &self,
        part: &Range<usize>,
    ) -> impl Iterator<Item = Name<'static>> {
        let first = self.names.partition_point(|(at, _)| *at < part.start);
        let last = self.names.partition_point(|(at, _)| *at < part.end);
        self.names[first..last.max(first)].iter().map(|(_, name)| *name)
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

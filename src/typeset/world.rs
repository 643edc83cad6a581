//! The world that Typst sees: the generated file, the fonts, and the files that a template names.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::engine::Engine;
use super::generated::Generated;
use super::{Files, pictures};

/// A world without disk, network, packages and clock.
pub(super) struct Sandbox<'a> {
    engine: &'a Engine,
    library: Cow<'a, LazyHash<Library>>,
    generated: &'a Generated,
    files: &'a dyn Files,
    /// The files that Typst asked for, by their path.
    read: Mutex<BTreeMap<String, FileResult<Bytes>>>,
}

impl<'a> Sandbox<'a> {
    /// The world of one document.
    pub(super) fn new(
        engine: &'a Engine,
        library: Cow<'a, LazyHash<Library>>,
        generated: &'a Generated,
        files: &'a dyn Files,
    ) -> Self {
        Self { engine, library, generated, files, read: Mutex::default() }
    }

    /// A file of the document's folder. The pictures of a text do not come this way.
    fn read(&self, path: &str) -> FileResult<Bytes> {
        let bytes = self.files.read(path);
        let bytes = bytes.ok_or_else(|| FileError::NotFound(path.into()))?;
        pictures::of_template(self.engine, path, bytes)
            .map_err(|detail| FileError::Other(Some(detail.into())))
    }
}

/// The endings of the names of pictures.
const PICTURES: [&str; 6] = ["png", "jpg", "jpeg", "gif", "webp", "svg"];

/// Whether a file is a picture of the document's folder, by its name or by what stands in it: no
/// other file can be read.
fn is_picture(id: FileId, files: &dyn Files) -> bool {
    let (path, ending) = (id.vpath().get_without_slash(), id.vpath().extension());
    let named =
        |ending: &str| PICTURES.iter().any(|one| ending.eq_ignore_ascii_case(one));
    let drawn = || files.read(path).is_some_and(|bytes| pictures::is_raster(&bytes));
    *id.root() == VirtualRoot::Project && (ending.is_some_and(named) || drawn())
}

/// What Typst says of a file that may not be read, before its name.
const REFUSED: &str = "not a picture of the document's folder: ";

/// Refuses a file.
fn refused(id: FileId) -> FileError {
    let path = id.vpath().get_without_slash();
    let name = match id.root() {
        VirtualRoot::Project => path.to_owned(),
        VirtualRoot::Package(package) => package.to_string(),
    };
    FileError::Other(Some(format!("{REFUSED}{name}").into()))
}

/// The file that a complaint of Typst's says may not be read.
pub(super) fn refused_file(complaint: &str) -> Option<&str> {
    let (_, file) = complaint.split_once(REFUSED)?;
    Some(file.trim_end_matches(')'))
}

impl World for Sandbox<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.generated.main()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.generated.part(id).cloned().ok_or_else(|| refused(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if !is_picture(id, self.files) {
            return Err(refused(id));
        }
        let path = id.vpath().get_without_slash();
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(path.to_owned()).or_insert_with(|| self.read(path)).clone()
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None // dates come from the document
    }
}

//! The world that Typst sees: one source, the fonts, and the pictures it is handed.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::engine::{self, Engine};
use super::{Files, layout_errors};

/// The one source of every document: ids live as long as the process and are few.
static MAIN: LazyLock<FileId> = LazyLock::new(|| {
    let path = VirtualPath::new("main.typ").expect("the path is valid");
    RootedPath::new(VirtualRoot::Project, path).intern()
});

/// The source of a document.
pub(super) fn main_source(typst: String) -> Source {
    Source::new(*MAIN, typst)
}

/// The input of Typst's that makes the layout library leave out pictures.
const NO_PICTURES: &str = "no-pictures";

/// A world without disk, network, packages and clock.
pub(super) struct Sandbox<'a> {
    engine: &'a Engine,
    library: Cow<'a, LazyHash<Library>>,
    main: &'a Source,
    files: &'a dyn Files,
    /// The files that Typst asked for, by their path.
    read: Mutex<BTreeMap<String, Option<Bytes>>>,
}

impl<'a> Sandbox<'a> {
    /// The world of one document.
    pub(super) fn new(
        engine: &'a Engine,
        main: &'a Source,
        files: &'a dyn Files,
    ) -> Self {
        let library = Cow::Borrowed(&engine.library);
        Self { engine, library, main, files, read: Mutex::default() }
    }

    /// The same world, in which the layout library leaves out the pictures of the text.
    pub(super) fn without_pictures(self) -> Self {
        let library = engine::library(&[layout_errors::INPUT, NO_PICTURES]);
        Self { library: Cow::Owned(library), ..self }
    }
}

/// The most pixels of a picture: an A4 page at 600 dpi has 35 million. A small file can ask for
/// gigabytes of them.
const PIXELS: usize = 50_000_000;

/// The bytes of a file; none of a picture with too many pixels, so that it counts as broken.
fn readable(bytes: Vec<u8>) -> Vec<u8> {
    let size = imagesize::blob_size(&bytes);
    let pixels = size.map_or(0, |size| size.width.saturating_mul(size.height));
    if pixels > PIXELS { Vec::new() } else { bytes }
}

impl World for Sandbox<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            Ok(self.main.clone())
        } else {
            Err(FileError::NotSource)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if *id.root() != VirtualRoot::Project {
            return Err(FileError::AccessDenied);
        }
        let path = id.vpath().get_without_slash();
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(path.to_owned())
            .or_insert_with(|| self.files.read(path).map(readable).map(Bytes::new))
            .clone()
            .ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None // dates come from the document
    }
}

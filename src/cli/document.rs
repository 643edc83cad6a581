//! One document on its way through the library: read with its surroundings, run apart, so that
//! neither a deep text nor a fault of the program ends the others.

use std::fs;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use super::folder::{Folder, NamedFile};
use super::message::Message;
use crate::diagnostic::{Diagnostics, Problem, whole_file};
use crate::source::{Source, Sources};
use crate::template::Templates;
use crate::{Compilation, Input};

/// Deep enough for the deepest document that the stages let through.
const STACK: usize = 16 * 1024 * 1024;

/// A source file with all that it may draw on.
pub(super) struct Loaded {
    name: String,
    bytes: Vec<u8>,
    defaults: Option<NamedFile>,
    folder: Folder,
}

impl Loaded {
    /// Reads a source file (`-` is standard input) and its office's defaults.
    ///
    /// # Errors
    /// With what says what could not be read and why.
    pub(super) fn read(path: &Path) -> Result<Self, Message> {
        let folder = Folder::of(path);
        let bytes =
            read(path).map_err(|error| Message::Unreadable(path.to_owned(), error))?;
        let defaults = folder
            .defaults()
            .map_err(|(path, error)| Message::Unreadable(path, error))?;
        let stdin = path.as_os_str() == "-";
        let name = if stdin {
            "(đầu vào chuẩn)".into()
        } else {
            path.display().to_string()
        };
        Ok(Self { name, bytes, defaults, folder })
    }

    /// Runs `work` on the document.
    pub(super) fn run(
        self,
        work: impl FnOnce(Input<'_>) -> Compilation + Send,
    ) -> Compilation {
        let Self { name, bytes, defaults, folder } = self;
        let input = Input {
            document: (&name, bytes),
            defaults: defaults
                .as_ref()
                .map(|(name, bytes)| (name.as_str(), bytes.clone())),
            files: &folder,
            templates: Templates::built_in(),
        };
        let outcome = thread::scope(|scope| {
            let work = || catch_unwind(AssertUnwindSafe(|| work(input))).ok();
            let thread =
                thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
            thread.ok().and_then(|thread| thread.join().ok()).flatten()
        });
        outcome.unwrap_or_else(|| fault(&name))
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    fs::read(path)
}

/// What is left to say when the program itself failed.
fn fault(name: &str) -> Compilation {
    let mut sources = Sources::default();
    let file = sources.add(Source::new(name, ""));
    let problem = Problem::Internal { detail: "panic".into() };
    let found: Diagnostics = [(problem, whole_file(file))].into_iter().collect();
    Compilation { sources, found, parts: None }
}

/// The documents that the arguments name: files as they are, and of a folder all files below it
/// that begin like a document, in the order of their names.
///
/// # Errors
/// With what says which folder could not be read and why.
pub(super) fn documents(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, Message> {
    let mut found = Vec::new();
    for path in arguments {
        if path.is_dir() {
            below(path, &mut found)
                .map_err(|(path, error)| Message::Unreadable(path, error))?;
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
    let wrong = |error| (folder.to_owned(), error);
    let entries: io::Result<Vec<_>> = fs::read_dir(folder).map_err(wrong)?.collect();
    let mut entries = entries.map_err(wrong)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A link is not followed: it may lead back up.
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && !hidden {
            below(&path, found)?;
        } else if kind.is_file() && !hidden && is_document(&path) {
            found.push(path);
        }
    }
    Ok(())
}

/// Whether a file is Markdown that begins with a front matter.
fn is_document(path: &Path) -> bool {
    let markdown = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("md"));
    let mut start = [0; 6];
    let read = fs::File::open(path).and_then(|mut file| file.read(&mut start));
    markdown
        && read.is_ok_and(|n| {
            start[..n].trim_ascii_start().starts_with(b"---")
                || start[..n].starts_with(b"\xef\xbb\xbf---")
        })
}

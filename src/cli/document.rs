//! One document on its way through the library: read with its surroundings, run apart, so that
//! neither a deep text nor a fault of the program ends the others.

use std::fs;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use super::TemplateArgs;
use super::folder::{Folder, NamedFile, is_defaults};
use super::fonts::Fonts;
use super::message::Message;
use crate::diagnostic::shared::internal;
use crate::diagnostic::{Diagnostics, whole_file};
use crate::document::fold;
use crate::source::{Source, Sources};
use crate::template::Templates;
use crate::typeset;
use crate::{Compilation, Input, check_defaults};

/// Deep enough for the deepest document that the stages let through.
const STACK: usize = 16 * 1024 * 1024;

/// A source file with all that it may draw on.
#[derive(Clone)]
pub(super) struct Loaded {
    name: String,
    path: PathBuf,
    bytes: Vec<u8>,
    defaults: Option<NamedFile>,
    templates: Templates,
    template: Option<String>,
    folder: Folder,
    fonts: Fonts,
}

impl Loaded {
    /// Reads a source file (`-` is standard input) and its office's defaults.
    ///
    /// # Errors
    /// With what says what could not be read and why.
    pub(super) fn read(
        path: &Path,
        fonts: Fonts,
        wanted: &TemplateArgs,
    ) -> Result<Self, Message> {
        let folder = Folder::of(path);
        let bytes = read(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Message::missing(path),
            _ => Message::Unreadable(path.to_owned(), error),
        })?;
        let defaults = if is_defaults(path) {
            None
        } else {
            folder.defaults().map_err(|(path, error)| Message::Unreadable(path, error))?
        };
        let templates = folder
            .templates(wanted.templates.as_deref())
            .map_err(|(path, error)| Message::Unreadable(path, error))?;
        let template = wanted.template.clone();
        let stdin = path.as_os_str() == "-";
        let name = if stdin {
            "(đầu vào chuẩn)".into()
        } else {
            path.display().to_string()
        };
        let path = path.to_owned();
        Ok(Self { name, path, bytes, defaults, templates, template, folder, fonts })
    }

    /// The document and its defaults: the name as shown to the user, and the path.
    pub(super) fn paths(&self) -> Vec<(String, PathBuf)> {
        let defaults = self.defaults.iter().map(|(name, _)| (name.clone(), name.into()));
        [(self.name.clone(), self.path.clone())].into_iter().chain(defaults).collect()
    }

    /// The name of the document, as shown to the user.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Another document in the same surroundings.
    pub(super) fn renamed(self, name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), bytes, ..self }
    }

    /// Runs `work` on the document.
    pub(super) fn run(
        self,
        work: impl FnOnce(Input<'_>) -> Compilation + Send,
    ) -> Compilation {
        self.run_for(|input| ((), work(input))).1
    }

    /// Runs `work` on the document; it gives something besides.
    pub(super) fn run_for<T: Default + Send>(
        self,
        work: impl FnOnce(Input<'_>) -> (T, Compilation) + Send,
    ) -> (T, Compilation) {
        let Self { name, bytes, defaults, templates, template, folder, fonts, .. } = self;
        let input = Input {
            document: (&name, bytes),
            defaults: defaults
                .as_ref()
                .map(|(name, bytes)| (name.as_str(), bytes.clone())),
            files: &folder,
            templates,
            template: template.as_deref(),
            fonts,
        };
        // Of many documents, what only the ones long before this one used is let go of.
        typeset::forget();
        let outcome = thread::scope(|scope| {
            let work = || catch_unwind(AssertUnwindSafe(|| work(input))).ok();
            let thread =
                thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
            thread.ok().and_then(|thread| thread.join().ok()).flatten()
        });
        outcome.unwrap_or_else(|| (T::default(), fault(&name)))
    }

    /// Checks the file as the defaults of an office.
    pub(super) fn check_as_defaults(self) -> Compilation {
        self.run(check_defaults)
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        return read_some(io::stdin().lock());
    }
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    fs::File::open(path).and_then(read_some)
}

/// Reads to the end, or so much that it is seen to be too much.
pub(super) fn read_some(from: impl Read) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(Source::LIMIT).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is left to say when the program itself failed.
fn fault(name: &str) -> Compilation {
    let mut sources = Sources::default();
    let file = sources.add(Source::new(name, ""));
    let problem = internal("panic");
    let found: Diagnostics = [(problem, whole_file(file))].into_iter().collect();
    Compilation { sources, found, parts: None }
}

/// The documents that the arguments name: files as they are, and of a folder all files below it
/// that are documents by their start, in the order of their names.
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

/// Whether a file is a document: Markdown that begins with a front matter, or YAML with a
/// `trích yếu` or a `ký hiệu` of its own.
fn is_document(path: &Path) -> bool {
    let is = |names: &[&str]| {
        let extension = path.extension().unwrap_or_default();
        names.iter().any(|name| extension.eq_ignore_ascii_case(name))
    };
    if is(&["yaml", "yml"]) {
        return !is_defaults(path)
            && start_of(path, YAML_START).lines().any(is_mark_of_document);
    }
    is(&["md"])
        && start_of(path, 6)
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with("---")
}

/// How much of a file of YAML is searched.
const YAML_START: u64 = 64 * 1024;

/// Whether a line of YAML is one that every document has.
fn is_mark_of_document(line: &str) -> bool {
    let key =
        line.trim_start_matches('\u{feff}').split_once(':').map_or("", |(key, _)| key);
    let indented = key.starts_with(char::is_whitespace);
    !indented && ["trich_yeu", "ky_hieu"].contains(&fold(key).as_str())
}

/// The first bytes of a file, as far as they are text.
fn start_of(path: &Path, length: u64) -> String {
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|f| f.take(length).read_to_end(&mut start));
    read.map_or_else(|_| String::new(), |_| String::from_utf8_lossy(&start).into_owned())
}

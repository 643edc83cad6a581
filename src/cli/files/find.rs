//! The documents that the arguments name, and those in folders.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::folder::is_defaults;
use super::temporary::folder_of;
use crate::cli::terminal::{Message, file_errors};
use crate::cli::windows::fits;
use crate::document::fold;

/// The documents that the arguments name, and what is said of folders and files on the way that
/// cannot be read.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// The documents.
    pub(crate) files: Vec<PathBuf>,
    /// What cannot be read, and why. It keeps nobody from the others.
    pub(crate) unreadable: Vec<Message>,
    /// Those of the documents that were found in folders and begin as a document does, but have
    /// no front matter: they may be broken, or attachments that begin with a rule.
    pub(super) doubtful: HashSet<PathBuf>,
}

/// The documents that the arguments name: files as they are, and of a folder all files below it
/// that are documents by their start, in the order of their names.
pub(crate) fn documents(arguments: &[PathBuf]) -> Documents {
    let mut found = Documents::default();
    for path in arguments {
        if let Some(named) = filled_in(path) {
            found.files.extend(named);
        } else if path.is_dir() {
            let before = (found.files.len(), found.unreadable.len());
            found.add_below(path);
            // Whoever names a folder means that there is something in it.
            if before == (found.files.len(), found.unreadable.len()) {
                found.unreadable.push(file_errors::no_document(path));
            }
        } else {
            found.files.push(path.clone());
        }
    }
    found
}

/// The files that a name with stars stands for, in their order, where there are some: the shells
/// of Windows hand it over as it was typed, and there no file can be called so.
fn filled_in(path: &Path) -> Option<Vec<PathBuf>> {
    let pattern = path.file_name()?.to_str().filter(|_| cfg!(windows))?;
    pattern.contains(['*', '?']).then_some(())?;
    let entries = fs::read_dir(folder_of(path)).ok()?.flatten();
    let is_one = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let fits = name.to_str().is_some_and(|name| fits(pattern, name));
        fits && entry.file_type().is_ok_and(|kind| kind.is_file())
    };
    let mut found: Vec<PathBuf> = entries
        .filter(is_one)
        .map(|entry| path.with_file_name(entry.file_name()))
        .collect();
    found.sort();
    (!found.is_empty()).then_some(found)
}

impl Documents {
    /// Adds the documents below a folder.
    fn add_below(&mut self, folder: &Path) {
        let Some(entries) = self.readable(folder, fs::read_dir(folder)) else { return };
        let mut read = Vec::new();
        for entry in entries {
            // Behind an entry that cannot be read the system may give the same one forever.
            let Some(entry) = self.readable(folder, entry) else { break };
            read.push(entry);
        }
        read.sort_by_key(fs::DirEntry::file_name);
        for entry in read {
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let path = entry.path();
            // A link is not followed: it may lead back up.
            let Some(kind) = self.readable(&path, entry.file_type()) else { continue };
            if kind.is_dir() {
                self.add_below(&path);
            } else if kind.is_file() {
                match self.readable(&path, looks(&path)).unwrap_or(Looks::Other) {
                    Looks::Other => {}
                    Looks::Document => self.files.push(path),
                    Looks::Doubtful => {
                        self.doubtful.insert(path.clone());
                        self.files.push(path);
                    }
                }
            }
        }
    }

    /// The value of something that was read, or a word on what could not be.
    fn readable<T>(&mut self, path: &Path, read: io::Result<T>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(error) => {
                self.unreadable.push(file_errors::unreadable(path, &error));
                None
            }
        }
    }
}

/// What a file looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    Document,
    /// It begins as a document does, but its front matter has no end or no field.
    Doubtful,
    Other,
}

/// Whether a file is a document: Markdown that begins with a front matter, or YAML with a
/// `trích yếu` or a `ký hiệu` of its own.
///
/// # Errors
/// Where a file with such a name cannot be read.
pub(super) fn is_document(path: &Path) -> io::Result<bool> {
    looks(path).map(|looks| looks != Looks::Other)
}

fn looks(path: &Path) -> io::Result<Looks> {
    let is = |names: &[&str]| {
        let extension = path.extension().unwrap_or_default();
        names.iter().any(|name| extension.eq_ignore_ascii_case(name))
    };
    if is(&["yaml", "yml"]) {
        let marked =
            !is_defaults(path) && start_of(path)?.lines().any(is_mark_of_document);
        return Ok(if marked { Looks::Document } else { Looks::Other });
    }
    if !is(&["md"]) {
        return Ok(Looks::Other);
    }
    let start = start_of(path)?;
    let text = start.trim_start_matches('\u{feff}').trim_start();
    Ok(match text.strip_prefix("---") {
        None => Looks::Other,
        Some(behind) if has_fields(behind) => Looks::Document,
        Some(_) => Looks::Doubtful,
    })
}

/// Whether what stands behind the first `---` is a front matter with a field and an end.
fn has_fields(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim_end).skip(1).collect();
    let Some(end) = lines.iter().position(|line| *line == "---") else { return false };
    let is_field = |line: &&str| {
        line.split_once(':').is_some_and(|(name, _)| !name.trim().is_empty())
    };
    lines[..end].iter().any(is_field)
}

/// How much of a file is searched; a longer front matter is none of an office's.
const START: u64 = 64 * 1024;

/// Whether a line of YAML is one that every document has.
fn is_mark_of_document(line: &str) -> bool {
    let key =
        line.trim_start_matches('\u{feff}').split_once(':').map_or("", |(key, _)| key);
    let indented = key.starts_with(char::is_whitespace);
    !indented && ["trich_yeu", "ky_hieu"].contains(&fold(key).as_str())
}

/// The start of a file, as far as it is text.
fn start_of(path: &Path) -> io::Result<String> {
    let mut start = Vec::new();
    fs::File::open(path)?.take(START).read_to_end(&mut start)?;
    Ok(String::from_utf8_lossy(&start).into_owned())
}

//! The documents that the arguments name, and those in folders.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::folder::is_defaults;
use crate::cli::terminal::{Message, file_errors};
use crate::document::fold;

/// The documents that the arguments name: files as they are, and of a folder all files below it
/// that are documents by their start, in the order of their names.
///
/// # Errors
/// With what says which folder could not be read and why.
pub(crate) fn documents(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, Message> {
    let mut found = Vec::new();
    for path in arguments {
        if path.is_dir() {
            below(path, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

/// Adds the documents below a folder.
fn below(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Message> {
    let unreadable = |error| file_errors::unreadable(folder, &error);
    let entries: io::Result<Vec<_>> = fs::read_dir(folder).map_err(unreadable)?.collect();
    let mut entries = entries.map_err(unreadable)?;
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

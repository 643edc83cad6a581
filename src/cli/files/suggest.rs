//! Files with a similar name, to be suggested for one that is not there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::document::{fold, nearest};

/// Most names that are offered.
const MOST: usize = 3;

/// The files that a path was probably meant to lead to, the nearest first; a folder on the way
/// that is not there either is looked for alike.
pub(crate) fn similar(path: &Path) -> Vec<PathBuf> {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else {
        return Vec::new();
    };
    let parent = path.parent().unwrap_or(Path::new(""));
    let Some(folder) = folder(parent) else { return Vec::new() };
    // A link that leads nowhere is no way out.
    let other = |known: &String| is_text(known) && folder.join(known) != path;
    let known: Vec<String> = entries(&folder).filter(other).collect();
    named(&name, known).into_iter().map(|name| folder.join(name)).collect()
}

/// The folder, or the one that was meant.
fn folder(path: &Path) -> Option<PathBuf> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Some(path.to_owned());
    }
    let above = folder(path.parent()?)?;
    let name = path.file_name()?.to_string_lossy();
    let inner = |known: &String| above.join(known).is_dir();
    let known: Vec<String> = entries(&above).filter(inner).collect();
    named(&name, known).first().map(|name| above.join(name))
}

/// The names in a folder, hidden ones left out, in their order.
fn entries(folder: &Path) -> impl Iterator<Item = String> {
    let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let names = fs::read_dir(place).into_iter().flatten().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names.into_iter()
}

/// Whether a name is one of those that documents have.
fn is_text(name: &str) -> bool {
    let ending = Path::new(name).extension().unwrap_or_default();
    let known = ["md", "markdown", "txt", "yaml", "yml"];
    known.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Those of the known names that are near; one that differs only in accents, capitals and blanks
/// stands for itself.
fn named(name: &str, mut known: Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    while found.len() < MOST {
        let Some(next) = nearest(name, known.iter().map(String::as_str)) else { break };
        let next = next.to_owned();
        known.retain(|known| *known != next);
        let same = fold(&next) == fold(name);
        found.push(next);
        if same {
            break;
        }
    }
    found
}

//! An office's own templates: the files of `mẫu/` (or `mau/`) in the place of the built-in ones.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::read::read_some;
use super::unsaved::Unsaved;
use crate::cli::terminal::{Message, file_errors};
use crate::document::fold;
use crate::source::Source;
use crate::template::Templates;

/// How deep the folders of templates may be nested.
pub(crate) const DEPTH: usize = 4;

/// The folder of templates in `folder`, where it has one.
pub(crate) fn folder_in(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(is_templates) && path.is_dir())
        .collect();
    found.sort();
    found.pop()
}

/// Whether a folder holds templates, by its name: with or without accents, composed or not.
pub(crate) fn is_templates(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| fold(name) == "mau")
}

/// Puts the files of `folder` in the place of those of `templates`; `shown` is the folder as
/// the user knows it, `unsaved` what an editor holds of its files.
///
/// # Errors
/// Says what could not be read and why.
pub(crate) fn overlay(
    templates: &mut Templates,
    folder: &Path,
    shown: &Path,
    unsaved: &Unsaved,
) -> Result<(), Message> {
    add(templates, unsaved, (folder, shown), "", DEPTH)
}

fn add(
    templates: &mut Templates,
    unsaved: &Unsaved,
    (folder, shown): (&Path, &Path),
    below: &str,
    depth: usize,
) -> Result<(), Message> {
    let unreadable = |error| file_errors::unreadable(shown, &error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let (path, shown) = (entry.path(), shown.join(&name));
        let unreadable = |error| file_errors::unreadable(&shown, &error);
        let inner = format!("{below}{name}");
        // A link is not followed: a template stays in its folder.
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() && depth > 0 {
            let inner = format!("{inner}/");
            add(templates, unsaved, (&path, &shown), &inner, depth - 1)?;
        } else if kind.is_file() && is_template_file(&name) {
            let bytes = match unsaved.get(&path) {
                Some(bytes) => bytes,
                None => fs::File::open(&path).and_then(read_some).map_err(unreadable)?,
            };
            let (source, faults) = Source::decode(shown.display().to_string(), bytes);
            if !faults.is_empty() {
                return Err(unreadable(io::ErrorKind::InvalidData.into()));
            }
            templates.insert(inner, source);
        }
    }
    Ok(())
}

/// Whether a file is a part of a template, by its extension.
fn is_template_file(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|e| e.to_str());
    extension.is_some_and(|e| ["j2", "typ", "yaml", "md"].contains(&e))
}

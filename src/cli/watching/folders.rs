//! The folders in which changes matter.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::files::asked::AllAsked;
use crate::cli::files::place::{destination, links};
use crate::cli::files::template_folder::{DEPTH, folder_in};

/// The folders to watch for a document that asked for some files of its folder: its own and those
/// above it, with their templates and the files' folders, as far as they are there, and those of
/// the links on the way to them.
pub(crate) fn folders(
    document: &Path,
    asked: &AllAsked,
    templates: Option<&Path>,
) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let named = asked.keys().map(|name| document.with_file_name("").join(name));
    for file in named.chain(destination(document)).chain([document.to_owned()]) {
        found.extend(nearest(&file));
        let links = links(&file).into_iter();
        found.extend(links.filter_map(|link| link.parent().map(Path::to_owned)));
    }
    if let Some(folder) = nearest(document) {
        for above in folder.ancestors() {
            found.insert(above.to_owned());
            if let Some(templates) = folder_in(above) {
                add_below(&templates, DEPTH, &mut found);
            }
            if above.join(".git").exists() {
                break;
            }
        }
    }
    if let Some(folder) = templates.and_then(|folder| fs::canonicalize(folder).ok()) {
        found.extend(folder.parent().map(Path::to_owned));
        add_below(&folder, DEPTH, &mut found);
    }
    found
}

/// How deep the folders below a given one are watched.
const DEEPEST: usize = 16;

/// The folders below one that is given to the program, in which documents may appear.
pub(crate) fn below(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    if let Ok(folder) = fs::canonicalize(folder) {
        add_below(&folder, DEEPEST, &mut found);
    }
    found
}

fn add_below(folder: &Path, depth: usize, found: &mut BTreeSet<PathBuf>) {
    found.insert(folder.to_owned());
    if depth == 0 {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().map_while(Result::ok) {
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        // A link is not followed: it may lead back up.
        if !hidden && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            add_below(&entry.path(), depth - 1, found);
        }
    }
}

/// The nearest folder of a file that is there.
fn nearest(file: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(file).ok()?;
    whole.parent()?.ancestors().find_map(|folder| fs::canonicalize(folder).ok())
}

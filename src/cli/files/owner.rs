//! Whose attachment a file is: the document beside it, or above it, that names it.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::find::{Documents, is_document};
use super::loaded::Loaded;
use super::place::{Place, Places};
use super::plan::may_name_files;
use super::read::read_regular;
use super::surroundings::Surroundings;
use super::temporary::folder_of;
use crate::source::Source;

/// The attachments of the documents of a folder, each with its document.
type Attachments = HashMap<Place, PathBuf>;

/// Whose attachments files are; each folder is searched once.
pub(crate) struct Owners<'a> {
    surroundings: &'a Surroundings<'a>,
    known: Mutex<HashMap<PathBuf, Attachments>>,
}

impl<'a> Owners<'a> {
    /// Nothing is known yet.
    pub(crate) fn new(surroundings: &'a Surroundings<'a>) -> Self {
        Self { surroundings, known: Mutex::default() }
    }

    /// The document whose attachment a file is, where there is one beside it or above it.
    pub(crate) fn of(&self, file: &Path) -> Option<PathBuf> {
        let place = Places::default().of(file);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        folders(file).find_map(|folder| {
            let all = known
                .entry(folder.clone())
                .or_insert_with(|| attachments(&folder, self.surroundings));
            all.get(&place).cloned()
        })
    }

    /// The documents of a run, without what was found in a folder and is no document by itself,
    /// but the attachment of another one of the run.
    pub(crate) fn without_attachments(&self, documents: Documents) -> Documents {
        let Documents { mut files, unreadable, doubtful } = documents;
        if !doubtful.is_empty() {
            let mut places = Places::default();
            let all: HashSet<Place> = files.iter().map(|file| places.of(file)).collect();
            files.retain(|file| {
                let owner = if doubtful.contains(file) { self.of(file) } else { None };
                owner.is_none_or(|owner| !all.contains(&places.of(&owner)))
            });
        }
        Documents { files, unreadable, doubtful }
    }
}

/// How many folders are searched: that of the file, and those above it.
const FOLDERS: usize = 3;

/// The folders in which the document may stand whose attachment a file is, the nearest first.
fn folders(file: &Path) -> impl Iterator<Item = PathBuf> {
    let first = folder_of(file).to_owned();
    let above = |folder: &PathBuf| {
        let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
        let named = folder.file_name().is_some();
        Some(match parent {
            Some(parent) if named => parent.to_owned(),
            _ if named => PathBuf::from("."),
            _ => folder.join(".."),
        })
    };
    std::iter::successors(Some(first), above).take(FOLDERS)
}

/// The attachments of the documents of a folder.
fn attachments(folder: &Path, surroundings: &Surroundings<'_>) -> Attachments {
    let entries = fs::read_dir(folder).into_iter().flatten().map_while(Result::ok);
    let plain =
        entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut paths: Vec<PathBuf> = plain.map(|entry| entry.path()).collect();
    paths.sort();
    let mut places = Places::default();
    let mut found = Attachments::new();
    for path in paths.into_iter().filter(|path| is_document(path).unwrap_or_default()) {
        let limit = u64::try_from(Source::LIMIT).unwrap_or(u64::MAX);
        if !read_regular(&path, limit).is_ok_and(|bytes| may_name_files(&bytes)) {
            continue;
        }
        // `./a.md` is what the user calls `a.md`.
        let path = path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
        let Ok(loaded) = Loaded::read(&path, surroundings) else { continue };
        for attached in loaded.attachments() {
            found.entry(places.of(&attached)).or_insert_with(|| path.clone());
        }
    }
    found
}

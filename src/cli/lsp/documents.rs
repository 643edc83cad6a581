//! `Documents`: the files that the editor has open, as they are typed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::uri;
use crate::Report;
use crate::cli::files::unsaved::Unsaved;

/// A file that the editor has open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// Where it is, or will be.
    pub(super) path: PathBuf,
    /// The version that the editor gave it.
    pub(super) version: i64,
    /// What stands in it.
    pub(super) text: String,
    /// What is wrong in this version, once that is known.
    pub(super) report: Option<Arc<Report>>,
}

/// The files that the editor has open, by their addresses.
#[derive(Debug, Default)]
pub(super) struct Documents(BTreeMap<String, Open>);

impl Documents {
    /// A file is opened, or has changed; nothing is kept of what is no file.
    pub(super) fn put(&mut self, uri: &str, version: i64, text: String) {
        if let Some(path) = uri::path(uri) {
            self.0.insert(uri.to_owned(), Open { path, version, text, report: None });
        }
    }

    /// A file is closed.
    pub(super) fn close(&mut self, uri: &str) -> Option<Open> {
        self.0.remove(uri)
    }

    /// A file that is open.
    pub(super) fn get(&self, uri: &str) -> Option<&Open> {
        self.0.get(uri)
    }

    /// Keeps what is wrong in a version of a file, unless there is a newer one; whether it did.
    pub(super) fn note(&mut self, uri: &str, version: i64, report: Report) -> bool {
        let open = self.0.get_mut(uri).filter(|open| open.version == version);
        open.map(|open| open.report = Some(Arc::new(report))).is_some()
    }

    /// All files, each with its address.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &Open)> {
        self.0.iter().map(|(uri, open)| (uri.as_str(), open))
    }

    /// The texts of all of them, in the place of what is on disk.
    pub(super) fn unsaved(&self) -> Unsaved {
        let files = self.0.values().map(|open| (open.path.as_path(), open.text.as_str()));
        Unsaved::new(files)
    }
}

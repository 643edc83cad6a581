//! The document's own folder, the only place that pictures come from.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::typeset::Files;

/// A folder; nothing outside it can be read, not even through a link.
pub(super) struct Folder {
    root: Option<PathBuf>,
}

impl Folder {
    /// The folder in which a document stands; for standard input the current one.
    pub(super) fn of(document: &Path) -> Self {
        let parent = document.parent().filter(|parent| !parent.as_os_str().is_empty());
        Self { root: fs::canonicalize(parent.unwrap_or(Path::new("."))).ok() }
    }
}

impl Files for Folder {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let root = self.root.as_ref()?;
        let relative = Path::new(path);
        let inside = relative.components().all(|c| matches!(c, Component::Normal(_)));
        let full = fs::canonicalize(root.join(relative)).ok()?;
        (inside && full.starts_with(root)).then(|| fs::read(full).ok()).flatten()
    }
}

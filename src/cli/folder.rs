//! The document's own folder: its pictures, and the office's defaults in it or above it.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::typeset::Files;

/// A folder; nothing outside it can be read, not even through a link.
pub(super) struct Folder {
    root: Option<PathBuf>,
    shown: PathBuf,
}

impl Folder {
    /// The folder in which a document stands; for standard input the current one.
    pub(super) fn of(document: &Path) -> Self {
        let shown = document.parent().unwrap_or(Path::new("")).to_owned();
        let parent = if shown.as_os_str().is_empty() { Path::new(".") } else { &shown };
        Self { root: fs::canonicalize(parent).ok(), shown }
    }
}

/// A file's name, as shown to the user, and its bytes.
pub(super) type NamedFile = (String, Vec<u8>);

/// The file with an office's defaults.
const DEFAULTS: &str = "vanban.yaml";

impl Folder {
    /// The nearest `vanban.yaml`, in the folder or above it, with its name as shown to the
    /// user. A repository's root ends the search.
    ///
    /// # Errors
    /// With the path of a file that is there but cannot be read.
    pub(super) fn defaults(&self) -> Result<Option<NamedFile>, (PathBuf, io::Error)> {
        let Some(root) = &self.root else { return Ok(None) };
        let mut shown = PathBuf::new();
        for folder in root.ancestors() {
            let path = folder.join(DEFAULTS);
            if path.is_file() {
                let bytes = fs::read(&path).map_err(|error| (path, error))?;
                let name = shown.join(DEFAULTS);
                return Ok(Some((self.beside(&name).display().to_string(), bytes)));
            }
            if folder.join(".git").exists() {
                break;
            }
            shown.push("..");
        }
        Ok(None)
    }

    /// A path relative to this folder, as seen from where the user is.
    fn beside(&self, path: &Path) -> PathBuf {
        self.shown.join(path)
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

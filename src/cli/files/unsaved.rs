//! `Unsaved`: what an editor holds of the files that it has open, in the place of what is on disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::place::comparable;

/// The texts of open files, by their comparable paths; a copy shares them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unsaved(Arc<BTreeMap<PathBuf, Arc<[u8]>>>);

impl Unsaved {
    /// The texts of these files.
    pub(crate) fn new<'a>(files: impl IntoIterator<Item = (&'a Path, &'a str)>) -> Self {
        let file =
            |(path, text): (&Path, &str)| (comparable(path), text.as_bytes().into());
        Self(Arc::new(files.into_iter().map(file).collect()))
    }

    /// The text of a file that is open.
    pub(crate) fn get(&self, path: &Path) -> Option<Vec<u8>> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&comparable(path)).map(|text| text.to_vec())
    }

    /// The texts of the files below a folder.
    pub(super) fn below(&self, folder: &Path) -> impl Iterator<Item = (&Path, &[u8])> {
        let folder = comparable(folder);
        let inside = move |path: &Path| path.starts_with(&folder);
        let all = self.0.iter().map(|(path, text)| (path.as_path(), &**text));
        all.filter(move |(path, _)| inside(path))
    }
}

impl FromIterator<(PathBuf, Vec<u8>)> for Unsaved {
    /// Texts by paths that are comparable already.
    fn from_iter<I: IntoIterator<Item = (PathBuf, Vec<u8>)>>(files: I) -> Self {
        Self(Arc::new(
            files.into_iter().map(|(path, text)| (path, text.into())).collect(),
        ))
    }
}

//! What the results of a run leave alone: its sources, what its documents draw on, each other's
//! results, and whatever else is not of their kind.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::find::is_document;
use super::kind::{Kind, keep_others};
use super::place::{Place, Places};
use crate::cli::exit::Abort;
use crate::cli::terminal::{file_errors, misuse};

/// What results must not take the place of.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    places: Places,
    kept: HashMap<Place, Kept>,
    /// The files of [`Self::keep`] so far: most documents draw on the same ones.
    seen: HashSet<PathBuf>,
}

/// A file to be left alone; a source and its results share one path.
#[derive(Debug)]
enum Kept {
    /// A source of the run.
    Source(Arc<Path>),
    /// What a document draws on: a picture, the office's defaults, a template.
    DrawnOn(Arc<Path>),
    /// The result of the document with this source.
    ResultOf(Arc<Path>),
}

impl Guard {
    /// The guard of a run with these sources.
    pub(super) fn of(sources: &[PathBuf]) -> Self {
        let mut guard = Self::default();
        for source in sources.iter().filter(|source| source.as_os_str() != "-") {
            let place = guard.place(source);
            guard
                .kept
                .entry(place)
                .or_insert_with(|| Kept::Source(source.as_path().into()));
        }
        guard
    }

    /// Where a path leads.
    pub(super) fn place(&mut self, path: &Path) -> Place {
        self.places.of(path)
    }

    /// The source that lies where a path leads.
    pub(super) fn source_at(&mut self, path: &Path) -> Option<&Path> {
        match self.kept.get(&self.places.of(path)) {
            Some(Kept::Source(source)) => Some(source),
            Some(Kept::DrawnOn(_) | Kept::ResultOf(_)) | None => None,
        }
    }

    /// Whether a document of the run has its result where a path leads.
    pub(crate) fn is_result(&mut self, path: &Path) -> bool {
        matches!(self.kept.get(&self.places.of(path)), Some(Kept::ResultOf(_)))
    }

    /// Leaves files alone on which a document draws.
    pub(crate) fn keep(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        for file in files {
            if self.seen.insert(file.clone()) {
                let place = self.place(&file);
                self.kept.entry(place).or_insert(Kept::DrawnOn(file.into()));
            }
        }
    }

    /// Gives the results of a document their places, all of them or none.
    ///
    /// # Errors
    /// Says which file would be replaced that must not be.
    pub(crate) fn claim(
        &mut self,
        source: &Path,
        results: &[PathBuf],
        kind: Kind,
    ) -> Result<(), Abort> {
        if results.len() > 1
            && let Some(other) = results.iter().find_map(|page| self.owner(source, page))
        {
            return Err(Abort::usage(misuse::output_of_another(&other)));
        }
        for result in results {
            let place = self.place(result);
            match self.kept.get(&place) {
                Some(Kept::Source(other)) => {
                    return Err(Abort::usage(misuse::output_is_source(result, other)));
                }
                Some(Kept::DrawnOn(file)) => {
                    return Err(Abort::problem(file_errors::drawn_on(result, file)));
                }
                Some(Kept::ResultOf(other)) => {
                    let message = misuse::same_output(source, result, other);
                    return Err(Abort::usage(message));
                }
                None => {}
            }
        }
        keep_others(results, kind)?;
        let place = self.place(source);
        let source = match self.kept.get(&place) {
            Some(Kept::Source(known)) if **known == *source => Arc::clone(known),
            Some(_) | None => source.into(),
        };
        for result in results {
            let place = self.place(result);
            self.kept.insert(place, Kept::ResultOf(Arc::clone(&source)));
        }
        Ok(())
    }

    /// The document beside the source or the page that has the page's name for its own result, as
    /// `b-1.md` has that of the first page of `b.md`.
    fn owner(&mut self, source: &Path, page: &Path) -> Option<PathBuf> {
        let beside_source = source.with_file_name(page.file_name()?);
        let named = [page, &beside_source].into_iter().flat_map(|name| {
            ["md", "yaml", "yml"].map(|ending| name.with_extension(ending))
        });
        let own = self.place(source);
        let mut others = named.filter(|name| name.is_file() && self.place(name) != own);
        others.find(|name| is_document(name).unwrap_or(true))
    }
}

//! The making of one document, which may be done on any thread: what depends on the others and
//! on their order comes later.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::attached;
use crate::cli::arguments::build::Format;
use crate::cli::cache::{Entry, Slot};
use crate::cli::digest::Digest;
use crate::cli::exit::Abort;
use crate::cli::files::folder::Folder;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::Target;
use crate::cli::files::owner::Owners;
use crate::cli::files::plan::Job;
use crate::cli::files::rows::DataRow;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::worker::{Work, Workers};
use crate::{Outcome, Report};

/// What makes the documents of a run.
pub(super) struct Maker<'a> {
    pub(super) surroundings: &'a Surroundings<'a>,
    pub(super) owners: &'a Owners<'a>,
    pub(super) workers: &'a Workers,
    pub(super) format: Format,
    /// Whether what has not changed is left as it is.
    pub(super) if_changed: bool,
    /// Whether it is recorded what stands in the results.
    pub(super) records: bool,
    /// Whether there is no more than one document.
    pub(super) alone: bool,
}

/// How it went with a document.
pub(super) struct Ended {
    pub(super) input: PathBuf,
    pub(super) row: Option<DataRow>,
    pub(super) made: Result<Made, Abort>,
    pub(super) took: Duration,
}

/// What became of a document.
pub(super) struct Made {
    pub(super) target: Target,
    /// What it draws on besides its pictures.
    pub(super) draws_on: Vec<PathBuf>,
    pub(super) folder: Folder,
    pub(super) result: Product,
    pub(super) report: Report,
}

/// What came of a document.
pub(super) enum Product {
    /// Errors.
    None,
    /// Its files, not yet written.
    New {
        files: Vec<Vec<u8>>,
        /// What stands in each, where that is recorded.
        digests: Vec<Digest>,
        /// What is to be kept of them when they are written.
        kept: Option<(Slot, Entry)>,
    },
    /// The files that stand there already.
    Unchanged(Entry),
}

impl Maker<'_> {
    /// Makes a document, or says why that could not be begun.
    pub(super) fn make(&self, job: Job) -> Ended {
        let begun = Instant::now();
        let Job { input, row, target, loaded } = job;
        let make = || {
            let target = target.map_err(Abort::usage)?;
            let read = || Loaded::read(&input, self.surroundings);
            let loaded = loaded.map_or_else(read, |loaded| *loaded);
            let loaded = loaded.map_err(Abort::environment)?;
            self.made(
                target,
                match &row {
                    Some(row) => loaded.with_row(row.load()),
                    None => loaded,
                }
                .alone(self.alone),
            )
        };
        let made = make();
        Ended { input, row, made, took: begun.elapsed() }
    }

    fn made(&self, target: Target, loaded: Loaded) -> Result<Made, Abort> {
        let work = Work::Compile(self.format.into());
        let (folder, draws_on) = (loaded.folder().clone(), loaded.draws_on().collect());
        let slot = match &target {
            Target::File(path) if self.if_changed => Slot::of(&loaded, work, path),
            Target::File(_) | Target::Stdout => None,
        };
        let kept = slot.as_ref().and_then(|slot| slot.entry(&loaded));
        let kept = kept.filter(|entry| entry.stand(&target.paths(entry.count())));
        if let Some((report, entry)) = kept.and_then(Entry::take_report) {
            folder.note(entry.asked().clone());
            let result = Product::Unchanged(entry);
            return Ok(Made { target, draws_on, folder, result, report });
        }
        let path = loaded.path().to_owned();
        let outcome = self.workers.run(loaded, work).map_err(Abort::environment)?;
        let Outcome { output, mut report } = outcome;
        attached::explain(&mut report, &path, self.owners);
        // `check` advises; who builds wants the pages.
        report.diagnostics.retain(|one| !one.is_advice());
        let result = output.map_or(Product::None, |files| {
            let wanted = files.iter().filter(|_| self.records || slot.is_some());
            let digests: Vec<Digest> = wanted.map(|file| Digest::of(file)).collect();
            let kept = slot.and_then(|slot| {
                let entry = slot.new_entry(digests.clone(), &report, folder.asked())?;
                Some((slot, entry))
            });
            Product::New { files, digests, kept }
        });
        Ok(Made { target, draws_on, folder, result, report })
    }
}

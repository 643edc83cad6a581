//! What is kept of a document for `--if-changed`: what it was made of, and what came of it. It
//! lies in the folder `.vanban` beside the result, so that it goes where that goes and every
//! machine that sees the one sees the other; it may be deleted at any time.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::Report;
use crate::cli::digest::Digest;
use crate::cli::files::asked::AllAsked;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::replace_unsynced;
use crate::cli::worker::{PackedReport, Work, request};

/// The folder beside results.
const FOLDER: &str = ".vanban";

/// What stands in for the sources of this program.
const PROGRAM: &str = env!("VANBAN_SOURCES");

/// Where the entry of a document is kept, and what the document is made of but for the files that
/// it asks for.
pub(super) struct Slot {
    path: PathBuf,
    made_of: Digest,
}

/// What is kept of a document.
#[derive(Serialize, Deserialize)]
pub(super) struct Entry {
    made_of: Digest,
    asked: AllAsked,
    /// What stands in each of its results.
    results: Vec<Digest>,
    /// What is doubtful in it, to be said again.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<PackedReport>,
}

impl Slot {
    /// The slot for the work on a document that goes to `result`; none where no text can say where
    /// the document is, or the result has no name.
    pub(super) fn of(loaded: &Loaded, work: Work, result: &Path) -> Option<Self> {
        loaded.path().to_str()?;
        let made_of = made_of(loaded, work)?;
        let mut name = result.file_name()?.to_owned();
        name.push(ending(work));
        let path = result.with_file_name(FOLDER).join(name);
        Some(Self { path, made_of })
    }

    /// The entry, if the document is still made of the same.
    pub(super) fn entry(&self, loaded: &Loaded) -> Option<Entry> {
        let entry: Entry = serde_json::from_slice(&fs::read(&self.path).ok()?).ok()?;
        let same =
            entry.made_of == self.made_of && loaded.folder().has_still(&entry.asked);
        same.then_some(entry)
    }

    /// What is to be kept of a document; nothing of one that has errors.
    pub(super) fn new_entry(
        &self,
        results: Vec<Digest>,
        report: &Report,
        asked: AllAsked,
    ) -> Option<Entry> {
        if report.diagnostics.has_errors() {
            return None;
        }
        let said = !report.diagnostics.is_empty();
        let report = said.then(|| PackedReport::of(report));
        Some(Entry { made_of: self.made_of, asked, results, report })
    }

    /// Keeps an entry. Where that is not possible, the document is made again next time.
    pub(super) fn keep(&self, entry: &Entry) {
        let Ok(bytes) = serde_json::to_vec(entry) else { return };
        let folder = self.path.parent().unwrap_or(Path::new(""));
        if fs::create_dir(folder).is_ok() {
            // No repository is to have it.
            let _ = fs::write(folder.join(".gitignore"), "*\n");
        }
        let _ = replace_unsynced(&self.path, &bytes);
    }
}

impl Entry {
    /// How many results there are.
    pub(super) fn count(&self) -> usize {
        self.results.len()
    }

    /// What stood in each of the results.
    pub(super) fn results(&self) -> &[Digest] {
        &self.results
    }

    /// Whether the results stand as they were written.
    pub(super) fn stand(&self, paths: &[PathBuf]) -> bool {
        let stands = |(path, then): (&PathBuf, &Digest)| {
            fs::metadata(path).is_ok_and(|about| about.is_file())
                && fs::read(path).is_ok_and(|bytes| Digest::of(&bytes) == *then)
        };
        paths.len() == self.results.len() && paths.iter().zip(&self.results).all(stands)
    }

    /// What the document asked for.
    pub(super) fn asked(&self) -> &AllAsked {
        &self.asked
    }

    /// What was doubtful, taken out; nothing where this program has no words for it.
    pub(super) fn take_report(mut self) -> Option<(Report, Self)> {
        let said = self.report.take();
        let report =
            said.map_or_else(|| Some(Report::default()), PackedReport::unpack)?;
        Some((report, self))
    }
}

/// What a document is made of but for the files that it asks for.
pub(super) fn made_of(loaded: &Loaded, work: Work) -> Option<Digest> {
    let line = request(work, loaded).ok()?;
    let fonts = loaded.font_digest().map_or_else(String::new, |fonts| fonts.to_string());
    Some(Digest::of_all([PROGRAM.as_bytes(), &line, fonts.as_bytes()]))
}

/// What stands behind the name of a result in that of its entry.
fn ending(work: Work) -> &'static OsStr {
    OsStr::new(match work {
        Work::Compile(_) => ".json",
        Work::Check | Work::Typeset | Work::Show | Work::Renew(_) => ".check.json",
    })
}

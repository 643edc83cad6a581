//! How many documents a run has, how they ended, and how many problems they have.

use crate::Report;
use crate::diagnostic::{Bilingual, Severity};

/// How many problems some documents have.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    /// The documents.
    pub(crate) files: usize,
    /// Their errors.
    pub(crate) errors: usize,
    /// Their warnings.
    pub(crate) warnings: usize,
    /// What is said of them in passing.
    pub(crate) notes: usize,
}

impl Counts {
    /// Those of one document.
    pub(crate) fn of(report: &Report) -> Self {
        let mut counts = Self::default();
        counts.add(report);
        counts
    }

    /// Counts another document.
    pub(crate) fn add(&mut self, report: &Report) {
        self.files += 1;
        self.errors += report.diagnostics.count(Severity::Error);
        self.warnings += report.diagnostics.count(Severity::Warning);
        self.notes += report.diagnostics.count(Severity::Note);
    }
}

/// How many documents a run had, and how they ended.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Documents {
    /// All of them.
    pub(crate) all: usize,
    /// Those that failed.
    pub(crate) failed: usize,
    /// Those that were not made again.
    pub(crate) unchanged: usize,
    /// What each of them is.
    pub(crate) unit: Unit,
}

/// What makes a document of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A file.
    #[default]
    File,
    /// A row of a table, with the one file over which its values stand.
    Row,
}

impl Unit {
    /// What it is called.
    pub(super) fn name(self) -> Bilingual<&'static str> {
        match self {
            Self::File => Bilingual { vi: "tệp", en: "file" },
            Self::Row => Bilingual { vi: "dòng", en: "row" },
        }
    }
}

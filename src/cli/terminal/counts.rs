//! `Counts`: how many problems the documents of a run have.

use crate::Report;
use crate::diagnostic::Severity;

/// How many problems some documents have.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    /// The documents.
    pub(crate) files: usize,
    /// Their errors.
    pub(crate) errors: usize,
    /// Their warnings.
    pub(crate) warnings: usize,
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
    }
}

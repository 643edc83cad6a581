//! Drops what was reported with an earlier document: what is wrong in an office's defaults is
//! wrong for each of its documents, and said once.

use std::collections::BTreeSet;

use crate::Report;
use crate::diagnostic::{Diagnostic, Lang};
use crate::source::{FileId, Sources};

/// What has been reported so far of files other than the documents themselves.
#[derive(Default)]
pub(super) struct Reported(BTreeSet<(String, usize, String)>);

impl Reported {
    /// Drops the problems of shared files that were reported with an earlier document; where
    /// `rows` of a table make the documents, they share the document itself.
    pub(super) fn drop_repeated(&mut self, report: &mut Report, rows: bool) {
        let Report { sources, diagnostics: found, .. } = report;
        let is_own = |one: &Diagnostic| one.span.file == FileId::DOCUMENT && !rows;
        found.retain(|one| is_own(one) || !self.0.contains(&key(one, sources)));
        let others = found.iter().filter(|one| !is_own(one));
        self.0.extend(others.map(|d| key(d, sources)));
    }
}

fn key(diagnostic: &Diagnostic, sources: &Sources) -> (String, usize, String) {
    let file = sources.get(diagnostic.span.file).name().to_owned();
    (file, diagnostic.span.start, diagnostic.words(Lang::Vi).message.to_owned())
}

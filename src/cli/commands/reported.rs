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
    /// Drops the problems of shared files that were reported with an earlier document.
    pub(super) fn drop_repeated(&mut self, report: &mut Report) {
        let Report { sources, diagnostics: found, .. } = report;
        found.retain(|d| {
            d.span.file == FileId::DOCUMENT || !self.0.contains(&key(d, sources))
        });
        let others = found.iter().filter(|d| d.span.file != FileId::DOCUMENT);
        self.0.extend(others.map(|d| key(d, sources)));
    }
}

fn key(diagnostic: &Diagnostic, sources: &Sources) -> (String, usize, String) {
    let file = sources.get(diagnostic.span.file).name().to_owned();
    (file, diagnostic.span.start, diagnostic.words(Lang::Vi).message.to_owned())
}

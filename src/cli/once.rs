//! What is wrong in an office's defaults is wrong for each of its documents, and said once.

use std::collections::BTreeSet;

use crate::Compilation;
use crate::diagnostic::{Diagnostic, Lang};
use crate::source::Sources;

/// What has been said so far of files other than the documents themselves.
#[derive(Default)]
pub(super) struct Once(BTreeSet<(String, usize, String)>);

impl Once {
    /// Drops what was said with an earlier document.
    pub(super) fn filter(&mut self, compilation: &mut Compilation) {
        let Compilation { sources, found, .. } = compilation;
        found.retain(|d| is_own(d) || !self.0.contains(&key(d, sources)));
        let others = found.iter().filter(|d| !is_own(d));
        self.0.extend(others.map(|d| key(d, sources)));
    }
}

/// Whether a problem stands in the document, which is the first file of its run.
fn is_own(diagnostic: &Diagnostic) -> bool {
    diagnostic.span.file.number() == 0
}

fn key(diagnostic: &Diagnostic, sources: &Sources) -> (String, usize, String) {
    let file = sources.get(diagnostic.span.file).name().to_owned();
    (file, diagnostic.span.start, diagnostic.words(Lang::Vi).message.to_owned())
}

//! `Listener`: who asks for a run over documents, and is told how it went with each.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::cli::files::asked::AllAsked;
use crate::cli::files::shard::Shard;
use crate::cli::terminal::{Message, results};

/// Who asks for a run over documents.
pub(super) trait Listener {
    /// Whether a document is to be built in this run.
    fn wants(&mut self, input: &Path) -> bool;

    /// What is said of a result that was written, this long after its document was begun.
    fn words(&self, result: &Path, took: Duration) -> Message;

    /// What is said behind the problems of a document that was not built.
    fn words_of_failure(&self, input: &Path) -> Option<Message>;

    /// A document was made, in these files; there are none where it has errors.
    fn ended(&mut self, input: &Path, asked: &AllAsked, results: &[PathBuf]);

    /// A document could not be read, or its result not be written.
    fn failed(&mut self, input: &Path);
}

impl Listener for Shard {
    fn wants(&mut self, input: &Path) -> bool {
        self.has(input)
    }

    fn words(&self, result: &Path, _: Duration) -> Message {
        results::built(result)
    }

    fn words_of_failure(&self, _: &Path) -> Option<Message> {
        None
    }

    fn ended(&mut self, _: &Path, _: &AllAsked, _: &[PathBuf]) {}

    fn failed(&mut self, _: &Path) {}
}

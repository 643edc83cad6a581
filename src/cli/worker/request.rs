//! What is asked of another process: a line of JSON.

use std::io;

use serde::{Deserialize, Serialize};

use super::work::Work;
use crate::cli::files::loaded::{Loaded, Packed};

/// Some work on a document.
#[derive(Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) work: Work,
    /// Where the document is; none where no text can say it, which then is known to the process
    /// from its start.
    pub(super) path: Option<String>,
    pub(super) packed: Packed,
}

/// The line that asks for some work on a document.
pub(in crate::cli) fn line(work: Work, loaded: &Loaded) -> io::Result<Vec<u8>> {
    let path = loaded.path().to_str().map(str::to_owned);
    let mut line = serde_json::to_vec(&Request { work, path, packed: loaded.pack() })?;
    line.push(b'\n');
    Ok(line)
}

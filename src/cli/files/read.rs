//! Bytes of files and of standard input, never more than a source may have.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::source::Source;

/// Reads a source file; `-` is standard input.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        return read_some(io::stdin().lock());
    }
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    fs::File::open(path).and_then(read_some)
}

/// Reads to the end, or so much that it is seen to be too much.
pub(super) fn read_some(from: impl Read) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(Source::LIMIT).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

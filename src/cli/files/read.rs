//! Bytes of files and of standard input, never more than a source may have.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
#[cfg(unix)]
use std::path::PathBuf;

use crate::cli::windows::device;
use crate::source::Source;

/// Reads a source file; `-` is standard input.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        return read_some(io::stdin().lock());
    }
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if is_pipe(path) {
        return Err(io::ErrorKind::Unsupported.into());
    }
    // Newer systems let a file be called `aux.md`.
    let is_file = || fs::metadata(path).is_ok_and(|about| about.is_file());
    if device(path).is_some() && !is_file() {
        return Err(io::ErrorKind::InvalidFilename.into());
    }
    fs::File::open(path).and_then(read_some)
}

/// Whether a path names a pipe among files, at which nobody may ever write. Those that a shell
/// makes for `<(…)` stand among devices.
#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let among_files = |place: PathBuf| {
        !["/dev", "/proc"].iter().any(|devices| place.starts_with(devices))
    };
    fs::metadata(path).is_ok_and(|about| about.file_type().is_fifo())
        && fs::canonicalize(path).is_ok_and(among_files)
}

#[cfg(not(unix))]
fn is_pipe(_: &Path) -> bool {
    false
}

/// Most bytes of a picture or a font.
pub(super) const LARGEST: u64 = 100 * 1024 * 1024;

/// Reads a file that a document draws on: a device or a pipe would never end and is not opened.
///
/// # Errors
/// Also where the file has more than `limit` bytes.
pub(super) fn read_regular(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    if about.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::read(path)
}

/// Reads to the end, or so much that it is seen to be too much.
pub(super) fn read_some(from: impl Read) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(Source::LIMIT).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

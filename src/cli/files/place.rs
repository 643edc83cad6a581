//! Which file a path leads to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::temporary::folder_of;

/// As many links follow each other at most, as Linux has it.
const MOST_LINKS: usize = 40;

/// The file at the end of all links, be it there or not.
///
/// # Errors
/// Where the links lead in a circle.
pub(super) fn destination(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&place) {
            Ok(next) => place = folder_of(&place).join(next),
            Err(_) => return Ok(place),
        }
    }
    // The system has its own words for it.
    fs::metadata(path).and(Err(io::ErrorKind::Unsupported.into()))
}

//! Where results go: files written whole or not at all, or standard output.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::place::destination;
use super::temporary::beside;
use crate::cli::stdout;
use crate::cli::terminal::{Message, file_errors};
use crate::cli::windows::{device, forbidden, reachable};

/// A place for a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Standard output.
    Stdout,
    /// A file; where a result has several pages of its own, one file for each.
    File(PathBuf),
}

impl Target {
    /// The place that `-o` names; `-` and nothing are standard output.
    pub(crate) fn of(output: Option<&Path>) -> Self {
        match output {
            Some(path) if path.as_os_str() != "-" => Self::File(path.to_owned()),
            Some(_) | None => Self::Stdout,
        }
    }

    /// The files that the parts of one result go to; none for standard output.
    pub(crate) fn paths(&self, count: usize) -> Vec<PathBuf> {
        match self {
            Self::Stdout => Vec::new(),
            Self::File(path) => page_paths(path, count),
        }
    }

    /// Writes the parts of one result and returns the files written.
    ///
    /// # Errors
    /// Says what could not be written and why. Parts written before it stay.
    pub(crate) fn write(&self, parts: &[Vec<u8>]) -> Result<Vec<PathBuf>, Message> {
        if *self == Self::Stdout {
            parts.iter().try_for_each(|part| stdout::write_document(part))?;
        }
        let paths = self.paths(parts.len());
        for (path, part) in paths.iter().zip(parts) {
            replace_unsynced(path, part)
                .map_err(|error| file_errors::unwritable_result(path, &error))?;
        }
        Ok(paths)
    }
}

/// `a.png` for one page; `a-1.png`, `a-2.png`… for several, padded to one length.
fn page_paths(path: &Path, count: usize) -> Vec<PathBuf> {
    if count == 1 {
        return vec![path.to_owned()];
    }
    let width = count.to_string().len();
    let page_path = |page| {
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{page:0width$}"));
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
    };
    (1..=count).map(page_path).collect()
}

/// When a file that was written has to be on the disk: a power cut loses what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Disk {
    /// Before anything else is done: a text of the user's, which nothing can make again.
    Now,
    /// When the system writes it: a result is made again from its source. Waiting takes 7 of some
    /// 50 ms, and longer on old disks.
    Later,
}

/// Writes a file so that it is either the old or the new one, never a part: first beside it,
/// then renamed. A link stays; what it leads to is written. What its owner marked as read-only
/// is not replaced, though a folder that can be written would allow it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, Disk::Now)
}

/// The same of a file that can be made again at any time: nobody waits for the disk.
pub(crate) fn replace_unsynced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, Disk::Later)
}

fn put(path: &Path, bytes: &[u8], disk: Disk) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    check_name(path)?;
    let old = fs::metadata(path).ok();
    // A device or a pipe is written to, not replaced.
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return fs::File::options().write(true).open(path)?.write_all(bytes);
    }
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    #[cfg(unix)]
    let mode = {
        use std::os::unix::fs::PermissionsExt;
        old.map_or(NEW, |old| old.permissions().mode())
    };
    #[cfg(not(unix))]
    let mode = NEW;
    let path = reachable(destination(path)?);
    let mut file = beside(&path, mode)?;
    file.write_all(bytes)?;
    if disk == Disk::Now {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file has a name that the system gives to files.
fn check_name(path: &Path) -> io::Result<()> {
    if device(path).is_some() || forbidden(path).is_some() {
        return Err(io::ErrorKind::InvalidFilename.into());
    }
    Ok(())
}

/// The permissions of a new file, of which the system takes what the user does not want.
const NEW: u32 = 0o666;

/// Writes a new text where `-o` says, else under `name`, never over another file; returns the
/// file written, which is none for standard output.
///
/// # Errors
/// Says why it could not be written, or that there is a file of that name already.
pub(crate) fn write_new_text(
    output: Option<&Path>,
    name: &Path,
    text: &str,
) -> Result<Option<PathBuf>, Message> {
    let path = match output.map(|path| Target::of(Some(path))) {
        Some(Target::Stdout) => {
            return stdout::write_document(text.as_bytes()).map(|()| None);
        }
        Some(Target::File(path)) => path,
        None => name.to_owned(),
    };
    match write_new(&path, text.as_bytes()) {
        Ok(()) => Ok(Some(path)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(file_errors::taken(&path))
        }
        Err(error) => Err(file_errors::unwritable(&path, &error)),
    }
}

/// Writes a file that must not be there yet, whole or not at all.
///
/// # Errors
/// Also where there is a file of that name already.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    check_name(path)?;
    let path = reachable(destination(path)?);
    if fs::symlink_metadata(&path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut file = beside(&path, NEW)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    // Another program may have been faster.
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a folder for results, with all those above it.
///
/// # Errors
/// Says why it could not be made.
pub(crate) fn make_folder(path: &Path) -> Result<(), Message> {
    fs::create_dir_all(path).map_err(|error| file_errors::no_folder(path, &error))
}

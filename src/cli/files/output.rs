//! Where results go: files written whole or not at all, or standard output.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::stdout;
use crate::cli::terminal::{Message, file_errors};

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

    /// Writes the parts of one result and returns the files written.
    ///
    /// # Errors
    /// Says what could not be written and why. Parts written before it stay.
    pub(crate) fn write(&self, parts: &[Vec<u8>]) -> Result<Vec<PathBuf>, Message> {
        match self {
            Self::Stdout => {
                let written = parts.iter().try_for_each(|part| stdout::write(part));
                written.map(|()| Vec::new())
            }
            Self::File(path) => {
                let paths = page_paths(path, parts.len());
                for (path, part) in paths.iter().zip(parts) {
                    replace(path, part)
                        .map_err(|error| file_errors::unwritable(path, &error))?;
                }
                Ok(paths)
            }
        }
    }
}

/// `a.png` for one page; `a-1.png`, `a-2.png`… for several, padded to one length.
fn page_paths(path: &Path, count: usize) -> Vec<PathBuf> {
    if count == 1 {
        return vec![path.to_owned()];
    }
    let width = count.to_string().len();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    (1..=count)
        .map(|page| path.with_file_name(format!("{stem}-{page:0width$}.{extension}")))
        .collect()
}

/// Writes a file so that it is either the old or the new one, never a part: first beside it,
/// then renamed.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A device or a pipe is written to, not replaced.
    if fs::metadata(path).is_ok_and(|old| !old.is_file()) {
        return fs::File::options().write(true).open(path)?.write_all(bytes);
    }
    #[cfg(unix)]
    let mode = {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).map_or(0o666, |old| old.permissions().mode())
    };
    #[cfg(not(unix))]
    let mode = 0;
    let mut file = beside(path, mode)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

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
        Some(Target::Stdout) => return stdout::print(text).map(|()| None),
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
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut file = beside(path, 0o666)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    // Another program may have been faster.
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file in the folder of a file.
fn beside(path: &Path, mode: u32) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vanban-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = mode;
    builder.tempfile_in(folder)
}

/// Makes a folder for results, with all those above it.
///
/// # Errors
/// Says why it could not be made.
pub(crate) fn make_folder(path: &Path) -> Result<(), Message> {
    fs::create_dir_all(path).map_err(|error| file_errors::no_folder(path, &error))
}

//! Where results go: files written whole or not at all, or standard output.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A place for a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// Standard output.
    Stdout,
    /// A file; where a result has several pages of its own, one file for each.
    File(PathBuf),
}

impl Target {
    /// The place that `-o` names; `-` and nothing are standard output.
    pub(super) fn of(output: Option<&Path>) -> Self {
        match output {
            Some(path) if path.as_os_str() != "-" => Self::File(path.to_owned()),
            Some(_) | None => Self::Stdout,
        }
    }

    /// Writes the parts of one result and returns the files written.
    ///
    /// # Errors
    /// With the path that could not be written. Parts written before it stay.
    pub(super) fn write(
        &self,
        parts: &[Vec<u8>],
    ) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
        match self {
            Self::Stdout => {
                let mut out = io::stdout().lock();
                let written = parts
                    .iter()
                    .try_for_each(|part| out.write_all(part))
                    .and_then(|()| out.flush());
                match written {
                    // Whoever reads has seen enough.
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                        Ok(Vec::new())
                    }
                    other => other
                        .map(|()| Vec::new())
                        .map_err(|error| ("(đầu ra chuẩn)".into(), error)),
                }
            }
            Self::File(path) => {
                let paths = page_paths(path, parts.len());
                for (path, part) in paths.iter().zip(parts) {
                    replace(path, part).map_err(|error| (path.clone(), error))?;
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
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A device or a pipe is written to, not replaced.
    if fs::metadata(path).is_ok_and(|old| !old.is_file()) {
        return fs::File::options().write(true).open(path)?.write_all(bytes);
    }
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vanban-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_or(0o666, |old| old.permissions().mode());
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a folder for results, with all those above it.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

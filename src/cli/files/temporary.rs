//! Temporary files: a result stands in one beside its place until it is whole. Those that a
//! killed run left are removed when the next one writes to their folder.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tempfile::NamedTempFile;

/// How the name of a temporary file begins, and how it ends.
const MARKS: (&str, &str) = (".vanban-", ".tmp");

/// How many random letters stand between the two.
const LETTERS: usize = 6;

/// How often another name is tried.
const ATTEMPTS: usize = 8;

/// A new temporary file in the folder of a file, locked as long as it is open.
///
/// # Errors
/// Where the folder takes no file.
pub(super) fn beside(path: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    sweep_once(folder);
    for _ in 0..ATTEMPTS {
        let file = create(folder, mode)?;
        match file.as_file().try_lock() {
            // Where nothing can be locked, age alone tells what was left.
            Ok(()) | Err(TryLockError::Error(_)) => {}
            Err(TryLockError::WouldBlock) => continue,
        }
        // A sweep of another run may have come between making and locking.
        if fs::symlink_metadata(file.path()).is_ok() {
            return Ok(file);
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

fn create(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(MARKS.0).suffix(MARKS.1).rand_bytes(LETTERS);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = mode;
    builder.tempfile_in(folder)
}

/// The folder of a file, the current one where the path does not name it.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Removes what killed runs left in a folder, the first time that this run writes there: a
/// folder with the results of a year is not searched for each of them.
fn sweep_once(folder: &Path) {
    static SWEPT: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let mut swept = SWEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if swept.insert(folder.to_owned()) {
        sweep(folder);
    }
}

/// Removes what killed runs left in a folder. What cannot be removed stays: it is in nobody's
/// way.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().map_while(Result::ok) {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && is_temporary(&entry.file_name()) {
            let _ = remove_left(&entry.path());
        }
    }
}

/// Whether a name is one that [`beside`] gives.
fn is_temporary(name: &OsStr) -> bool {
    let letters =
        name.to_str().and_then(|name| name.strip_prefix(MARKS.0)?.strip_suffix(MARKS.1));
    letters.is_some_and(|letters| {
        letters.len() == LETTERS && letters.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// Longer than any run takes between making a temporary file and giving it its name.
const DAY: Duration = Duration::from_hours(24);

/// Removes a temporary file that no run has open any more: the system drops the lock of a run
/// that was killed.
fn remove_left(path: &Path) -> io::Result<()> {
    let file = File::open(path)?;
    let left = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => {
            let age = file.metadata()?.modified()?.elapsed();
            age.is_ok_and(|age| age > DAY)
        }
    };
    if left { fs::remove_file(path) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn only_what_nobody_has_open_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let open = beside(&path.join("a.pdf"), 0o600).unwrap();
        let others = [
            ".vanban-ab12C.tmp",
            ".vanban-ab12CD7.tmp",
            ".vanban-ab-2CD.tmp",
            ".vanban-ab12CD",
            "vanban-ab12CD.tmp",
            ".vanban-ab12CD.tmp.md",
        ];
        for name in others.iter().chain(&[".vanban-ab12CD.tmp"]) {
            fs::write(path.join(name), "").unwrap();
        }
        fs::create_dir(path.join(".vanban-folder.tmp")).unwrap();
        sweep(path);
        let open_name = open.path().file_name().unwrap().to_str().unwrap().to_owned();
        let mut wanted: Vec<String> = others.map(str::to_owned).to_vec();
        wanted.extend([".vanban-folder.tmp".to_owned(), open_name]);
        wanted.sort();
        assert_eq!(names(path), wanted);
        drop(open);
    }

    #[test]
    fn runs_that_write_and_sweep_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                scope.spawn(move || {
                    for number in 0..50 {
                        let name = path.join(format!("{thread}-{number}.pdf"));
                        let file = beside(&name, 0o600).unwrap();
                        sweep(path);
                        file.persist(&name).unwrap();
                    }
                });
            }
        });
        let names = names(path);
        assert_eq!(names.len(), 200, "{names:?}");
        assert!(names.iter().all(|name| !name.starts_with(MARKS.0)), "{names:?}");
    }
}

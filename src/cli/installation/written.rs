//! Writes what a plan has, and takes it back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{GUIDE, Plan, registry};
use crate::cli::files::output::replace;
use crate::cli::terminal::{Message, file_errors, installed};

/// Writes everything that the plan has; `running` is the program that does so.
///
/// # Errors
/// Says what could not be written and why. What was written before it stays; another `install` goes on
/// from there.
pub(crate) fn write(plan: &Plan, running: &Path) -> Result<(), Message> {
    if !is_same(running, &plan.program) {
        let bytes = fs::read(running)
            .map_err(|error| file_errors::unreadable(running, &error))?;
        write_program(plan, &bytes)
            .map_err(|error| file_errors::unwritable(&plan.program, &error))?;
    }
    put_guide(plan)?;
    for (path, bytes) in &plan.files {
        put(plan, path, bytes)?;
    }
    registry::write(&plan.keys).map_err(|error| installed::no_registry(&error))
}

/// Writes the guide.
///
/// # Errors
/// Says why it could not be written.
pub(crate) fn put_guide(plan: &Plan) -> Result<(), Message> {
    put(plan, &plan.guide, GUIDE)
}

/// Takes back what the plan has; returns the files that were removed, and says whether there was
/// anything.
///
/// # Errors
/// Says what could not be removed and why. What was not reached stays; another `uninstall` goes on.
pub(crate) fn remove(
    plan: &Plan,
    running: &Path,
) -> Result<(Vec<PathBuf>, bool), Message> {
    // What leads to the program goes first: no entry is left that runs nothing.
    let had_keys = registry::remove(&plan.keys, &plan.shared_keys)
        .map_err(|error| installed::no_registry(&error))?;
    let mut removed = Vec::new();
    let files = plan.files.iter().map(|(path, _)| path).chain([&plan.guide]);
    for path in files.chain([&plan.program]) {
        let gone = if path == &plan.program && is_same(running, path) {
            remove_running(path)
        } else {
            fs::remove_file(path)
        };
        match gone {
            Ok(()) => removed.push(path.clone()),
            Err(error) if is_missing(&error) => {}
            Err(error) => return Err(file_errors::not_removed(path, &error)),
        }
    }
    let folders = made_folders(plan);
    let _ = fs::remove_file(plan.note());
    // One that somebody has put something in stays.
    for folder in folders {
        let _ = fs::remove_dir(folder);
    }
    let found = had_keys || !removed.is_empty();
    Ok((removed, found))
}

/// Whether nothing is there; a folder on the way may be missing, or be a file.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|one| real(other) == Some(one))
}

/// Writes a file, with the folders above it.
fn put(plan: &Plan, path: &Path, bytes: &[u8]) -> Result<(), Message> {
    let written = make_folders(plan, path).and_then(|()| replace(path, bytes));
    written.map_err(|error| file_errors::unwritable(path, &error))
}

/// Makes the folders above a file, and notes which were not there.
fn make_folders(plan: &Plan, path: &Path) -> io::Result<()> {
    let note = plan.note();
    let mut made = Vec::new();
    for folder in [&*note, path].into_iter().filter_map(Path::parent) {
        let missing = folder.ancestors().take_while(|above| !above.exists());
        made.extend(missing.filter_map(Path::to_str).map(|folder| format!("{folder}\n")));
        fs::create_dir_all(folder)?;
    }
    if made.is_empty() {
        return Ok(());
    }
    let before = fs::read_to_string(&note).unwrap_or_default();
    replace(&note, (before + &made.concat()).as_bytes())
}

/// The folders that were made, the inner ones first.
fn made_folders(plan: &Plan) -> Vec<PathBuf> {
    let lines = fs::read_to_string(plan.note()).unwrap_or_default();
    let mut folders: Vec<PathBuf> = lines.lines().map(PathBuf::from).collect();
    folders.sort_by_key(|folder| std::cmp::Reverse(folder.components().count()));
    folders
}

/// Writes the program, to be run by the user.
fn write_program(plan: &Plan, bytes: &[u8]) -> io::Result<()> {
    let path = &plan.program;
    make_folders(plan, path)?;
    #[cfg(windows)]
    if path.exists() {
        // A program that runs cannot be written, but be called otherwise.
        windows::set_aside(path)?;
    }
    replace(path, bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

#[cfg(windows)]
use windows::set_aside as remove_running;

/// Removes the program that does so.
#[cfg(not(windows))]
fn remove_running(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

#[cfg(windows)]
mod windows {
    use std::os::windows::process::CommandExt;
    use std::path::Path;
    use std::process::{Command, Stdio};
    use std::{env, fs, io, process};

    /// A process without a window (`CREATE_NO_WINDOW`).
    const NO_WINDOW: u32 = 0x0800_0000;

    /// Tries to delete a file for some minutes, until no process runs it any more. Its name is in
    /// the environment, where no letter means anything to the shell.
    const DELETE: &str = r#"/d /s /c "for /l %i in (1,1,120) do if exist "%VANBAN_OLD%" (ping -n 3 127.0.0.1 >nul & del /f /q "%VANBAN_OLD%" 2>nul)""#;

    /// Takes a program out of its place, which may run: Windows renames such a one, and deletes
    /// it only when it has ended.
    pub(super) fn set_aside(path: &Path) -> io::Result<()> {
        let name = format!("vanban-{}.old.exe", process::id());
        let old = env::temp_dir().join(&name);
        let old = match fs::rename(path, &old) {
            Ok(()) => old,
            // The folder for such files may be on another disk.
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
                let beside = path.with_file_name(name);
                fs::rename(path, &beside)?;
                beside
            }
            Err(error) => return Err(error),
        };
        if fs::remove_file(&old).is_err() {
            // Where no process can be started, Windows clears its folder for such files itself.
            let _ = Command::new("cmd.exe")
                .raw_arg(DELETE)
                .env("VANBAN_OLD", &old)
                .creation_flags(NO_WINDOW)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn();
        }
        Ok(())
    }
}

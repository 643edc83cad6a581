//! Opens a file or an address in the program that the user has for it. The door to `open`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::terminal::{Terminal, watched};

/// Opens a file or an address; says so where that is not possible.
pub(super) fn open(what: &OsStr, terminal: &Terminal) {
    if open::that_detached(what).is_err() {
        terminal.tell(&watched::not_opened(what));
    }
}

/// Opens a text to be written in: on Windows in Notepad, which everybody has, since no program may
/// be there for `.md`.
pub(super) fn open_text(path: &Path, terminal: &Terminal) {
    if !cfg!(windows) || open::with_detached(path, "notepad.exe").is_err() {
        open(path.as_os_str(), terminal);
    }
}

/// Opens what a run has made: the one file, or of several the folder in which the first one is.
pub(super) fn open_results(paths: &[PathBuf], terminal: &Terminal) {
    match paths {
        [] => {}
        [one] => open(one.as_os_str(), terminal),
        [first, ..] => {
            let folder = first.parent().filter(|folder| !folder.as_os_str().is_empty());
            open(folder.unwrap_or(Path::new(".")).as_os_str(), terminal);
        }
    }
}

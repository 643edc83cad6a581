//! The list of what file managers offer, which the desktop makes of the entries that are there.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// The list, in the folder of the entries.
const LIST: &str = "mimeinfo.cache";

/// What stands in a list of nothing.
const EMPTY: &str = "[MIME Cache]";

/// Has the list made anew, where the desktop has a program for that. One of nothing goes.
pub(super) fn refresh(folder: &Path) {
    let mut command = Command::new("update-desktop-database");
    command.arg(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if !folder.is_dir() || command.status().is_err() {
        return;
    }
    let list = folder.join(LIST);
    if fs::read_to_string(&list).is_ok_and(|text| text.trim() == EMPTY) {
        let _ = fs::remove_file(list);
    }
}

//! Opens a file or an address in the program that the user has for it. The door to `open`.

use std::ffi::OsStr;

use super::terminal::{Terminal, watched};

/// Opens a file or an address; says so where that is not possible.
pub(super) fn open(what: &OsStr, terminal: &Terminal) {
    if open::that_detached(what).is_err() {
        terminal.say(&watched::not_opened(what));
    }
}

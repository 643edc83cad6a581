//! What `install` writes for the user of this machine, as data that every system can look at,
//! and what writes it and takes it back.

mod entries;
mod registry;
mod shortcut;
mod unix;
mod windows;
mod written;

use std::ffi::OsString;
use std::path::PathBuf;

use super::arguments::Completion;
pub(super) use written::{put_guide, remove, write};

/// The guide for those who do not type commands.
const GUIDE: &[u8] = include_bytes!("guide.html");

/// Everything that `install` writes, and `uninstall` removes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// Where the program itself goes.
    pub(super) program: PathBuf,
    /// Where the guide goes.
    pub(super) guide: PathBuf,
    /// The other files, with what stands in them.
    files: Vec<(PathBuf, Vec<u8>)>,
    /// The keys of the user's registry; there is one on Windows only.
    keys: Vec<Key>,
    /// Keys that may be others' as well, and go only where nothing is left in them.
    shared_keys: Vec<&'static str>,
}

/// A key of `HKEY_CURRENT_USER` with its values; the value without a name is the key's own.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    path: String,
    values: Vec<(&'static str, Value)>,
}

/// A value in the registry.
#[derive(Debug, PartialEq, Eq)]
enum Value {
    Text(String),
    Number(u32),
}

impl Plan {
    /// The plan for the user of this machine; nothing where the environment names no folder of
    /// theirs.
    pub(super) fn here() -> Option<Self> {
        let folder = |name: &str| std::env::var_os(name);
        if cfg!(windows) { windows::plan(&folder) } else { unix::plan(&folder) }
    }

    /// Where is noted which folders were not there before.
    fn note(&self) -> PathBuf {
        self.guide.with_file_name("thu-muc.txt")
    }

    /// Whether a shell finds the program by its name, by the folders in which it looks.
    pub(super) fn is_found(&self, path: Option<OsString>) -> bool {
        let folder = self.program.parent();
        path.is_some_and(|path| {
            std::env::split_paths(&path).any(|looked| Some(&*looked) == folder)
        })
    }
}

/// Where the environment names a folder by its whole path.
fn folder(env: &dyn Fn(&str) -> Option<OsString>, name: &str) -> Option<PathBuf> {
    env(name).map(PathBuf::from).filter(|path| path.is_absolute())
}

/// The script that completes the program's arguments in a shell.
fn completion(shell: Completion) -> Vec<u8> {
    shell.script().into_bytes()
}

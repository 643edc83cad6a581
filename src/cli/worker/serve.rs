//! The other side: the process that runs templates.

use std::ffi::OsString;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::process::exit;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::request::Request;
use super::{MEMORY, reply};
use crate::cli::exit::Exit;
use crate::cli::files::fonts;
use crate::cli::files::loaded::Loaded;
use crate::typeset::Engine;

/// The first argument of such a process; behind it come the path of its first document and, where
/// there are any, the folder of the fonts.
pub(in crate::cli) const ARGUMENT: &str = "--run-templates";

/// Does what each line of standard input asks for and writes what came of it to standard output.
/// `bound` bounds the memory that the process may hold.
pub(in crate::cli) fn serve(
    arguments: &[OsString],
    bound: impl FnOnce(usize) -> bool,
) -> Exit {
    if !bound(MEMORY) {
        return Exit::Environment;
    }
    let (asked, requests) = channel();
    thread::spawn(move || hear(&asked));
    let folder = arguments.get(1).map(Path::new);
    if folder.is_none() {
        // The fonts are read while the document is.
        thread::spawn(Engine::shared);
    }
    let Ok(fonts) = fonts::read(folder) else { return Exit::Environment };
    let first = arguments.first().map(PathBuf::from).unwrap_or_default();
    for Request { work, path, packed } in requests {
        let path = path.map_or_else(|| first.clone(), PathBuf::from);
        let loaded = Loaded::unpack(packed, &path, fonts);
        let folder = loaded.folder().clone();
        let outcome = loaded.run(|input| work.on(input));
        if reply::write(&outcome, folder.asked(), &mut io::stdout().lock()).is_err() {
            return Exit::Environment;
        }
    }
    Exit::Done
}

/// Hands on what is asked for, and ends this process with the one that started it, whatever it
/// is doing then.
fn hear(asked: &Sender<Request>) {
    let mut lines = io::stdin().lock().lines();
    while let Some(Ok(line)) = lines.next()
        && let Ok(request) = serde_json::from_str(&line)
        && asked.send(request).is_ok()
    {}
    exit(Exit::Done as i32);
}

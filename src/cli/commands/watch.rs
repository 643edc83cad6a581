//! `vanban watch`: builds what a change touches, again and again.

mod rounds;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use rounds::Rounds;

use super::build::Run;
use crate::cli::arguments::watch::WatchArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::fonts;
use crate::cli::files::result_name::format;
use crate::cli::files::suggest::similar;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::opening::open;
use crate::cli::terminal::{Terminal, file_errors, misuse, watched};
use crate::cli::watching::{Events, Quiet};
use crate::cli::worker::Workers;

/// Programs that save a file in several steps are done with them after this time.
const QUIET: Quiet =
    Quiet { changed: Duration::from_millis(50), written: Duration::from_millis(50) };

/// Builds the documents, and then those that a change touches, until the user ends the program.
pub(crate) fn run(arguments: WatchArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let mut opens = arguments.open;
    let arguments = &arguments.build();
    are_there(&arguments.files)?;
    let format = format(arguments);
    let fonts =
        fonts::read(arguments.result.font_path.as_deref()).map_err(Abort::environment)?;
    let surroundings = Surroundings::new(fonts, &arguments.result.template)
        .watching(true)
        .for_issue(arguments.result.for_issue);
    let workers = Workers::default();
    let run = Run { arguments, format, surroundings: &surroundings, workers: &workers };
    let mut rounds = Rounds::new(arguments, format, &surroundings);
    let mut events = Events::new().map_err(Abort::environment)?;
    // What changes from now on is not missed.
    events.watch(&rounds.folders());
    are_watched(&arguments.files, &events)?;
    terminal.say(&watched::watching(&arguments.files));
    loop {
        surroundings.forget();
        let ended = run.over(&mut rounds, terminal);
        if let Err(abort) = ended {
            if rounds.is_first() {
                return Err(abort);
            }
            abort.end(terminal);
        }
        if opens && let Some(result) = rounds.take_result() {
            open(result.as_os_str(), terminal);
            opens = false;
        }
        // What changed in a folder before it was watched is seen by another look.
        let is_new = events.watch(&rounds.folders());
        let concerns = |path: &Path| rounds.concerns(path);
        let changes = if is_new {
            events.rest(QUIET, concerns)
        } else {
            events.wait(QUIET, concerns)
        };
        rounds.next(changes, is_new);
    }
}

/// What is given is there: what is not may be a wrong name.
pub(super) fn are_there(files: &[impl AsRef<Path>]) -> Result<(), Abort> {
    for file in files.iter().map(AsRef::as_ref) {
        if file.as_os_str() == "-" {
            return Err(Abort::usage(misuse::watch_of_stdin()));
        }
        if fs::symlink_metadata(file).is_err() {
            return Err(Abort::environment(file_errors::missing(file, &similar(file))));
        }
    }
    Ok(())
}

/// The folders of what is given are watched by the system.
pub(super) fn are_watched(
    files: &[impl AsRef<Path>],
    events: &Events,
) -> Result<(), Abort> {
    let folder = |file: &Path| {
        if file.is_dir() {
            Some(file.to_owned())
        } else {
            file.parent().map(Path::to_owned)
        }
    };
    let folders: BTreeSet<_> =
        files.iter().filter_map(|file| folder(file.as_ref())).collect();
    for folder in folders {
        let place = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
        if fs::canonicalize(place).is_ok_and(|real| !events.watches(&real)) {
            return Err(Abort::environment(file_errors::unwatched(place)));
        }
    }
    Ok(())
}

//! `vanban preview`: shows a document in the browser as it will print, while it is written.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Local;

use super::attached;
use super::watch::{are_there, are_watched};
use crate::Outcome;
use crate::cli::arguments::preview::PreviewArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::asked::AllAsked;
use crate::cli::files::folder::is_defaults;
use crate::cli::files::fonts;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::owner::Owners;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::opening::open;
use crate::cli::preview::{Board, Server, Told, View};
use crate::cli::terminal::{Message, Terminal, misuse, previewed};
use crate::cli::watching::{Concern, Events, Quiet, folders};
use crate::cli::worker::{Work, Workers};

/// Programs that save a file in several steps are mostly done with them after this time; a text
/// that was read too early is read again.
const QUIET: Quiet =
    Quiet { changed: Duration::from_millis(15), written: Duration::from_millis(2) };

/// Shows the document, and each change of what it is made of, until the user ends the program.
pub(crate) fn run(arguments: &PreviewArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let PreviewArgs { file, port, font_path, template, .. } = arguments;
    are_there(std::slice::from_ref(file))?;
    if file.is_dir() {
        return Err(Abort::usage(misuse::preview_of_folder(file)));
    }
    if is_defaults(file) {
        return Err(Abort::usage(misuse::defaults_given(file)));
    }
    let fonts = fonts::read(font_path.as_deref()).map_err(Abort::environment)?;
    let surroundings = Surroundings::new(fonts, template);
    let templates = template.templates.as_deref();
    let mut events = Events::new().map_err(Abort::environment)?;
    // What changes from now on is not missed.
    let mut asked = AllAsked::new();
    events.watch(&folders(file, &asked, templates));
    are_watched(std::slice::from_ref(file), &events)?;
    let server = Server::bind(*port, pdf_name(file)).map_err(Abort::environment)?;
    let address = server.address();
    let board = Arc::new(Board::new(View::empty()));
    server.serve(Arc::clone(&board)).map_err(Abort::environment)?;
    terminal.say(&previewed::shown(&address));
    if arguments.open {
        open(address.as_ref(), terminal);
    }
    let workers = Workers::default();
    loop {
        surroundings.forget();
        let begun = Instant::now();
        let made = made(file, &surroundings, &workers, &mut asked);
        let told = Told {
            name: &file.display().to_string(),
            clock: &Local::now().format("%H:%M:%S").to_string(),
            took: begun.elapsed(),
            lang: terminal.lang(),
        };
        let last = board.current();
        board.show(match made {
            Ok(outcome) => last.next(outcome, &told),
            Err(why) => last.unreadable(&why, &told),
        });
        let concern = Concern::of(file, &asked, templates);
        let concerns = |path: &Path| concern.includes(path);
        // What changed in a folder before it was watched is seen by another look.
        if events.watch(&folders(file, &asked, templates)) {
            events.rest(QUIET, concerns);
        } else {
            events.wait(QUIET, concerns);
        }
    }
}

/// The PDF and the pages of the document as it stands, and what it asked for.
fn made(
    file: &Path,
    surroundings: &Surroundings<'_>,
    workers: &Workers,
    asked: &mut AllAsked,
) -> Result<Outcome<Vec<Vec<u8>>>, Message> {
    let loaded = Loaded::read(file, surroundings)?;
    let folder = loaded.folder().clone();
    let mut outcome = workers.run(loaded.alone(true), Work::Show)?;
    // A text that is broken for a moment asks for nothing, and has its files all the same.
    asked.extend(folder.asked());
    attached::explain(&mut outcome.report, file, &Owners::new(surroundings));
    Ok(outcome)
}

/// What the PDF is called when it is kept.
fn pdf_name(file: &Path) -> String {
    let name = file.with_extension("pdf");
    name.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

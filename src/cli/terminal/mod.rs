//! What is said to the person at the terminal, on standard error.

mod counts;
pub(super) mod file_errors;
pub(super) mod greeting;
pub(super) mod installed;
mod message;
pub(super) mod misuse;
mod obstacle;
pub(super) mod previewed;
mod progress;
pub(super) mod renewed;
pub(super) mod results;
pub(super) mod watched;

use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};

use crate::Report;
use crate::diagnostic::{HumanOptions, Lang, render_human};
pub(super) use counts::{Counts, Documents, Unit};
pub(super) use message::Message;
use progress::Progress;

/// Standard error, coloured where that is wanted and possible.
pub(super) struct Terminal {
    choice: ColorChoice,
    lang: Lang,
    /// Whether something was said that nobody should miss.
    has_told: Cell<bool>,
    /// How far a long run is.
    progress: RefCell<Option<Progress>>,
}

impl Terminal {
    /// A terminal that colours as the user asked (`auto` obeys `NO_COLOR`).
    pub(super) fn new(choice: ColorChoice, lang: Lang) -> Self {
        Self { choice, lang, has_told: Cell::default(), progress: RefCell::default() }
    }

    /// The language to speak.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Says one thing.
    pub(super) fn say(&self, message: &Message) {
        self.write(&format!("{}\n", message.get(self.lang)));
    }

    /// Shows every problem of a document.
    pub(super) fn show(&self, report: &Report) {
        if !report.diagnostics.is_empty() {
            self.has_told.set(true);
            let options = HumanOptions { colour: true, lang: self.lang };
            self.write(&render_human(&report.diagnostics, &report.sources, options));
        }
    }

    /// Says one thing that nobody should miss.
    pub(super) fn tell(&self, message: &Message) {
        self.has_told.set(true);
        self.say(message);
    }

    /// Whether there were problems, or something else that nobody should miss.
    pub(super) fn has_told(&self) -> bool {
        self.has_told.get()
    }

    /// Says how many problems several documents have, where there are any.
    pub(super) fn count(&self, counts: Counts) {
        let Counts { errors, warnings, files, .. } = counts;
        if errors + warnings > 0 {
            self.say(&results::count(errors, warnings, files));
        }
    }

    /// A run over so many documents begins: where it takes long, the terminal shows how far it is.
    pub(super) fn begin(&self, documents: usize) {
        self.progress.replace(Progress::begin(documents, self.lang));
    }

    /// One of its documents is done.
    pub(super) fn step(&self) {
        if let Some(progress) = &mut *self.progress.borrow_mut() {
            progress.step();
        }
    }

    /// The run has ended; says how long it took, where somebody watched.
    pub(super) fn end(&self) -> Option<Duration> {
        let mut progress = self.progress.take()?;
        progress.erase();
        Some(progress.elapsed())
    }

    fn write(&self, text: &str) {
        // Nothing can be done where standard error itself is closed.
        let write = || {
            let mut stream = AutoStream::new(io::stderr(), self.choice).lock();
            let _ = stream.write_all(text.as_bytes());
        };
        self.aside(write);
    }

    /// Does `write`, which writes to what may be the same terminal.
    pub(super) fn aside(&self, write: impl FnOnce()) {
        match &mut *self.progress.borrow_mut() {
            Some(progress) => progress.without(write),
            None => write(),
        }
    }
}

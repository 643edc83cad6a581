//! What is said to the person at the terminal, on standard error.

mod counts;
pub(super) mod file_errors;
mod message;
pub(super) mod misuse;
pub(super) mod renewed;
pub(super) mod results;

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};

use crate::Report;
use crate::diagnostic::{HumanOptions, Lang, render_human};
pub(super) use counts::Counts;
pub(super) use message::Message;

/// Standard error, coloured where that is wanted and possible.
pub(super) struct Terminal {
    choice: ColorChoice,
    lang: Lang,
}

impl Terminal {
    /// A terminal that colours as the user asked (`auto` obeys `NO_COLOR`).
    pub(super) fn new(choice: ColorChoice, lang: Lang) -> Self {
        Self { choice, lang }
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
            let options = HumanOptions { colour: true, lang: self.lang };
            self.write(&render_human(&report.diagnostics, &report.sources, options));
        }
    }

    /// Says how many problems several documents have, where there are any.
    pub(super) fn count(&self, counts: Counts) {
        let Counts { errors, warnings, files } = counts;
        if errors + warnings > 0 {
            self.say(&results::count(errors, warnings, files));
        }
    }

    /// Nothing can be done where standard error itself is closed.
    fn write(&self, text: &str) {
        let mut stream = AutoStream::new(io::stderr(), self.choice).lock();
        let _ = stream.write_all(text.as_bytes());
    }
}

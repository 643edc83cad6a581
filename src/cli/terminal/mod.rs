//! What is said to the person at the terminal, on standard error.

pub(super) mod file_errors;
mod message;
pub(super) mod misuse;
pub(super) mod renewed;
pub(super) mod results;

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};

use crate::Report;
use crate::diagnostic::{HumanOptions, Lang, Severity, render_human};
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

    /// Shows every problem of several documents and counts them.
    pub(super) fn show_all(&self, documents: &[Report]) {
        for document in documents {
            self.show(document);
        }
        self.count(documents);
    }

    /// Counts the problems of several documents, where there are any.
    pub(super) fn count<'a>(&self, documents: impl IntoIterator<Item = &'a Report>) {
        let (mut files, mut errors, mut warnings) = (0, 0, 0);
        for document in documents {
            files += 1;
            errors += document.diagnostics.count(Severity::Error);
            warnings += document.diagnostics.count(Severity::Warning);
        }
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

//! `Outcome`: what every entry point of the library gives: a value beside all that was found on
//! the way to it.

use crate::diagnostic::Diagnostics;
use crate::source::{Sources, Span};

/// A value, and what is wrong or doubtful in what it was made of.
#[derive(Debug, Clone)]
pub struct Outcome<T> {
    /// The value; `None` where an error stands in its way.
    pub output: Option<T>,
    /// What was found.
    pub report: Report,
}

/// What was found in a document, and the files in which it stands.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// What is wrong or doubtful, sorted by place.
    pub diagnostics: Diagnostics,
    /// The files that the diagnostics point into, the document first.
    pub sources: Sources,
    /// The remarks of the user that silenced something, by the places of the rules in them.
    pub(crate) silenced: Vec<Span>,
}

impl<T> Outcome<T> {
    /// The outcome with another value in the place of this one.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome { output: self.output.map(change), report: self.report }
    }
}

//! One problem in the user's text: what, how grave, where. Imports `source`.
//!
//! A stage pushes [`Problem`]s at [`Span`]s; what they say in a language stands in
//! `vi` and `en`, how they are shown in one renderer per file.

mod en;
mod fields;
mod human;
mod json;
mod problem;
mod sarif;
#[cfg(test)]
mod tests;
mod vi;

pub use human::{HumanOptions, render as render_human};
pub use json::render as render_json;
pub use problem::{Expected, Problem, Syntax};

pub use sarif::render as render_sarif;

use crate::source::{FileId, Span};

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document cannot be made.
    Error,
    /// The document is made, but something in it is doubtful.
    Warning,
}

/// The languages in which problems are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The words around a problem.
    fn frame(self) -> Frame {
        match self {
            Self::Vi => vi::FRAME,
            Self::En => en::FRAME,
        }
    }
}

/// The words around a problem, in one language.
struct Frame {
    error: &'static str,
    warning: &'static str,
    help: &'static str,
    clause: &'static str,
}

/// What a problem says to a reader, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The sentence that names the problem.
    pub message: String,
    /// A few words under the offending text.
    pub label: String,
    /// The way out.
    pub help: String,
    /// A few words under the related place, where there is one.
    pub related: Option<String>,
}

/// One problem at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// The offending text; an empty span points between two characters.
    pub span: Span,
    /// Another place that explains this one.
    pub related: Option<Span>,
}

impl Diagnostic {
    /// The stable, language-free name of the rule that was broken.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.problem.rule()
    }

    /// Whether the problem stops the document.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// What the problem says.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Words {
        match lang {
            Lang::Vi => vi::words(&self.problem),
            Lang::En => en::words(&self.problem),
        }
    }
}

/// What a stage found, in the order in which it found it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Notes a problem at a place.
    pub fn push(&mut self, problem: Problem, span: Span) {
        self.0.push(Diagnostic { problem, span, related: None });
    }

    /// Notes a problem at a place that another place explains.
    pub fn push_related(&mut self, problem: Problem, span: Span, related: Span) {
        self.0.push(Diagnostic { problem, span, related: Some(related) });
    }

    /// Notes a problem that was found before.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Takes over what another stage found.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether anything found stops the document.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many problems of one severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity() == severity).count()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Sorts by place and drops what was said twice.
    pub fn tidy(&mut self) {
        self.0.sort_by_key(|d| (d.span.file, d.span.start, d.span.end, d.severity()));
        self.0.dedup();
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(Problem, Span)> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = (Problem, Span)>>(problems: I) -> Self {
        let mut found = Self::default();
        for (problem, span) in problems {
            found.push(problem, span);
        }
        found
    }
}

/// The start of a file, for problems that concern the whole of it.
#[must_use]
pub fn whole_file(file: FileId) -> Span {
    Span::new(file, 0..0)
}

//! One problem in the user's text: what, how grave, where. Imports `source`.
//!
//! A stage pushes [`Problem`]s at [`Span`]s; what they say in a language stands in
//! `vi` and `en`, how they are shown in one renderer per file.

mod en;
mod fields;
mod fix;
mod human;
mod json;
mod problem;
mod sarif;
#[cfg(test)]
mod tests;
mod vi;

pub use fix::{Edit, Fix, mended};
pub use human::{HumanOptions, render as render_human};
pub use json::render as render_json;
pub use problem::{Expected, FramePart, Large, Problem, Syntax};

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
    /// What mends it for certain, where that is known.
    pub fix: Option<Fix>,
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

/// Most problems that are shown of one document.
const MOST: usize = 300;

/// What a stage found, in the order in which it found it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Notes a problem at a place.
    pub fn push(&mut self, problem: Problem, span: Span) {
        self.push_fixed(problem, span, None);
    }

    /// Notes a problem at a place, with what mends it where that is certain.
    pub fn push_fixed(&mut self, problem: Problem, span: Span, fix: Option<Fix>) {
        self.0.push(Diagnostic { problem, span, related: None, fix });
    }

    /// Notes a problem at a place that another place explains.
    pub fn push_related(&mut self, problem: Problem, span: Span, related: Span) {
        self.0.push(Diagnostic { problem, span, related: Some(related), fix: None });
    }

    /// The same problems, to be mended by hand alone.
    #[must_use]
    pub fn without_fixes(mut self) -> Self {
        for diagnostic in &mut self.0 {
            diagnostic.fix = None;
        }
        self
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

    /// Whether so much was found that more will not be shown.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() > MOST
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

    /// Keeps only some of the problems.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(keep);
    }

    /// Sorts by place, drops what was said twice and what is too much to be read.
    pub fn tidy(&mut self) {
        let place = |d: &Diagnostic| (d.span.file, d.span.start, d.span.end);
        self.0.sort_by_key(|d| (place(d), d.severity()));
        let mut tidy: Vec<Diagnostic> = Vec::with_capacity(self.0.len());
        for diagnostic in self.0.drain(..) {
            let here =
                tidy.iter().rev().take_while(|said| place(said) == place(&diagnostic));
            if !here.into_iter().any(|said| *said == diagnostic) {
                tidy.push(diagnostic);
            }
        }
        self.0 = tidy;
        if self.0.len() > MOST {
            let rest = Self(self.0.split_off(MOST));
            let (count, errors) = (rest.0.len(), rest.has_errors());
            self.push(Problem::More { count, errors }, rest.0[0].span);
        }
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

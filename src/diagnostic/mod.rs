//! One problem in the user's text: which rule it breaks, where, and how it is shown. Imports
//! `source`.
//!
//! Every stage declares its own [`Rule`]s and pushes [`Problem`]s at [`Span`]s; each way to show
//! them has a file of its own.

mod bilingual;
mod example;
mod explain;
mod fix;
mod human;
mod json;
pub mod phrases;
mod problem;
mod rule;
mod sarif;
pub mod shared;
#[cfg(test)]
mod tests;

pub use bilingual::Bilingual;
pub(crate) use bilingual::both;
pub use example::Example;
pub(crate) use example::{of_template, with_own_field};
pub use explain::{explain, list as list_rules};
pub use fix::{Edit, Fix, compatible, mended};
pub use human::{HumanOptions, render as render_human};
pub use json::render as render_json;
pub use problem::{FieldPath, Problem};
pub use rule::{Family, Regimes, Rule};
pub use sarif::render as render_sarif;

use serde::{Deserialize, Serialize};

use crate::source::{FileId, Span};

/// How grave a problem is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Severity {
    /// The document cannot be made.
    Error,
    /// The document is made, but something in it is doubtful.
    Warning,
    /// The document is made, and something that the program did for it is told.
    Note,
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

/// What a problem says to a reader, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// The sentence that names the problem.
    pub message: &'a str,
    /// A few words under the offending text.
    pub label: &'a str,
    /// The way out.
    pub help: &'a str,
    /// A few words under the related place, where there is one.
    pub related: Option<&'a str>,
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
    /// The rule that was broken.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.problem.rule
    }

    /// Whether the problem stops the document.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.problem.severity
    }

    /// Whether it is advice on the paper, which stands in nobody's way.
    #[must_use]
    pub fn is_advice(&self) -> bool {
        self.severity() == Severity::Note && !self.rule().reports
    }

    /// What the problem says.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Words<'_> {
        self.problem.words(lang)
    }
}

/// Most problems that are shown of one document.
const MOST: usize = 300;

/// What a stage found, in the order in which it found it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// What was left out, being too much to be read.
    omitted: Option<Omitted>,
}

/// Diagnostics that are not shown: how many, whether there are errors among them, and where the
/// first one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Omitted {
    count: usize,
    errors: bool,
    span: Span,
}

impl Diagnostics {
    /// Notes a problem at a place.
    pub fn push(&mut self, problem: Problem, span: Span) {
        self.push_fixed(problem, span, None);
    }

    /// Notes a problem at a place, with what mends it where that is certain.
    pub fn push_fixed(&mut self, problem: Problem, span: Span, fix: Option<Fix>) {
        self.list.push(Diagnostic { problem, span, related: None, fix });
    }

    /// Notes a problem with all that is known of it.
    pub fn push_whole(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Notes a problem at a place that another place explains.
    pub fn push_related(&mut self, problem: Problem, span: Span, related: Span) {
        self.list.push(Diagnostic { problem, span, related: Some(related), fix: None });
    }

    /// Notes a problem at a place that another place explains, with what mends it.
    pub fn push_related_fixed(
        &mut self,
        problem: Problem,
        span: Span,
        related: Span,
        fix: Option<Fix>,
    ) {
        self.list.push(Diagnostic { problem, span, related: Some(related), fix });
    }

    /// The same problems, to be mended by hand alone.
    #[must_use]
    pub fn without_fixes(mut self) -> Self {
        for diagnostic in &mut self.list {
            diagnostic.fix = None;
        }
        self
    }

    /// Keeps only some of the fixes; what the others mend is to be mended by hand.
    pub fn retain_fixes(&mut self, keep: impl Fn(&Rule, &Fix) -> bool) {
        for Diagnostic { problem, fix, .. } in &mut self.list {
            *fix = fix.take().filter(|fix| keep(problem.rule, fix));
        }
    }

    /// Takes over what another stage found.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
        self.omitted = self.omitted.or(other.omitted);
    }

    /// Whether anything found stops the document.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many problems of one severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity() == severity).count()
    }

    /// Whether so much was found that more will not be shown.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.list.len() > MOST
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Keeps only some of the problems.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// Gives each problem the severity that it has here, from its rule and its own.
    pub fn weigh(&mut self, severity: impl Fn(&Rule, Severity) -> Severity) {
        for one in &mut self.list {
            one.problem.severity = severity(one.problem.rule, one.problem.severity);
        }
    }

    /// Sorts by place, drops what was said twice and what is too much to be read; may be done
    /// again when more was found.
    pub fn sort_and_dedup(&mut self) {
        let place = |d: &Diagnostic| (d.span.file, d.span.start, d.span.end);
        self.list.retain(|d| self.omitted.is_none() || !d.problem.breaks(&shared::MORE));
        self.list.sort_by_key(|d| (place(d), d.severity()));
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(self.list.len());
        for diagnostic in self.list.drain(..) {
            let here =
                kept.iter().rev().take_while(|said| place(said) == place(&diagnostic));
            if !here.into_iter().any(|said| *said == diagnostic) {
                kept.push(diagnostic);
            }
        }
        self.list = kept;
        if self.list.len() > MOST {
            let rest = self.list.split_off(MOST);
            let before = self
                .omitted
                .map_or((0, false), |omitted| (omitted.count, omitted.errors));
            let errors = rest.iter().any(|d| d.severity() == Severity::Error);
            let (count, errors) = (before.0 + rest.len(), before.1 || errors);
            self.omitted = Some(Omitted { count, errors, span: rest[0].span });
        }
        if let Some(Omitted { count, errors, span }) = self.omitted {
            self.push(shared::more(count, errors), span);
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

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(list: I) -> Self {
        Self { list: list.into_iter().collect(), omitted: None }
    }
}

/// The start of a file, for problems that concern the whole of it.
#[must_use]
pub fn whole_file(file: FileId) -> Span {
    Span::new(file, 0..0)
}

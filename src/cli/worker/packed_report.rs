//! A report as it is written down: for another process, or for another run.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Bilingual, Diagnostic, FieldPath, Fix, Problem, Rule, Severity};
use crate::source::{Source, Sources, Span};
use crate::{Report, all_rules};

/// A report, written down.
#[derive(Serialize, Deserialize)]
pub(in crate::cli) struct PackedReport {
    diagnostics: Vec<Said>,
    /// The names and texts of what the diagnostics point into.
    sources: Vec<(String, String)>,
}

impl PackedReport {
    /// Packs a report.
    pub(in crate::cli) fn of(report: &Report) -> Self {
        let text = |source: &Source| (source.name().to_owned(), source.text().to_owned());
        Self {
            diagnostics: report.diagnostics.iter().map(Said::from).collect(),
            sources: report.sources.all().map(text).collect(),
        }
    }

    /// The report; nothing where it names a rule that is not there.
    pub(in crate::cli) fn unpack(self) -> Option<Report> {
        let mut sources = Sources::default();
        for (name, text) in self.sources {
            sources.add(Source::new(name, text));
        }
        let rules = all_rules();
        let found = self.diagnostics.into_iter().map(|said| said.diagnostic(&rules));
        let diagnostics = found.collect::<Option<_>>()?;
        Some(Report { diagnostics, sources, ..Report::default() })
    }
}

/// One diagnostic, its rule by name.
#[derive(Serialize, Deserialize)]
struct Said {
    rule: String,
    severity: Severity,
    message: Bilingual,
    label: Bilingual,
    help: Bilingual,
    related_words: Option<Bilingual>,
    clause: Option<String>,
    detail: Option<String>,
    field: Option<FieldPath>,
    suggestion: Option<String>,
    span: Span,
    related: Option<Span>,
    fix: Option<Fix>,
}

impl From<&Diagnostic> for Said {
    fn from(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { problem, span, related, fix } = diagnostic.clone();
        Self {
            rule: problem.rule.id.to_owned(),
            severity: problem.severity,
            message: problem.message,
            label: problem.label,
            help: problem.help,
            related_words: problem.related,
            clause: problem.clause,
            detail: problem.detail,
            field: problem.field,
            suggestion: problem.suggestion,
            span,
            related,
            fix,
        }
    }
}

impl Said {
    fn diagnostic(self, rules: &[&'static Rule]) -> Option<Diagnostic> {
        let rule = rules.iter().find(|rule| rule.id == self.rule)?;
        let problem = Problem {
            rule,
            severity: self.severity,
            message: self.message,
            label: self.label,
            help: self.help,
            related: self.related_words,
            clause: self.clause,
            detail: self.detail,
            field: self.field,
            suggestion: self.suggestion,
        };
        let Self { span, related, fix, .. } = self;
        Some(Diagnostic { problem, span, related, fix })
    }
}

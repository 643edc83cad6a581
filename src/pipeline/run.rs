//! `Run`: the files and diagnostics of one document on its way through the stages.

use std::collections::BTreeMap;

use super::outcome::{Outcome, Report};
use super::weighing::Weighing;
use super::yaml_fixes::drop_unsound;
use super::{all_rules, decoding};
use crate::diagnostic::Diagnostics;
use crate::document::{Manifest, Text};
use crate::source::{FileId, Source, Sources, Span};

/// The files and diagnostics of one document on its way through the stages.
#[derive(Clone, Default)]
pub(super) struct Run {
    pub(super) sources: Sources,
    pub(super) diagnostics: Diagnostics,
    /// What templates say of themselves, by their folders; nothing for one that is broken.
    pub(super) manifests: BTreeMap<String, Option<Manifest>>,
    /// How grave what is found is in this document.
    pub(super) weighing: Weighing,
    /// The table with the row whose values stand over the document, where there is one.
    pub(super) row: Option<FileId>,
}

impl From<Report> for Run {
    /// Goes on where a run has ended.
    fn from(Report { diagnostics, sources, silenced }: Report) -> Self {
        let mut weighing = Weighing::default();
        weighing.silenced(silenced);
        Self { sources, diagnostics, manifests: BTreeMap::new(), weighing, row: None }
    }
}

impl Run {
    /// A file, decoded; it joins the sources.
    pub(super) fn text(&mut self, (name, bytes): (&str, Vec<u8>)) -> FileId {
        let (source, faults) = Source::decode(name, bytes);
        let file = self.sources.add(source);
        for fault in faults {
            let span = Span::new(file, fault.range());
            self.diagnostics.push(decoding::problem(&fault), span);
        }
        file
    }

    /// A text of the command line, which joins the sources.
    pub(super) fn argument(&mut self, source: Source) -> Text {
        let length = source.text().len();
        let file = self.sources.add(source);
        Text::new(self.sources.get(file).text(), Span::new(file, 0..length))
    }

    /// Notes what a stage found.
    pub(super) fn note<T>(&mut self, (value, found): (T, Diagnostics)) -> T {
        self.diagnostics.extend(found);
        value
    }

    /// Notes what a stage found; its value goes on only where there is no error so far.
    pub(super) fn take<T>(&mut self, stage: (Option<T>, Diagnostics)) -> Option<T> {
        self.note(stage).filter(|_| !self.diagnostics.has_errors())
    }

    /// The end of the run: the diagnostics in order, the value as it is.
    pub(super) fn end<T>(mut self, output: Option<T>) -> Outcome<T> {
        if cfg!(debug_assertions) {
            let rules = all_rules();
            let known = self.diagnostics.iter().all(|one| rules.contains(&one.rule()));
            assert!(known, "every rule stands in the table");
        }
        self.name_cells();
        self.diagnostics.sort_and_dedup();
        let Self { sources, mut diagnostics, weighing, .. } = self;
        drop_unsound(&mut diagnostics, &sources, weighing.yaml());
        let silenced = weighing.weigh(&mut diagnostics, &sources);
        diagnostics.sort_and_dedup();
        Outcome { output, report: Report { diagnostics, sources, silenced } }
    }

    /// The end of the run; its value is given only where there is no error.
    pub(super) fn end_sound<T>(self, output: Option<T>) -> Outcome<T> {
        let mut outcome = self.end(output);
        outcome.output =
            outcome.output.filter(|_| !outcome.report.diagnostics.has_errors());
        outcome
    }
}

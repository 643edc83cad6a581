//! The numbers of several documents against each other: each is read once for its number, which is
//! all that is kept of it until all are there.

use super::input::Input;
use super::outcome::{Outcome, Report};
use super::run::Run;
use super::weighing::Weighing;
use crate::rules;
use crate::source::{Source, Sources};

/// A document that has a number, with what it is compared by with others.
#[derive(Debug, Clone)]
pub struct Numbered {
    paper: rules::Numbered,
    weighing: Weighing,
}

/// Reads the number of a document; nothing where its fields are not sound, where it is a draft, or
/// number or day are still open. The text is not read.
#[must_use]
pub fn numbered(input: &Input<'_>) -> Outcome<Numbered> {
    let mut run = Run::default();
    let document = run.front(input).and_then(|(_, front)| front.document);
    let paper = document.as_ref().and_then(rules::Numbered::of);
    let numbered = paper.map(|paper| Numbered { paper, weighing: run.weighing.clone() });
    run.end(numbered)
}

/// Says which numbers of some documents, each with the name of its file, do not go together;
/// `read` gives the bytes of a file once more.
#[must_use]
pub fn check_series(
    documents: &[(String, Numbered)],
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Vec<Report> {
    let papers: Vec<(&str, &rules::Numbered)> =
        documents.iter().map(|(name, one)| (name.as_str(), &one.paper)).collect();
    let found = rules::check_series(&papers).into_iter();
    let reports = found.filter_map(|(index, mut diagnostics)| {
        let (name, numbered) = &documents[index];
        let mut sources = Sources::default();
        sources.add(Source::decode(name.as_str(), read(name)?).0);
        let silenced = numbered.weighing.clone().weigh(&mut diagnostics, &sources);
        Some(Report { diagnostics, sources, silenced })
    });
    reports.filter(|report| !report.diagnostics.is_empty()).collect()
}

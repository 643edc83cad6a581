//! Several documents against each other: each is read once for its number and the papers that it
//! cites, which is all that is kept of it until all are there.

use std::path::Path;

use super::input::Input;
use super::outcome::{Outcome, Report};
use super::run::Run;
use super::weighing::Weighing;
use crate::document::Task;
use crate::document::outline::Inline;
use crate::markdown;
use crate::rules::{self, Draft};
use crate::source::{Source, Sources, Span};

/// What of a document is compared with others.
#[derive(Debug, Clone)]
pub struct Compared {
    paper: rules::Compared,
    weighing: Weighing,
}

/// Reads the number of a document and what it cites; nothing where its fields are not sound. Its
/// appendices in files are not read, and no template runs.
#[must_use]
pub fn compared(input: &Input<'_>) -> Outcome<Compared> {
    let mut run = Run::default();
    let front = run.front(input);
    let paper = front.and_then(|(templates, front)| {
        let document = front.document.as_ref()?;
        let sources = &run.sources;
        // The words about the parts of a task cite nothing.
        let no_words = |_: &Task, _: Span| Vec::<Inline>::new();
        let body = front.body()?;
        let (outline, _) =
            markdown::read(document, body, &[], &templates, &no_words, sources);
        let draft = Draft::new(document, &outline, &templates, &[], sources);
        Some(rules::Compared::of(&draft, &home(input)))
    });
    let compared = paper.map(|paper| Compared { paper, weighing: run.weighing.clone() });
    run.end(compared)
}

/// Where the office of a document keeps its papers: by its defaults, else the document's folder.
fn home(input: &Input<'_>) -> String {
    let beside = Path::new(input.document.0).with_file_name("");
    let defaults = input.defaults.as_ref().map(|(name, _)| (*name).to_owned());
    defaults.unwrap_or_else(|| beside.display().to_string())
}

/// Says what of some documents, each with the name of its file, does not go together; `read` gives
/// the bytes of a file once more.
#[must_use]
pub fn check_series(
    documents: &[(String, Compared)],
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Vec<Report> {
    let papers: Vec<(&str, &rules::Compared)> =
        documents.iter().map(|(name, one)| (name.as_str(), &one.paper)).collect();
    let found = rules::check_series(&papers).into_iter();
    let reports = found.filter_map(|(index, mut diagnostics)| {
        let (name, compared) = &documents[index];
        let mut sources = Sources::default();
        sources.add(Source::decode(name.as_str(), read(name)?).0);
        let silenced = compared.weighing.clone().weigh(&mut diagnostics, &sources);
        Some(Report { diagnostics, sources, silenced })
    });
    reports.filter(|report| !report.diagnostics.is_empty()).collect()
}

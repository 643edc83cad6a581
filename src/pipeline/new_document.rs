//! What a new document starts as: a template's skeleton, or last month's document.

use chrono::NaiveDate;

use super::input::{ARGUMENT, Input};
use super::outcome::Outcome;
use super::parse::Parsed;
use super::run::Run;
use crate::document::Regime;
use crate::renewal::{self, Last, Renewal};
use crate::source::Source;
use crate::template::{self, Skeleton, Templates};

/// A new document to start.
pub struct NewDocument<'a> {
    /// The name of its template, as a source, to be pointed at; where there is none, the
    /// office's or the usual one is meant.
    pub template: Option<Source>,
    /// Its regime; where there is none, the office's or the template's first.
    pub regime: Option<Regime>,
    /// The office's defaults, by their name and bytes, where there are any.
    pub defaults: Option<(&'a str, Vec<u8>)>,
    /// The templates to choose from.
    pub templates: Templates,
}

/// What a new document starts as: all that the office's defaults do not give.
#[must_use]
pub fn new_document(wanted: NewDocument<'_>) -> Outcome<Skeleton> {
    let mut run = Run::default();
    let skeleton = run.start(wanted);
    run.end_sound(skeleton)
}

/// What a document becomes for the month after it; nothing where it has errors. `date` is the
/// day of signing of the next one, where that is known.
#[must_use]
pub fn renew(input: &Input<'_>, date: Option<NaiveDate>) -> Outcome<Renewal> {
    let mut run = Run::default();
    let renewal = run.parse(input).and_then(|parsed| {
        run.pages(&parsed, input)?;
        run.renew(&parsed, date)
    });
    run.end_sound(renewal)
}

impl Run {
    /// What a new document starts as.
    fn start(&mut self, wanted: NewDocument<'_>) -> Option<Skeleton> {
        let NewDocument { template, regime, defaults, templates } = wanted;
        let name = template.map(|source| self.argument(source));
        let office = defaults.and_then(|defaults| self.office(defaults, &templates));
        let name = name
            .or_else(|| office.as_ref()?.template())
            .unwrap_or_else(|| self.argument(Source::new(ARGUMENT, template::DEFAULT)));
        let regime = regime.or_else(|| office.as_ref()?.regime());
        let kind = self.kind(&name, &templates)?;
        let skeleton = template::skeleton(name.span, regime, &kind, &templates)
            .map_err(|found| self.diagnostics.extend(found))
            .ok()?;
        let Some(office) = office else { return Some(skeleton) };
        let shown = skeleton.source.name().to_owned();
        let file = self.sources.add(skeleton.source);
        let text = office.omit_given(file, &kind, &self.sources);
        Some(Skeleton { source: Source::new(shown, text), ..skeleton })
    }

    /// What a document becomes for the month after it.
    fn renew(&self, parsed: &Parsed, date: Option<NaiveDate>) -> Option<Renewal> {
        let source = self.sources.get(parsed.file);
        let last = Last {
            source,
            file: parsed.file,
            document: parsed.document.as_ref()?,
            outline: &parsed.outline,
            places: &parsed.front.places(source)?,
            front_end: parsed.front.end()?,
            body: parsed.front.body()?,
            tasks: &parsed.tasks(&self.sources),
        };
        Some(renewal::renew(&last, date))
    }
}

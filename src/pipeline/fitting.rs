//! Sets a document anew, a little tighter, whose closing missed the page before by a hair.

use super::input::Input;
use super::parse::Parsed;
use super::run::Run;
use crate::document::{Document, Presentation, Regulation, Tightening};
use crate::rules;
use crate::typeset::{NearMiss, Pages};

/// So much may be taken from the distances of a document, in mm.
const MOST: f64 = 3.0;

impl Run {
    /// The pages, set anew where the closing then ends on the page before: with less room for the
    /// signature, which moves nothing else, or with a smaller line pitch. Paragraph spacing is the
    /// least that both regimes allow unless a document chooses it, and what it chooses stays.
    pub(super) fn fitted(
        &mut self,
        pages: Pages,
        parsed: &Parsed,
        input: &Input<'_>,
    ) -> Pages {
        let Some(miss) = pages.near_miss(MOST) else { return pages };
        let Some(document) = &parsed.document else { return pages };
        let regulation = self.regulation(document.regime.value, &input.templates);
        let Some(regulation) = regulation else { return pages };
        for tightening in tightenings(document, &regulation, miss) {
            let mut trial = Self { sources: self.sources.clone(), ..Self::default() };
            let tight = trial.tight(document, &tightening, parsed, input);
            let fits = |tight: &Pages| tight.closing_page() == Some(miss.page);
            if let Some(tight) = tight.filter(fits) {
                self.diagnostics.extend(rules::tightened(
                    document,
                    &tightening,
                    miss.page,
                ));
                self.sources = trial.sources;
                return tight;
            }
        }
        pages
    }

    /// The pages of the document with one distance tighter.
    fn tight(
        &mut self,
        document: &Document,
        tightening: &Tightening,
        parsed: &Parsed,
        input: &Input<'_>,
    ) -> Option<Pages> {
        let mut tight = document.clone();
        let Presentation(made) = tight.presentation.get_or_insert_default();
        made.push(tightening.setting.clone());
        let rendered = self.render(&tight, parsed, input)?;
        self.lay_out(rendered, input)
    }
}

/// What can give, in the order in which it is tried.
fn tightenings(
    document: &Document,
    regulation: &Regulation,
    miss: NearMiss,
) -> impl Iterator<Item = Tightening> {
    let places = [("chỗ ký", miss.signature_rows), ("giãn dòng", miss.lines)];
    let (made, span) = (document.presentation.as_ref(), document.title_span());
    places.into_iter().filter_map(move |(field, places)| {
        regulation.tightening(field, made, (MOST, places), span)
    })
}

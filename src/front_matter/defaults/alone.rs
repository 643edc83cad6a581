//! The defaults of an office by themselves: checked, and applied to a new document.

use super::super::recovery::SkippedRegions;
use super::super::resolved::{self, Resolved};
use super::super::{parsed, split};
use super::office::{DEFAULTS, Office};
use super::skeleton;
use crate::diagnostic::Diagnostics;
use crate::document::{Manifest, NamedTemplates, Regime, Text, field, fold};
use crate::source::{FileId, Sources, Span};

/// What an office says once for all of its documents (`vanban.yaml`).
pub struct Defaults {
    office: Option<Office>,
    skipped: SkippedRegions,
    found: Diagnostics,
}

/// Reads the defaults of an office.
#[must_use]
pub fn parse_defaults(file: FileId, sources: &Sources) -> Defaults {
    let (mut skipped, mut found) = (SkippedRegions::default(), Diagnostics::default());
    let office = Office::read(file, sources, &mut skipped, &mut found);
    Defaults { office, skipped, found }
}

/// What the defaults of an office say themselves, its people included, value by value, as far as
/// they can be read.
#[must_use]
pub fn values_of_defaults(file: FileId, sources: &Sources) -> Vec<Resolved> {
    let yaml = Span::new(file, split::split_yaml(sources.get(file)).yaml);
    let (mut skipped, mut found) = (SkippedRegions::default(), Diagnostics::default());
    let Some(parsed) = parsed(yaml, sources, &mut skipped, &mut found) else {
        return Vec::new();
    };
    let mut values = resolved::list(&parsed.tree, &DEFAULTS);
    values.retain(|value| value.span.is_some());
    values
}

impl Defaults {
    /// The templates that the office has something to say for.
    #[must_use]
    pub fn sections(&self) -> Vec<Text> {
        self.office.iter().flat_map(|office| office.sections.names()).collect()
    }

    /// Everything that is wrong in them, said once.
    #[must_use]
    pub fn check(&mut self, named: &NamedTemplates) -> Diagnostics {
        let mut found = std::mem::take(&mut self.found);
        if let Some(office) = &self.office {
            office.sections.check(named, &mut found);
        }
        self.skipped.without_consequences(found)
    }

    /// The template of a new document.
    #[must_use]
    pub fn template(&self) -> Option<Text> {
        self.text(field::TEMPLATE.key)
    }

    /// The regime of a new document.
    #[must_use]
    pub fn regime(&self) -> Option<Regime> {
        let name = fold(&self.text(field::REGIME.key)?.value);
        let mut all = Regime::NAMES.into_iter().map(|(regime, _)| regime);
        all.find(|regime| fold(regime.name()) == name)
    }

    fn text(&self, key: &str) -> Option<Text> {
        let node = self.office.as_ref()?.fields.get(key)?;
        node.as_text().map(|text| Text::new(text, node.span))
    }

    /// The text of the skeleton of a kind without the fields that the office gives.
    #[must_use]
    pub fn omit_given(
        self,
        skeleton: FileId,
        kind: &Manifest,
        sources: &Sources,
    ) -> String {
        match self.office {
            Some(office) => skeleton::omit_given(skeleton, kind, office, sources),
            None => sources.get(skeleton).text().to_owned(),
        }
    }
}

//! The defaults of an office (`vanban.yaml`), checked by themselves.

use super::input::Input;
use super::outcome::Outcome;
use super::run::Run;
use super::unseen;
use crate::document::NamedTemplates;
use crate::front_matter::{self, Defaults, Resolved};
use crate::template::Templates;

/// Checks the defaults of an office, which come as the document, by themselves.
#[must_use]
pub fn check_defaults(input: &Input<'_>) -> Outcome<()> {
    let mut run = Run::default();
    run.office(input.document.clone(), &input.templates);
    run.end(Some(()))
}

/// What the defaults of an office, which come as the document, say themselves, its people
/// included, value by value; the report speaks of nothing but the file.
#[must_use]
pub fn resolve_defaults(input: &Input<'_>) -> Outcome<Vec<Resolved>> {
    let mut run = Run::default();
    let file = run.text(input.document.clone());
    let values = front_matter::values_of_defaults(file, &run.sources);
    run.end(Some(values))
}

impl Run {
    /// The defaults of an office, checked; nothing where they cannot be decoded.
    pub(super) fn office(
        &mut self,
        file: (&str, Vec<u8>),
        templates: &Templates,
    ) -> Option<Defaults> {
        let file = self.text(file);
        if self.diagnostics.has_errors() {
            return None;
        }
        self.diagnostics.extend(unseen::check(file, self.sources.get(file)));
        let mut defaults = front_matter::parse_defaults(file, &self.sources);
        let with_sections = self.manifests_of(&defaults.sections(), templates);
        let found = defaults
            .check(&NamedTemplates { with_sections, ..NamedTemplates::default() });
        self.diagnostics.extend(found);
        Some(defaults)
    }
}

//! Which templates a document, its office and the user name, and what these say of themselves.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::input::{ARGUMENT, Input};
use super::outcome::Outcome;
use super::run::Run;
use crate::diagnostic::whole_file;
use crate::document::{Manifest, NamedTemplates, TemplateOverride, Text};
use crate::front_matter::{self, RawFrontMatter};
use crate::source::{FileId, Source};
use crate::template::{self, TemplateRef, Templates};

/// What the templates say of themselves: of one where it is named, else of all. The name comes
/// as a source, to be pointed at.
#[must_use]
pub fn templates(name: Option<Source>, templates: &Templates) -> Outcome<Vec<Manifest>> {
    let mut run = Run::default();
    let manifests = match name.map(|name| run.argument(name)) {
        Some(name) => run.kind(&name, templates).into_iter().collect(),
        None => run.manifests(templates),
    };
    run.end(Some(manifests))
}

/// The template that the user asks for, where the document is written for another one: its name
/// as files have it (`giay-moi`).
#[must_use]
pub fn other_template(input: &Input<'_>) -> Outcome<String> {
    let mut run = Run::default();
    let named = run.front(input).map(|(named, _)| named);
    let other = named.and_then(|named| named.overriding?.manifest);
    run.end(other.map(|manifest| manifest.folder()))
}

/// What the built-in templates say of themselves, read once: of each document with a field that no
/// kind has, all are asked.
static BUILT_IN: OnceLock<Vec<Manifest>> = OnceLock::new();

/// What the templates say of themselves; the places in it are of no run.
pub(super) fn known_kinds(templates: &Templates) -> Cow<'static, [Manifest]> {
    let read = || Run::default().manifests(templates);
    if templates.are_built_in() {
        Cow::Borrowed(BUILT_IN.get_or_init(read))
    } else {
        Cow::Owned(read())
    }
}

impl Run {
    /// The templates that a document, its office and the user name.
    pub(super) fn named(
        &mut self,
        raw: &RawFrontMatter,
        file: FileId,
        asked: Option<&str>,
        templates: &Templates,
    ) -> NamedTemplates {
        let default = || Text::new(template::DEFAULT, whole_file(file));
        let declared = self.kind(&raw.template().unwrap_or_else(default), templates);
        let asked = asked.map(|name| self.argument(Source::new(ARGUMENT, name)));
        let overriding = asked.map(|name| {
            let manifest = self.kind(&name, templates);
            TemplateOverride { name, manifest }
        });
        let is_declared = |b: &TemplateOverride| {
            let both = b.manifest.as_ref().zip(declared.as_ref());
            both.is_some_and(|(asked, declared)| asked.is_called(declared.name.as_str()))
        };
        let overriding = overriding.filter(|overriding| !is_declared(overriding));
        let with_sections = self.manifests_of(&raw.sections(), templates);
        NamedTemplates { declared, overriding, with_sections }
    }

    /// What the templates say of themselves that have a section of their own.
    pub(super) fn manifests_of(
        &mut self,
        names: &[Text],
        templates: &Templates,
    ) -> Vec<Manifest> {
        names.iter().filter_map(|name| self.kind(name, templates)).collect()
    }

    /// What a template says of itself.
    pub(super) fn kind(
        &mut self,
        name: &Text,
        templates: &Templates,
    ) -> Option<Manifest> {
        let asked = TemplateRef::of(name, self.sources.slice(name.span));
        match asked.manifest(templates) {
            Ok((folder, source)) => {
                let manifest = self.manifest(&folder, source)?;
                self.diagnostics.extend(asked.check_version(&manifest));
                Some(manifest)
            }
            Err(found) => {
                let found = found.unwrap_or_else(|| {
                    let known = known_kinds(templates);
                    let names: Vec<String> = known
                        .iter()
                        .map(|manifest| manifest.name.value.clone())
                        .collect();
                    asked.unknown(&names)
                });
                self.diagnostics.extend(found);
                None
            }
        }
    }

    /// What the templates say of themselves, as far as it can be read.
    pub(super) fn manifests(&mut self, templates: &Templates) -> Vec<Manifest> {
        let all = templates.manifests();
        all.filter_map(|(folder, source)| self.manifest(folder, source)).collect()
    }

    /// What the template in a folder says of itself, read once.
    fn manifest(&mut self, folder: &str, source: &Source) -> Option<Manifest> {
        if let Some(manifest) = self.manifests.get(folder) {
            return manifest.clone();
        }
        let file = self.sources.add(source.clone());
        let manifest = front_matter::read_manifest(folder, file, &self.sources);
        let manifest = self.note(manifest);
        self.manifests.insert(folder.to_owned(), manifest.clone());
        manifest
    }
}

//! `NamedTemplates`: the templates that a document, its office and the user name.

use super::manifest::Manifest;
use crate::document::Text;

/// The templates that a document names, as far as they could be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedTemplates {
    /// The one that it says itself (`mẫu`).
    pub declared: Option<Manifest>,
    /// The one that the user asked for instead of it.
    pub overriding: Option<TemplateOverride>,
    /// Those that a document or its office has something to say for (theo mẫu).
    pub with_sections: Vec<Manifest>,
}

/// A template that the user sets a document in (`--template`), though it is written for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateOverride {
    /// Its name, as asked for.
    pub name: Text,
    /// The template, where it could be read.
    pub manifest: Option<Manifest>,
}

impl NamedTemplates {
    /// The template that the document is to be set in.
    #[must_use]
    pub fn chosen(&self) -> Option<&Manifest> {
        match &self.overriding {
            Some(overriding) => overriding.manifest.as_ref(),
            None => self.declared.as_ref(),
        }
    }

    /// The template of that name, among those that the document names.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Manifest> {
        self.with_sections.iter().find(|manifest| manifest.is_called(name))
    }
}

//! Which template a document asks for: its name, the version that it was written for, and
//! whether there is one.

use super::Templates;
use super::problems::choosing;
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Manifest, Text, nearest};
use crate::source::{Source, Span};

/// The template of a document that names none.
pub const DEFAULT: &str = "thông báo kết luận";

/// A template as a document asks for it: `thông báo kết luận`, or `thông báo kết luận@1` where
/// it was written for that version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The name.
    pub name: Text,
    /// The version, its place from the `@` on.
    pub version: Option<Text>,
}

impl Asked {
    /// Reads a text that stands in its file as `written`.
    #[must_use]
    pub fn of(text: &Text, written: &str) -> Self {
        let Some((name, version)) = text.value.rsplit_once('@') else {
            return Self { name: text.clone(), version: None };
        };
        let Span { file, start, end } = text.span;
        let at = start + written.rfind('@').unwrap_or(written.len());
        let closing = written.len() - written.trim_end_matches(['"', '\'']).len();
        let place = Span::new(file, at..(end - closing).max(at));
        Self {
            name: Text::new(name.trim(), Span::new(file, start..at)),
            version: Some(Text::new(version.trim(), place)),
        }
    }

    /// The manifest's file of the template, its folder first.
    ///
    /// # Errors
    /// Says that the folder of the template has none; nothing, where there is no such folder.
    pub fn manifest<'t>(
        &self,
        templates: &'t Templates,
    ) -> Result<(String, &'t Source), Option<Diagnostics>> {
        let folder = Manifest::folder_of(self.name.as_str());
        let path = format!("{folder}/template.yaml");
        if let Some(source) = templates.get(&path) {
            return Ok((folder, source));
        }
        let is_there = templates.get(&format!("{folder}/main.typ.j2")).is_some();
        let problem = (choosing::manifest_missing(&path), self.name.span);
        Err(is_there.then(|| [problem].into_iter().collect()))
    }

    /// What is said where there is no such template: the names that there are.
    #[must_use]
    pub fn unknown(&self, known: Vec<String>) -> Diagnostics {
        let name = self.name.value.clone();
        let near = nearest(&name, known.iter().map(String::as_str)).map(str::to_owned);
        let problem = choosing::template_unknown(&name, near.as_deref(), &known);
        [(problem, self.name.span)].into_iter().collect()
    }

    /// Says that the template has another version than the one that is asked for.
    #[must_use]
    pub fn check_version(&self, manifest: &Manifest) -> Diagnostics {
        let other = |version: &&Text| version.value != manifest.version.value;
        let problem = self.version.as_ref().filter(other).map(|version| {
            let (template, version_there) = (&manifest.name, &manifest.version);
            let problem =
                choosing::template_version(&template.value, &version_there.value);
            (problem, version.span)
        });
        problem.into_iter().collect()
    }
}

/// Says that a template does not have the layout of the document.
#[must_use]
pub fn check_layout(document: &Document, manifest: &Manifest) -> Diagnostics {
    let wanted = document.layout.layout;
    if manifest.has_layout(wanted) {
        return Diagnostics::default();
    }
    let written = document.layout.written.as_ref().or(document.template.as_ref());
    let start = crate::diagnostic::whole_file(document.issuer.first.span.file);
    let problem = choosing::layout_unsupported(&manifest.name.value, wanted.name());
    [(problem, written.map_or(start, |text| text.span))].into_iter().collect()
}

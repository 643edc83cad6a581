//! The skeleton of a kind of document: the file that a new document starts as.

use super::files::{DEFAULT, Templates};
use super::named;
use crate::diagnostic::{Diagnostics, Problem, whole_file};
use crate::document::{Layout, Manifest, Text, fold};
use crate::source::{FileId, Source};

/// A kind of document and what a new one of it starts as.
#[derive(Debug, Clone)]
pub struct Skeleton {
    /// The name of the kind, as files are named: `thong-bao-ket-luan`.
    pub kind: String,
    /// The file.
    pub source: Source,
}

/// The skeleton of the template of this name (the usual one, where there is none) in a layout
/// (the template's first, where there is none).
///
/// # Errors
/// Says which templates there are, or that the template does not have this layout.
pub fn skeleton(
    name: Option<&Text>,
    layout: Option<Layout>,
    manifests: &[Manifest],
    templates: &Templates,
) -> Result<Skeleton, Diagnostics> {
    let default = Text::new(DEFAULT, whole_file(FileId::default()));
    let name = name.unwrap_or(&default);
    let manifest = named(name, manifests)?;
    let first = manifest.layouts.first().map_or(Layout::default(), |one| one.layout);
    let layout = layout.unwrap_or(first);
    let kind = manifest.folder();
    let path = if layout == first {
        format!("{kind}/skeleton.md")
    } else {
        format!("{kind}/skeleton-{}.md", fold(layout.name()).replace('_', "-"))
    };
    let problem = match templates.get(&path) {
        Some(source) if manifest.has_layout(layout) => {
            return Ok(Skeleton { kind, source: source.clone() });
        }
        Some(_) | None if !manifest.has_layout(layout) => Problem::LayoutUnsupported {
            template: manifest.name.value.clone(),
            layout: layout.name().to_owned(),
        },
        Some(_) | None => Problem::TemplateLacks { name: path },
    };
    Err([(problem, name.span)].into_iter().collect())
}

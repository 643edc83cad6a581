//! The skeleton of a kind of document: the file that a new document starts as.

use super::choice::layout_unsupported;
use super::faults::template_lacks;
use super::files::Templates;
use crate::diagnostic::Diagnostics;
use crate::document::{Layout, Manifest, fold};
use crate::source::{Source, Span};

/// A kind of document and what a new one of it starts as.
#[derive(Debug, Clone)]
pub struct Skeleton {
    /// The name of the kind, as files are named: `thong-bao-ket-luan`.
    pub kind: String,
    /// The file.
    pub source: Source,
}

/// The skeleton of a template in a layout (the template's first, where there is none). What is
/// wrong is said at the name of the template.
///
/// # Errors
/// Says that the template does not have this layout, or no skeleton for it.
pub fn skeleton(
    name: Span,
    layout: Option<Layout>,
    manifest: &Manifest,
    templates: &Templates,
) -> Result<Skeleton, Diagnostics> {
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
        Some(_) | None if !manifest.has_layout(layout) => {
            layout_unsupported(&manifest.name.value, layout.name())
        }
        Some(_) | None => template_lacks(&path),
    };
    Err([(problem, name)].into_iter().collect())
}

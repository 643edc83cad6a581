//! The skeleton of a kind of document: the file that a new document starts as.

use super::choice::layout_unsupported;
use super::faults::template_lacks;
use super::files::Templates;
use crate::diagnostic::Diagnostics;
use crate::document::{Manifest, Regime, fold};
use crate::source::{Source, Span};

/// A kind of document and what a new one of it starts as.
#[derive(Debug, Clone)]
pub struct Skeleton {
    /// The name of the kind, as files are named: `thong-bao-ket-luan`.
    pub kind: String,
    /// The file.
    pub source: Source,
}

/// The skeleton of a template in a regime (the template's first, where there is none). What is
/// wrong is said at the name of the template.
///
/// # Errors
/// Says that the template does not have this regime, or no skeleton for it.
pub fn skeleton(
    name: Span,
    regime: Option<Regime>,
    manifest: &Manifest,
    templates: &Templates,
) -> Result<Skeleton, Diagnostics> {
    let first = manifest.regimes.first().map_or(Regime::default(), |one| one.value);
    let regime = regime.unwrap_or(first);
    let kind = manifest.folder();
    let path = if regime == first {
        format!("{kind}/skeleton.md")
    } else {
        format!("{kind}/skeleton-{}.md", fold(regime.name()).replace('_', "-"))
    };
    let problem = match templates.get(&path) {
        Some(source) if manifest.has_regime(regime) => {
            return Ok(Skeleton { kind, source: source.clone() });
        }
        Some(_) | None if !manifest.has_regime(regime) => {
            layout_unsupported(manifest, regime)
        }
        Some(_) | None => template_lacks(&path, None),
    };
    Err([(problem, name)].into_iter().collect())
}

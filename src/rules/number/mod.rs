//! The number and the symbol of a document (số, ký hiệu): `45` and `TB-UBND`.

mod alone;
mod code;
mod form;
mod loose;
mod written;

use std::ops::Range;

use crate::diagnostic::{Diagnostics, Rule};
use crate::document::{Document, NamedTemplates, Text};
use crate::source::{FileId, Sources, composed};
use written::Numbered;

/// The rules of this family, file by file.
pub(super) const RULES: &[&[&Rule]] =
    &[alone::RULES, code::RULES, form::RULES, loose::RULES];

/// Checks both fields of the document in `file`, each by itself readable.
pub(super) fn check(
    document: &Document,
    named: &NamedTemplates,
    file: FileId,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    if let Some(number) = &document.number {
        alone::number(number, document, sources, found);
    }
    let symbol = &as_written(&document.symbol, sources);
    if let Some(written) = Numbered::of(&symbol.value) {
        alone::symbol(symbol, &written, document, sources, found);
    } else if !loose::check(symbol, sources, found)
        && symbol.span.file == file
        && named.overriding.is_none()
        && document.kind.as_ref().is_none_or(Text::is_blank)
        && let Some(kind) = &named.declared
    {
        code::check(symbol, document.regime.value, kind, found);
    }
}

/// The symbol in the file, where the document has the code of its kind in front instead.
fn as_written(symbol: &Text, sources: &Sources) -> Text {
    let written = composed(sources.slice(symbol.span));
    if written.contains(&symbol.value) {
        return symbol.clone();
    }
    Text::new(written.trim_matches(['"', '\'']), symbol.span)
}

/// Checks the form of the symbol.
pub(super) fn check_form(
    document: &Document,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    form::check(&document.symbol, document.regime.value, sources, found);
}

/// Where a part of a text stands in it.
fn within(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

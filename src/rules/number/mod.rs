//! The number and the symbol of a document (số, ký hiệu): `45` and `TB-UBND`.

mod alone;
mod body;
mod code;
mod form;
mod loose;
mod written;

use std::ops::Range;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, NamedTemplates, Text};
use crate::source::{FileId, Sources, composed};
pub(super) use alone::number as number_alone;
use written::Numbered;

/// The rules of number and symbol.
pub(super) const FAMILY: Checked = Checked {
    rules: &[alone::RULES, code::RULES, form::RULES, loose::RULES, body::RULES],
    check,
};

/// Checks both fields of the document in `file`, each by itself readable.
pub(super) fn check_fields(
    document: &Document,
    named: &NamedTemplates,
    file: FileId,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    if let Some(number) = &document.number {
        let symbol = document.symbol.as_ref().map_or("", Text::as_str);
        alone::number(number, symbol, sources, found);
    }
    let Some(symbol) = &document.symbol else { return };
    let symbol = &as_written(symbol, sources);
    if let Some(written) = Numbered::of(&symbol.value) {
        alone::symbol(symbol, &written, document, sources, found);
    } else if !loose::check(symbol, sources, found)
        && symbol.span.file == file
        && named.overriding.is_none()
    {
        let regime = document.regime.value;
        match document.kind.as_ref().filter(|kind| !kind.is_blank()) {
            Some(kind) => code::check_named(symbol, regime, kind, found),
            None => named
                .declared
                .iter()
                .for_each(|kind| code::check(symbol, regime, kind, found)),
        }
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

/// Checks the form of the symbol; the fields themselves are checked before the text is read.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Draft { document, sources, .. } = draft;
    if let Some(symbol) = &document.symbol {
        form::check(symbol, document.regime.value, sources, found);
    }
    body::check(draft, found);
}

/// Where a part of a text stands in it.
fn within(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

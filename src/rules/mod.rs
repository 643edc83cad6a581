//! What is doubtful in a document that can be made: one file per family of rules. Imports
//! `source`, `diagnostic` and `document`.

mod form;
mod place;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, Outline};
use crate::source::Sources;

/// Everything that is doubtful in a document and its text, which stand in `sources`.
#[must_use]
pub fn check(document: &Document, outline: &Outline, sources: &Sources) -> Diagnostics {
    let mut found = Diagnostics::default();
    form::check(document, outline, sources, &mut found);
    found
}

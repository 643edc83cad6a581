//! What is doubtful in a document that can be made: one file per family of rules. Imports
//! `source`, `diagnostic` and `document`.

mod form;
mod open;
mod place;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, Kinds, Outline};
use crate::source::Sources;
pub use open::open;

/// Everything that is doubtful in a document and its text, which stand in `sources`, for the
/// template that it is set in.
#[must_use]
pub fn check(
    document: &Document,
    outline: &Outline,
    kinds: &Kinds,
    sources: &Sources,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    form::check(document, outline, kinds, sources, &mut found);
    found
}

//! What is doubtful in a document that can be made: one file per family of rules. Imports
//! `source`, `diagnostic` and `document`.

mod form;
mod open;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, Outline};
pub use open::open;

/// Everything that is doubtful in a document and its text.
#[must_use]
pub fn check(document: &Document, outline: &Outline) -> Diagnostics {
    let mut found = Diagnostics::default();
    form::check(document, outline, &mut found);
    found
}

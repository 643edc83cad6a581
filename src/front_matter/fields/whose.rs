//! Says of unknown fields whose they are, where another kind of documents has them.

use super::problems::{UNKNOWN_FIELD, field_of_others};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Manifest, fold};
use crate::source::Sources;

/// Whether a field of the document is unknown.
#[must_use]
pub fn has_unknown_fields(found: &Diagnostics) -> bool {
    found.iter().any(|one| one.problem.breaks(&UNKNOWN_FIELD))
}

/// The same problems; of a field that others of the `kinds` have, that it is theirs.
#[must_use]
pub fn say_whose_fields(
    found: &Diagnostics,
    own: &Manifest,
    kinds: &[Manifest],
    sources: &Sources,
) -> Diagnostics {
    let mut said = Diagnostics::default();
    for Diagnostic { problem, span, related, fix } in found {
        let key = sources.slice(*span);
        // A field of the document begins its line; one within a group does not.
        let is_of_document = sources.get(span.file).position(span.start).column == 1;
        let folded = fold(key);
        let owners = kinds.iter().filter(|kind| kind.fields.find(&folded).is_some());
        let owners: Vec<String> = owners.map(|kind| kind.name.value.clone()).collect();
        if problem.breaks(&UNKNOWN_FIELD) && is_of_document && !owners.is_empty() {
            said.push(field_of_others(key, &owners, own.name.as_str()), *span);
            continue;
        }
        match related {
            Some(related) => said.push_related(problem.clone(), *span, *related),
            None => said.push_fixed(problem.clone(), *span, fix.clone()),
        }
    }
    said
}

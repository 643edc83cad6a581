//! The drafting rules: what is wrong or doubtful in a document whose fields can be read, a file or
//! a folder for each family. Imports `source`, `diagnostic` and `document`.

mod ending;
mod frames;
mod number;
mod place;
mod placeholders;
mod settings;
mod subject;

use self::frames::Frames;
use crate::diagnostic::{Diagnostics, Rule};
use crate::document::outline::Block;
use crate::document::{Document, NamedTemplates, Outline, field};
use crate::source::{FileId, Sources};
pub use placeholders::placeholders;
pub use settings::settings;

/// The rules that this stage checks: one list a family.
pub const RULES: &[&[&[&Rule]]] =
    &[ending::RULES, frames::RULES, number::RULES, &[settings::RULES], subject::RULES];

/// What is wrong in the fields of the document in `file`, each by itself readable.
#[must_use]
pub fn fields(
    document: &Document,
    named: &NamedTemplates,
    file: FileId,
    sources: &Sources,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    number::check(document, named, file, sources, &mut found);
    // What another paper has for its own is not mended in this one's file.
    if named.overriding.is_none() { found } else { found.without_fixes() }
}

/// Everything that is doubtful in a document and its text, which stand in `sources`, for the
/// template that it is set in.
#[must_use]
pub fn check(
    document: &Document,
    outline: &Outline,
    named: &NamedTemplates,
    sources: &Sources,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    number::check_form(document, sources, &mut found);
    subject::check(document, named, sources, &mut found);
    let frames = Frames::find(document, named, &printed(outline, named), sources);
    frames.report(sources, &mut found);
    match frames.above_foot() {
        Some(last) => ending::check_above(document, named, last, &mut found),
        None => ending::check(document, outline, named, sources, &mut found),
    }
    found
}

/// The texts of an outline that are printed: that of a borrowed paper is not where a kind does
/// without.
fn printed<'a>(outline: &'a Outline, named: &NamedTemplates) -> Vec<&'a [Block]> {
    let omits = named.chosen().is_some_and(|kind| kind.can_omit(field::TEXT.name));
    if named.overriding.is_some() && omits {
        vec![&outline.closing]
    } else {
        outline.main().to_vec()
    }
}

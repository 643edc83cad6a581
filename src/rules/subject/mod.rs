//! The subject of a paper (trích yếu): its first letter, its first words, the marks about it; and the
//! place in the date line (địa danh).

mod about;
mod kind_again;
mod letters;
mod marks;
mod place_with_date;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::{Manifest, mark};

/// The rules of the subject and of the place.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        letters::RULES,
        about::RULES,
        kind_again::RULES,
        marks::RULES,
        place_with_date::RULES,
    ],
    check,
};

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    if let Some(subject) = &draft.document.subject {
        letters::check(draft, subject, found);
        if mark::marks(subject.as_str()).is_empty() {
            about::check(draft, subject, found);
            kind_again::check(draft, subject, found);
            marks::check(draft, subject, found);
        }
    }
    place_with_date::check(draft, found);
}

/// Whether the subject stands under the number, behind `V/v`.
fn is_letter(draft: &Draft<'_>) -> bool {
    draft.templates.chosen().is_some_and(Manifest::is_letter)
}

/// A letter as a capital; the marks that stand behind it stay as they are.
fn raised(letter: &str) -> String {
    letter.chars().flat_map(char::to_uppercase).collect()
}

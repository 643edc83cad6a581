//! How the words of a paper are spelt and its marks are set.

mod blanks;
mod consistency;
mod letters;
mod marks;
mod numbers;
mod reading;
mod spellings;
mod syllables;
mod words;

use self::reading::readings;
use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;

/// The rules of the language.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        syllables::RULES,
        words::RULES,
        spellings::RULES,
        letters::RULES,
        blanks::RULES,
        marks::RULES,
        numbers::RULES,
    ],
    check,
};

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let readings = readings(draft);
    let mut judged = syllables::Judged::new();
    for reading in &readings {
        syllables::check(reading, &mut judged, found);
        words::check(reading, draft.sources, found);
        blanks::check(reading, found);
        marks::check(reading, found);
    }
    spellings::check(&readings, draft, found);
    letters::check(draft.sources, &readings, found);
    blanks::check_doubled(&readings, draft.sources, found);
    marks::check_all(&readings, draft.sources, found);
    numbers::check(&readings, draft.sources, found);
}

//! What is to be reached: targets without their number, and those that have two.

mod above;
mod aimed;
mod counts;
mod differs;
mod generic;
mod missing;
mod reading;

use crate::diagnostic::{Diagnostics, Rule};
use crate::rules::Draft;
use crate::rules::text_lines::{Part, TextLine};

/// The rules of this folder.
pub(super) const RULES: &[&Rule] =
    &[&missing::TARGET_WITHOUT_NUMBER, &differs::TARGET_DIFFERS];

/// Says where a target has no number, or another one than before.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let lines = draft.lines();
    let own = |line: &TextLine<'_>| {
        line.is_prose() && !line.quoted && !matches!(line.part, Part::Appendix(_))
    };
    let measured = lines.iter().enumerate().filter(|(_, line)| own(line));
    let measured: Vec<usize> =
        measured.filter(|(_, line)| may_measure(line.text())).map(|(at, _)| at).collect();
    for at in &measured {
        missing::check(&lines[*at], found);
    }
    differs::check(lines, &measured, draft.document.signing_date.year(), found);
}

/// Whether a text may have a measure: nearly all others cost nothing more.
fn may_measure(text: &str) -> bool {
    text.contains('%') || text.contains('/') || text.contains("đồng")
}

//! The levels of government and the two regimes: what a paper of today cannot name.

mod district;
mod regime;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;

/// The rules of government.
pub(super) const FAMILY: Checked =
    Checked { rules: &[district::RULES, regime::RULES], check };

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    district::check(draft, found);
    regime::check(draft, found);
}

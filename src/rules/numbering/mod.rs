//! The numbers of headings and paragraphs: one style of heads, a stop behind each number, no level
//! left out, headings that have something under them. That a number follows the one before and
//! has the number of its parent is seen where the text is read (`number-gap`).

mod form;
mod heads;
mod levels;
mod stops;

use super::text_lines::TextLine;
use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::outline::ItemNumber;

/// The rules of numbering.
pub(super) const FAMILY: Checked =
    Checked { rules: &[heads::RULES, stops::RULES, form::RULES, levels::RULES], check };

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    heads::check(draft, found);
    stops::check(draft, found);
    form::check(draft, found);
    levels::check(draft, found);
}

/// The lines of the paper's own words that have a number, with it.
fn numbered<'d, 'a>(
    draft: &'d Draft<'a>,
) -> impl Iterator<Item = (&'d TextLine<'a>, &'a ItemNumber)> {
    let own = draft.lines().iter().filter(|line| !line.quoted);
    own.filter_map(|line| Some((line, line.item()?.number.as_ref()?)))
}

//! The end of the text: `./.` with the State, once; a full stop with the Party.

mod mark;
mod misplaced;
mod missing;
mod of_state;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Inline;
use crate::document::{END, Regime, field, text_lines};
use crate::source::{Sources, Span};

/// The rules of the end of the text.
pub(super) const FAMILY: Checked =
    Checked { rules: &[misplaced::RULES, missing::RULES, of_state::RULES], check };

/// Checks where the text ends: above a frame that was pasted below it, if there is one.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    match draft.frames().above_foot() {
        Some(last) => check_above(draft, last, found),
        None => check_end(draft, found),
    }
}

/// Checks the end of a text, and what looks like one before it.
fn check_end(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Draft { document, outline, templates, sources, .. } = *draft;
    let omits = |part| templates.chosen().is_some_and(|kind| kind.can_omit(part));
    let ended = omits(field::CLOSING.name);
    let lines = Lines { all: text_lines(outline, ended), sources };
    match document.regime.value {
        Regime::Party => lines.of_the_state(found),
        Regime::State => {
            if !ended {
                let printed = templates.overriding.is_none() || !omits(field::TEXT.name);
                missing::check(outline, printed, sources, found);
            }
            // The mark of a borrowed text stays behind.
            if templates.overriding.is_none() {
                lines.early(ended, found);
            }
        }
    }
}

/// Checks the end of a text above a frame that was pasted below it, whose `last` line stands at a
/// place; how it is to end is settled when the frame is gone, so nothing is mended before.
fn check_above(draft: &Draft<'_>, (last, span): (&str, Span), found: &mut Diagnostics) {
    let Draft { document, templates, .. } = draft;
    let last = last.trim_end();
    let marked = last.ends_with(END);
    let ended = templates.chosen().is_some_and(|kind| kind.can_omit(field::CLOSING.name));
    match document.regime.value {
        Regime::Party if marked => {
            found.push(of_state::end_mark_of_state(last == END), span);
        }
        Regime::State if !marked && !ended && !last.is_empty() => {
            let stop = last.ends_with('.');
            found.push(missing::end_mark_missing(stop), Span { start: span.end, ..span });
        }
        Regime::Party | Regime::State => {}
    }
}

/// The text, paragraph by paragraph.
struct Lines<'a> {
    all: Vec<&'a [Inline]>,
    sources: &'a Sources,
}

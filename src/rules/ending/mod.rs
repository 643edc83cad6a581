//! The end of the text: `./.` with the State, once; a full stop with the Party.

mod mark;
mod misplaced;
mod missing;
mod of_state;

use crate::diagnostic::{Diagnostics, Rule};
use crate::document::outline::Inline;
use crate::document::{
    Document, END, NamedTemplates, Outline, Regime, field, text_lines,
};
use crate::source::{Sources, Span};

/// The rules of this family, file by file.
pub(super) const RULES: &[&[&Rule]] =
    &[misplaced::RULES, missing::RULES, of_state::RULES];

/// Checks the end of a text, and what looks like one before it.
pub(super) fn check(
    document: &Document,
    outline: &Outline,
    named: &NamedTemplates,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let omits = |part| named.chosen().is_some_and(|kind| kind.can_omit(part));
    let ended = omits(field::CLOSING.name);
    let lines = Lines { all: text_lines(outline, ended), sources };
    match document.regime.value {
        Regime::Party => lines.of_the_state(found),
        Regime::State => {
            if !ended {
                let printed = named.overriding.is_none() || !omits(field::TEXT.name);
                missing::check(outline, printed, sources, found);
            }
            // The mark of a borrowed text stays behind.
            if named.overriding.is_none() {
                lines.early(ended, found);
            }
        }
    }
}

/// Checks the end of a text above a frame that was pasted below it, whose `last` line stands at a
/// place; how it is to end is settled when the frame is gone, so nothing is mended before.
pub(super) fn check_above(
    document: &Document,
    named: &NamedTemplates,
    (last, span): (&str, Span),
    found: &mut Diagnostics,
) {
    let last = last.trim_end();
    let marked = last.ends_with(END);
    let ended = named.chosen().is_some_and(|kind| kind.can_omit(field::CLOSING.name));
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

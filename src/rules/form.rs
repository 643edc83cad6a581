//! The written form that each layout wants: the symbol, the subject.

use super::place;
use crate::diagnostic::{Diagnostics, Fix, Problem};
use crate::document::{Document, Kinds, Layout, Manifest, Text};
use crate::source::Sources;

/// Checks the form of a document.
pub(super) fn check(
    document: &Document,
    kinds: &Kinds,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let layout = document.layout.layout;
    symbol(&document.symbol, layout, sources, found);
    if layout == Layout::Party {
        return;
    }
    if !kinds.chosen().is_some_and(Manifest::is_letter) {
        subject(&document.subject, sources, found);
    }
}

/// `TB/BCĐ` for the Party (HD 05-HD/VPTW, 3.2.2), `TB-UBND` for the State (NĐ 30/2020/NĐ-CP,
/// Phụ lục I, II.3.c).
fn symbol(symbol: &Text, layout: Layout, sources: &Sources, found: &mut Diagnostics) {
    let slash = symbol.value.contains('/');
    let wanted = layout == Layout::Party;
    if slash != wanted && symbol.value.contains(['/', '-']) {
        let (from, to, most) = match layout {
            Layout::Party => ('-', "/", 1),
            Layout::State => ('/', "-", usize::MAX),
        };
        let fit = symbol.value.replacen(from, to, most);
        let wrong = symbol.value.match_indices(from).take(most);
        let edits = wrong
            .map(|(at, _)| Some((place::character(symbol, at, sources)?, to.to_owned())));
        let fix = edits.collect::<Option<Fix>>();
        let layout = layout.name().to_owned();
        found.push_fixed(Problem::SymbolForm { layout, fit }, symbol.span, fix);
    }
}

/// A subject starts with a capital (NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5a), but for that of a
/// letter, which goes on after `V/v` (dòng 5b).
fn subject(subject: &Text, sources: &Sources, found: &mut Diagnostics) {
    let trimmed = subject.value.trim_start();
    let Some(first) = trimmed.chars().next().filter(|c| c.is_lowercase()) else { return };
    let at = subject.value.len() - trimmed.len();
    let fix = place::character(subject, at, sources)
        .map(|span| Fix::from_iter([(span, raised(sources.slice(span)))]))
        .filter(|_| first.to_uppercase().count() == 1);
    found.push_fixed(Problem::SubjectSmall, subject.span, fix);
}

/// A letter as a capital; the marks that stand behind it stay as they are.
fn raised(letter: &str) -> String {
    letter.chars().flat_map(char::to_uppercase).collect()
}

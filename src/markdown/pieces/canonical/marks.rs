//! The marks of bold and italic letters and the labels of a whole text, as changes to it.

use std::ops::Range;

use crate::diagnostic::Diagnostics;
use crate::markdown::fragment::{Edit, Fragment};
use crate::markdown::lines::emphasis::{self, Emphasis};
use crate::markdown::lines::kind::{BlockStart, LineKind};
use crate::markdown::lines::line::Line;
use crate::markdown::lines::rows;
use crate::markdown::pieces::stray_marks;

/// The changes to a text: marks become markers, signs get a backslash, labels are taken out. Labels
/// behind signs are given up.
pub(super) fn edits(
    fragment: &Fragment<'_>,
    lines: &[Line],
    kinds: &mut [LineKind],
    diagnostics: &mut Diagnostics,
) -> Vec<Edit> {
    let Emphasis { mut edits, signs } = marks(fragment, lines, kinds, diagnostics);
    for kind in &mut *kinds {
        keep_behind_signs(kind, &signs);
    }
    let labels: Vec<Edit> = kinds.iter().flat_map(label_edits).collect();
    // A bullet `*` is no mark.
    let is_label = |edit: &Edit| {
        labels.binary_search_by_key(&edit.range.start, |label| label.range.start).is_ok()
    };
    edits.retain(|edit| !is_label(edit));
    edits.extend(labels);
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

/// The pieces that the label of a line takes.
fn label_edits(kind: &LineKind) -> Vec<Edit> {
    match kind {
        LineKind::Heading(_, start) | LineKind::Starts(start) => {
            let pieces = start.label.iter().flat_map(|(_, ranges)| &ranges.pieces);
            pieces
                .map(|piece| Edit { range: piece.clone(), with: String::new() })
                .collect()
        }
        LineKind::Blank
        | LineKind::Separator
        | LineKind::Fenced
        | LineKind::Row
        | LineKind::Definition
        | LineKind::Arrows(..)
        | LineKind::GoesOn(_) => Vec::new(),
    }
}

/// What becomes of the `*` and `_` of a text: marks may reach over the lines of a paragraph and
/// over paragraphs without a blank line or a label between them.
fn marks(
    fragment: &Fragment<'_>,
    lines: &[Line],
    kinds: &[LineKind],
    diagnostics: &mut Diagnostics,
) -> Emphasis {
    let mut out = Emphasis::default();
    let mut unit: Vec<Range<usize>> = Vec::new();
    for (line, kind) in lines.iter().zip(kinds) {
        let (text, goes_on) = match kind {
            LineKind::Starts(BlockStart { label: None, adjoins: true, .. })
            | LineKind::GoesOn(_) => (Some(line.text.clone()), true),
            LineKind::Starts(start) | LineKind::Heading(_, start) => {
                (Some(start.text.clone()), false)
            }
            LineKind::Blank
            | LineKind::Row
            | LineKind::Separator
            | LineKind::Fenced
            | LineKind::Arrows(..)
            | LineKind::Definition => (None, false),
        };
        if !goes_on {
            resolve_unit(fragment, &mut unit, &mut out, diagnostics);
        }
        unit.extend(text);
        if matches!(kind, LineKind::Row) {
            for cell in rows::cells(&fragment.text, line) {
                resolve_unit(fragment, &mut vec![cell], &mut out, diagnostics);
            }
        }
        if let LineKind::Arrows(line, _) = kind {
            for column in &line.columns {
                resolve_unit(fragment, &mut vec![column.clone()], &mut out, diagnostics);
            }
        }
    }
    resolve_unit(fragment, &mut unit, &mut out, diagnostics);
    out
}

/// Leaves a label in its text where signs stand before it or in it, `**1. Giao`: taken out it would
/// be printed before them.
fn keep_behind_signs(kind: &mut LineKind, signs: &[Range<usize>]) {
    let (LineKind::Heading(_, start) | LineKind::Starts(start)) = kind else { return };
    let Some((_, ranges)) = &start.label else { return };
    let end = ranges.pieces.last().map_or(ranges.label.end, |piece| piece.end);
    let first = signs.partition_point(|sign| sign.start < start.text.start);
    let mut before = signs[first..].iter().take_while(|sign| sign.start < end);
    // A bullet `*` is a sign itself.
    if before.any(|sign| !ranges.pieces.iter().any(|piece| piece.start == sign.start)) {
        start.label = None;
    }
}

/// Tells marks from signs in lines that marks may reach over, and reports stray ones.
fn resolve_unit(
    fragment: &Fragment<'_>,
    unit: &mut Vec<Range<usize>>,
    out: &mut Emphasis,
    diagnostics: &mut Diagnostics,
) {
    let lines = std::mem::take(unit);
    let Emphasis { edits: new, signs } = emphasis::resolve(&fragment.text, &lines);
    out.edits.extend(new);
    for sign in &signs {
        stray_marks::report_sign(fragment, sign.clone(), diagnostics);
    }
    out.signs.extend(signs);
}

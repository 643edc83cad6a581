//! Lines between arrows, for forms: `-> middle <-`, `-> right ->`, `-> left <-> right <-`.
//!
//! An arrow at the start of a line is often a sign of the writer's (`-> Đề nghị nộp`), so that only
//! a line with one at its end as well is set aside; nothing between the arrows is room to sign.

use std::ops::Range;

use super::marker;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// Starts a line between arrows, and ends one at the right.
const RIGHT: &str = "->";
/// Ends a line in the middle, or one of several columns.
const LEFT: &str = "<-";
/// Stands between two columns.
const BETWEEN: &str = "<->";

/// Where a line between arrows is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placement {
    /// In the middle of the text.
    Center,
    /// At the right.
    Right,
    /// Beside each other.
    Columns,
}

/// A line between arrows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ArrowLine {
    /// Where it is set.
    pub(crate) placement: Placement,
    /// What stands between the arrows, column by column.
    pub(crate) columns: Vec<Range<usize>>,
}

impl ArrowLine {
    /// Whether nothing stands between the arrows.
    pub(crate) fn is_empty(&self) -> bool {
        self.columns.iter().all(Range::is_empty)
    }
}

/// Reads a range of a text as a line between arrows.
pub(crate) fn read(text: &str, range: Range<usize>) -> Option<ArrowLine> {
    let range = trimmed(text, range);
    let inner = text[range.clone()].strip_prefix(RIGHT)?;
    let start = range.end - inner.len();
    let (inner, closing) = [LEFT, RIGHT]
        .into_iter()
        .find_map(|mark| Some((inner.strip_suffix(mark)?, mark)))?;
    // `<->` and `-->` at the end close nothing.
    if inner.ends_with(['<', '-']) || is_escaped(inner) || in_code(inner) {
        return None;
    }
    let columns: Vec<Range<usize>> = columns(inner)
        .into_iter()
        .map(|column| trimmed(text, start + column.start..start + column.end))
        .collect();
    let placement = match (closing, columns.len()) {
        (LEFT, 1) => Placement::Center,
        (LEFT, _) => Placement::Columns,
        (_, 1) => Placement::Right,
        (_, _) => return None,
    };
    Some(ArrowLine { placement, columns })
}

/// The arrow at an end of a line that lacks its fellow: at its start, which many a writer means as
/// it is, or at its end, which nobody does.
pub(crate) fn lone(text: &str, range: Range<usize>) -> Option<LoneArrow> {
    let range = trimmed(text, range);
    let slice = &text[range.clone()];
    if let Some(before) = slice.strip_suffix(LEFT)
        && before.ends_with([' ', '\t'])
        && !in_code(before)
    {
        let place = range.end - LEFT.len()..range.end;
        return Some(LoneArrow { place, at_end: true });
    }
    let place = range.start..range.start + RIGHT.len();
    slice.starts_with(RIGHT).then_some(LoneArrow { place, at_end: false })
}

/// An arrow that is printed as it is.
pub(crate) struct LoneArrow {
    /// Where it stands.
    pub(crate) place: Range<usize>,
    /// Whether that is the end of the line.
    pub(crate) at_end: bool,
}

/// The columns between the arrows.
fn columns(inner: &str) -> Vec<Range<usize>> {
    let (mut columns, mut start, mut at) = (Vec::new(), 0, 0);
    let mut code = false;
    while let Some(found) = inner[at..].find(['`', '\\', '<']) {
        at += found;
        let rest = &inner[at..];
        if rest.starts_with('`') {
            code = !code;
        }
        at += if let Some(behind) = rest.strip_prefix('\\') {
            1 + behind.chars().next().map_or(0, char::len_utf8)
        } else if rest.starts_with(BETWEEN) && !code {
            columns.push(start..at);
            start = at + BETWEEN.len();
            BETWEEN.len()
        } else {
            1
        };
    }
    columns.push(start..inner.len());
    columns
}

/// Whether what follows a text stands behind a backslash.
fn is_escaped(before: &str) -> bool {
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// Whether what follows a text stands between backticks.
fn in_code(before: &str) -> bool {
    before.matches('`').count() % 2 == 1
}

/// A range without the blanks and the places of comments at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let gap = |c: char| c.is_whitespace() || c == marker::COMMENT;
    let slice = &text[range.clone()];
    let start = range.end - slice.trim_start_matches(gap).len();
    let end = (range.start + slice.trim_end_matches(gap).len()).max(start);
    start..end
}

/// An arrow without its fellow.
pub(crate) static ARROW_ALONE: Rule = Rule {
    id: "arrow-alone",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Dòng nằm giữa hai mũi tên được in ở giữa (`-> chữ <-`) hay bên phải (`-> chữ \
             ->`); thiếu một mũi tên thì cả dòng là chữ thường.",
        en: "A line between two arrows is printed in the middle (`-> text <-`) or at the \
             right (`-> text ->`); where one of them is missing it is text like any other.",
    },
    wrong: Example::body(
        "Các thôn báo cáo tiến độ.\n\n-> **TRƯỞNG THÔN** ->\n-> (Ký tên)",
    ),
    right: Example::body(
        "Các thôn báo cáo tiến độ.\n\n-> **TRƯỞNG THÔN** ->\n-> (Ký tên) ->",
    ),
    ..Rule::WARNING
};

/// The arrow `mark` is printed.
pub(crate) fn arrow_alone(mark: &str) -> Problem {
    ARROW_ALONE.problem(
        both!(
            "mũi tên `{mark}` được in nguyên ra giấy, dòng này in như chữ thường",
            "the arrow `{mark}` is printed as it is, and this line like any other text"
        ),
        both!("mũi tên này chỉ có một mình", "this arrow stands alone"),
        both!(
            "ở giữa thì viết `-> chữ <-`, bên phải thì viết `-> chữ ->`, hai cột thì \
             viết `-> chữ <-> chữ <-`, cả dòng chỉ có thế; muốn in đúng mũi tên thì viết \
             `\\{mark}`",
            "write `-> text <-` for the middle, `-> text ->` for the right, `-> text <-> \
             text <-` for two columns, on a line of its own; to print the arrow write \
             `\\{mark}`"
        ),
    )
}

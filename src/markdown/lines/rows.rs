//! Which lines of a text are the rows of a table.
//!
//! | what | example | what becomes of it |
//! |---|---|---|
//! | a table | a line with `\|` above `\|---\|---\|` | rows up to the first line without `\|` |
//! | one without its rule | two and more lines that begin and end with `\|` | the rule is put in, with a note |
//! | columns set by tabs | two and more lines with as many tabs each, from a spreadsheet | an error that shows the table |

pub(super) mod tabs;
pub(super) mod without_delimiter;

use std::ops::Range;

use super::line::Line;
use crate::diagnostic::Diagnostics;
use crate::markdown::fragment::Fragment;

/// The lines of a text that are rows of tables.
#[derive(Default)]
pub(crate) struct Tables {
    rows: Vec<Row>,
}

/// What a line is in a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    None,
    /// The first row; the columns of the rule to put below it, where it has none.
    First(usize),
    /// The line `|---|---|`.
    Delimiter(usize),
    Other,
}

impl Tables {
    /// Finds the tables among the lines of a text.
    pub(crate) fn of(
        fragment: &Fragment<'_>,
        lines: &[Line],
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let text = &*fragment.text;
        let mut rows = vec![Row::None; lines.len()];
        let mut at = 0;
        while at < lines.len() {
            let end = if let Some(end) = end_with_delimiter(text, lines, at) {
                let columns = cells(text, &lines[at]).len();
                rows[at] = Row::First(0);
                rows[at + 1] = Row::Delimiter(columns);
                rows[at + 2..end].fill(Row::Other);
                end
            } else if let Some(end) = without_delimiter::end(text, lines, at) {
                rows[at] = Row::First(cells(text, &lines[at]).len());
                rows[at + 1..end].fill(Row::Other);
                let span = fragment.span(lines[at].text.clone());
                diagnostics.push(without_delimiter::table_rule_missing(), span);
                end
            } else if let Some(end) = tabs::end(text, lines, at) {
                tabs::report(fragment, &lines[at..end], diagnostics);
                end
            } else {
                at + 1
            };
            at = end;
        }
        Self { rows }
    }

    /// Whether a line is a row of a table, or the rule below the first one.
    pub(crate) fn has(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(|row| *row != Row::None)
    }

    /// Whether a line is the first row of a table.
    pub(crate) fn starts(&self, at: usize) -> bool {
        matches!(self.rows.get(at), Some(Row::First(_)))
    }

    /// The rule to put below a line that has none.
    pub(crate) fn missing_delimiter(&self, at: usize) -> Option<String> {
        match self.rows.get(at) {
            Some(Row::First(columns)) if *columns > 0 => Some(delimiter_row(*columns)),
            Some(Row::First(_) | Row::None | Row::Delimiter(_) | Row::Other) | None => {
                None
            }
        }
    }

    /// What a rule lacks or has too much of, for as many columns as the first row has.
    pub(crate) fn completed_delimiter(
        &self,
        at: usize,
        text: &str,
        line: &Line,
    ) -> Option<String> {
        let Some(Row::Delimiter(columns)) = self.rows.get(at) else { return None };
        let written: Vec<&str> =
            cells(text, line).into_iter().map(|cell| text[cell].trim()).collect();
        // GFM takes no table whose delimiter row has another count of cells than its head.
        if written.len() == *columns {
            return None;
        }
        let cells =
            (0..*columns).map(|column| written.get(column).copied().unwrap_or("---"));
        Some(format!("|{}|", cells.collect::<Vec<_>>().join("|")))
    }
}

/// The row `|---|` below the head of a table.
fn delimiter_row(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}

/// The cells of a row, without the bars at its ends.
pub(crate) fn cells(text: &str, line: &Line) -> Vec<Range<usize>> {
    let slice = &text[line.text.clone()];
    let mut out = Vec::new();
    let mut start = usize::from(slice.starts_with('|'));
    let mut escaped = false;
    for (at, c) in slice.char_indices() {
        if c == '|' && !escaped && at >= start {
            out.push(start..at);
            start = at + 1;
        }
        // `\|` is a bar to print, `\\|` a backslash before the end of the cell.
        escaped = c == '\\' && !escaped;
    }
    if start < slice.len() {
        out.push(start..slice.len());
    }
    let moved =
        |cell: Range<usize>| cell.start + line.text.start..cell.end + line.text.start;
    out.into_iter().map(moved).collect()
}

/// Whether a bar stands in a line that is not behind a backslash.
fn has_bar(text: &str, line: &Line) -> bool {
    let slice = &text[line.text.clone()];
    let bar = |(at, _): (usize, &str)| {
        let before = &slice[..at];
        (before.len() - before.trim_end_matches('\\').len()).is_multiple_of(2)
    };
    slice.match_indices('|').any(bar)
}

/// Whether a line may be a row: neither blank nor fenced nor a footnote.
fn is_text(line: &Line) -> bool {
    !line.is_blank() && !line.fenced && line.definition.is_none()
}

/// Whether a line is `|---|:-:|`.
fn is_delimiter_row(text: &str, line: &Line) -> bool {
    let dashes = |cell: &str| {
        let inner = cell.trim();
        let inner = inner.strip_prefix(':').unwrap_or(inner);
        let inner = inner.strip_suffix(':').unwrap_or(inner);
        !inner.is_empty() && inner.bytes().all(|b| b == b'-')
    };
    is_text(line)
        && has_bar(text, line)
        && cells(text, line).into_iter().all(|cell| dashes(&text[cell]))
}

/// The end of the table with a rule that starts at a line.
fn end_with_delimiter(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    let (first, second) = (lines.get(at)?, lines.get(at + 1)?);
    let same = first.enclosure == second.enclosure;
    let table =
        is_text(first) && same && has_bar(text, first) && is_delimiter_row(text, second);
    (table && !is_delimiter_row(text, first)).then(|| {
        let rest = lines[at + 2..].iter();
        at + 2 + rest.take_while(|line| goes_on(text, first, line)).count()
    })
}

/// Whether a line may be a row of the table that starts with `first`.
fn goes_on(text: &str, first: &Line, line: &Line) -> bool {
    is_text(line) && line.enclosure == first.enclosure && has_bar(text, line)
}

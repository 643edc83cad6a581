//! Finds the front matter: the YAML between the first two `---` lines, and the body after it.

use std::ops::Range;

use crate::diagnostic::{Diagnostics, Problem};
use crate::source::{FileId, Source, Span};

/// The two parts of a source file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// The opening `---` line.
    pub(super) fence: Range<usize>,
    /// The YAML, from the line after the opening fence.
    pub(super) yaml: Range<usize>,
    /// Everything after the closing fence.
    pub(super) body: Range<usize>,
}

/// Cuts a file at its fences. Blank lines before the first fence do not matter.
pub(super) fn split(file: FileId, source: &Source) -> Result<Parts, Diagnostics> {
    let first = (1..=source.line_count()).find(|line| !text_of(source, *line).is_empty());
    let Some(first) = first.filter(|line| text_of(source, *line) == "---") else {
        let line = first.and_then(|line| source.line_range(line)).unwrap_or(0..0);
        let start = line.start.max(source.start());
        let span = Span::new(file, start..line.end.max(start));
        return Err([(Problem::FrontMatterMissing, span)].into_iter().collect());
    };
    let fence = trimmed(source, first);
    let yaml_start = next_line(source, first);
    let close = (first + 1..=source.line_count())
        .find(|line| matches!(source.line(*line).trim_end(), "---" | "..."));
    let Some(close) = close else {
        let span = Span::new(file, fence);
        return Err([(Problem::FrontMatterUnclosed, span)].into_iter().collect());
    };
    let yaml_end = source.line_range(close).map_or(yaml_start, |line| line.start);
    let body = next_line(source, close)..source.text().len();
    Ok(Parts { fence, yaml: yaml_start..yaml_end, body })
}

/// A line without the byte order mark and the blanks at its end.
fn text_of(source: &Source, line: usize) -> &str {
    source.line(line).trim_start_matches('\u{feff}').trim_end()
}

fn trimmed(source: &Source, line: usize) -> Range<usize> {
    let range = source.line_range(line).unwrap_or(0..0);
    let start = range.start.max(source.start());
    start..start + text_of(source, line).len()
}

fn next_line(source: &Source, line: usize) -> usize {
    source.line_range(line + 1).map_or(source.text().len(), |next| next.start)
}

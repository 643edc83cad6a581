//! The classic slips of those who type YAML by hand, found where they were made and not where
//! the reader gave up.

use std::ops::Range;

use super::tree::Fault;
use crate::diagnostic::{Diagnostics, Problem, Syntax};
use crate::source::{Source, Span};

/// Explains why the YAML in `span` cannot be read.
pub(super) fn explain(fault: &Fault, span: Span, source: &Source) -> Diagnostics {
    let at = |syntax: Syntax, range: Range<usize>| {
        [(Problem::Yaml(syntax), Span::new(span.file, range))].into_iter().collect()
    };
    if fault.syntax != Syntax::Other {
        return at(fault.syntax.clone(), line_from(source, fault.offset));
    }
    let first = source.position(span.start).line;
    let last = source.position(fault.offset).line;
    // The slip stands on the line where the reader gave up or on one before it.
    (first..=last)
        .rev()
        .filter_map(|line| source.line_range(line))
        .filter(|line| line.start >= span.start)
        .find_map(|line| slip(&source.text()[line.clone()], line.start))
        .map_or_else(
            || at(Syntax::Other, line_from(source, fault.offset)),
            |(syntax, range)| at(syntax, range),
        )
}

/// From an offset to the end of its line; at least the last character of the line.
fn line_from(source: &Source, offset: usize) -> Range<usize> {
    let line = source.position(offset).line;
    let range = source.line_range(line).unwrap_or(offset..offset);
    let start = offset.clamp(range.start, range.end);
    if source.text()[start..range.end].trim().is_empty() {
        let text = &source.text()[range.clone()];
        let indent = text.len() - text.trim_start().len();
        return range.start + indent..range.start + text.trim_end().len().max(indent);
    }
    start..range.end
}

/// A slip in one line, if it has one; `base` is where the line starts.
fn slip(line: &str, base: usize) -> Option<(Syntax, Range<usize>)> {
    let indent = line.len() - line.trim_start().len();
    if let Some(tab) = line[..indent].find('\t') {
        return Some((Syntax::Tab, base + tab..base + tab + 1));
    }
    let mut start = indent;
    while line[start..].starts_with("- ") {
        start += 2;
        start += line[start..].len() - line[start..].trim_start().len();
    }
    let entry = &line[start..];
    if entry.is_empty() || entry.starts_with('#') {
        return None;
    }
    entry_slip(entry).map(|(syntax, range)| {
        (syntax, base + start + range.start..base + start + range.end)
    })
}

/// A slip in `key: value` or a list's entry.
fn entry_slip(entry: &str) -> Option<(Syntax, Range<usize>)> {
    let end = entry.trim_end().len();
    let value_start = match key_end(entry) {
        Some(colon) => {
            let value = entry[colon + 1..].trim_start();
            entry.len() - value.len()
        }
        None => 0,
    };
    let value = &entry[value_start..end];
    let first = value.chars().next()?;
    match first {
        '"' | '\'' if !closes(value, first) => {
            Some((Syntax::UnclosedQuote, value_start..end))
        }
        '"' | '\'' | '|' | '>' => None,
        '[' | '{' => {
            let (open, close) = if first == '[' { ('[', ']') } else { ('{', '}') };
            let unbalanced = value.matches(open).count() > value.matches(close).count();
            unbalanced.then_some((Syntax::UnclosedBracket, value_start..end))
        }
        '@' | '`' | '%' | '*' | '&' | '!' => Some((
            if first == '!' { Syntax::Tag } else { Syntax::ReservedStart(first) },
            value_start..value_start + first.len_utf8(),
        )),
        _ if value_start > 0 => value.find(": ").map(|colon| {
            (Syntax::ColonInValue, value_start + colon..value_start + colon + 1)
        }),
        _ => entry.find(':').map(|colon| (Syntax::MissingColon, colon..colon + 1)),
    }
}

/// Where the colon after an unquoted key stands.
fn key_end(entry: &str) -> Option<usize> {
    if entry.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    entry
        .match_indices(':')
        .map(|(i, _)| i)
        .find(|i| entry[i + 1..].is_empty() || entry[i + 1..].starts_with([' ', '\t']))
}

/// Whether a quoted value is closed on its line.
fn closes(value: &str, quote: char) -> bool {
    let inner = &value[1..];
    let mut escaped = false;
    for c in inner.chars() {
        match c {
            '\\' if quote == '"' => escaped = !escaped,
            c if c == quote && !escaped => return true,
            _ => escaped = false,
        }
    }
    false
}

//! Explains YAML syntax errors: the classic mistakes of those who type it by hand, found where
//! they were made and not where the parser gave up.

use std::ops::Range;

use super::node::{Kind, Node};
use super::problems::{Syntax, SyntaxError, cut_by_comment, yaml_syntax};
use crate::diagnostic::Diagnostics;
use crate::source::{Source, Span};

/// What the YAML parser says of a broken text, in our terms.
pub(crate) struct Fault {
    /// Where it gave up.
    pub(crate) offset: usize,
    /// The kind of fault, as far as the reader knows.
    pub(crate) syntax: Syntax,
}

/// Explains why the YAML in `span` cannot be parsed: looks for a mistake on the line where the
/// parser gave up, then upwards, as an unclosed mark is noticed many lines later.
pub(crate) fn explain(fault: &Fault, span: Span, source: &Source) -> SyntaxError {
    let at = |syntax: Syntax, range: Range<usize>| SyntaxError {
        syntax,
        span: Span::new(span.file, range),
    };
    if let Syntax::ReservedStart(c) = fault.syntax
        && let Some(start) = nearest(c, fault.offset, span, source)
    {
        return at(fault.syntax.clone(), start..start + c.len_utf8());
    }
    if fault.syntax != Syntax::Other {
        return at(fault.syntax.clone(), line_from(source, fault.offset));
    }
    let first = source.position(span.start).line;
    let last = source.position(fault.offset).line;
    // A tab may stand on the line after the one where the parser gave up.
    let next = source.line_range(last + 1).filter(|next| next.end <= span.end);
    let tab = next.filter(|next| source.text()[next.clone()].starts_with('\t'));
    tab.map(|_| last + 1)
        .into_iter()
        .chain((first..=last).rev())
        .filter_map(|line| source.line_range(line))
        .filter(|line| line.start >= span.start)
        .find_map(|line| find_mistake(&source.text()[line.clone()], line.start))
        .or_else(|| misplaced(span, last, source))
        .or_else(|| keyless(fault.offset, source))
        .map_or_else(
            || at(Syntax::Other, line_from(source, fault.offset)),
            |(syntax, range)| at(syntax, range),
        )
}

/// Where a character stands in the YAML, nearest to an offset: the reader counts a carriage return
/// alone as the end of a line, editors and we do not.
fn nearest(c: char, offset: usize, span: Span, source: &Source) -> Option<usize> {
    let yaml = source.slice(span.range());
    let places = yaml.match_indices(c).map(|(at, _)| span.start + at);
    places.min_by_key(|at| at.abs_diff(offset))
}

/// The line at which the parser gave up, where it is no `key: value` at all: `địa danh Lục Bình`.
fn keyless(offset: usize, source: &Source) -> Option<(Syntax, Range<usize>)> {
    let range = source.line_range(source.position(offset).line)?;
    let line = &source.text()[range.clone()];
    let entry = line.trim();
    let start = range.start + line.len() - line.trim_start().len();
    let plain = entry.starts_with(char::is_alphanumeric) && key_end(entry).is_none();
    plain.then(|| (Syntax::MissingColon, start..start + entry.len()))
}

/// The first line whose indentation fits no line above it, or that is indented for no reason:
///
/// ```yaml
/// số: 12
///   ký hiệu: TB/BCĐ
/// ```
fn misplaced(span: Span, last: usize, source: &Source) -> Option<(Syntax, Range<usize>)> {
    let first = source.position(span.start).line;
    // The indentations of the groups that are open, the deepest one last.
    let mut open: Vec<usize> = Vec::new();
    for line in first..=last {
        let range = source.line_range(line)?;
        let text = &source.text()[range.clone()];
        let entry = text.trim_start();
        if entry.is_empty() || entry.starts_with('#') {
            continue;
        }
        let indent = text.len() - entry.len();
        let whole = range.start + indent..range.end;
        let deeper = open.last().is_none_or(|above| indent > *above);
        let expected = open.is_empty() || previous_opens(source, first, line);
        open.retain(|above| *above <= indent);
        let known = open.last() == Some(&indent);
        if (deeper && !expected && key_end(entry).is_some()) || (!deeper && !known) {
            return Some((Syntax::Indentation, whole));
        }
        if open.is_empty() && indent > 0 {
            return Some((Syntax::Indentation, whole));
        }
        if !known {
            open.push(indent);
        }
        // The fields of an entry stand under its first one: `- họ tên: A`, `  chức vụ: B`.
        if let Some(inner) = entry.strip_prefix("- ") {
            open.push(indent + entry.len() - inner.trim_start().len());
        }
    }
    None
}

/// Whether the last line with text before `line` ends in a colon, or is a list's entry, so that
/// deeper lines may follow.
fn previous_opens(source: &Source, first: usize, line: usize) -> bool {
    (first..line)
        .rev()
        .map(|line| source.line(line).trim())
        .find(|text| !text.is_empty() && !text.starts_with('#'))
        .is_some_and(|text| {
            let text = text.split(" #").next().unwrap_or_default().trim_end();
            text.ends_with([':', '|', '>', '-', '[', '{', ','])
        })
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

/// Reports mistakes that are valid YAML and mean something else there: a dash without a blank,
/// which becomes a part of the text above, and a value that ends at a `#`.
pub(crate) fn unnoticed(node: &Node, source: &Source, found: &mut Diagnostics) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(_) => {
            let written = source.slice(node.span.range());
            if written.starts_with(['"', '\'']) || is_block(node.span, source) {
                return;
            }
            dashes(written, node.span, found);
            comment(node.span, source, found);
        }
        Kind::List(list) => list.iter().for_each(|node| unnoticed(node, source, found)),
        Kind::Map(map) => map.iter().for_each(|(_, node)| unnoticed(node, source, found)),
    }
}

/// Whether a text stands below a `|` or `>`, where nothing but its indentation matters.
fn is_block(span: Span, source: &Source) -> bool {
    let before = source.slice(0..span.start);
    let above = before.trim_end();
    let header = above.trim_end_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
    before[above.len()..].contains('\n') && header.ends_with(['|', '>'])
}

/// Reports lines of a plain text that begin with a dash and no blank: `-Thành viên` under
/// `- Trưởng ban` is read as `Trưởng ban -Thành viên`.
fn dashes(written: &str, span: Span, found: &mut Diagnostics) {
    let mut start = 0;
    let several = written.contains('\n');
    for line in written.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let text = &line[indent..];
        let typed = text.strip_prefix('-').is_some_and(begins_entry);
        if typed && (several || start == 0) {
            let at = span.start + start + indent;
            let problem = yaml_syntax(&Syntax::DashWithoutBlank);
            found.push(problem, Span::new(span.file, at..at + 1));
        }
        start += line.len();
    }
}

/// Reports a comment right behind a plain text that looks like a part of it: `họp lần #5`. What is
/// typed as a comment has two blanks before its `#` and one behind it.
fn comment(span: Span, source: &Source, found: &mut Diagnostics) {
    let line = source.position(span.end).line;
    let Some(range) = source.line_range(line).filter(|range| range.end > span.end) else {
        return;
    };
    let rest = &source.text()[span.end..range.end];
    let blanks = rest.len() - rest.trim_start().len();
    let Some(comment) = rest[blanks..].strip_prefix('#') else { return };
    // A remark to this program is no part of the text: `# vanban: bỏ qua number-gap`.
    if blanks > 0 && comment.trim_start().starts_with("vanban:") {
        return;
    }
    if blanks == 1 || comment.starts_with(|c: char| !c.is_whitespace()) {
        let span = Span::new(span.file, span.end + blanks..range.end);
        found.push(cut_by_comment(), span);
    }
}

/// Finds a mistake in one line; `base` is where the line starts.
fn find_mistake(line: &str, base: usize) -> Option<(Syntax, Range<usize>)> {
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
    if entry.strip_prefix('-').is_some_and(begins_entry) {
        return Some((Syntax::DashWithoutBlank, base + start..base + start + 1));
    }
    mistake_in_entry(entry).map(|(syntax, range)| {
        (syntax, base + start + range.start..base + start + range.end)
    })
}

/// Finds a mistake in `key: value` or a list's entry.
fn mistake_in_entry(entry: &str) -> Option<(Syntax, Range<usize>)> {
    let entry = entry.trim_end();
    let end = entry.len();
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
        '"' | '\'' if closing_quote(value, first).is_none() => {
            Some((Syntax::UnclosedQuote, value_start..end))
        }
        // `trích yếu: “Kết luận: họp”` was meant to be quoted; without a colon it is plain text.
        '“' | '”' | '„' | '‘' => value
            .contains(": ")
            .then_some((Syntax::CurlyQuote, value_start..value_start + first.len_utf8())),
        '"' | '\'' => after_end(value, value_start, closing_quote(value, first)?),
        // What stands in a block is never wrong by itself.
        '|' | '>' => None,
        '[' | '{' => {
            let (open, close) = if first == '[' { ('[', ']') } else { ('{', '}') };
            let unbalanced = value.matches(open).count() > value.matches(close).count();
            if unbalanced {
                return Some((Syntax::UnclosedBracket, value_start..end));
            }
            after_end(value, value_start, value.rfind(close)? + 1)
        }
        '@' | '`' | '%' | '*' | '&' | '!' => Some((
            if first == '!' { Syntax::Tag } else { Syntax::ReservedStart(first) },
            value_start..value_start + first.len_utf8(),
        )),
        // `trích yếu: Kết luận: họp`
        _ if value_start > 0 => value.find(": ").map(|colon| {
            (Syntax::ColonInValue, value_start + colon..value_start + colon + 1)
        }),
        // `số:12`
        _ => entry.find(':').map(|colon| (Syntax::MissingColon, colon..colon + 1)),
    }
}

/// Whether what stands right behind a dash was meant as an entry of a list.
fn begins_entry(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphabetic() || "{[\"'“".contains(c))
}

/// Where the colon after an unquoted key stands.
pub(crate) fn key_end(entry: &str) -> Option<usize> {
    if entry.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    entry
        .match_indices(':')
        .map(|(i, _)| i)
        .find(|i| entry[i + 1..].is_empty() || entry[i + 1..].starts_with([' ', '\t']))
}

/// What follows the end of a value that a mark or bracket closes, unless it is a comment.
fn after_end(value: &str, base: usize, close: usize) -> Option<(Syntax, Range<usize>)> {
    let rest = value[close..].trim_start();
    let start = value.len() - rest.len();
    let stands = !rest.is_empty() && !rest.starts_with(['#', ',', ']', '}', ':']);
    stands.then(|| (Syntax::TextAfterEnd, base + start..base + value.len()))
}

/// Where the quotation mark that closes a value ends.
fn closing_quote(value: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    let mut rest = value.char_indices().skip(1).peekable();
    while let Some((index, c)) = rest.next() {
        match c {
            '\\' if quote == '"' => escaped = !escaped,
            '\'' if quote == '\'' && rest.next_if(|(_, c)| *c == quote).is_some() => {}
            c if c == quote && !escaped => return Some(index + 1),
            _ => escaped = false,
        }
    }
    None
}

//! Rewrites what Markdown would misread: lines under a text that make it a heading, text
//! that is indented, nesting without end; and reports definitions that vanish.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, RefDefs, Tag, TagEnd};

use super::fragment::{Edit, Fragment};
use super::{LIMIT, OPTIONS};
use crate::diagnostic::{Diagnostics, Problem};
use crate::source::Span;

/// How often a text is rewritten: what shows up later is nested in what was indented.
const ROUNDS: usize = LIMIT;

/// Notes once that something is nested deeper than `limit` levels.
pub(super) fn report_depth(limit: usize, span: Span, found: &mut Diagnostics) {
    let problem = Problem::NestingTooDeep { limit };
    if !found.iter().any(|diagnostic| diagnostic.problem == problem) {
        found.push(problem, span);
    }
}

/// The fragment as Markdown is to read it.
pub(super) fn prepare<'a>(
    fragment: Fragment<'a>,
    found: &mut Diagnostics,
) -> Fragment<'a> {
    let mut fragment = without_deep_lines(fragment, found);
    for _ in 0..ROUNDS {
        let (edits, unused) = misread(&fragment.text);
        if edits.is_empty() {
            for range in unused {
                found.push(Problem::DefinitionUnused, fragment.span(range));
            }
            break;
        }
        fragment = fragment.edited(&edits);
    }
    fragment
}

/// Empties the lines that open more levels than there may be: a reader of Markdown takes
/// too long over a line of a hundred thousand `>`.
fn without_deep_lines<'a>(
    fragment: Fragment<'a>,
    found: &mut Diagnostics,
) -> Fragment<'a> {
    let mut edits = Vec::new();
    let mut start = 0;
    for line in fragment.text.split_inclusive(['\n', '\r']) {
        let content = line.trim_end_matches(['\n', '\r']);
        if let Some(offset) = too_deep(content) {
            report_depth(LIMIT, fragment.span(start + offset..start + offset + 1), found);
            edits.push(Edit { range: start..start + content.len(), with: String::new() });
        }
        start += line.len();
    }
    if edits.is_empty() { fragment } else { fragment.edited(&edits) }
}

/// Where a line opens one level too many.
fn too_deep(line: &str) -> Option<usize> {
    let mut rest = line;
    for _ in 0..=LIMIT {
        rest = rest.trim_start_matches([' ', '\t']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = match rest[digits..].chars().next()? {
            '>' | '-' | '*' | '+' if digits == 0 => &rest[1..],
            '.' | ')' if digits > 0 => &rest[digits + 1..],
            _ => return None,
        };
        if !rest.starts_with('>') && !after.is_empty() && !after.starts_with([' ', '\t'])
        {
            return None;
        }
        rest = after;
    }
    // A line of dashes with blanks between them is a separator.
    let separator = |mark| rest.chars().all(|c| c == mark || c == ' ' || c == '\t');
    (!separator('-') && !separator('*')).then(|| line.len() - rest.len() - 1)
}

/// The changes to what Markdown would misread in a text; and the definitions of addresses
/// that nothing refers to, which vanish from the page.
fn misread(text: &str) -> (Vec<Edit>, Vec<Range<usize>>) {
    let mut edits = Vec::new();
    let mut referred = HashSet::new();
    let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let mut code: Option<Vec<(usize, usize)>> = None;
    for (event, range) in events.by_ref() {
        match event {
            Event::Start(Tag::Heading { .. })
                if !text[range.start..].starts_with('#') =>
            {
                edits.extend(underline(text, range));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                code = Some(Vec::new());
            }
            Event::Text(value) => {
                let rest = if range.is_empty() { value.len() } else { 0 };
                if let Some(lines) = &mut code {
                    lines.push((range.start, rest));
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                edits.extend(
                    code.take().into_iter().flat_map(|lines| dedent(text, lines)),
                );
            }
            Event::Start(
                Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. },
            ) if is_reference(link_type) => {
                referred.insert(same_label(&id));
            }
            _ => {}
        }
    }
    let unused = unused(events.reference_definitions(), &referred);
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup_by(|next, edit| next.range.start < edit.range.end);
    (edits, unused)
}

/// Labels that Markdown takes for the same become the same: `ẞ` and `SS`.
fn same_label(label: &str) -> String {
    label.to_lowercase().to_uppercase()
}

/// Where the definitions stand that nothing refers to: `[1]: Nghị-quyết`.
fn unused(definitions: &RefDefs<'_>, referred: &HashSet<String>) -> Vec<Range<usize>> {
    let unused =
        definitions.iter().filter(|(name, _)| !referred.contains(&same_label(name)));
    unused.map(|(_, definition)| definition.span.clone()).collect()
}

fn is_reference(kind: LinkType) -> bool {
    matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut)
}

/// A backslash before the character at an offset.
fn escape(at: usize) -> Edit {
    Edit { range: at..at, with: "\\".into() }
}

/// Keeps the line under a text from making it a heading: `---` becomes a separator, a
/// shorter one and `===` become text.
fn underline(text: &str, heading: Range<usize>) -> Option<Edit> {
    let heading_text = text[heading.clone()].trim_end();
    let mark = heading_text.chars().next_back().filter(|c| matches!(c, '-' | '='))?;
    let length = heading_text.len() - heading_text.trim_end_matches(mark).len();
    let end = heading.start + heading_text.len();
    let range = end - length..end;
    if mark == '-' && length >= 3 {
        return Some(Edit { range, with: "*".repeat(length) });
    }
    Some(escape(range.start))
}

/// Takes the indentation off the lines of what Markdown reads as code. Each line is known
/// by the offset of its text behind the indentation and the columns that a tab leaves.
fn dedent(text: &str, lines: Vec<(usize, usize)>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for (start, rest) in lines {
        let line = text[..start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let after = &text[start..];
        let indented = after.len() - after.trim_start_matches([' ', '\t']).len();
        let is_blank =
            after[indented..].chars().next().is_none_or(|c| "\r\n".contains(c));
        let known = edits.last().is_some_and(|edit| edit.range.end > line);
        if is_blank || known {
            continue;
        }
        let margin = column(&text[line..start]).saturating_sub(rest + INDENTATION);
        let kept = text[line..start].trim_end_matches([' ', '\t']).len();
        let blanks = margin.saturating_sub(column(&text[line..line + kept]));
        let blanks = if kept > 0 { blanks.max(1) } else { blanks };
        let range = line + kept..start + indented;
        edits.push(Edit { range, with: " ".repeat(blanks) });
    }
    edits
}

/// By how many columns a text must be indented to be read as code.
const INDENTATION: usize = 4;

/// The column at the end of the start of a line, counted from 0.
pub(super) fn column(start: &str) -> usize {
    start.chars().fold(0, |at, c| if c == '\t' { at - at % 4 + 4 } else { at + 1 })
}

//! Renews the Markdown: months of the opening and the closing move on, conclusions are emptied.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use super::follow_up::List;
use super::months::{Role, shift};
use super::top_items::{self, Disposition, TopItem};
use super::{Change, Work};
use crate::document::field;
use crate::document::mark::MARK;
use crate::document::outline::{Block, BlockKind, plain_text};
use crate::source::Span;

/// The words with which the last paragraph of a notice starts.
const CLOSING: &str = "Trên đây là";

/// Renews the Markdown of the document.
pub(super) fn renew(work: &mut Work<'_>, top_items: &[TopItem], list: &List) {
    let own: Vec<&TopItem> =
        top_items.iter().filter(|item| is_inside(item.span, work.last.body)).collect();
    let closing = closing(work);
    let outline = work.last.outline;
    let opening = outline.opening.iter().filter(|b| is_inside(b.span, work.last.body));
    let opening: Vec<Span> = opening.map(|block| block.span).collect();
    let end = closing.map_or(work.last.body.end, |span| work.line_start(span.start));
    let start = match own.first() {
        Some(first) => Some(work.line_start(first.span.start)),
        None => start_of_paragraphs(work, closing),
    };
    // Only the first paragraph opens the document: a date at its start is the meeting's.
    let before = start.unwrap_or(end);
    let opened = work.last.document.opening.is_some();
    let mut role = if opened { Role::Prose } else { Role::Opening };
    for span in opening.into_iter().filter(|span| span.end <= before) {
        shift(work, span.range(), role);
        role = Role::Prose;
    }
    if let Some(span) = closing {
        shift(work, span.start..work.last.body.end, Role::Prose);
    }
    if let Some(start) = start.filter(|start| *start < end) {
        let data = work
            .last
            .places
            .field(field::CONCLUSIONS.key)
            .is_some_and(|p| !p.inner.is_empty());
        let nothing = List::default();
        empty(work, &own, start..end, if data { &nothing } else { list });
    }
}

fn is_inside(span: Span, body: Span) -> bool {
    span.file == body.file && body.range().contains(&span.start)
}

/// The last paragraph of the Markdown, where it is the closing.
fn closing(work: &Work<'_>) -> Option<Span> {
    let blocks = work.last.outline.main().into_iter().flatten();
    let last = blocks.filter_map(last_paragraph);
    let last = last.filter(|(span, _)| is_inside(*span, work.last.body));
    let (span, text) = last.max_by_key(|(span, _)| span.start)?;
    text.trim_start().starts_with(CLOSING).then_some(span)
}

/// The last paragraph of a block, where it is text.
fn last_paragraph(block: &Block) -> Option<(Span, String)> {
    match &block.kind {
        BlockKind::Paragraph(text) => Some((block.span, plain_text(text))),
        BlockKind::Item(item) => last_paragraph(item.children.last()?),
        BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Aligned(_)
        | BlockKind::Separator => None,
    }
}

/// Where conclusions without any number or heading start: behind the paragraph that
/// introduces them with a colon; else behind the first one; at once where the opening is
/// written from fields. Where the conclusions are data, there are none in the Markdown.
fn start_of_paragraphs(work: &Work<'_>, closing: Option<Span>) -> Option<usize> {
    let document = work.last.document;
    let outline = work.last.outline;
    if !document.conclusions.is_empty() {
        return None;
    }
    let inside = |block: &&Block| {
        is_inside(block.span, work.last.body) && closing != Some(block.span)
    };
    let blocks: Vec<&Block> = outline.opening.iter().filter(inside).collect();
    let introduces = |block: &&Block| {
        let text = block.as_paragraph().map(plain_text);
        text.is_some_and(|text| text.trim_end().ends_with(':'))
    };
    let written = document.meeting.is_some() || document.opening.is_some();
    let first = match blocks.iter().position(introduces) {
        Some(index) => index + 1,
        None => usize::from(!written),
    };
    blocks.get(first).map(|block| work.line_start(block.span.start))
}

/// Empties the conclusions in a range of the Markdown.
fn empty(work: &mut Work<'_>, own: &[&TopItem], range: Range<usize>, list: &List) {
    let end = work.line_end();
    work.edits.tell(range.start, Change::Conclusions);
    let list = tasks(work, own, list);
    let kept: Vec<&&TopItem> =
        own.iter().filter(|item| item.disposition != Disposition::Dropped).collect();
    let tail = if range.end < work.last.body.end { end } else { "" };
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    if let Some(first) = kept.first() {
        edits.push((range.start..work.line_start(first.span.start), list));
    } else {
        let place = if own.is_empty() { String::new() } else { number_of(own, &list) };
        edits.push((range.clone(), format!("{list}{place}{MARK}{end}{tail}")));
    }
    for (index, item) in kept.iter().enumerate() {
        let next = kept.get(index + 1).map(|item| work.line_start(item.span.start));
        let stop = next.unwrap_or(range.end);
        let last = if stop == range.end { tail } else { end };
        if item.disposition == Disposition::Kept {
            let below = own.iter().map(|other| other.span.start);
            let dropped = below.filter(|start| *start > item.span.start).min();
            let from = dropped.map_or(stop, |start| work.line_start(start).min(stop));
            edits.push((from..stop, String::new()));
        } else {
            shift(work, item.span.range(), Role::Prose);
            let from = work.line_stop(item.span.end).min(stop);
            edits.push((from..stop, format!("{end}{end}{MARK}{end}{last}")));
        }
    }
    let notes = footnotes(work, &range, &edits);
    edits.push((range.end..range.end, notes));
    for (range, with) in edits {
        if !range.is_empty() || !with.is_empty() {
            work.edits.replace(range, with);
        }
    }
}

/// The footnotes that stand among the conclusions and are referred to from what stays.
fn footnotes(
    work: &Work<'_>,
    range: &Range<usize>,
    edits: &[(Range<usize>, String)],
) -> String {
    let (text, body) = (work.last.source.text(), work.last.body);
    let gone = |at: usize| edits.iter().any(|(range, _)| range.contains(&at));
    let marks = text[body.range()].match_indices("[^").map(|(at, _)| {
        let at = body.start + at;
        (at, text[at..].split_inclusive([']', '\n']).next().unwrap_or_default())
    });
    let (notes, marks): (Vec<_>, Vec<_>) = marks.partition(|(at, name)| {
        work.line_start(*at) == *at && text[at + name.len()..].starts_with(':')
    });
    let marks = marks.into_iter().filter(|(at, _)| !gone(*at));
    let referred: BTreeSet<&str> = marks.map(|(_, name)| name).collect();
    let end = work.line_end();
    let mut out = String::new();
    for (at, _) in notes.into_iter().filter(|(_, name)| referred.contains(name)) {
        if range.contains(&at) && gone(at) {
            let lines = text[at..range.end].split_inclusive('\n');
            let note: String = lines.take_while(|line| !line.trim().is_empty()).collect();
            let _ = write!(out, "{}{end}{end}", note.trim_end());
        }
    }
    if range.end == body.end && !out.is_empty() {
        out.insert_str(0, end);
    }
    out
}

/// The number of the one item that is left to fill in.
fn number_of(own: &[&TopItem], list: &str) -> String {
    let count = if list.is_empty() { 1 } else { 2 };
    let number = own.first().and_then(|item| item.number.as_ref());
    let label = number.and_then(|number| top_items::label(number, count));
    label.map_or_else(|| format!("{count}. "), |label| label + " ")
}

/// The tasks to follow up as Markdown: under a heading like the others, or as the first item.
fn tasks(work: &mut Work<'_>, own: &[&TopItem], list: &List) -> String {
    let end = work.line_end();
    let Some(first) = own.first().filter(|_| !list.is_empty()) else {
        return String::new();
    };
    let heading = own.iter().find(|item| item.disposition != Disposition::Dropped);
    let start = work.line_start(heading.map_or(first.span.start, |item| item.span.start));
    let hashes: String =
        work.last.source.text()[start..].chars().take_while(|c| *c == '#').collect();
    let number = heading.unwrap_or(first).number.as_ref();
    let typed = number.filter(|number| number.typed || heading.is_none());
    let label = typed.and_then(|number| top_items::label(number, 1));
    let label = label.map_or(String::new(), |label| label + " ");
    let title = markdown(&list.title);
    let (mut out, dashes) = match heading {
        Some(_) => {
            let hashes = if hashes.is_empty() { "#" } else { &hashes };
            // Under a heading with a number of the same kind, items are dashes.
            (format!("{hashes} {label}{title}{end}{end}"), label.starts_with('1'))
        }
        None => (format!("{label}{title}:{end}{end}"), true),
    };
    for (index, line) in list.lines.iter().enumerate() {
        let mark = if dashes { "-".to_owned() } else { format!("{}.", index + 1) };
        let _ = write!(out, "{mark} {}{end}{end}", markdown(line));
    }
    let count = list.lines.len();
    work.edits.tell(work.line_start(first.span.start), Change::Tasks { count });
    out
}

/// A plain text as Markdown that prints it.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if (c == '&' && is_entity(&text[at + 1..])) || "\\*_`<>[]~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Whether a text behind `&` makes it a character reference (`&lt;`, `&#60;`).
fn is_entity(rest: &str) -> bool {
    const CAPITALS: [&str; 6] = ["AMP", "COPY", "GT", "LT", "QUOT", "REG"];
    let Some((name, _)) = rest.split_once(';') else { return false };
    let word = name.bytes().all(|b| b.is_ascii_alphanumeric());
    let small = name.bytes().any(|b| b.is_ascii_lowercase());
    name.starts_with('#') || (word && (small || CAPITALS.contains(&name)))
}

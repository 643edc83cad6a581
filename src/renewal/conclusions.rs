//! Conclusions given as data: titles stay, what is under them is emptied.

use std::fmt::Write as _;

use super::body::markdown;
use super::follow_up::List;
use super::months::{Role, shift};
use super::top_items::{Disposition, TopItem};
use super::{Change, Work};
use crate::document::mark::MARK;
use crate::document::{FieldLocation, Shape, field};
use crate::source::Span;

/// Empties the conclusions of the front matter and puts the list of tasks before them.
pub(super) fn renew(work: &mut Work<'_>, top_items: &[TopItem], list: &List) {
    let Some(field) = work.last.places.field(field::CONCLUSIONS.key) else { return };
    if field.shape != Shape::List || field.inner.is_empty() {
        return;
    }
    let entries: Vec<(&FieldLocation, Disposition)> = field
        .inner
        .iter()
        .map(|entry| (entry, disposition(work, entry, top_items)))
        .collect();
    let titled = entries.iter().any(|(entry, _)| title(entry).is_some());
    work.edits.tell(field.whole().start, Change::Conclusions);
    if work.slice(field.span).starts_with('[') {
        return anew(work, field, &entries, list);
    }
    let indent = dash(work, entries[0].0);
    if !list.is_empty() {
        let at = work.line_start(entries[0].0.span.start);
        work.edits.replace(at..at, follow_up(work, list, &indent, titled));
        work.edits.tell(at, Change::Tasks { count: list.lines.len() });
    }
    entries_emptied(work, &entries, titled, &indent);
    let left = entries.iter().any(|(entry, disposition)| {
        title(entry).is_some() && *disposition != Disposition::Dropped
    });
    if titled && !left {
        let at = work.next_line(field.span.end);
        let end = work.line_end();
        work.edits.replace(at..at, format!("{indent}- {MARK}{end}"));
    }
}

/// Empties each entry or takes it away; where none is titled, one is left to fill in.
fn entries_emptied(
    work: &mut Work<'_>,
    entries: &[(&FieldLocation, Disposition)],
    titled: bool,
    indent: &str,
) {
    let mut filled = false;
    for (entry, disposition) in entries {
        match (title(entry), disposition) {
            (Some(title), Disposition::Emptied) => {
                shift(work, title.span.range(), Role::Prose);
                empty(work, entry, title, indent);
            }
            (Some(_), Disposition::Kept) => {}
            (None, _) if !titled && !filled => {
                filled = true;
                work.edits.replace(entry.span.range(), MARK);
            }
            (Some(_), Disposition::Dropped) | (None, _) => {
                let start = work.line_start(entry.span.start);
                work.edits.replace(start..work.next_line(entry.span.end), "");
            }
        }
    }
}

/// The title of a conclusion.
fn title(entry: &FieldLocation) -> Option<&FieldLocation> {
    entry.field(field::TITLE.key).filter(|title| title.shape == Shape::Text)
}

/// What becomes of an entry: what becomes of its heading.
fn disposition(
    work: &Work<'_>,
    entry: &FieldLocation,
    top_items: &[TopItem],
) -> Disposition {
    let Some(title) = title(entry) else { return Disposition::Dropped };
    let own = |item: &&TopItem| {
        item.span.file == work.last.file
            && (title.span.start..=title.span.end).contains(&item.span.start)
    };
    let disposition =
        top_items.iter().find(own).map_or(Disposition::Emptied, |item| item.disposition);
    let tasked = [field::ASSIGNEES.key, field::COORDINATORS.key, field::DEADLINE.key]
        .iter()
        .any(|name| entry.field(name).is_some());
    if disposition == Disposition::Kept && tasked {
        Disposition::Emptied
    } else {
        disposition
    }
}

/// The blanks before the dash of an entry.
fn dash(work: &Work<'_>, entry: &FieldLocation) -> String {
    let start = work.line_start(entry.span.start);
    let line = &work.last.source.text()[start..entry.span.start];
    line[..line.len() - line.trim_start().len()].to_owned()
}

/// Leaves the title of an entry and something to fill in under it.
fn empty(
    work: &mut Work<'_>,
    entry: &FieldLocation,
    title: &FieldLocation,
    indent: &str,
) {
    let end = work.line_end();
    let under = format!("{end}{indent}  mục:{end}{indent}    - {MARK}");
    let first = entry.inner.first().is_some_and(|first| std::ptr::eq(first, title));
    if work.slice(entry.span).starts_with('{') || !first {
        let Span { start, end, .. } = title.whole();
        work.edits.replace(entry.span.start..start, "");
        work.edits.replace(end..entry.span.end, under);
        return;
    }
    let from = work.line_stop(title.span.end);
    let to = work.line_stop(entry.span.end).max(from);
    work.edits.replace(from..to, under);
}

/// The list of tasks as an entry.
fn follow_up(work: &Work<'_>, list: &List, indent: &str, titled: bool) -> String {
    let end = work.line_end();
    let title = if titled {
        format!("tiêu đề: {}", list.title)
    } else {
        format!("nội dung: {}", quoted(&format!("{}:", list.title)))
    };
    let mut out = format!("{indent}- {title}{end}{indent}  mục:{end}");
    for line in &list.lines {
        let line = quoted(&markdown(line));
        let _ = write!(out, "{indent}    - {line}{end}");
    }
    out
}

/// A text as YAML has it in quotation marks.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Writes conclusions anew that stood in brackets.
fn anew(
    work: &mut Work<'_>,
    field: &FieldLocation,
    entries: &[(&FieldLocation, Disposition)],
    list: &List,
) {
    let end = work.line_end();
    let kept =
        entries.iter().filter(|(_, disposition)| *disposition != Disposition::Dropped);
    let titles: Vec<&FieldLocation> =
        kept.filter_map(|(entry, _)| title(entry)).collect();
    let mut before = String::from(end);
    if !list.is_empty() {
        before += &follow_up(work, list, "  ", !titles.is_empty());
        let count = list.lines.len();
        work.edits.tell(field.span.start, Change::Tasks { count });
    }
    let mut from = field.span.start;
    for title in &titles {
        let Span { start, end: stop, .. } = title.whole();
        work.edits.replace(from..start, format!("{before}  - "));
        shift(work, title.span.range(), Role::Prose);
        from = stop;
        before = format!("{end}    mục:{end}      - {MARK}{end}");
    }
    if titles.is_empty() {
        let _ = write!(before, "  - {MARK}");
    }
    work.edits.replace(from..field.span.end, before.trim_end_matches(['\r', '\n']));
}

//! `Group`: lines of a paragraph that belong together, with the number they start with.

use super::inlines::Line;
use super::label::stands_alone;
use super::notes::join;
use super::typed::{Start, Typed, take_number};
use crate::document::Text;
use crate::document::outline::Inline;
use crate::source::{Sources, Span};

/// Lines of a paragraph that belong together, with the number they start with.
pub(super) struct Group {
    /// The number, taken out of the text.
    pub(super) number: Option<Typed>,
    /// How much of it is bold.
    pub(super) bold: Bold,
    /// The text; of a heading without the bold marks around all of it.
    pub(super) text: Vec<Inline>,
    /// Where it was written.
    pub(super) span: Span,
    /// The column of a line that Markdown counts to the list above it, but that starts an
    /// item which goes on after that list.
    pub(super) outside: Option<usize>,
}

/// How much of a paragraph is bold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bold {
    /// All of it, so that it is a heading if it has a number.
    All,
    /// Its number and perhaps more.
    Start,
    /// At least not its start.
    No,
}

/// The lines of a heading as one group; a heading may be empty.
pub(super) fn one(lines: Vec<Line>, span: Span, may: Start, sources: &Sources) -> Group {
    let (number, bold, text) = (None, Bold::All, Vec::new());
    let empty = Group { number, bold, text, span, outside: None };
    let mut group = group(lines, Some(may), sources).unwrap_or(empty);
    group.text = unbold(&group.text).unwrap_or(group.text);
    group
}

/// The text of a whole paragraph with its numbers in it, as it was typed.
pub(super) fn undivided(groups: Vec<Group>) -> Vec<Inline> {
    let mut text = Vec::new();
    for group in groups {
        if let Some(typed) = group.number {
            join(&mut text, vec![Inline::Text(typed.label)]);
        }
        join(&mut text, group.text);
    }
    text
}

/// Some lines as one group; their start is looked at for what it `may` be.
pub(super) fn group(
    mut lines: Vec<Line>,
    may: Option<Start>,
    sources: &Sources,
) -> Option<Group> {
    let span = lines.first()?.span.to(lines.last()?.span);
    let mut number = None;
    if let (Some(may), [first, _, ..]) = (may, &mut lines[..])
        && stands_alone(&first.text)
    {
        number = take_number(&mut first.text, may, sources);
    }
    lines.retain(|line| !line.text.is_empty());
    let mut text = Vec::new();
    let mut end: Option<(bool, usize)> = None;
    for line in lines {
        if let Some((hard, end)) = end {
            connect(&mut text, hard, Span { start: end, end, ..span });
        }
        end = Some((line.hard, line.span.end));
        text.extend(line.text);
    }
    let whole = unbold(&text).is_some();
    let starts = matches!(text.first(), Some(Inline::Strong(_)));
    let number =
        number.or_else(|| may.and_then(|may| take_number(&mut text, may, sources)));
    let bold = match (whole || unbold(&text).is_some(), starts) {
        (true, _) => Bold::All,
        (false, true) => Bold::Start,
        (false, false) => Bold::No,
    };
    Some(Group { number, bold, text, span, outside: None })
}

/// Puts what a line break at `place` means behind a line.
fn connect(text: &mut Vec<Inline>, hard: bool, place: Span) {
    match text.last_mut() {
        _ if hard => text.push(Inline::LineBreak),
        Some(Inline::Text(last)) => last.value.push(' '),
        _ => text.push(Inline::Text(Text::new(" ", place))),
    }
}

/// A text that is bold from start to end, without the marks; `None` if some of it is not.
pub(super) fn unbold(text: &[Inline]) -> Option<Vec<Inline>> {
    let mut out = Vec::new();
    let mut any = false;
    for inline in text {
        match inline {
            Inline::Strong(content) => {
                any = true;
                out.extend(content.iter().cloned());
            }
            Inline::Emphasis(content) => {
                any = true;
                out.push(Inline::Emphasis(unbold(content)?));
            }
            Inline::Link { url, content } => {
                any = true;
                out.push(Inline::Link { url: url.clone(), content: unbold(content)? });
            }
            Inline::Text(text) if !text.value.contains(char::is_alphanumeric) => {
                out.push(inline.clone());
            }
            Inline::Text(_) => return None,
            Inline::Footnote(_) | Inline::LineBreak => out.push(inline.clone()),
        }
    }
    any.then_some(out)
}

//! Paragraphs → groups of lines, where a typed number starts an item of its own.

use super::inlines::Line;
use super::notes::join;
use super::number::{self, Number};
use crate::document::Text;
use crate::document::outline::{Inline, ItemNumber, Rank, plain_text};
use crate::source::{self, Sources, Span};

/// Lines of a paragraph that belong together, with the number they start with.
pub(super) struct Group {
    /// The number, taken out of the text.
    pub(super) number: Option<Typed>,
    /// Whether all of it is bold, so that it is a heading if it has a number.
    pub(super) bold: bool,
    /// The text; of a heading without the bold marks around all of it.
    pub(super) text: Vec<Inline>,
    /// Where it was written.
    pub(super) span: Span,
}

/// A number that the user typed.
#[derive(Clone)]
pub(super) struct Typed {
    /// What it means.
    pub(super) number: Number,
    /// As typed.
    pub(super) label: Text,
}

impl Typed {
    /// The number of an item.
    pub(super) fn item_number(self) -> ItemNumber {
        ItemNumber {
            rank: self.number.rank,
            typed: true,
            label: self.label.value,
            span: self.label.span,
        }
    }

    /// Whether it is a dash and not a number that counts.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.number.rank, Rank::Dash(_))
    }
}

/// Divides the lines of a paragraph; its own start is looked at if `numbered`.
pub(super) fn divide(lines: Vec<Line>, numbered: bool, sources: &Sources) -> Vec<Group> {
    let mut groups: Vec<Vec<Line>> = Vec::new();
    let mut seen: Vec<Number> = Vec::new();
    for line in lines {
        let number = starting_number(&line.text).map(|(number, _)| number);
        let starts = match (groups.last().and_then(|group| group.last()), &number) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(previous), Some(number)) => starts_item(number, &line, previous, &seen),
        };
        if starts {
            seen.extend(number);
            groups.push(Vec::new());
        }
        if let Some(group) = groups.last_mut() {
            group.push(line);
        }
    }
    let from = usize::from(!numbered);
    let groups = groups.into_iter().enumerate();
    groups.filter_map(|(index, lines)| group(lines, index >= from, sources)).collect()
}

/// The lines of a heading as one group; a heading may be empty.
pub(super) fn one(lines: Vec<Line>, span: Span, sources: &Sources) -> Group {
    let empty = Group { number: None, bold: true, text: Vec::new(), span };
    let mut group = group(lines, true, sources).unwrap_or(empty);
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

/// Whether a line that starts with a number is an item of its own, in a paragraph that
/// goes on. Many wrapped lines start with what only looks like a number.
fn starts_item(number: &Number, line: &Line, previous: &Line, seen: &[Number]) -> bool {
    let continues = seen.iter().any(|before| number.follows(before));
    let opens = number.is_first() && plain_text(&previous.text).ends_with(':');
    let bold = !matches!(number.rank, Rank::Dash(_))
        && unbold(&line.text).is_some()
        && unbold(&previous.text).is_some();
    continues || opens || bold
}

fn group(lines: Vec<Line>, numbered: bool, sources: &Sources) -> Option<Group> {
    let span = lines.first()?.span.to(lines.last()?.span);
    let mut text = Vec::new();
    let mut end: Option<(bool, usize)> = None;
    for line in lines {
        if let Some((hard, end)) = end {
            connect(&mut text, hard, Span { start: end, end: line.span.start, ..span });
        }
        end = Some((line.hard, line.span.end));
        text.extend(line.text);
    }
    let whole = unbold(&text).is_some();
    let number = numbered.then(|| take_number(&mut text, sources)).flatten();
    let bold = whole || unbold(&text).is_some();
    Some(Group { number, bold, text, span })
}

/// Puts what a line break at `place` means behind a line.
fn connect(text: &mut Vec<Inline>, hard: bool, place: Span) {
    match text.last_mut() {
        _ if hard => text.push(Inline::LineBreak),
        Some(Inline::Text(last)) => {
            last.value.push(' ');
            last.span.end = place.end;
        }
        _ => text.push(Inline::Text(Text::new(" ", place))),
    }
}

/// The number that a text starts with and its length, if one text holds the whole of it.
fn starting_number(text: &[Inline]) -> Option<(Number, usize)> {
    let leaf = first_text(text)?;
    let (number, length) = if leaf.value.len() > LONGEST {
        number::recognise(&leaf.value)?
    } else {
        number::recognise(&plain_text(text))?
    };
    (length <= leaf.value.len()).then_some((number, length))
}

/// Longer than any number, in bytes: what comes behind need not be looked at.
const LONGEST: usize = 40;

fn first_text(text: &[Inline]) -> Option<&Text> {
    match text.first()? {
        Inline::Text(text) => Some(text),
        Inline::Strong(content) | Inline::Emphasis(content) => first_text(content),
        Inline::Link { .. } | Inline::Footnote(_) | Inline::LineBreak => None,
    }
}

/// Takes the number that a text starts with out of it, with the blank behind it.
pub(super) fn take_number(text: &mut Vec<Inline>, sources: &Sources) -> Option<Typed> {
    let (number, length) = starting_number(text)?;
    let leaf = first_text(text)?;
    let places = source::align(&leaf.value, sources.slice(leaf.span));
    let span = Span { end: leaf.span.start + places[length], ..leaf.span };
    let label = Text { value: leaf.value[..length].to_owned(), span };
    cut(text, length, &places);
    trim_start(text, sources);
    Some(Typed { number, label })
}

/// Takes `length` bytes off the first text, whose bytes stand at `places`.
fn cut(text: &mut [Inline], length: usize, places: &[usize]) {
    match text.first_mut() {
        Some(Inline::Text(text)) => {
            text.value.drain(..length);
            text.span.start += places[length];
        }
        Some(Inline::Strong(content) | Inline::Emphasis(content)) => {
            cut(content, length, places);
        }
        Some(Inline::Link { .. } | Inline::Footnote(_) | Inline::LineBreak) | None => {}
    }
}

/// Takes blanks, and what holds nothing any more, off the start.
fn trim_start(text: &mut Vec<Inline>, sources: &Sources) {
    while let Some(first) = text.first_mut() {
        let empty = match first {
            Inline::Text(text) => {
                let blanks = text.value.len() - text.value.trim_start().len();
                if blanks > 0 {
                    let places = source::align(&text.value, sources.slice(text.span));
                    text.value.drain(..blanks);
                    text.span.start += places[blanks];
                }
                text.value.is_empty()
            }
            Inline::Strong(content) | Inline::Emphasis(content) => {
                trim_start(content, sources);
                content.is_empty()
            }
            Inline::LineBreak => true,
            Inline::Link { .. } | Inline::Footnote(_) => false,
        };
        if !empty {
            return;
        }
        text.remove(0);
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

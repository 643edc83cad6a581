//! Conclusions given as data → parts, with the sentence that assigns each task.

use super::blocks;
use super::fragment::Fragment;
use super::parts::{Division, Draft, Part, Place};
use super::typed::{Start, take_number};
use crate::diagnostic::Diagnostics;
use crate::document::outline::{Block, BlockKind, Inline, plain_text};
use crate::document::{Conclusion, Task, Text};
use crate::source::{Sources, Span};

/// The parts of the conclusions of a document.
pub(super) fn parts(
    conclusions: &[Conclusion],
    sources: &Sources,
    found: &mut Diagnostics,
) -> Vec<Part> {
    let titled = conclusions.iter().any(|conclusion| conclusion.title.is_some());
    let depth = if titled { 1 } else { 2 };
    let mut reading = Reading { sources, found };
    conclusions.iter().map(|one| Part::Item(reading.item(one, Some(depth)))).collect()
}

struct Reading<'a> {
    sources: &'a Sources,
    found: &'a mut Diagnostics,
}

impl Reading<'_> {
    fn item(&mut self, conclusion: &Conclusion, depth: Option<u8>) -> Draft {
        let span = place(conclusion);
        let mut content = self.said(conclusion.text.as_ref());
        let heading = conclusion.title.is_some();
        let (place, mut text) = match &conclusion.title {
            Some(title) => {
                let mut text = vec![Inline::Text(title.clone())];
                let number = take_number(&mut text, Start::Heading, self.sources);
                (number.map(Place::Typed), text)
            }
            None => take_first(&mut content),
        };
        let task = Task::new(
            conclusion.assignees.clone(),
            conclusion.coordinators.clone(),
            conclusion.deadline.clone(),
        );
        let sentence = task.as_ref().map(|task| task.sentence(task_place(task, span)));
        match sentence {
            Some(sentence) if content.is_empty() && !heading => {
                append(&mut text, sentence);
            }
            Some(sentence) => append_to_last(&mut content, sentence, span),
            None => {}
        }
        let below = conclusion.items.iter().map(|one| Part::Item(self.item(one, None)));
        content.extend(below);
        let place = place.unwrap_or(Place::Counted(depth));
        Draft { span, place, level: None, heading, text, task, content }
    }

    /// The parts of what a conclusion says.
    fn said(&mut self, text: Option<&Text>) -> Vec<Part> {
        let Some(text) = text else { return Vec::new() };
        let fragment = Fragment::of_field(text, self.sources);
        Division::typed(blocks::read(fragment, self.sources, self.found))
    }
}

/// Takes the first paragraph out of what a conclusion says, as its text; a number typed
/// there holds, also where Markdown sees a list of one entry.
fn take_first(content: &mut Vec<Part>) -> (Option<Place>, Vec<Inline>) {
    let listed = |part: &Part| match part {
        Part::Item(draft) => matches!(draft.place, Place::Bullet(_)),
        Part::Block(_) => false,
    };
    let bullets = content.iter().take_while(|part| listed(part)).count();
    match content.first() {
        Some(Part::Item(_)) if bullets <= 1 => {}
        Some(Part::Block(Block { kind: BlockKind::Paragraph(_), .. })) => {}
        Some(Part::Item(_) | Part::Block(_)) | None => return (None, Vec::new()),
    }
    match content.remove(0) {
        Part::Item(Draft { place, text, content: under, .. }) => {
            content.splice(0..0, under);
            let place = match place {
                Place::Bare(_) => None,
                place => Some(place),
            };
            (place, text)
        }
        Part::Block(Block { kind: BlockKind::Paragraph(text), .. }) => (None, text),
        Part::Block(_) => (None, Vec::new()),
    }
}

/// Where a conclusion was written, as far as its fields tell.
fn place(conclusion: &Conclusion) -> Span {
    let texts = conclusion.title.iter().chain(&conclusion.text);
    let mut spans = texts
        .chain(conclusion.assignees.iter())
        .chain(conclusion.coordinators.iter())
        .map(|text| text.span);
    let first = spans.next().unwrap_or_default();
    let below = conclusion.items.first().map(place);
    if first == Span::default() { below.unwrap_or(first) } else { first }
}

/// Where a task was written.
fn task_place(task: &Task, otherwise: Span) -> Span {
    let mut names = task.assignees.iter().chain(&task.coordinators);
    names.next().map_or(otherwise, |name| name.span)
}

/// Puts a sentence behind a text, which gets its full stop if it has none.
fn append(text: &mut Vec<Inline>, sentence: Vec<Inline>) {
    let plain = plain_text(text);
    if let Some(Inline::Text(first)) = sentence.first()
        && !plain.trim().is_empty()
    {
        let ended = plain.trim_end().ends_with(['.', ';', ':', '!', '?']);
        let glue = Text::new(if ended { " " } else { ". " }, first.span);
        text.push(Inline::Text(glue));
    }
    text.extend(sentence);
}

/// Puts a sentence behind the last paragraph, or in one of its own.
fn append_to_last(content: &mut Vec<Part>, sentence: Vec<Inline>, span: Span) {
    if let Some(Part::Block(Block { kind: BlockKind::Paragraph(text), .. })) =
        content.last_mut()
    {
        return append(text, sentence);
    }
    let kind = BlockKind::Paragraph(sentence);
    content.push(Part::Block(Block { span, kind }));
}

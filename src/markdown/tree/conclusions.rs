//! Conclusions given as data → parts, with the sentence that assigns each task.

use super::itemize::{self, Numbering};
use super::part::{NumberSource, Part, PendingItem};
use crate::diagnostic::Diagnostics;
use crate::document::outline::{Block, BlockKind, Inline, plain_text};
use crate::document::{Conclusion, Done, Task, Text};
use crate::markdown::TaskWording;
use crate::markdown::fragment::Fragment;
use crate::markdown::lines::{legal_label, number};
use crate::markdown::pieces::reader;
use crate::markdown::pieces::typed_number::TypedNumber;
use crate::source::{self, Sources, Span};

/// The parts of the conclusions of a document.
pub(crate) fn parts(
    conclusions: &[Conclusion],
    words: &TaskWording<'_>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Part> {
    let titled = conclusions.iter().any(|conclusion| conclusion.title.is_some());
    // With titles the conclusions are `I.`, `II.`; without any they are a list, `1.`, `2.`
    let depth = if titled { 1 } else { 2 };
    let mut reader = ConclusionReader { words, sources, diagnostics };
    conclusions.iter().map(|one| Part::Item(reader.item(one, Some(depth)))).collect()
}

/// Makes parts of conclusions.
struct ConclusionReader<'a> {
    words: &'a TaskWording<'a>,
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
}

impl ConclusionReader<'_> {
    /// The item of a conclusion; its number is made at a `depth` where none is typed.
    fn item(&mut self, conclusion: &Conclusion, depth: Option<u8>) -> PendingItem {
        let span = place(conclusion);
        let mut content = self.text_parts(conclusion.text.as_ref());
        let heading = conclusion.title.is_some();
        let (number, mut text) = match &conclusion.title {
            Some(title) => {
                let (typed, rest) = take_label(title, self.sources);
                (typed.map(NumberSource::Typed), vec![Inline::Text(rest)])
            }
            None => take_first_text(&mut content),
        };
        let task = Task::new(
            conclusion.assignees.clone(),
            conclusion.coordinators.clone(),
            conclusion.deadline.clone(),
        );
        let done = conclusion.done.is_some_and(Done::is_done);
        let mut task = task.map(|task| task.with_done(done));
        let sentence = task.as_mut().map(|task| {
            let sentence = (self.words)(task, task_place(task, span));
            task.sentence = plain_text(&sentence);
            sentence
        });
        match sentence {
            Some(sentence) if content.is_empty() && !heading => {
                append(&mut text, sentence);
            }
            Some(sentence) => append_to_last(&mut content, sentence, span),
            None => {}
        }
        let below = conclusion.items.iter().map(|one| Part::Item(self.item(one, None)));
        content.extend(below);
        let number = number.unwrap_or(NumberSource::Generated(depth));
        let (column, level) = (0, None);
        PendingItem { span, column, number, level, heading, text, task, content }
    }

    /// The parts of what a conclusion says.
    fn text_parts(&mut self, text: Option<&Text>) -> Vec<Part> {
        let Some(text) = text else { return Vec::new() };
        let fragment = Fragment::of_field(text, self.sources);
        itemize::parts(reader::read(fragment, self.diagnostics), Numbering::Typed)
    }
}

/// Takes the number that a title starts with out of it.
fn take_label(title: &Text, sources: &Sources) -> (Option<TypedNumber>, Text) {
    let value = &title.value;
    // A title is read as a heading: `Điều 5 - Tên` has a label, too.
    let legal = legal_label::recognise(value, true);
    let Some((number, length)) = legal.or_else(|| number::recognise(value, |_| true))
    else {
        return (None, title.clone());
    };
    let cut = legal_label::text_start(value, &number, length);
    let rest = &value[cut..];
    let places = source::offset_map(value, sources.slice(title.span));
    let start = title.span.start;
    let span = Span { end: start + places[length], ..title.span };
    let label = Text { value: value[..length].to_owned(), span };
    let span = Span { start: start + places[cut], ..title.span };
    let rest = Text { value: rest.to_owned(), span };
    (Some(TypedNumber { number, label, bold: false }), rest)
}

/// Takes the first paragraph out of what a conclusion says, as its text, with the number that was
/// typed there; a list of bullets stays under it.
fn take_first_text(content: &mut Vec<Part>) -> (Option<NumberSource>, Vec<Inline>) {
    let listed = |part: &Part| match part {
        Part::Item(PendingItem { number: NumberSource::Typed(typed), .. }) => {
            typed.is_dash()
        }
        Part::Item(_) | Part::Block(..) => false,
    };
    // `- Thu⏎- Chi` is a list under a conclusion without words; a single `- Thu` is its text.
    let bullets = content.iter().take_while(|part| listed(part)).count();
    match content.first() {
        Some(Part::Item(_)) if bullets <= 1 => {}
        Some(Part::Block(Block { kind: BlockKind::Paragraph(_), .. }, _)) => {}
        Some(Part::Item(_) | Part::Block(..)) | None => return (None, Vec::new()),
    }
    match content.remove(0) {
        Part::Item(PendingItem { number, text, content: under, .. }) => {
            content.splice(0..0, under);
            let number = match number {
                NumberSource::None(_) => None,
                NumberSource::Typed(_) | NumberSource::Generated(_) => Some(number),
            };
            (number, text)
        }
        Part::Block(Block { kind: BlockKind::Paragraph(text), .. }, _) => (None, text),
        Part::Block(..) => (None, Vec::new()),
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
        // `Rà soát danh mục` + `Giao …`: the sentence needs an end before the next one.
        let ended = plain.trim_end().ends_with(['.', ';', ':', '!', '?']);
        let glue = Text::new(if ended { " " } else { ". " }, first.span);
        text.push(Inline::Text(glue));
    }
    text.extend(sentence);
}

/// Puts a sentence behind the last paragraph, or in one of its own.
fn append_to_last(content: &mut Vec<Part>, sentence: Vec<Inline>, span: Span) {
    if let Some(Part::Block(Block { kind: BlockKind::Paragraph(text), .. }, _)) =
        content.last_mut()
    {
        return append(text, sentence);
    }
    let kind = BlockKind::Paragraph(sentence);
    content.push(Part::Block(Block { span, kind }, 0));
}

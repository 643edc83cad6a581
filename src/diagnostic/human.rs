//! Problems as text for a person: the source line, a mark under the place, the way out.

#[cfg(test)]
mod tests;

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::explain::severity;
use super::{Diagnostic, Diagnostics, Family, Lang, Severity, Words};
use crate::source::{Position, Source, Sources, Span};

/// How to show problems to a person.
#[derive(Debug, Clone, Copy, Default)]
pub struct HumanOptions {
    /// Whether to colour with ANSI sequences.
    pub colour: bool,
    /// The language.
    pub lang: Lang,
}

/// Longest part of a line that is shown, in bytes; a hostile line may have megabytes.
const SHOWN: usize = 400;

/// Every problem with its source line, a blank line between two.
#[must_use]
pub fn render(found: &Diagnostics, sources: &Sources, options: HumanOptions) -> String {
    let renderer = if options.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diagnostic in found {
        let shown = one(diagnostic, sources, &renderer, options.lang);
        let _ = writeln!(out, "{shown}\n");
    }
    out
}

fn one(
    diagnostic: &Diagnostic,
    sources: &Sources,
    renderer: &Renderer,
    lang: Lang,
) -> String {
    let (frame, words) = (Frame::of(lang), diagnostic.words(lang));
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::INFO,
    };
    let level = level.with_name(*severity(diagnostic.severity()).get(lang));
    let title = level.primary_title(words.message).id(diagnostic.rule().id);
    let mut group = Group::with_title(title);
    let views = View::all(diagnostic, words, sources);
    for (index, view) in views.iter().enumerate() {
        group = group.element(view.snippet(index));
    }
    if let Some(clause) = &diagnostic.problem.clause {
        group =
            group.element(Level::NOTE.with_name(frame.clause).message(clause.as_str()));
    }
    // Who keeps a template knows its engine; to all others its words would say nothing.
    let reason = diagnostic.problem.detail.as_deref();
    if let Some(reason) = reason.filter(|_| diagnostic.rule().family == Family::Templates)
    {
        group = group.element(Level::NOTE.with_name(frame.reason).message(reason));
    }
    group = group.element(Level::HELP.with_name(frame.help).message(words.help));
    let mut shown = renderer.render(&[group]);
    for (index, view) in views.iter().enumerate() {
        view.put_place(index, &mut shown);
    }
    shown
}

/// The words around a problem, in one language.
struct Frame {
    help: &'static str,
    clause: &'static str,
    reason: &'static str,
}

impl Frame {
    fn of(lang: Lang) -> Self {
        match lang {
            Lang::Vi => {
                Self { help: "cách sửa", clause: "căn cứ", reason: "lý do" }
            }
            Lang::En => Self { help: "help", clause: "source", reason: "reason" },
        }
    }
}

/// A place, what to say of it, and how to mark it.
type Mark<'a> = (Span, &'a str, AnnotationKind);

/// A window on the lines of a place, or of two near each other, small enough to show.
struct View<'a> {
    name: &'a str,
    place: Position,
    text: String,
    line: usize,
    marks: Vec<(Range<usize>, &'a str, AnnotationKind)>,
}

/// Stands for a place until it is rendered: the renderer counts columns in its own way.
const PLACE: char = '\u{10fffe}';

impl<'a> View<'a> {
    fn all(diagnostic: &Diagnostic, words: Words<'a>, sources: &'a Sources) -> Vec<Self> {
        let first = (diagnostic.span, words.label, AnnotationKind::Primary);
        let Some(span) = diagnostic.related else {
            return vec![Self::one(first, sources)];
        };
        let label = words.related.unwrap_or_default();
        let second = (span, label, AnnotationKind::Context);
        let near = first.0.file == span.file && first.0.start.abs_diff(span.start) < NEAR;
        if near {
            return vec![Self::both(first, second, sources.get(span.file))];
        }
        vec![Self::one(first, sources), Self::one(second, sources)]
    }

    /// The line of one place.
    fn one((span, label, kind): Mark<'a>, sources: &'a Sources) -> Self {
        let source = sources.get(span.file);
        let start = span.start.max(source.start()).min(source.text().len());
        let place = source.position(start);
        let (text, range) = window(source, span, start, place.line);
        let (name, line) = (source.name(), place.line);
        Self { name, place, text, line, marks: vec![(range, label, kind)] }
    }

    /// The lines of two places and those between them, which the renderer folds.
    fn both(first: Mark<'a>, second: Mark<'a>, source: &'a Source) -> Self {
        let start = |mark: &Mark| mark.0.start.max(source.start());
        let place = source.position(start(&first));
        let lines = [place.line, source.position(start(&second)).line];
        let [line, last] = [lines[0].min(lines[1]), lines[0].max(lines[1])];
        let from = source.line_range(line).map_or(0, |r| r.start).max(source.start());
        let to = source.line_range(last).map_or(from, |r| r.end);
        let text = source.slice(from..to).to_owned();
        let mark = |(span, label, kind): Mark<'a>| {
            let line = source.position(span.start).line;
            let end = source.line_range(line).map_or(to, |range| range.end);
            let range = span.start.max(from)..span.end.min(end).max(span.start.max(from));
            (range.start - from..range.end - from, label, kind)
        };
        let marks = vec![mark(first), mark(second)];
        Self { name: source.name(), place, text, line, marks }
    }

    fn snippet(&self, index: usize) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let marks = self.marks.iter();
        Snippet::source(self.text.as_str())
            .path(format!("{PLACE}{index}"))
            .line_start(self.line)
            .annotations(
                marks.map(|(range, label, kind)| kind.span(range.clone()).label(*label)),
            )
    }

    /// Puts file, line and column where the rendered text has a stand-in for them.
    fn put_place(&self, index: usize, shown: &mut String) {
        let stand_in = format!("{PLACE}{index}");
        let Some(start) = shown.find(&stand_in) else { return };
        let rest = &shown[start + stand_in.len()..];
        let numbers = rest.find(|c: char| c != ':' && !c.is_ascii_digit());
        let end = start + stand_in.len() + numbers.unwrap_or(rest.len());
        let Position { line, column } = self.place;
        shown.replace_range(start..end, &format!("{}:{line}:{column}", self.name));
    }
}

/// How near two places of one file must be to be shown in one piece, in bytes.
const NEAR: usize = 10_000;

/// The part of the span's first line that is shown, and the span in it.
fn window(
    source: &Source,
    span: Span,
    start: usize,
    line: usize,
) -> (String, Range<usize>) {
    let mut range = source.line_range(line).unwrap_or(0..0);
    range.start = range.start.max(source.start()).min(range.end.max(source.start()));
    let text = source.text();
    if range.len() > SHOWN {
        range.start =
            text.floor_char_boundary(start.saturating_sub(SHOWN / 2).max(range.start));
        range.end = text.ceil_char_boundary((range.start + SHOWN).min(range.end));
    }
    let from = text.floor_char_boundary(start).clamp(range.start, range.end);
    let to = text.ceil_char_boundary(span.end).clamp(from, range.end);
    (text[range.clone()].to_owned(), from - range.start..to - range.start)
}

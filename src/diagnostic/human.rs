//! Problems as text for a person: the source line, a mark under the place, the way out.

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};
use crate::source::{Source, Sources, Span};

/// How to show problems to a person.
#[derive(Debug, Clone, Copy, Default)]
pub struct HumanOptions {
    /// Whether to colour with ANSI sequences.
    pub colour: bool,
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
        let _ = writeln!(out, "{}\n", one(diagnostic, sources, &renderer));
    }
    out
}

fn one(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let words = diagnostic.words();
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR.with_name("lỗi"),
        Severity::Warning => Level::WARNING.with_name("cảnh báo"),
    };
    let title = level.primary_title(&words.message).id(diagnostic.rule());
    let mut group = Group::with_title(title);
    let views: Vec<View> = std::iter::once((diagnostic.span, words.label.as_str(), true))
        .chain(
            diagnostic
                .related
                .map(|span| (span, words.related.as_deref().unwrap_or_default(), false)),
        )
        .map(|(span, label, primary)| View::new(span, label, primary, sources))
        .collect();
    for view in &views {
        group = group.element(view.snippet());
    }
    if let Some(help) = &words.help {
        group = group.element(Level::HELP.with_name("cách sửa").message(help));
    }
    renderer.render(&[group])
}

/// A window on the line of one span, small enough to show.
struct View<'a> {
    name: &'a str,
    text: String,
    line: usize,
    range: std::ops::Range<usize>,
    label: &'a str,
    primary: bool,
}

impl<'a> View<'a> {
    fn new(span: Span, label: &'a str, primary: bool, sources: &'a Sources) -> Self {
        let source = sources.get(span.file);
        let (text, line, range) = window(source, span);
        Self { name: source.name(), text, line, range, label, primary }
    }

    fn snippet(&self) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let kind =
            if self.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        Snippet::source(self.text.as_str())
            .path(self.name)
            .line_start(self.line)
            .annotation(kind.span(self.range.clone()).label(self.label))
    }
}

/// The part of the span's first line that is shown, its line number, and the span in it.
fn window(source: &Source, span: Span) -> (String, usize, std::ops::Range<usize>) {
    let start = span.start.max(source.start()).min(source.text().len());
    let line = source.position(start).line;
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
    (text[range.clone()].to_owned(), line, from - range.start..to - range.start)
}

//! The end of the text: `./.` with the State, once; a full stop with the Party.

use super::place;
use crate::diagnostic::{Diagnostics, Fix, Problem};
use crate::document::outline::{Block, BlockKind, Inline, plain_text};
use crate::document::{Document, END, Kinds, Layout, Outline, Text, text_lines};
use crate::source::{Sources, Span};

/// Checks the end of a text, and what looks like one before it.
pub(super) fn check(
    document: &Document,
    outline: &Outline,
    kinds: &Kinds,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let spares = |part| kinds.chosen().is_some_and(|kind| kind.spares(part));
    let ended = spares("kết thúc");
    let lines = Lines { all: text_lines(outline, ended), sources };
    match document.layout.layout {
        Layout::Party => lines.of_the_state(found),
        Layout::State => {
            if !ended {
                let printed = kinds.borrowed.is_none() || !spares("nội dung");
                end(outline, printed, sources, found);
            }
            // The mark of a borrowed text stays behind.
            if kinds.borrowed.is_none() {
                lines.early(ended, found);
            }
        }
    }
}

/// Checks the end of a text above a frame that was pasted below it, whose `last` line stands at a
/// place; how it is to end is settled when the frame is gone, so nothing is mended before.
pub(super) fn check_above(
    document: &Document,
    kinds: &Kinds,
    (last, span): (&str, Span),
    found: &mut Diagnostics,
) {
    let last = last.trim_end();
    let marked = last.ends_with(END);
    let ended = kinds.chosen().is_some_and(|kind| kind.spares("kết thúc"));
    match document.layout.layout {
        Layout::Party if marked => {
            found.push(Problem::EndMarkOfState { alone: last == END }, span);
        }
        Layout::State if !marked && !ended && !last.is_empty() => {
            let stop = last.ends_with('.');
            found
                .push(Problem::EndMarkMissing { stop }, Span { start: span.end, ..span });
        }
        Layout::Party | Layout::State => {}
    }
}

/// The text, paragraph by paragraph.
struct Lines<'a> {
    all: Vec<&'a [Inline]>,
    sources: &'a Sources,
}

impl Lines<'_> {
    /// A text of the Party ends with a full stop (HD 05-HD/VPTW, 6.2.2).
    fn of_the_state(&self, found: &mut Diagnostics) {
        for mark in self.all.iter().filter_map(|line| Mark::of(line)) {
            let problem = Problem::EndMarkOfState { alone: mark.alone() };
            found.push_fixed(
                problem,
                mark.span(self.sources),
                mark.dropped(self.sources),
            );
        }
    }

    /// The mark stands once: where the text ends, or in the words with which the template has
    /// `ended` the paper.
    fn early(&self, ended: bool, found: &mut Diagnostics) {
        for (index, line) in self.all.iter().enumerate() {
            let Some(mark) = Mark::of(line) else { continue };
            let span = mark.span(self.sources);
            let is_last = index + 1 == self.all.len() || self.is_before_lone(index);
            if ended || !is_last {
                let fix = mark.dropped(self.sources);
                found.push_fixed(Problem::EndMarkEarly { ended }, span, fix);
            } else if mark.alone() || mark.doubled() {
                let before = index.checked_sub(1).map(|index| self.all[index]);
                let fix = mark.joined(before, self.sources);
                found.push_fixed(Problem::EndMarkAlone, span, fix);
            }
        }
    }
}

impl Lines<'_> {
    /// Whether nothing but a mark by itself stands behind a line.
    fn is_before_lone(&self, index: usize) -> bool {
        let last = self.all.get(index + 1..).unwrap_or_default();
        let [last] = last else { return false };
        Mark::of(last).is_some_and(|mark| mark.alone())
    }
}

/// A mark at the end of a line of text.
struct Mark<'a> {
    line: &'a [Inline],
    /// What stands before it.
    before: String,
}

impl<'a> Mark<'a> {
    fn of(line: &'a [Inline]) -> Option<Self> {
        let before = plain_text(line);
        let before = before.trim_end().strip_suffix(END)?.trim_end().to_owned();
        Some(Self { line, before })
    }

    /// Whether nothing stands before it.
    fn alone(&self) -> bool {
        self.before.is_empty()
    }

    /// Whether the sentence before it is closed already: `thực hiện. ./.`
    fn doubled(&self) -> bool {
        self.before.ends_with('.') && !self.before.ends_with("..")
    }

    /// The last text, as far as before the mark, where that has the mark whole.
    fn text(&self) -> Option<(&'a Text, usize)> {
        let (_, text) = end_of(self.line)?;
        let text = text?;
        let before = text.value.trim_end().strip_suffix(END)?;
        Some((text, before.len()))
    }

    /// Where it stands; where that is not known, behind the text.
    fn span(&self, sources: &Sources) -> Span {
        let known = self
            .text()
            .and_then(|(text, at)| place::range(text, at..at + END.len(), sources));
        known.or_else(|| end_of(self.line).map(|(span, _)| span)).unwrap_or_default()
    }

    /// A full stop in its place, or nothing behind one.
    fn dropped(&self, sources: &Sources) -> Option<Fix> {
        let (text, at) = self.text()?;
        let from = text.value[..at].trim_end().len();
        let span = place::range(text, from..at + END.len(), sources)?;
        let stop = if self.alone() || self.doubled() { "" } else { "." };
        Some(Fix::from_iter([(span, stop.to_owned())]))
    }

    /// The mark right behind the sentence before it, in this line or the one before.
    fn joined(&self, before: Option<&[Inline]>, sources: &Sources) -> Option<Fix> {
        if !self.alone() {
            let (text, at) = self.text()?;
            let from = text.value[..at].trim_end().len();
            let span = place::range(text, from..at + END.len(), sources)?;
            return Some(Fix::from_iter([(span, "/.".to_owned())]));
        }
        let before = before?;
        if Mark::of(before).is_some() {
            return self.dropped(sources);
        }
        let (_, text) = end_of(before)?;
        let stop = plain_text(before).trim_end().ends_with('.');
        let mark = ended(text?, stop, sources)?;
        let own = self.dropped(sources)?;
        let edits = mark.iter().chain(own.iter());
        Some(edits.map(|edit| (edit.span, edit.text.clone())).collect())
    }
}

/// The text ends with `./.`, unless the template ends it. The text of a borrowed paper is not
/// `printed` where a kind does without.
fn end(outline: &Outline, printed: bool, sources: &Sources, found: &mut Diagnostics) {
    let parts = [&outline.closing, &outline.body, &outline.opening];
    let parts = if printed { &parts[..] } else { &parts[..1] };
    let Some(last) = parts.iter().find_map(|blocks| blocks.last()) else { return };
    let Some(text) = last_text(last) else { return };
    let plain = plain_text(text);
    if plain.trim_end().ends_with(END) {
        return;
    }
    if let Some((span, text)) = end_of(text) {
        let stop = plain.trim_end().ends_with('.');
        let fix = text.and_then(|text| ended(text, stop, sources));
        found.push_fixed(Problem::EndMarkMissing { stop }, span, fix);
    }
}

/// The mark behind a text that ends with a full stop, a letter, a digit or what closes them; what
/// it takes behind other signs is for a person to see.
fn ended(text: &Text, stop: bool, sources: &Sources) -> Option<Fix> {
    let value = text.value.trim_end();
    let (at, last) = value.char_indices().next_back()?;
    let is_fit = if stop {
        last == '.' && !value.ends_with("..")
    } else {
        last.is_alphanumeric() || ")]”\"%".contains(last)
    };
    let end = place::character(text, at, sources).filter(|_| is_fit)?.end;
    let mark = if stop { "/." } else { END };
    Some(Fix::from_iter([(Span::new(text.span.file, end..end), mark.to_owned())]))
}

/// The text of the last lines, where they are text.
fn last_text(block: &Block) -> Option<&[Inline]> {
    match &block.kind {
        BlockKind::Paragraph(text) => Some(text),
        BlockKind::Item(item) => match item.children.last() {
            Some(child) => last_text(child),
            None => Some(&item.text),
        },
        BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Separator => None,
    }
}

/// The place behind the last text, and the text unless it is the name of a link.
fn end_of(inlines: &[Inline]) -> Option<(Span, Option<&Text>)> {
    inlines.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) => {
            Some((Span { start: text.span.end, ..text.span }, Some(text)))
        }
        Inline::Strong(content) | Inline::Emphasis(content) => end_of(content),
        Inline::Link { content, .. } => end_of(content).map(|(span, _)| (span, None)),
        Inline::Footnote(_) | Inline::LineBreak => None,
    })
}

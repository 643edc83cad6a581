//! `Mark`: a `./.` at the end of a line, where it stands and what mends it.

use crate::diagnostic::Fix;
use crate::document::outline::{Inline, plain_text};
use crate::document::place;
use crate::document::{END, Text};
use crate::source::{Sources, Span};

/// A mark at the end of a line of text.
pub(super) struct Mark<'a> {
    line: &'a [Inline],
    /// What stands before it.
    before: String,
}

impl<'a> Mark<'a> {
    pub(super) fn of(line: &'a [Inline]) -> Option<Self> {
        let before = plain_text(line);
        let before = before.trim_end().strip_suffix(END)?.trim_end().to_owned();
        Some(Self { line, before })
    }

    /// Whether nothing stands before it.
    pub(super) fn alone(&self) -> bool {
        self.before.is_empty()
    }

    /// Whether the sentence before it is closed already: `thực hiện. ./.`
    pub(super) fn doubled(&self) -> bool {
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
    pub(super) fn span(&self, sources: &Sources) -> Span {
        let known = self
            .text()
            .and_then(|(text, at)| place::range(text, at..at + END.len(), sources));
        known.or_else(|| end_of(self.line).map(|(span, _)| span)).unwrap_or_default()
    }

    /// A full stop in its place, or nothing behind one.
    pub(super) fn dropped(&self, sources: &Sources) -> Option<Fix> {
        let (text, at) = self.text()?;
        let from = text.value[..at].trim_end().len();
        let span = place::range(text, from..at + END.len(), sources)?;
        let stop = if self.alone() || self.doubled() { "" } else { "." };
        Some(Fix::from_iter([(span, stop.to_owned())]))
    }

    /// The mark right behind the sentence before it, in this line or the one before.
    pub(super) fn joined(
        &self,
        before: Option<&[Inline]>,
        sources: &Sources,
    ) -> Option<Fix> {
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

/// The mark behind a text that ends with a full stop, a letter, a digit or what closes them; what
/// it takes behind other signs is for a person to see.
pub(super) fn ended(text: &Text, stop: bool, sources: &Sources) -> Option<Fix> {
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

/// The place behind the last text, and the text unless it is the name of a link.
pub(super) fn end_of(inlines: &[Inline]) -> Option<(Span, Option<&Text>)> {
    inlines.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) => {
            Some((Span { start: text.span.end, ..text.span }, Some(text)))
        }
        Inline::Strong(content) | Inline::Emphasis(content) => end_of(content),
        Inline::Link { content, .. } => end_of(content).map(|(span, _)| (span, None)),
        Inline::Footnote(_) | Inline::LineBreak => None,
    })
}

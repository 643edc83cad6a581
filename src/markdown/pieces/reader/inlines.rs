//! Markdown's events within a paragraph and the markers in them → inlines, and the pictures among
//! them.

pub(crate) mod html;
mod image;

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use self::image::Image;

use super::{Pictures, Reader};
use crate::document::Text;
use crate::document::outline::Inline;
use crate::markdown::dialect::{MAX_DEPTH, MAX_NOTE_DEPTH, report_depth};
use crate::markdown::lines::marker;
use crate::markdown::pieces::blanks::{collapse, trim_end};
use crate::markdown::pieces::{check_boxes, link, stray_marks};

/// What a stretch of inline events holds.
#[derive(Default)]
pub(super) struct Content {
    /// The text, without blanks at its ends.
    pub(super) text: Vec<Inline>,
    /// Where it stands in the fragment.
    pub(super) span: Option<Range<usize>>,
    /// The pictures, each with its place.
    pub(super) pictures: Pictures,
}

/// What becomes of the inlines of a frame when it ends.
#[derive(PartialEq)]
enum Formatting {
    Nothing,
    Strong,
    Emphasis,
    Link(String),
}

/// Inlines that are still being gathered, and what they will be wrapped in.
struct Frame {
    formatting: Formatting,
    out: Vec<Inline>,
}

/// Builds inlines of events.
#[derive(Default)]
pub(super) struct InlineBuilder {
    frames: Vec<Frame>,
    /// How many spans are open beyond the limit of nesting.
    skipped: usize,
    out: Vec<Inline>,
    span: Option<Range<usize>>,
    /// Plain text that has come together, and its range.
    pending: Option<(String, Range<usize>)>,
    /// The image that is open.
    image: Option<Image>,
    /// Where the last HTML tag ended: tags side by side are reported as one.
    tag_end: usize,
    pictures: Pictures,
}

impl InlineBuilder {
    /// Takes an event in that stands within a line.
    pub(super) fn take(
        &mut self,
        event: &Event<'_>,
        range: &Range<usize>,
        reader: &mut Reader<'_>,
    ) {
        if self.image.is_some() {
            return self.take_description(event, range, reader);
        }
        match event {
            Event::Text(text) => self.text_with_markers(text, range, reader),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.code(text, range, reader);
            }
            Event::SoftBreak => self.text(" ", range, reader),
            Event::HardBreak => self.line_break(range, reader),
            Event::FootnoteReference(name) => self.footnote(name, range, reader),
            Event::InlineHtml(tag) | Event::Html(tag) => self.html(tag, range, reader),
            Event::Start(tag) => self.start(tag, reader),
            Event::End(_) => self.end(range, reader),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    /// The text and the pictures, when all events have been taken in.
    pub(super) fn finish(mut self, reader: &mut Reader<'_>) -> Content {
        self.flush(reader);
        trim_end(&mut self.out);
        let span = self.span.filter(|_| !self.out.is_empty());
        Content { text: self.out, span, pictures: self.pictures }
    }

    /// Where the next inline goes: into the innermost frame.
    fn out(&mut self) -> &mut Vec<Inline> {
        self.frames.last_mut().map_or(&mut self.out, |frame| &mut frame.out)
    }

    /// Adds an inline that stands at a range of the fragment.
    fn push(&mut self, inline: Inline, range: &Range<usize>) {
        let span = self.span.get_or_insert_with(|| range.clone());
        span.start = span.start.min(range.start);
        span.end = span.end.max(range.end);
        self.out().push(inline);
    }

    /// Takes in text with the markers that [`canonical`](super::super::canonical) put into it.
    fn text_with_markers(
        &mut self,
        text: &str,
        range: &Range<usize>,
        reader: &mut Reader<'_>,
    ) {
        if !text.contains(marker::ALL) {
            return self.text(text, range, reader);
        }
        for (at, piece) in pieces(text) {
            let start = range.start + at;
            let place = start..start + piece.len();
            match piece.chars().next() {
                Some(marker::BOLD) => self.open(Formatting::Strong, reader),
                Some(marker::ITALIC) => self.open(Formatting::Emphasis, reader),
                Some(marker::BOLD_END | marker::ITALIC_END) => self.end(&place, reader),
                Some(marker::BREAK) => self.line_break(&place, reader),
                // What stands on both sides of a comment has two places.
                Some(marker::COMMENT) => self.flush(reader),
                Some(marker::START) | None => {}
                Some(_) => self.text(piece, &place, reader),
            }
        }
    }

    /// Adds plain text to what has come together.
    fn text(&mut self, text: &str, range: &Range<usize>, reader: &mut Reader<'_>) {
        if let Some((value, whole)) = &mut self.pending {
            // What was escaped goes on after its backslash.
            let escape = reader.fragment.slice(whole.end..range.start) == "\\";
            if whole.end == range.start || escape {
                value.push_str(text);
                whole.end = range.end;
                return;
            }
        }
        self.flush(reader);
        self.pending = Some((text.to_owned(), range.clone()));
    }

    /// Makes a `Text` of the plain text that has come together.
    fn flush(&mut self, reader: &mut Reader<'_>) {
        let Some((value, mut range)) = self.pending.take() else { return };
        stray_marks::report_unresolved(reader.fragment, &range, &mut reader.diagnostics);
        let mut value = collapse(&value);
        // `một **hai **ba`: of two blanks that meet at a mark one is enough.
        if value.starts_with(' ') && self.follows_blank() {
            value.remove(0);
            let slice = reader.fragment.slice(range.clone());
            range.start += slice.len() - slice.trim_ascii_start().len();
        }
        if !value.is_empty() {
            // The backslash before the first character stands outside of the range.
            let escaped = reader.fragment.text[..range.start].ends_with('\\');
            let start = range.start - usize::from(escaped);
            value = check_boxes::drawn(&value, reader.fragment.slice(start..range.end));
            let text = Text::new(&value, reader.fragment.span(range.clone()));
            self.push(Inline::Text(text), &range);
        }
    }

    /// Whether a blank would stand at the start of a line or beside another one.
    fn follows_blank(&self) -> bool {
        let filled = self.frames.iter().rev().map(|frame| &frame.out);
        match filled.chain([&self.out]).find_map(|out| out.last()) {
            None | Some(Inline::LineBreak) => true,
            Some(Inline::Text(text)) => text.value.ends_with(' '),
            Some(
                Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Link { .. }
                | Inline::Footnote(_),
            ) => false,
        }
    }

    /// Adds code in backticks, which is printed as text.
    fn code(&mut self, text: &str, range: &Range<usize>, reader: &mut Reader<'_>) {
        self.flush(reader);
        let slice = reader.fragment.slice(range.clone());
        let ticks = slice.len() - slice.trim_start_matches('`').len();
        let inner = range.start + ticks..range.end.saturating_sub(ticks);
        let text = Text::new(&collapse(text), reader.fragment.span(inner));
        self.push(Inline::Text(text), range);
    }

    /// Breaks the line.
    fn line_break(&mut self, range: &Range<usize>, reader: &mut Reader<'_>) {
        self.flush(reader);
        if let Some(Inline::Text(text)) = self.out().last_mut() {
            text.value.truncate(text.value.trim_end_matches(' ').len());
        }
        self.push(Inline::LineBreak, range);
    }

    /// Adds the mark of a footnote.
    fn footnote(&mut self, name: &str, range: &Range<usize>, reader: &mut Reader<'_>) {
        if let Some((note, pictures)) = reader.note(name) {
            self.flush(reader);
            self.push(Inline::Footnote(note), range);
            self.pictures.extend(pictures);
        } else {
            let span = reader.fragment.span(range.clone());
            report_depth(MAX_NOTE_DEPTH, span, &mut reader.diagnostics);
        }
    }

    /// Opens what a tag starts.
    fn start(&mut self, tag: &Tag<'_>, reader: &mut Reader<'_>) {
        let formatting = match tag {
            Tag::Strong => Formatting::Strong,
            Tag::Emphasis => Formatting::Emphasis,
            Tag::Link { link_type, dest_url, .. } => link::address(*link_type, dest_url)
                .map_or(Formatting::Nothing, Formatting::Link),
            Tag::Image { dest_url, .. } => {
                self.flush(reader);
                let destination = dest_url.to_string();
                let description = String::new();
                self.image = Some(Image { destination, description, nested: 0 });
                return;
            }
            _ => Formatting::Nothing,
        };
        self.open(formatting, reader);
    }

    /// Opens a frame, unless too many are open.
    fn open(&mut self, formatting: Formatting, reader: &mut Reader<'_>) {
        self.flush(reader);
        if self.frames.len() < MAX_DEPTH {
            self.frames.push(Frame { formatting, out: Vec::new() });
        } else {
            self.skipped += 1;
        }
    }

    /// Closes the innermost frame; an empty one leaves nothing.
    fn end(&mut self, range: &Range<usize>, reader: &mut Reader<'_>) {
        self.flush(reader);
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(Frame { formatting, out }) = self.frames.pop() else { return };
        if out.is_empty() {
            return;
        }
        match formatting {
            Formatting::Nothing => self.out().extend(out),
            Formatting::Strong => self.push(Inline::Strong(out), range),
            Formatting::Emphasis => self.push(Inline::Emphasis(out), range),
            Formatting::Link(url) => self.push(Inline::Link { url, content: out }, range),
        }
    }
}

/// A text cut before and behind each marker, with the offsets of its pieces.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let length = if marker::ALL.contains(&first) {
            first.len_utf8()
        } else {
            rest.find(marker::ALL).unwrap_or(rest.len())
        };
        at += length;
        Some((at - length, &rest[..length]))
    })
}

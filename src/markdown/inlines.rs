//! Markdown's events within a paragraph → lines of inlines, and the pictures among them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::blanks::{collapse, trim_end};
use super::blocks::Reader;
use super::{LIMIT, link, marks, picture, prepare};
use crate::diagnostic::Problem;
use crate::document::Text;
use crate::document::outline::{Inline, Picture};
use crate::source::Span;

/// One line of a paragraph as the user broke it.
pub(super) struct Line {
    /// What stands in it.
    pub(super) text: Vec<Inline>,
    /// Where it was written.
    pub(super) span: Span,
    /// The column in which it starts, far to the right where that is not known.
    pub(super) column: usize,
    /// Whether the user asked for the break at its end.
    pub(super) hard: bool,
}

/// What a stretch of inline events holds.
#[derive(Default)]
pub(super) struct Content {
    /// The lines that are not blank.
    pub(super) lines: Vec<Line>,
    /// The pictures, each with its place.
    pub(super) pictures: Vec<(Span, Picture)>,
}

/// What becomes of the inlines of a frame when it ends.
enum Wrap {
    Nothing,
    Strong,
    Emphasis,
    Link(String),
}

/// Inlines that are still being gathered, and what they will be wrapped in.
struct Frame {
    wrap: Wrap,
    out: Vec<Inline>,
}

/// An image whose description is being gathered.
struct Image {
    destination: String,
    description: String,
    nested: usize,
}

/// Gathers events into lines.
#[derive(Default)]
pub(super) struct Gathering {
    frames: Vec<Frame>,
    /// How many spans are open beyond the limit of nesting.
    skipped: usize,
    line: Vec<Inline>,
    line_range: Option<Range<usize>>,
    pending: Option<(String, Range<usize>)>,
    image: Option<Image>,
    /// Where the last HTML tag ended: tags side by side are reported as one.
    tag_end: usize,
    done: Content,
}

impl Gathering {
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
            Event::Text(text) => self.text(text, range, reader),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.code(text, range, reader);
            }
            Event::SoftBreak => self.line_break(false, range, reader),
            Event::HardBreak => self.line_break(true, range, reader),
            Event::FootnoteReference(name) => self.footnote(name, range, reader),
            Event::InlineHtml(tag) | Event::Html(tag) => self.html(tag, range, reader),
            Event::Start(tag) => self.start(tag, reader),
            Event::End(end) => self.end(*end, range, reader),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    /// The lines and pictures, when all events have been taken in.
    pub(super) fn finish(mut self, reader: &mut Reader<'_>) -> Content {
        self.end_line(false, reader);
        self.done
    }

    fn out(&mut self) -> &mut Vec<Inline> {
        self.frames.last_mut().map_or(&mut self.line, |frame| &mut frame.out)
    }

    fn push(&mut self, inline: Inline, range: &Range<usize>) {
        self.cover(range);
        self.out().push(inline);
    }

    fn cover(&mut self, range: &Range<usize>) {
        let line = self.line_range.get_or_insert_with(|| range.clone());
        line.start = line.start.min(range.start);
        line.end = line.end.max(range.end);
    }

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
        marks::report(reader.fragment, &range, &mut reader.found);
        let mut value = collapse(&value);
        if value.starts_with(' ') && self.follows_blank() {
            value.remove(0);
            let slice = reader.fragment.slice(range.clone());
            range.start += slice.len() - slice.trim_ascii_start().len();
        }
        if !value.is_empty() {
            let text = Text::new(&value, reader.fragment.span(range.clone()));
            self.push(Inline::Text(text), &range);
        }
    }

    /// Whether a blank would stand at the start of a line or beside another one.
    fn follows_blank(&self) -> bool {
        let filled = self.frames.iter().rev().map(|frame| &frame.out);
        match filled.chain([&self.line]).find_map(|out| out.last()) {
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

    fn code(&mut self, text: &str, range: &Range<usize>, reader: &mut Reader<'_>) {
        self.flush(reader);
        let slice = reader.fragment.slice(range.clone());
        let ticks = slice.len() - slice.trim_start_matches('`').len();
        let inner = range.start + ticks..range.end.saturating_sub(ticks);
        let text = Text::new(&collapse(text), reader.fragment.span(inner));
        self.push(Inline::Text(text), range);
    }

    fn line_break(&mut self, hard: bool, range: &Range<usize>, reader: &mut Reader<'_>) {
        if self.frames.is_empty() {
            self.end_line(hard, reader);
        } else if hard {
            self.flush(reader);
            self.push(Inline::LineBreak, range);
        } else if let Some((value, whole)) = &mut self.pending {
            value.push(' ');
            whole.end = range.end;
        } else {
            let blank = Text::new(" ", reader.fragment.span(range.clone()));
            self.push(Inline::Text(blank), range);
        }
    }

    fn end_line(&mut self, hard: bool, reader: &mut Reader<'_>) {
        self.flush(reader);
        let mut text = std::mem::take(&mut self.line);
        trim_end(&mut text);
        if let Some(range) = self.line_range.take().filter(|_| !text.is_empty()) {
            let column = reader.column(range.start).unwrap_or(usize::MAX);
            let span = reader.fragment.span(range);
            self.done.lines.push(Line { text, span, column, hard });
        }
    }

    fn footnote(&mut self, name: &str, range: &Range<usize>, reader: &mut Reader<'_>) {
        if let Some((content, pictures)) = reader.note(name) {
            self.flush(reader);
            self.push(Inline::Footnote(content), range);
            self.done.pictures.extend(pictures);
        } else {
            // A footnote within itself, or one within another beyond measure.
            let span = reader.fragment.span(range.clone());
            prepare::report_depth(LIMIT, span, &mut reader.found);
        }
    }

    fn html(&mut self, tag: &str, range: &Range<usize>, reader: &mut Reader<'_>) {
        self.flush(reader);
        let adjoins = self.tag_end == range.start && range.start > 0;
        if !tag.starts_with("<!--") && !adjoins {
            reader.found.push(Problem::RawHtml, reader.fragment.span(range.clone()));
        }
        self.tag_end = range.end;
    }

    fn start(&mut self, tag: &Tag<'_>, reader: &mut Reader<'_>) {
        self.flush(reader);
        let wrap = match tag {
            Tag::Strong => Wrap::Strong,
            Tag::Emphasis => Wrap::Emphasis,
            Tag::Link { link_type, dest_url, .. } => {
                link::address(*link_type, dest_url).map_or(Wrap::Nothing, Wrap::Link)
            }
            Tag::Image { dest_url, .. } => {
                let destination = dest_url.to_string();
                let description = String::new();
                self.image = Some(Image { destination, description, nested: 0 });
                return;
            }
            _ => Wrap::Nothing,
        };
        if self.frames.len() < LIMIT {
            self.frames.push(Frame { wrap, out: Vec::new() });
        } else {
            self.skipped += 1;
        }
    }

    fn end(&mut self, _: TagEnd, range: &Range<usize>, reader: &mut Reader<'_>) {
        self.flush(reader);
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(Frame { wrap, out }) = self.frames.pop() else { return };
        if out.is_empty() {
            return;
        }
        match wrap {
            Wrap::Nothing => self.out().extend(out),
            Wrap::Strong => self.push(Inline::Strong(out), range),
            Wrap::Emphasis => self.push(Inline::Emphasis(out), range),
            Wrap::Link(url) => self.push(Inline::Link { url, content: out }, range),
        }
    }

    fn take_description(
        &mut self,
        event: &Event<'_>,
        range: &Range<usize>,
        reader: &mut Reader<'_>,
    ) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) => image.description.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.description.push(' '),
            Event::Start(Tag::Image { .. }) => image.nested += 1,
            Event::End(TagEnd::Image) if image.nested > 0 => image.nested -= 1,
            Event::End(TagEnd::Image) => {
                let Image { destination, description, .. } = image;
                let (fragment, found) = (reader.fragment, &mut reader.found);
                let picture = picture::picture(
                    fragment,
                    range.clone(),
                    destination,
                    description,
                    found,
                );
                let place = fragment.span(range.clone());
                self.done.pictures.extend(picture.map(|picture| (place, picture)));
                self.image = None;
            }
            _ => {}
        }
    }
}

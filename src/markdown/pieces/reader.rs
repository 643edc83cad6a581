//! Markdown's events → pieces: paragraphs with their typed numbers, headings, tables, quotations.

mod code;
pub(super) mod inlines;
pub(super) mod notes;
pub(super) mod table;

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use self::inlines::{Content, InlineBuilder};
use self::notes::Notes;
use super::aligned;
use super::canonical::{self, CanonicalText};
use super::definitions;
use super::piece::{Paragraph, Piece, PieceKind, strip_bold};
use crate::diagnostic::Diagnostics;
use crate::document::outline::{BlockKind, Picture};
use crate::markdown::dialect::{MAX_DEPTH, OPTIONS, report_depth};
use crate::markdown::fragment::Fragment;
use crate::source::Span;

/// An event and the range of the fragment that it comes from.
type SpannedEvent<'a> = (Event<'a>, Range<usize>);

/// Pictures, each with its place.
type Pictures = Vec<(Span, Picture)>;

/// Reads the events of one fragment.
struct Reader<'a> {
    /// What is known of its blocks.
    canonical: &'a CanonicalText,
    /// The text that is read.
    fragment: &'a Fragment<'a>,
    /// Its events.
    events: &'a [SpannedEvent<'a>],
    /// The event that comes next.
    at: usize,
    /// What is wrong in it.
    diagnostics: Diagnostics,
    /// Its footnotes.
    notes: Notes,
    /// How many quotations are open.
    depth: usize,
}

/// Reads a text as Markdown.
pub(crate) fn read(fragment: Fragment<'_>, diagnostics: &mut Diagnostics) -> Vec<Piece> {
    let canonical = canonical::canonicalize(fragment, diagnostics);
    let fragment = &canonical.fragment;
    let mut iter = Parser::new_ext(&fragment.text, OPTIONS).into_offset_iter();
    let events: Vec<SpannedEvent<'_>> = iter.by_ref().collect();
    // An address that nothing refers to would vanish from the page in silence.
    let referred = definitions::referred(events.iter().map(|(event, _)| event));
    for range in definitions::unused(iter.reference_definitions(), &referred) {
        diagnostics.push(definitions::definition_unused(), fragment.span(range));
    }
    let mut reader = Reader {
        canonical: &canonical,
        fragment,
        events: &events,
        at: 0,
        diagnostics: Diagnostics::default(),
        notes: Notes::of(&events),
        depth: 0,
    };
    let pieces = reader.blocks();
    reader.report_unused_notes();
    diagnostics.extend(reader.diagnostics);
    pieces
}

impl<'a> Reader<'a> {
    /// The pieces up to the end of what is open, or of the text.
    fn blocks(&mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        while let Some((event, range)) = self.next_unless_end() {
            match event {
                Event::Start(tag) if !is_inline(event) => {
                    self.at += 1;
                    self.container(tag, range, &mut pieces);
                    self.at += 1;
                }
                Event::Rule => {
                    self.at += 1;
                    self.push_block(BlockKind::Separator, range, &mut pieces);
                }
                _ => self.paragraph(range, &mut pieces),
            }
        }
        aligned::drop_empty(&mut pieces);
        pieces
    }

    /// The next event, unless it ends what is open.
    fn next_unless_end(&self) -> Option<(&'a Event<'a>, &'a Range<usize>)> {
        let (event, range) = self.events.get(self.at)?;
        let ends = matches!(event, Event::End(_)) && !is_inline(event);
        (!ends).then_some((event, range))
    }

    /// Reads what `tag` has opened, up to its end event.
    fn container(
        &mut self,
        tag: &'a Tag<'a>,
        range: &Range<usize>,
        pieces: &mut Vec<Piece>,
    ) {
        match tag {
            Tag::Paragraph => self.paragraph(range, pieces),
            Tag::Heading { level, .. } => self.heading(*level as u8, range, pieces),
            Tag::BlockQuote(_) => self.quotation(range, pieces),
            Tag::CodeBlock(_) => self.code(range, pieces),
            Tag::Table(alignments) => self.table(alignments, range, pieces),
            Tag::FootnoteDefinition(_) => self.skip(),
            // The rest is inline, belongs to an extension that is off, or is not written by `canonical`: a list.
            _ => pieces.extend(self.blocks()),
        }
    }

    /// Reads a quotation up to its end.
    fn quotation(&mut self, range: &Range<usize>, pieces: &mut Vec<Piece>) {
        if self.depth == MAX_DEPTH {
            let start = self.fragment.span(range.start..range.start + 1);
            report_depth(MAX_DEPTH, start, &mut self.diagnostics);
            return self.skip();
        }
        self.depth += 1;
        let inner = self.blocks();
        self.depth -= 1;
        let column = inner.first().map_or(0, |piece| piece.column);
        let piece = self.piece(PieceKind::Quotation(inner), range);
        pieces.push(Piece { column, ..piece });
    }

    /// A piece, with its place and the column in which it was typed.
    fn piece(&self, kind: PieceKind, range: &Range<usize>) -> Piece {
        let column = self.canonical.start(range.start).map_or(0, |start| start.column);
        Piece { span: self.fragment.span(self.trimmed(range)), column, kind }
    }

    /// A range without the blanks at its end.
    fn trimmed(&self, range: &Range<usize>) -> Range<usize> {
        let length = self.fragment.slice(range.clone()).trim_end().len();
        range.start..range.start + length
    }

    /// Adds a block that goes into the tree as it is.
    fn push_block(&self, kind: BlockKind, range: &Range<usize>, pieces: &mut Vec<Piece>) {
        pieces.push(self.piece(PieceKind::Block(kind), range));
    }

    /// Passes over everything up to the end event of what is open.
    fn skip(&mut self) {
        let mut open = 0_usize;
        while let Some((event, _)) = self.events.get(self.at) {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => return,
                Event::End(_) => open -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Reads inline events, as many as there are.
    fn inlines(&mut self) -> Content {
        let mut builder = InlineBuilder::default();
        while let Some((event, range)) = self.events.get(self.at) {
            if !is_inline(event) {
                break;
            }
            self.at += 1;
            builder.take(event, range, self);
        }
        builder.finish(self)
    }

    /// Reads a paragraph; the pictures in it stand below it.
    fn paragraph(&mut self, range: &Range<usize>, pieces: &mut Vec<Piece>) {
        let Content { text, span, pictures } = self.inlines();
        let start = self.canonical.start(range.start);
        let span = span.map(|range| self.fragment.span(range));
        if let Some((start, column)) = start.and_then(|s| Some((s, s.aligned.as_ref()?)))
        {
            aligned::push(pieces, column, text, start.column);
        } else if let Some(paragraph) = Paragraph::of(text, span, start) {
            let column = start.map_or(0, |start| start.column);
            let span = paragraph.span;
            pieces.push(Piece { span, column, kind: PieceKind::Text(paragraph) });
        }
        pieces.extend(pictures.into_iter().map(Piece::picture));
    }

    /// Reads a heading; the pictures in it stand below it.
    fn heading(&mut self, level: u8, range: &Range<usize>, pieces: &mut Vec<Piece>) {
        let Content { text, span, pictures } = self.inlines();
        let start = self.canonical.start(range.start);
        let span = span.map(|range| self.fragment.span(range));
        if let Some(mut paragraph) = Paragraph::of(text, span, start) {
            paragraph.text = strip_bold(&paragraph.text).unwrap_or(paragraph.text);
            pieces.push(self.piece(PieceKind::Heading(level, paragraph), range));
        }
        pieces.extend(pictures.into_iter().map(Piece::picture));
    }
}

/// Whether an event stands within a line.
fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_span(tag.to_end()),
        Event::End(end) => is_span(*end),
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::Html(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::TaskListMarker(_) => true,
        Event::Rule => false,
    }
}

/// Whether a tag stands within a line.
fn is_span(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

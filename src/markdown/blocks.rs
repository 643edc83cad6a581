//! Markdown's events → pieces: paragraphs with their typed numbers, headings, lists, tables.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::divide::{Divider, Setting};
use super::events::is_inline;
use super::fragment::Fragment;
use super::groups;
use super::inlines::{Content, Gathering};
use super::notes::Notes;
use super::pieces::{Piece, PieceKind};
use super::typed::Start;
use super::{LIMIT, OPTIONS, QUOTATIONS, html, prepare};
use crate::diagnostic::Diagnostics;
use crate::document::outline::BlockKind;
use crate::source::Sources;

/// An event and the range of the fragment that it comes from.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// Reads the events of one fragment.
pub(super) struct Reader<'a> {
    /// The text that is read.
    pub(super) fragment: &'a Fragment<'a>,
    /// The files behind it.
    pub(super) sources: &'a Sources,
    /// Its events.
    pub(super) events: &'a [Placed<'a>],
    /// The event that comes next.
    pub(super) at: usize,
    /// What is wrong in it.
    pub(super) found: Diagnostics,
    /// Its footnotes.
    pub(super) notes: Notes,
    /// How many lists and quotations are open.
    depth: usize,
    /// How many quotations are open.
    quotations: usize,
    /// How the next paragraph stands in the text.
    pub(super) setting: Setting,
    /// What divides the paragraphs.
    pub(super) divider: Divider,
}

/// Reads a text as Markdown.
pub(super) fn read(
    fragment: Fragment<'_>,
    sources: &Sources,
    found: &mut Diagnostics,
) -> Vec<Piece> {
    let fragment = prepare::prepare(fragment, found);
    let events: Vec<Placed<'_>> =
        pulldown_cmark::Parser::new_ext(&fragment.text, OPTIONS)
            .into_offset_iter()
            .collect();
    let mut reader = Reader {
        fragment: &fragment,
        sources,
        events: &events,
        at: 0,
        found: Diagnostics::default(),
        notes: Notes::of(&events, &fragment),
        depth: 0,
        quotations: 0,
        setting: Setting { numbered: false, margin: None, note: false },
        divider: Divider::default(),
    };
    let pieces = reader.blocks();
    reader.report_unused_notes();
    found.extend(reader.found);
    pieces
}

impl<'a> Reader<'a> {
    /// The pieces up to the end of what is open, or of the text.
    pub(super) fn blocks(&mut self) -> Vec<Piece> {
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
                    self.ready(BlockKind::Separator, range, &mut pieces);
                }
                _ => self.paragraph(&mut pieces),
            }
            self.setting.numbered = false;
        }
        pieces
    }

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
            Tag::Paragraph => self.paragraph(pieces),
            Tag::Heading { level, .. } => self.heading(*level as u8, range, pieces),
            Tag::BlockQuote(_) => {
                if self.quotations == QUOTATIONS {
                    self.too_deep(QUOTATIONS, range);
                } else if self.deeper(range) {
                    self.quotations += 1;
                    let outer = self.setting.margin.take();
                    let inner = self.blocks();
                    self.setting.margin = outer;
                    pieces.push(self.piece(PieceKind::Quotation(inner), range));
                    self.quotations -= 1;
                    self.depth -= 1;
                }
            }
            Tag::List(start) => {
                if self.deeper(range) {
                    self.list(*start, pieces);
                    self.depth -= 1;
                }
            }
            Tag::CodeBlock(kind) => self.code(kind, range, pieces),
            Tag::HtmlBlock => {
                self.skip();
                html::block(self.fragment, range, &mut self.found);
            }
            Tag::Table(alignments) => self.table(alignments, range, pieces),
            Tag::FootnoteDefinition(_) => self.skip(),
            // The rest is inline or belongs to an extension that is off.
            _ => pieces.extend(self.blocks()),
        }
    }

    fn piece(&self, kind: PieceKind, range: &Range<usize>) -> Piece {
        Piece { span: self.fragment.span(self.trimmed(range)), kind }
    }

    /// A range without the blanks at its end.
    pub(super) fn trimmed(&self, range: &Range<usize>) -> Range<usize> {
        let length = self.fragment.slice(range.clone()).trim_end().len();
        range.start..range.start + length
    }

    /// Adds a block that goes into the tree as it is.
    pub(super) fn ready(
        &self,
        kind: BlockKind,
        range: &Range<usize>,
        pieces: &mut Vec<Piece>,
    ) {
        pieces.push(self.piece(PieceKind::Ready(kind), range));
    }

    /// Opens one more list or quotation, or passes over what is nested too deep.
    fn deeper(&mut self, range: &Range<usize>) -> bool {
        if self.depth < LIMIT {
            self.depth += 1;
            return true;
        }
        self.too_deep(LIMIT, range);
        false
    }

    /// Passes over what is nested deeper than `limit` levels, and says so.
    fn too_deep(&mut self, limit: usize, range: &Range<usize>) {
        let start = self.fragment.span(range.start..range.start + 1);
        prepare::report_depth(limit, start, &mut self.found);
        self.skip();
    }

    /// Passes over everything up to the end event of what is open.
    pub(super) fn skip(&mut self) {
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
    pub(super) fn inlines(&mut self) -> Content {
        let mut gathering = Gathering::default();
        while let Some((event, range)) = self.events.get(self.at) {
            if !is_inline(event) {
                break;
            }
            self.at += 1;
            gathering.take(event, range, self);
        }
        gathering.finish(self)
    }

    fn paragraph(&mut self, pieces: &mut Vec<Piece>) {
        let setting = self.setting;
        let content = self.inlines();
        let groups = self.divider.divide(content.lines, setting, self.sources);
        pieces.extend(Piece::text(groups));
        pieces.extend(content.pictures.into_iter().map(Piece::picture));
    }

    fn heading(&mut self, level: u8, range: &Range<usize>, pieces: &mut Vec<Piece>) {
        let content = self.inlines();
        let may = if self.setting.note { Start::Number } else { Start::Heading };
        let span = self.fragment.span(range.clone());
        let group = groups::one(content.lines, span, may, self.sources);
        if let Some(typed) = &group.number {
            self.divider.note(&typed.number);
        }
        if group.number.is_some() || !group.text.is_empty() {
            pieces.push(self.piece(PieceKind::Heading(level, group), range));
        }
        pieces.extend(content.pictures.into_iter().map(Piece::picture));
    }
}

//! Footnotes: finding their definitions and giving their text to each reference.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::super::fragment::Fragment;
use super::super::pieces::{Piece, PieceKind, join};
use super::{Placed, Reader};
use crate::diagnostic::Problem;
use crate::document::outline::{BlockKind, Inline, Picture, Table, plain_text};
use crate::source::Span;

/// How deep footnotes may stand within footnotes.
const NESTED: usize = 2;

/// The footnotes of a fragment.
pub(super) struct Notes {
    list: Vec<Note>,
    /// Where each name stands among them; a name that is defined twice means the first.
    names: HashMap<String, usize>,
    /// How many are being read, one within another.
    open: usize,
    /// How many bytes of footnotes may still be repeated: each reference takes a copy.
    budget: usize,
}

/// The text of a footnote and the pictures that stood in it.
type NoteText = (Vec<Inline>, Vec<(Span, Picture)>);

struct Note {
    name: String,
    /// The first event behind the start of its definition.
    at: usize,
    place: Range<usize>,
    text: Option<NoteText>,
    used: bool,
}

impl Notes {
    /// The footnotes that are defined among some events.
    pub(super) fn of(events: &[Placed<'_>], fragment: &Fragment<'_>) -> Self {
        let mut list = Vec::new();
        let mut names = HashMap::new();
        for (index, (event, range)) in events.iter().enumerate() {
            if let Event::Start(Tag::FootnoteDefinition(name)) = event {
                let name = name.to_string();
                let place = range.start..range.start + name.len() + "[^]:".len();
                names.entry(name.to_lowercase()).or_insert(list.len());
                list.push(Note { name, at: index + 1, place, text: None, used: false });
            }
        }
        Self { list, names, open: 0, budget: fragment.text.len().max(100_000) }
    }
}

impl Reader<'_> {
    /// The text of a footnote for one reference to it; `None` where it cannot be given.
    pub(super) fn note(&mut self, name: &str) -> Option<NoteText> {
        let index = *self.notes.names.get(&name.to_lowercase())?;
        if self.notes.list[index].text.is_none() {
            if self.notes.open == NESTED {
                return None;
            }
            let back = std::mem::replace(&mut self.at, self.notes.list[index].at);
            self.notes.open += 1;
            let pieces = self.blocks();
            self.notes.open -= 1;
            self.at = back;
            self.notes.list[index].text = Some(flatten(pieces));
        }
        let note = &mut self.notes.list[index];
        let text = note.text.clone()?;
        let size = plain_text(&text.0).len() + 1;
        if note.used {
            self.notes.budget = self.notes.budget.checked_sub(size)?;
        }
        note.used = true;
        Some(text)
    }

    /// Reports the footnotes that nothing has referred to.
    pub(super) fn report_unused_notes(&mut self) {
        for note in &self.notes.list {
            if !note.used {
                let name = note.name.clone();
                let span = self.fragment.span(note.place.clone());
                self.found.push(Problem::FootnoteUnused { name }, span);
            }
        }
    }
}

/// The text of a footnote on one line.
fn flatten(pieces: Vec<Piece>) -> NoteText {
    let mut text = Vec::new();
    let mut pictures = Vec::new();
    for piece in pieces {
        let span = piece.span;
        let inlines = match piece.kind {
            PieceKind::Text(paragraph) | PieceKind::Heading(_, paragraph) => {
                paragraph.undivided()
            }
            PieceKind::Quotation(inner) => {
                let (line, more) = flatten(inner);
                pictures.extend(more);
                line
            }
            PieceKind::Ready(BlockKind::Picture(picture)) => {
                pictures.push((span, picture));
                Vec::new()
            }
            PieceKind::Ready(kind) => in_line(kind),
        };
        join(&mut text, inlines);
    }
    (text, pictures)
}

/// The text of a block that has no lines of its own in a footnote.
fn in_line(kind: BlockKind) -> Vec<Inline> {
    let mut out = Vec::new();
    match kind {
        BlockKind::Table(Table { header, rows, .. }) => {
            for cell in std::iter::once(header).chain(rows).flatten() {
                join(&mut out, cell);
            }
        }
        BlockKind::Preformatted(lines) => {
            for line in lines {
                join(&mut out, vec![Inline::Text(line)]);
            }
        }
        BlockKind::Paragraph(_)
        | BlockKind::Item(_)
        | BlockKind::Quotation(_)
        | BlockKind::Picture(_)
        | BlockKind::Separator => {}
    }
    out
}

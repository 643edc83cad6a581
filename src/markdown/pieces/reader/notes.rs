//! Footnotes: finding their definitions and giving their text to the first mark of each.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{Pictures, Reader, SpannedEvent};
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::document::outline::{AlignedLine, BlockKind, Footnote, Inline};
use crate::markdown::dialect::MAX_NOTE_DEPTH;
use crate::markdown::pieces::piece::{Piece, PieceKind, append_spaced};

/// A footnote that nothing refers to.
pub(crate) static FOOTNOTE_UNUSED: Rule = Rule {
    id: "footnote-unused",
    family: Family::Notes,
    explanation: Bilingual {
        vi: "Chú thích không được nhắc đến thì không có chỗ để in.",
        en: "A note that nothing refers to has no place on the page.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ.\n\n[^1]: Theo Kế hoạch số 15."),
    right: Example::body("Các thôn báo cáo tiến độ[^1].\n\n[^1]: Theo Kế hoạch số 15."),
    ..Rule::WARNING
};

/// Nothing refers to the footnote `name`.
fn footnote_unused(name: &str) -> Problem {
    FOOTNOTE_UNUSED.problem(
        both!(
            "chú thích cuối trang `{name}` không được nhắc đến, nên không in",
            "nothing refers to footnote `{name}`, so it is not printed"
        ),
        both!("chú thích này", "this footnote"),
        both!(
            "đặt `[^{name}]` vào chỗ cần chú thích",
            "put `[^{name}]` where the note belongs"
        ),
    )
}

/// The footnotes of a fragment.
pub(super) struct Notes {
    list: Vec<Note>,
    /// Where each name stands among them; a name that is defined twice means the first.
    names: HashMap<String, usize>,
    /// How many are being read, one within another.
    open: usize,
}

/// The text of a footnote and the pictures that stood in it.
type NoteText = (Vec<Inline>, Pictures);

/// A footnote.
struct Note {
    name: String,
    /// The first event behind the start of its definition.
    at: usize,
    place: Range<usize>,
    used: bool,
}

impl Notes {
    /// The footnotes that are defined among some events.
    pub(super) fn of(events: &[SpannedEvent<'_>]) -> Self {
        let mut list = Vec::new();
        let mut names = HashMap::new();
        for (index, (event, range)) in events.iter().enumerate() {
            if let Event::Start(Tag::FootnoteDefinition(name)) = event {
                let name = name.to_string();
                let place = range.start..range.start + name.len() + "[^]:".len();
                names.entry(name.to_lowercase()).or_insert(list.len());
                list.push(Note { name, at: index + 1, place, used: false });
            }
        }
        Self { list, names, open: 0 }
    }
}

impl Reader<'_> {
    /// The mark of a footnote, the first one with its text, and the pictures that stood in it;
    /// `None` where footnotes lie in each other too deep.
    pub(super) fn note(&mut self, name: &str) -> Option<(Footnote, Pictures)> {
        let index = *self.notes.names.get(&name.to_lowercase())?;
        let note = &self.notes.list[index];
        let (at, repeated) = (note.at, note.used);
        let definition = self.fragment.span(note.place.clone());
        if repeated {
            let note = Footnote { definition, text: Vec::new(), repeated };
            return Some((note, Vec::new()));
        }
        // Before it is read, so that it may refer to itself.
        self.notes.list[index].used = true;
        if self.notes.open == MAX_NOTE_DEPTH {
            return None;
        }
        let (text, pictures) = self.note_text(at);
        Some((Footnote { definition, text, repeated }, pictures))
    }

    /// Reads the definition whose first event is `at`.
    fn note_text(&mut self, at: usize) -> NoteText {
        let back = std::mem::replace(&mut self.at, at);
        self.notes.open += 1;
        let pieces = self.blocks();
        self.notes.open -= 1;
        self.at = back;
        flatten(pieces)
    }

    /// Reports the footnotes that nothing has referred to.
    pub(super) fn report_unused_notes(&mut self) {
        for note in &self.notes.list {
            if !note.used {
                let name = note.name.clone();
                let span = self.fragment.span(note.place.clone());
                self.diagnostics.push(footnote_unused(&name), span);
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
                paragraph.with_label()
            }
            PieceKind::Quotation(inner) => {
                let (line, more) = flatten(inner);
                pictures.extend(more);
                line
            }
            PieceKind::Block(BlockKind::Picture(picture)) => {
                pictures.push((span, picture));
                Vec::new()
            }
            PieceKind::Block(kind) => in_line(kind),
        };
        append_spaced(&mut text, inlines);
    }
    (text, pictures)
}

/// The text of a block that has no lines of its own in a footnote.
fn in_line(kind: BlockKind) -> Vec<Inline> {
    let mut out = Vec::new();
    match kind {
        BlockKind::Table(table) => {
            for cell in table.header.into_iter().chain(table.rows).flatten() {
                append_spaced(&mut out, cell.text);
            }
        }
        BlockKind::Preformatted(lines) => {
            for line in lines {
                append_spaced(&mut out, vec![Inline::Text(line)]);
            }
        }
        BlockKind::Aligned(mut lines) => {
            for text in lines.iter_mut().flat_map(AlignedLine::columns_mut) {
                append_spaced(&mut out, std::mem::take(text));
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

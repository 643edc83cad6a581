//! Pieces → parts: what is an item and where its number comes from.

use super::groups::{Bold, Group, unbold};
use super::notes::join;
use super::pieces::{Entry, Piece, PieceKind};
use super::typed::Typed;
use super::{number, titles, tree};
use crate::document::outline::{Block, BlockKind, Inline, Rank};
use crate::document::{Task, Text};
use crate::source::Span;

/// A part of the text, in order; what belongs under an item is not yet gathered.
pub(super) enum Part {
    /// An item.
    Item(Draft),
    /// A block that is no item.
    Block(Block),
}

/// An item whose number and place in the tree are not yet settled.
pub(super) struct Draft {
    /// Where it was written.
    pub(super) span: Span,
    /// Where its number comes from.
    pub(super) place: Place,
    /// The level of the Markdown heading that it is.
    pub(super) level: Option<u8>,
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// The text behind the number.
    pub(super) text: Vec<Inline>,
    /// Who must do it by when.
    pub(super) task: Option<Task>,
    /// What belongs under it by the way it was written.
    pub(super) content: Vec<Part>,
}

/// Where the number of an item comes from.
pub(super) enum Place {
    /// The user typed it.
    Typed(Typed),
    /// The machine gives it, at a depth from 1, or one below what it stands in.
    Counted(Option<u8>),
    /// The machine gives it, as it does to the entries of an ordered list; what the user
    /// typed holds where the list neither starts at 1 nor goes on.
    Listed(Option<u8>, Typed, Start),
    /// It has a bullet; a `+` stays one.
    Bullet(Text),
    /// It has none, among headings that have.
    Bare(u8),
}

/// How an ordered list starts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// At 1.
    One,
    /// At another number.
    Other,
}

/// Who numbers the items of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// The user.
    Typed,
    /// The machine.
    Generated,
}

impl Mode {
    /// The user numbers where a heading, a bold paragraph or any `I.`, `Chương I` or `Điều 1.`
    /// has a typed number; where there are no headings, where a paragraph has one.
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let counts = |group: &Group| group.number.as_ref().is_some_and(|n| !n.is_dash());
        let high = |group: &Group| {
            group.number.as_ref().is_some_and(|n| n.number.rank <= Rank::Roman)
        };
        let mut headings = false;
        let mut typed = false;
        for piece in pieces {
            match &piece.kind {
                PieceKind::Heading(_, group) => {
                    if counts(group) {
                        return Self::Typed;
                    }
                    headings = true;
                }
                PieceKind::Text(groups) => {
                    if groups.iter().any(|g| g.bold == Bold::All && counts(g) || high(g))
                    {
                        return Self::Typed;
                    }
                    typed |= groups.iter().any(counts);
                }
                PieceKind::List(..) | PieceKind::Quotation(_) | PieceKind::Ready(_) => {}
            }
        }
        if typed && !headings { Self::Typed } else { Self::Generated }
    }
}

/// Divides pieces into parts, in the order of the text.
pub(super) struct Division {
    mode: Mode,
    /// The levels of the headings that are open, where the machine numbers them.
    levels: Vec<u8>,
    /// Whether the pieces stand in a list or a quotation.
    inner: bool,
}

impl Division {
    /// The parts of a whole text.
    pub(super) fn of(pieces: Vec<Piece>, mode: Mode) -> Vec<Part> {
        Self { mode, levels: Vec::new(), inner: false }.parts(pieces)
    }

    /// The parts of a text within another one, where all numbers are typed.
    pub(super) fn typed(pieces: Vec<Piece>) -> Vec<Part> {
        Self::within(Mode::Typed, pieces)
    }

    fn parts(&mut self, pieces: Vec<Piece>) -> Vec<Part> {
        let mut parts = Vec::new();
        for Piece { span, kind } in titles::settle(pieces) {
            match kind {
                PieceKind::Text(groups) => {
                    parts.extend(groups.into_iter().map(paragraph));
                }
                PieceKind::Heading(level, group) => {
                    parts.push(self.heading(level, group, span));
                }
                PieceKind::List(start, entries) => {
                    let mode = if is_counted(&entries) { self.mode } else { Mode::Typed };
                    for entry in entries {
                        self.entry(start, mode, entry, &mut parts);
                    }
                }
                PieceKind::Quotation(pieces) => {
                    let blocks = tree::plain(Self::typed(pieces));
                    let kind = BlockKind::Quotation(blocks);
                    parts.push(Part::Block(Block { span, kind }));
                }
                PieceKind::Ready(kind) => parts.push(Part::Block(Block { span, kind })),
            }
        }
        parts
    }

    fn within(mode: Mode, pieces: Vec<Piece>) -> Vec<Part> {
        Self { mode, levels: Vec::new(), inner: true }.parts(pieces)
    }

    fn heading(&mut self, level: u8, group: Group, span: Span) -> Part {
        let place = match (group.number, self.mode) {
            (Some(typed), _) => Place::Typed(typed),
            (None, Mode::Typed) => Place::Bare(level),
            (None, Mode::Generated) if self.inner => Place::Counted(None),
            (None, Mode::Generated) => {
                while self.levels.pop_if(|open| *open >= level).is_some() {}
                self.levels.push(level);
                Place::Counted(u8::try_from(self.levels.len()).ok())
            }
        };
        Part::Item(Draft {
            span,
            place,
            level: Some(level),
            heading: true,
            text: group.text,
            task: None,
            content: Vec::new(),
        })
    }

    fn entry(
        &mut self,
        start: Option<u64>,
        mode: Mode,
        entry: Entry,
        parts: &mut Vec<Part>,
    ) {
        let Entry { marker, span, content } = entry;
        if start.is_some_and(|start| start > HIGHEST) {
            return self.year(marker, span, content, parts);
        }
        let (typed, text, content) = self.content(content);
        let place = match (typed, number::recognise(&marker.value), start) {
            (Some(typed), _, _) => Place::Typed(typed),
            (None, Some((number, _)), Some(start)) => {
                let typed = Typed { number, label: marker };
                let first = if start == 1 { Start::One } else { Start::Other };
                match (mode, typed.number.rank) {
                    // `1.` is how Markdown writes a list; `1)` is meant as it is.
                    (Mode::Generated, Rank::Arabic) => {
                        Place::Listed(self.list_depth(), typed, first)
                    }
                    (Mode::Typed | Mode::Generated, _) => Place::Typed(typed),
                }
            }
            (None, _, _) => Place::Bullet(marker),
        };
        parts.push(Part::Item(Draft {
            span,
            place,
            level: None,
            heading: false,
            text,
            task: None,
            content,
        }));
    }

    /// What stands in an entry: its first paragraph, with the number typed there, and the
    /// rest.
    fn content(&self, pieces: Vec<Piece>) -> (Option<Typed>, Vec<Inline>, Vec<Part>) {
        let (first, rest) = split_first(pieces);
        let parts = Self::within(self.mode, rest);
        match first {
            Some(Group { number, text, .. }) => (number, text, parts),
            None => (None, Vec::new(), parts),
        }
    }

    /// The depth of an ordered list that stands in no other list.
    fn list_depth(&self) -> Option<u8> {
        let depth = u8::try_from(self.levels.len()).ok()?.max(1) + 1;
        (!self.inner).then_some(depth)
    }

    /// An entry of what is no list, but a paragraph that starts with a year: `2023. …`.
    fn year(
        &mut self,
        marker: Text,
        span: Span,
        content: Vec<Piece>,
        parts: &mut Vec<Part>,
    ) {
        let (number, text, rest) = self.content(content);
        let mut inlines = vec![Inline::Text(marker)];
        let typed =
            number.map(|typed| vec![Inline::Text(typed.label)]).unwrap_or_default();
        join(&mut inlines, typed);
        join(&mut inlines, text);
        parts.push(Part::Block(Block { span, kind: BlockKind::Paragraph(inlines) }));
        parts.extend(rest);
    }
}

/// Whether the numbers of a list run on, or are all the same as in a list that leaves counting
/// to the machine. Others are what the user wants to see, or a mistake that is told.
fn is_counted(entries: &[Entry]) -> bool {
    let number = |entry: &Entry| {
        let digits = entry.marker.value.trim_end_matches(['.', ')']);
        digits.parse::<u64>().ok()
    };
    let step = |step: u64| {
        let runs = |pair: &[Entry]| match (number(&pair[0]), number(&pair[1])) {
            (Some(first), Some(second)) => second == first + step,
            _ => true,
        };
        entries.windows(2).all(runs)
    };
    step(0) || step(1)
}

/// The highest number that an entry of a list may start with; above it is a year.
const HIGHEST: u64 = 999;

/// Takes the first item or paragraph out of pieces, where they start with text.
fn split_first(mut pieces: Vec<Piece>) -> (Option<Group>, Vec<Piece>) {
    let mut first = None;
    if let Some(Piece { kind: PieceKind::Text(groups), .. }) = pieces.first_mut()
        && !groups.is_empty()
    {
        first = Some(groups.remove(0));
    }
    (first, pieces)
}

/// A paragraph, or the item that it is by its number.
fn paragraph(group: Group) -> Part {
    let Group { number, bold, text, span, .. } = group;
    let Some(typed) = number else {
        return Part::Block(Block { span, kind: BlockKind::Paragraph(text) });
    };
    let rank = typed.number.rank;
    let dash = matches!(rank, Rank::Dash(_));
    let heading = rank.is_division() || (bold == Bold::All && !dash);
    let text = if heading { unbold(&text).unwrap_or(text) } else { text };
    let place = Place::Typed(typed);
    let content = Vec::new();
    Part::Item(Draft { span, place, level: None, heading, text, task: None, content })
}

//! Markdown's events of a table → a table.

use std::ops::Range;

use pulldown_cmark::{Alignment as Aligned, Event, Tag};

use super::blocks::Reader;
use super::groups;
use super::pieces::Piece;
use crate::document::outline::{Alignment, BlockKind, Inline, Picture, Table};
use crate::source::Span;

type Pictures = Vec<(Span, Picture)>;

impl Reader<'_> {
    /// Reads a table; pictures in it stand below it.
    pub(super) fn table(
        &mut self,
        alignments: &[Aligned],
        range: &Range<usize>,
        pieces: &mut Vec<Piece>,
    ) {
        let columns: Vec<Alignment> =
            alignments.iter().map(|one| alignment(*one)).collect();
        let mut pictures = Vec::new();
        let mut rows = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), _)) =
            self.events.get(self.at)
        {
            self.at += 1;
            let mut row = self.row(&mut pictures);
            row.resize(columns.len(), Vec::new());
            rows.push(row);
            self.at += 1;
        }
        if rows.is_empty() {
            return;
        }
        let header = rows.remove(0);
        self.ready(BlockKind::Table(Table { columns, header, rows }), range, pieces);
        pieces.extend(pictures.into_iter().map(Piece::picture));
    }

    fn row(&mut self, pictures: &mut Pictures) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = self.events.get(self.at) {
            self.at += 1;
            let content = self.inlines();
            self.at += 1;
            let lines = groups::divide(content.lines, false, self.sources);
            cells.push(groups::undivided(lines));
            pictures.extend(content.pictures);
        }
        cells
    }
}

fn alignment(written: Aligned) -> Alignment {
    match written {
        Aligned::None | Aligned::Left => Alignment::Left,
        Aligned::Center => Alignment::Center,
        Aligned::Right => Alignment::Right,
    }
}

//! Markdown's events of a table → a table.

use std::ops::Range;

use pulldown_cmark::{Alignment as Aligned, Event, Tag};

use super::{Pictures, Reader};
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::document::outline::{Alignment, BlockKind, Table};
use crate::markdown::pieces::merged_cells::{self, MergeMark, RawCell};
use crate::markdown::pieces::piece::Piece;

/// A row of a table with more cells than the header has.
pub(crate) static TABLE_ROW_TOO_LONG: Rule = Rule {
    id: "table-row-too-long",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "Ô thừa ở cuối hàng không thuộc cột nào và theo Markdown sẽ không được in.",
        en: "A cell too many belongs to no column, and Markdown would not print it.",
    },
    wrong: Example::body("| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 | 3 |"),
    right: Example::body(
        "| Thôn | Số hộ | Hộ nghèo |\n|---|---|---|\n| Nà Chuông | 12 | 3 |",
    ),
    ..Rule::ERROR
};

/// A row has cells that belong to no column.
fn table_row_too_long() -> Problem {
    TABLE_ROW_TOO_LONG.problem(
        both!(
            "hàng này có nhiều ô hơn hàng đầu của bảng",
            "this row has more cells than the head of the table"
        ),
        both!("phần này sẽ không được in", "this part is not printed"),
        both!(
            "thêm ô vào hàng đầu và hàng `|---|`, hoặc bỏ bớt ô; muốn in đúng dấu `|` \
             thì viết `\\|`",
            "add cells to the head and to the row `|---|`, or remove cells; to print \
             `|` write `\\|`"
        ),
    )
}

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
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), range)) =
            self.events.get(self.at)
        {
            self.at += 1;
            let mut row = self.row(range, &mut pictures);
            // A row that is too short is filled up, as GFM has it.
            row.resize_with(columns.len(), || self.empty_cell(range));
            rows.push(row);
            self.at += 1;
        }
        if rows.is_empty() {
            return;
        }
        let (header, rows) = merged_cells::merge(rows, &mut self.diagnostics);
        self.push_block(BlockKind::Table(Table { columns, header, rows }), range, pieces);
        pieces.extend(pictures.into_iter().map(Piece::picture));
    }

    /// Reads the cells of a row, and the pictures in them.
    fn row(&mut self, range: &Range<usize>, pictures: &mut Pictures) -> Vec<RawCell> {
        let mut cells = Vec::new();
        let mut end = range.start;
        while let Some((Event::Start(Tag::TableCell), cell)) = self.events.get(self.at) {
            end = cell.end;
            self.at += 1;
            let content = self.inlines();
            self.at += 1;
            cells.push(RawCell {
                text: content.text,
                mark: MergeMark::of(self.fragment.slice(cell.clone())),
                span: self.fragment.span(self.cell_text(cell)),
            });
            pictures.extend(content.pictures);
        }
        self.report_rest(end..range.end);
        cells
    }

    /// A cell that a row is short of.
    fn empty_cell(&self, row: &Range<usize>) -> RawCell {
        let span = self.fragment.span(row.end..row.end);
        RawCell { text: Vec::new(), mark: None, span }
    }

    /// The range of what stands in a cell, without the blanks and bars about it.
    fn cell_text(&self, cell: &Range<usize>) -> Range<usize> {
        let blank = |c: char| c.is_whitespace() || c == '|';
        let written = self.fragment.slice(cell.clone());
        let start = cell.start + written.len() - written.trim_start_matches(blank).len();
        start..start + written.trim_matches(blank).len()
    }

    /// Reports the cells at the end of a row that Markdown passes over in silence.
    fn report_rest(&mut self, range: Range<usize>) {
        let blank = |c: char| c.is_whitespace() || c == '|';
        let rest = self.fragment.slice(range.clone());
        let start = range.start + rest.len() - rest.trim_start_matches(blank).len();
        let rest = self.fragment.slice(start..range.end).trim_end_matches(blank);
        if !rest.is_empty() {
            let span = self.fragment.span(start..start + rest.len());
            self.diagnostics.push(table_row_too_long(), span);
        }
    }
}

/// How a column is set.
fn alignment(written: Aligned) -> Alignment {
    match written {
        Aligned::None | Aligned::Left => Alignment::Left,
        Aligned::Center => Alignment::Center,
        Aligned::Right => Alignment::Right,
    }
}

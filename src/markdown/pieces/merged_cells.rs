//! Cells of a table that are joined: `^^` with the one above, `<<` with the one at the left.

use std::collections::BTreeMap;

use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::outline::{Cell, Inline};
use crate::source::Span;

/// A cell that is to be joined where there is no cell to join it with.
pub(crate) static CELL_WITHOUT_NEIGHBOUR: Rule = Rule {
    id: "cell-without-neighbour",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "`^^` gộp ô với ô ở trên, `<<` với ô bên trái; ở đó phải có ô.",
        en: "`^^` joins a cell with the one above, `<<` with the one at the left; there \
             must be one.",
    },
    wrong: Example::body("| << | Số hộ |\n|---|---|\n| Nà Chuông | 12 |"),
    right: Example::body("| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |"),
    ..Rule::ERROR
};

/// How many rows the head of a table has at most: it stands on each page above the others.
const HEAD: usize = 4;

/// A `mark` (`^^`, `<<`) joins a cell with one that is not there.
fn cell_without_neighbour(mark: &str) -> Problem {
    let message = if mark == "<<" {
        both!(
            "`<<` gộp ô này với ô bên trái, nhưng bên trái không có ô nào",
            "`<<` joins this cell with the one at its left, but there is none"
        )
    } else {
        both!(
            "`^^` gộp ô này với ô ở trên, nhưng ở trên không có ô nào, hoặc tiêu đề bảng \
             đã có {HEAD} hàng",
            "`^^` joins this cell with the one above, but there is none, or the head of \
             the table has {HEAD} rows already"
        )
    };
    CELL_WITHOUT_NEIGHBOUR.problem(
        message,
        both!("ô này", "this cell"),
        both!(
            "để trống hoặc ghi chữ vào ô này; muốn in đúng `{mark}` thì viết `\\{mark}`",
            "leave the cell empty or write into it; to print `{mark}` write `\\{mark}`"
        ),
    )
}

/// Joined cells that are no rectangle together.
pub(crate) static CELLS_NOT_RECTANGULAR: Rule = Rule {
    id: "cells-not-rectangular",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "Các ô gộp lại phải thành một hình chữ nhật: giấy không có ô hình chữ L.",
        en: "Joined cells make a rectangle: no cell on paper is shaped like an L.",
    },
    wrong: Example::body("| a | b |\n|---|---|\n| 1 | 2 |\n| ^^ | << |"),
    right: Example::body("| a | b |\n|---|---|\n| 1 | << |\n| ^^ | << |"),
    ..Rule::ERROR
};

/// Joined cells make no rectangle.
fn cells_not_rectangular() -> Problem {
    CELLS_NOT_RECTANGULAR.problem(
        both!(
            "các ô gộp với nhau không thành hình chữ nhật",
            "the cells that are joined make no rectangle"
        ),
        both!("gộp đến ô này", "joined up to this one"),
        both!(
            "ghi `^^` (gộp với ô ở trên) hoặc `<<` (gộp với ô bên trái) vào cả những ô \
             còn thiếu, hoặc bỏ dấu ở ô này: để trống hay ghi chữ",
            "put `^^` (joined with the cell above) or `<<` (joined with the cell at \
             the left) into the cells that are missing too, or take the mark out of \
             this one"
        ),
    )
}

/// A cell as it was written.
pub(crate) struct RawCell {
    /// What stands in it.
    pub(crate) text: Vec<Inline>,
    /// Whether it says that it is joined.
    pub(crate) mark: Option<MergeMark>,
    /// Where it was written.
    pub(crate) span: Span,
}

/// With which cell another one is joined.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum MergeMark {
    /// `^^`: the one above.
    Above,
    /// `<<`: the one at the left.
    Left,
}

impl MergeMark {
    /// What a cell says that holds this alone; `\^^` and `\<<` are text.
    pub(crate) fn of(written: &str) -> Option<Self> {
        match written.trim_matches(|c: char| c.is_whitespace() || c == '|') {
            "^^" => Some(Self::Above),
            "<<" => Some(Self::Left),
            _ => None,
        }
    }

    /// As the user writes it.
    fn as_written(self) -> String {
        match self {
            Self::Above => "^^".to_owned(),
            Self::Left => "<<".to_owned(),
        }
    }
}

/// The row and the column of a cell.
type Position = (usize, usize);

/// How far a cell goes that others are joined with.
struct MergedArea {
    /// How many rows it reaches down, its own among them.
    rows: usize,
    /// How many columns it reaches to the right.
    columns: usize,
    /// How many cells are joined in it: fewer than rows × columns make no rectangle.
    places: usize,
    /// Where the last of its cells was written.
    last: Span,
}

/// Joins the cells of a table, the header row first; says where that cannot be. Gives the head and
/// the rows below: a row with a cell that is joined with one of the head belongs to the head. A row
/// of which every cell is joined with the one above is none.
pub(crate) fn merge(
    rows: Vec<Vec<RawCell>>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Vec<Cell>>, Vec<Vec<Cell>>) {
    let (owners, head) = owners(&rows, diagnostics);
    let areas = areas(&rows, &owners);
    for area in areas.values() {
        if area.places != area.rows * area.columns {
            diagnostics.push(cells_not_rectangular(), area.last);
        }
    }
    let is_row = |row: usize| owners[row].iter().any(|owner| owner.0 == row);
    let cell = |place: Position, written: RawCell| match areas.get(&place) {
        Some(MergedArea { rows, columns, .. }) => {
            let rows = (place.0..place.0 + rows).filter(|row| is_row(*row)).count();
            Cell { text: written.text, rows, columns: *columns }
        }
        None => Cell::covered(),
    };
    let row = |(row, cells): (usize, Vec<RawCell>)| {
        let cells = cells.into_iter().enumerate();
        cells.map(|(column, written)| cell((row, column), written)).collect()
    };
    let head = (0..head).filter(|row| is_row(*row)).count();
    let rows = rows.into_iter().enumerate().filter(|(row, _)| is_row(*row));
    let mut header: Vec<Vec<Cell>> = rows.map(row).collect();
    let rows = header.split_off(head);
    (header, rows)
}

/// For each cell the one that its place belongs to, and how many rows the head has.
fn owners(
    rows: &[Vec<RawCell>],
    diagnostics: &mut Diagnostics,
) -> (Vec<Vec<Position>>, usize) {
    let mut owners: Vec<Vec<Position>> = Vec::new();
    let mut head = 1;
    for (row, cells) in rows.iter().enumerate() {
        owners.push(Vec::new());
        for (column, cell) in cells.iter().enumerate() {
            let neighbour = match cell.mark {
                Some(MergeMark::Above) if row > 0 && (row != head || row < HEAD) => {
                    owners[row - 1].get(column).copied()
                }
                Some(MergeMark::Left) if column > 0 => owners[row].last().copied(),
                Some(MergeMark::Above | MergeMark::Left) | None => None,
            };
            if let (Some(mark), None) = (cell.mark, neighbour) {
                let mark = mark.as_written();
                diagnostics.push(cell_without_neighbour(&mark), cell.span);
            }
            owners[row].push(neighbour.unwrap_or((row, column)));
        }
        if row == head && owners[row].iter().any(|owner| owner.0 < head) {
            head += 1;
        }
    }
    (owners, head)
}

/// What belongs to each cell that no other one covers, from that cell down and to the right.
fn areas(
    rows: &[Vec<RawCell>],
    owners: &[Vec<Position>],
) -> BTreeMap<Position, MergedArea> {
    let mut areas = BTreeMap::new();
    for (row, (cells, owners)) in rows.iter().zip(owners).enumerate() {
        for (column, (cell, owner)) in cells.iter().zip(owners).enumerate() {
            let area = areas.entry(*owner).or_insert(MergedArea {
                rows: 0,
                columns: 0,
                places: 0,
                last: cell.span,
            });
            area.rows = area.rows.max(row + 1 - owner.0);
            area.columns = area.columns.max(column + 1 - owner.1);
            area.places += 1;
            area.last = cell.span;
        }
    }
    areas
}

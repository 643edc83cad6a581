//! A table of values in rows (CSV), as spreadsheets save it → blocks. Values are no Markdown.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::shared::{Large, csv_quote, too_large};
use crate::document::Text;
use crate::document::outline::{
    Alignment, Block, BlockKind, Cell, Inline, Table, plain_text,
};
use crate::source::{RowValue, Rows, Sources, Span, rows};

/// Most cells, of which many may be empty.
const CELLS: usize = 100_000;

/// Reads a file as a table; its first row is the head.
pub(super) fn read(span: Span, sources: &Sources, found: &mut Diagnostics) -> Vec<Block> {
    let text = sources.slice(span);
    let Rows { mut rows, open_quote } = rows(text);
    if let Some(quote) = open_quote {
        let place = Span::new(span.file, span.start + quote..span.start + quote + 1);
        found.push(csv_quote(), place);
        return Vec::new();
    }
    while rows.pop_if(|row| row.iter().all(|value| value.text.is_empty())).is_some() {}
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if rows.len().saturating_mul(columns) > CELLS {
        found.push(too_large(Large::Text, CELLS), span);
        return Vec::new();
    }
    let mut rows = rows.iter().map(|row| {
        let mut cells: Vec<Cell> = row.iter().map(|value| cell(value, span)).collect();
        cells.resize_with(columns, || Cell::from(Vec::new()));
        cells
    });
    let Some(header) = rows.next().map(|row| vec![row]) else { return Vec::new() };
    let rows: Vec<Vec<Cell>> = rows.collect();
    let columns = (0..columns).map(|column| alignment(&rows, column)).collect();
    vec![Block { span, kind: BlockKind::Table(Table { columns, header, rows }) }]
}

/// Numbers stand at the right, those of the first column, which count the rows, in the middle.
fn alignment(rows: &[Vec<Cell>], column: usize) -> Alignment {
    let values = rows.iter().map(|row| plain_text(&row[column].text));
    let values: Vec<String> = values.filter(|value| !value.is_empty()).collect();
    let is_number = |value: &String| {
        value.contains(|c: char| c.is_ascii_digit())
            && value.chars().all(|c| c.is_ascii_digit() || ".,-%  ".contains(c))
    };
    match column {
        _ if values.is_empty() || !values.iter().all(is_number) => Alignment::Left,
        0 => Alignment::Center,
        _ => Alignment::Right,
    }
}

/// A value as a cell; lines of a value are lines of the cell.
fn cell(value: &RowValue, file: Span) -> Cell {
    let (start, end) = (value.range.start, value.range.end);
    let place = Span::new(file.file, file.start + start..file.start + end);
    let lines = value.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut text = Vec::new();
    for line in lines {
        if !text.is_empty() {
            text.push(Inline::LineBreak);
        }
        text.push(Inline::Text(Text::new(line, place)));
    }
    Cell::from(text)
}

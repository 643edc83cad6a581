//! `Table`: a table of values (CSV), of which each row makes a document of its own.

use std::ops::Range;

use super::outcome::{Outcome, Report};
use super::run::Run;
use super::table_problems::{garbled, table_empty, unreadable};
use crate::diagnostic::shared::csv_quote;
use crate::document::fold;
use crate::source::{
    EncodingFault, FileId, RowValue, Rows, Source, Span, is_unused_column, lost_letters,
    rows,
};

/// The column that names the results, where no other one is asked for.
pub const NAME_COLUMN: &str = "tên tệp";

/// A table of values (CSV), of which each row makes a document of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    name: String,
    text: String,
    /// Where the head ends, and what may stand before it.
    head: usize,
    rows: Vec<TableRow>,
}

/// A row of a table, in which something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The line in which it begins, from 1.
    pub line: usize,
    /// What it names its result, where there is a column for that and it is not left empty.
    pub result: Option<String>,
    /// Its lines, in bytes.
    range: Range<usize>,
}

impl Table {
    /// Its name, as shown to the user.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rows in which something stands, in their order.
    #[must_use]
    pub fn rows(&self) -> &[TableRow] {
        &self.rows
    }

    /// The table with no other row than this one, which stands in its line as before.
    #[must_use]
    pub fn only(&self, row: &TableRow) -> Vec<u8> {
        let (head, lines) = (&self.text[..self.head], self.lines_before(row));
        let row = &self.text[row.range.clone()];
        [head, &"\n".repeat(lines), row].concat().into_bytes()
    }

    /// How many line ends stand between the head and a row.
    fn lines_before(&self, row: &TableRow) -> usize {
        self.text[self.head..row.range.start].matches('\n').count()
    }

    /// Puts the table itself in the place of the one with a row alone, in what was found in a
    /// document of that row: the places are those in the file then.
    pub fn restore(&self, row: &TableRow, report: &mut Report) {
        if report.diagnostics.is_empty() {
            return;
        }
        let only = self.only(row);
        let is_only = |source: &Source| {
            source.name() == self.name && source.text().as_bytes() == only
        };
        let number = report.sources.all().position(is_only);
        let Some(number) = number else { return };
        let file = FileId::from_number(u16::try_from(number).unwrap_or_default());
        let by = row.range.start - (self.head + self.lines_before(row));
        let moved = |span: Span| {
            let there = |at: usize| if at > self.head { at + by } else { at };
            let (start, end) = (there(span.start), there(span.end));
            if span.file == file { Span::new(file, start..end) } else { span }
        };
        let found = report.diagnostics.iter().cloned().map(|mut one| {
            one.span = moved(one.span);
            one.related = one.related.map(moved);
            one
        });
        report.diagnostics = found.collect();
        report.sources.replace(file, Source::new(self.name.as_str(), self.text.as_str()));
    }
}

/// Reads a table; `name_column` is the one whose values name the results, where it is not
/// [`NAME_COLUMN`]. Where there is something wrong with a part of it, the rows before that are
/// given all the same.
#[must_use]
pub fn read_table(
    name: &str,
    bytes: Vec<u8>,
    name_column: Option<&str>,
) -> Outcome<Table> {
    let mut run = Run::default();
    let table = run.table(name, bytes, name_column);
    run.end(table)
}

impl Run {
    fn table(
        &mut self,
        name: &str,
        bytes: Vec<u8>,
        name_column: Option<&str>,
    ) -> Option<Table> {
        let (source, faults) = Source::decode(name, of_utf16(bytes));
        let file = self.sources.add(source);
        for fault in faults {
            // What is wrong with the letters of a row is told with its document.
            if let EncodingFault::Nul { .. } | EncodingFault::Legacy { .. } = fault {
                continue;
            }
            let span = Span::new(file, fault.range());
            self.diagnostics.push(unreadable(&fault), span);
            return None;
        }
        let source = self.sources.get(file);
        let (start, text) = (source.start(), source.text());
        let Rows { rows, open_quote } = rows(&text[start..]);
        let mut filled = rows.iter().filter(|row| row.iter().any(RowValue::is_filled));
        let head = filled.next();
        let names = |value: &RowValue| {
            fold(&value.text) == fold(name_column.unwrap_or(NAME_COLUMN))
        };
        let result = head.and_then(|head| head.iter().position(names));
        let is_used = |index: usize| {
            let name = head.and_then(|head| head.get(index));
            name.is_none_or(|name| !is_unused_column(&name.text))
        };
        let lines = |row: &[RowValue]| {
            let (first, last) = row.first().zip(row.last())?;
            let (from, to) = (start + first.range.start, start + last.range.end);
            let from = text[..from].rfind('\n').map_or(start, |at| at + 1);
            Some(from..text[to..].find('\n').map_or(text.len(), |end| to + end))
        };
        let table_row = |row: &Vec<RowValue>| {
            let mut used = row.iter().enumerate().filter(|(index, _)| is_used(*index));
            used.any(|(_, value)| value.is_filled()).then_some(())?;
            let first = row.iter().find(|value| value.is_filled())?;
            let named = result.and_then(|index| row.get(index));
            Some(TableRow {
                line: source.position(start + first.range.start).line,
                result: named.filter(|value| value.is_filled()).map(|v| v.text.clone()),
                range: lines(row)?,
            })
        };
        if let Some(place) = lost(&rows) {
            let span = Span::new(file, start + place.start..start + place.end);
            self.diagnostics.push(garbled(), span);
            return None;
        }
        let table = Table {
            name: name.to_owned(),
            text: text.to_owned(),
            head: head.and_then(|head| lines(head)).map_or(text.len(), |lines| lines.end),
            rows: filled.filter_map(table_row).collect(),
        };
        if let Some(quote) = open_quote {
            let place = Span::new(file, start + quote..start + quote + 1);
            self.diagnostics.push(csv_quote(), place);
        } else if table.rows.is_empty() {
            self.diagnostics.push(table_empty(), Span::new(file, start..table.head));
        }
        Some(table)
    }
}

/// The first cell that has lost letters, where so many have that it is no slip in a few.
fn lost(rows: &[Vec<RowValue>]) -> Option<Range<usize>> {
    let lost = |value: &&RowValue| lost_letters(&value.text).is_some();
    let mut garbled = rows.iter().filter_map(|row| row.iter().find(lost));
    let first = garbled.next()?;
    let others = garbled.count();
    (others > 0 && (others + 1) * 3 > rows.len()).then(|| first.range.clone())
}

/// The bytes of a text, which Excel saves as UTF-16 under the name of “Unicode Text”, in UTF-8.
fn of_utf16(bytes: Vec<u8>) -> Vec<u8> {
    let unit: fn([u8; 2]) -> u16 = match bytes.as_slice() {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return bytes,
    };
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map_or(bytes, String::into_bytes)
}

//! The row of a table whose values stand over a document: read with it, and named in what is said
//! of it.

use super::input::Row;
use super::run::Run;
use super::table::NAME_COLUMN;
use crate::diagnostic::{Bilingual, Diagnostic, Diagnostics};
use crate::front_matter::RowFile;
use crate::source::{FileId, RowValue, Sources, rows};

/// What a help says of repairs, which write into documents and not into tables.
const REPAIRS: [&str; 2] = ["; `vanban check --fix`", "; `--fix`"];

impl Run {
    /// The table with a row, among the sources.
    pub(super) fn row<'a>(&mut self, row: &Row<'a>) -> RowFile<'a> {
        let file = self.text(row.table.clone());
        self.row = Some(file);
        RowFile { file, name_column: row.name_column.unwrap_or(NAME_COLUMN) }
    }

    /// Names the row and the column of each problem that stands in the row.
    pub(super) fn name_cells(&mut self) {
        let Some(file) = self.row else { return };
        let cells = Cells::of(file, &self.sources);
        let found = std::mem::take(&mut self.diagnostics);
        let said = |one: &Diagnostic| {
            if one.span.file == file { cells.told(one) } else { one.clone() }
        };
        self.diagnostics = found.iter().map(said).collect::<Diagnostics>();
    }
}

/// The cells of a table with one row.
struct Cells {
    start: usize,
    line: usize,
    head: Vec<RowValue>,
    values: Vec<RowValue>,
}

impl Cells {
    fn of(file: FileId, sources: &Sources) -> Self {
        let source = sources.get(file);
        let start = source.start();
        let table = rows(&source.text()[start..]);
        let is_filled = |row: &Vec<RowValue>| row.iter().any(RowValue::is_filled);
        let mut filled = table.rows.into_iter().filter(is_filled);
        let (head, values) = (filled.next(), filled.next().unwrap_or_default());
        let first = values.iter().find(|value| value.is_filled());
        let line =
            first.map_or(0, |value| source.position(start + value.range.start).line);
        Self { start, line, head: head.unwrap_or_default(), values }
    }

    /// A problem in the table as it is told there.
    fn told(&self, one: &Diagnostic) -> Diagnostic {
        let mut one = Diagnostic { fix: None, ..one.clone() };
        let Bilingual { vi, en } = &mut one.problem.help;
        for help in [vi, en] {
            if let Some(end) = REPAIRS.iter().find_map(|repair| help.find(repair)) {
                help.truncate(end);
            }
        }
        if let Some(field) = one.problem.field.as_ref().map(|path| &path.field) {
            // A cell has the value alone: not `họ tên: …`.
            let (named, bare) = (format!("`{field}: "), "`");
            let Bilingual { vi, en } = &mut one.problem.help;
            (*vi, *en) = (vi.replace(&named, bare), en.replace(&named, bare));
        }
        if let Some(column) = self.column(one.span.start) {
            let name = self.head[column].text.split_whitespace().collect::<Vec<_>>();
            let (line, name) = (self.line, name.join(" "));
            let Bilingual { vi, en } = &mut one.problem.label;
            *vi = format!("{vi} (dòng {line}, cột `{name}`)");
            *en = format!("{en} (row {line}, column `{name}`)");
        }
        one
    }

    /// The column of the row in which a byte stands.
    fn column(&self, at: usize) -> Option<usize> {
        let holds = |value: &RowValue| {
            (self.start + value.range.start..=self.start + value.range.end).contains(&at)
        };
        let column = self.values.iter().position(holds)?;
        self.head.get(column).is_some_and(RowValue::is_filled).then_some(column)
    }
}

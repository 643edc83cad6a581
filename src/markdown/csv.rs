//! A table of values in rows (CSV), as spreadsheets save it → blocks.
//!
//! Values stand between `;`, `,` or tabs, whichever the first row has; `sep=;` in front of it
//! says so. What stands in quotes may have them in it, and line ends. Values are no Markdown.
//!
//! The crate `csv` says where a row begins, but not a value, to which problems have to point.

use std::ops::Range;

use crate::diagnostic::shared::{Large, too_large};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Text;
use crate::document::outline::{
    Alignment, Block, BlockKind, Cell, Inline, Table, plain_text,
};
use crate::source::{Sources, Span};

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&CSV_QUOTE];

/// Most cells, of which many may be empty.
const CELLS: usize = 100_000;

/// Reads a file as a table; its first row is the head.
pub(super) fn read(span: Span, sources: &Sources, found: &mut Diagnostics) -> Vec<Block> {
    let text = sources.slice(span);
    let mut rows = match Rows::of(text).read() {
        Ok(rows) => rows,
        Err(quote) => {
            let place = Span::new(span.file, span.start + quote..span.start + quote + 1);
            found.push(csv_quote(), place);
            return Vec::new();
        }
    };
    while rows.pop_if(|row| row.iter().all(|value| value.text.is_empty())).is_some() {}
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if rows.len().saturating_mul(columns) > CELLS {
        found.push(too_large(Large::Text, CELLS), span);
        return Vec::new();
    }
    let mut rows = rows.iter().map(|row| {
        let mut cells: Vec<Cell> = row.iter().map(|value| value.cell(span)).collect();
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

/// A value of a row, without what quotes it.
struct Value {
    text: String,
    range: Range<usize>,
}

impl Value {
    /// The value as a cell; lines of a value are lines of the cell.
    fn cell(&self, file: Span) -> Cell {
        let place = Span::new(
            file.file,
            file.start + self.range.start..file.start + self.range.end,
        );
        let lines = self.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut text = Vec::new();
        for line in lines {
            if !text.is_empty() {
                text.push(Inline::LineBreak);
            }
            text.push(Inline::Text(Text::new(line, place)));
        }
        Cell::from(text)
    }
}

/// Cuts a text into rows of values.
struct Rows<'a> {
    text: &'a str,
    at: usize,
    separator: char,
}

impl<'a> Rows<'a> {
    fn of(text: &'a str) -> Self {
        let first = text.lines().next().unwrap_or_default();
        let said = first.trim().strip_prefix("sep=").and_then(|rest| rest.chars().next());
        if let Some(separator) = said.filter(|c| [',', ';', '\t'].contains(c)) {
            let at =
                first.len() + text[first.len()..].find('\n').map_or(0, |end| end + 1);
            return Self { text, at, separator };
        }
        let mut quoted = false;
        let outside: String = first
            .chars()
            .filter(|c| {
                quoted ^= *c == '"';
                !quoted
            })
            .collect();
        let separator = ['\t', ';', ','].into_iter().find(|c| outside.contains(*c));
        Self { text, at: 0, separator: separator.unwrap_or(',') }
    }

    /// All rows but blank lines, or where a quotation begins that does not end.
    fn read(mut self) -> Result<Vec<Vec<Value>>, usize> {
        let mut rows = Vec::new();
        while self.at < self.text.len() {
            let row = self.row()?;
            if row.len() > 1 || row.iter().any(|value| !value.text.is_empty()) {
                rows.push(row);
            }
        }
        Ok(rows)
    }

    fn row(&mut self) -> Result<Vec<Value>, usize> {
        let mut row = Vec::new();
        loop {
            row.push(self.value()?);
            match self.text[self.at..].chars().next() {
                Some(c) if c == self.separator => self.at += c.len_utf8(),
                Some(c) => {
                    self.at += c.len_utf8();
                    return Ok(row);
                }
                None => return Ok(row),
            }
        }
    }

    /// The value up to the next separator or line end.
    fn value(&mut self) -> Result<Value, usize> {
        let rest = &self.text[self.at..];
        let blank = |c: char| c != self.separator && c != '\n' && c.is_whitespace();
        let start = self.at + rest.len() - rest.trim_start_matches(blank).len();
        let mut text = String::new();
        let mut end = start;
        if let Some(quoted) = self.text[start..].strip_prefix('"') {
            let mut rest = quoted;
            loop {
                let Some((part, behind)) = rest.split_once('"') else {
                    return Err(start);
                };
                text.push_str(part);
                rest = behind;
                let Some(behind) = rest.strip_prefix('"') else { break };
                text.push('"');
                rest = behind;
            }
            end = self.text.len() - rest.len();
        }
        let ends = [self.separator, '\n'];
        let more = self.text[end..].find(ends).unwrap_or(self.text.len() - end);
        text.push_str(&self.text[end..end + more]);
        self.at = end + more;
        let length = self.text[start..self.at].trim_end().len();
        Ok(Value { text: text.trim().to_owned(), range: start..start + length })
    }
}

/// A quotation in a CSV file that does not end.
static CSV_QUOTE: Rule = Rule {
    id: "csv-quote",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "Trong tệp CSV, ô bắt đầu bằng dấu `\"` thì kéo dài đến dấu `\"` tiếp theo; thiếu dấu \
             đó thì cả phần còn lại của tệp thành một ô.",
        en: "In a CSV file a value that begins with `\"` goes on to the next `\"`; without that \
             one, the rest of the file is one value.",
    },
    wrong: Example::fields(
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: danh-muc.csv}]",
    )
    .beside(&[("danh-muc.csv", "TT;Công trình\n1;\"Nhà văn hóa\n")]),
    right: Example::fields(
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: danh-muc.csv}]",
    )
    .with_body("Các thôn thực hiện theo Phụ lục kèm theo.")
    .beside(&[("danh-muc.csv", "TT;Công trình\n1;\"Nhà văn hóa\"\n")]),
    ..Rule::ERROR
};

fn csv_quote() -> Problem {
    CSV_QUOTE.problem(
        both!("ô này mở dấu `\"` mà không đóng", "this value begins with `\"` and does not end"),
        both!("dấu mở", "begins here"),
        both!(
            "thêm dấu `\"` vào cuối ô; muốn in đúng dấu `\"` ở đầu ô thì viết `\"\"\"`",
            "add `\"` at the end of the value; to print a `\"` in front of it write `\"\"\"`"
        ),
    )
}

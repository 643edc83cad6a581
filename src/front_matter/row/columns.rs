//! The columns of a table with one row: which field each of them is, and what the row has there.

use super::RowFile;
use super::problems::{cell_without_column, column_twice, letters_lost};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::shared::csv_quote;
use crate::document::{Manifest, field, fold};
use crate::front_matter::DOCUMENT;
use crate::front_matter::node::{Key, Kind, Node};
use crate::source::{
    FileId, RowValue, Source, Span, composed, is_unused_column, lost_letters, rows,
};

/// A column that is a field, or names the results.
pub(super) struct Column {
    /// What the head says.
    pub(super) head: String,
    /// The way to the field as the head says it, each step with its place there.
    pub(super) typed: Vec<Key>,
    /// The meeting, where the head names one of its fields alone.
    group: Option<Key>,
    /// What the row has there; nothing, where the cell is empty.
    pub(super) value: Option<Node>,
    /// Where the cell is.
    pub(super) cell: Span,
    /// Whether its values name the results.
    names_results: bool,
}

impl Column {
    /// The way to the field in a document of a kind, which may have one of that name itself.
    pub(super) fn path(&self, kind: Option<&Manifest>) -> Vec<Key> {
        let group = self.group.iter().filter(|_| !self.is_of_kind(kind));
        group.chain(&self.typed).cloned().collect()
    }

    /// Whether it is, or is in, a field that every document has.
    pub(super) fn is_of_document(&self) -> bool {
        let first = self.typed.first().map_or("", |key| key.name.as_str());
        DOCUMENT.fields().any(|name| fold(name) == first)
    }

    /// Whether its values are those of a field: what names the results need not be one.
    pub(super) fn is_field(&self, kind: Option<&Manifest>) -> bool {
        let is_known =
            || self.group.is_some() || self.is_of_document() || self.is_of_kind(kind);
        !self.names_results || is_known()
    }

    fn is_of_kind(&self, kind: Option<&Manifest>) -> bool {
        let first = self.typed.first().map_or("", |key| key.name.as_str());
        kind.is_some_and(|kind| kind.fields.find(first).is_some())
    }
}

/// The columns of a table and what its row has in them.
pub(super) fn columns(
    row: RowFile<'_>,
    source: &Source,
    found: &mut Diagnostics,
) -> Vec<Column> {
    let start = source.start();
    let table = rows(source.slice(start..source.text().len()));
    if let Some(quote) = table.open_quote {
        let place = Span::new(row.file, start + quote..start + quote + 1);
        found.push(csv_quote(), place);
    }
    let mut filled = table.rows.iter().filter(|row| row.iter().any(RowValue::is_filled));
    let (Some(head), values) = (filled.next(), filled.next()) else { return Vec::new() };
    let values = values.map_or(&[][..], Vec::as_slice);
    let end = values.last().map_or(source.text().len(), |last| start + last.range.end);
    let place = Place { file: row.file, start };
    let mut columns: Vec<Column> = Vec::new();
    for index in 0..head.len().max(values.len()) {
        let (name, value) = (head.get(index), values.get(index));
        let value = value.filter(|value| value.is_filled());
        let Some(name) = name.filter(|name| name.is_filled()) else {
            if let Some(value) = value {
                found.push(cell_without_column(), place.of(value));
            }
            continue;
        };
        if is_unused_column(&name.text) {
            continue;
        }
        let typed = steps(name, place, source);
        let first = typed.first();
        let group =
            first.filter(|first| DOCUMENT.has_only_in(field::MEETING.name, &first.name));
        let group = group.map(|first| Key::new(field::MEETING.name, first.span));
        let names = fold(row.name_column) == fold(&name.text);
        let column = Column {
            head: composed(&name.text),
            typed,
            group,
            value: None,
            cell: Span::default(),
            names_results: names,
        };
        let is_same = |other: &&Column| overlap(&other.path(None), &column.path(None));
        if let Some(other) = columns.iter().find(is_same) {
            let first = other.typed.iter().map(|key| key.span).reduce(Span::to);
            let (here, first) = (place.of(name), first.unwrap_or_default());
            found.push_related(column_twice(&name.text), here, first);
            continue;
        }
        let cell =
            values.get(index).map_or(Span::new(row.file, end..end), |v| place.of(v));
        let value = value.map(|value| {
            let text = composed(&value.text.replace("\r\n", "\n"));
            Node { span: cell, kind: Kind::Scalar(text) }
        });
        let lost =
            values.get(index).and_then(|value| Some((value, lost_letters(&value.text)?)));
        if let Some((value, lost)) = lost {
            found.push(letters_lost(&value.text[lost]), cell);
        }
        columns.push(Column { value, cell, ..column });
    }
    columns
}

/// Where the text of a table begins.
#[derive(Clone, Copy)]
struct Place {
    file: FileId,
    start: usize,
}

impl Place {
    fn of(self, value: &RowValue) -> Span {
        Span::new(self.file, self.start + value.range.start..self.start + value.range.end)
    }
}

/// What stands between the steps of a path: `cuộc họp.giờ`, `cuộc họp / giờ`, and, as
/// `check --resolved` prints it, `cuộc họp › giờ`.
const STEPS: [char; 3] = ['.', '/', '›'];

/// The steps of the name in a head.
fn steps(name: &RowValue, place: Place, source: &Source) -> Vec<Key> {
    let span = place.of(name);
    let written = source.slice(span.range());
    let mut path = Vec::new();
    let mut at = span.start;
    for part in written.split(STEPS) {
        let step = part.trim_matches(|c: char| c == '"' || c.is_whitespace());
        if !step.is_empty() {
            let start = at + part.find(step).unwrap_or_default();
            let span = Span::new(span.file, start..start + step.len());
            path.push(Key::new(composed(step), span));
        }
        let behind = source.text()[at + part.len()..].chars().next();
        at += part.len() + behind.map_or(0, char::len_utf8);
    }
    if path.is_empty() {
        path.push(Key::new(name.text.as_str(), span));
    }
    path
}

/// Whether two columns have something to say of one field.
fn overlap(one: &[Key], other: &[Key]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.name == other.name)
}

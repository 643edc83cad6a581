//! A row of a table of values (CSV): fields that stand over those of the document. The head of
//! each column names its field.

mod columns;
pub(super) mod problems;

use super::fields::problems::{UNKNOWN_FIELD, missing};
use super::list_lines::{self, LISTS};
use super::merge::overlay;
use super::node::{Key, Kind, Node};
use super::plain::TAG_IN_FIELD;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::document::{Manifest, Takes, Text, field, fold};
use crate::source::{FileId, Sources, Span};
use columns::{Column, columns};
use problems::{add_column, break_line, column_over_list, empty_cell, unknown_column};

/// A table with one row, and the column whose values name the results.
#[derive(Debug, Clone, Copy)]
pub struct RowFile<'a> {
    /// The table: its head, then the row.
    pub file: FileId,
    /// The column whose values name the results: it need not be a field.
    pub name_column: &'a str,
}

/// The fields of a row.
pub(super) struct Row {
    file: FileId,
    columns: Vec<Column>,
}

impl Row {
    /// Reads a row, and says what is wrong with its columns.
    pub(super) fn read(
        row: RowFile<'_>,
        sources: &Sources,
        found: &mut Diagnostics,
    ) -> Self {
        Self { file: row.file, columns: columns(row, sources.get(row.file), found) }
    }

    /// The document's own fields with those of the row in their place that every document has:
    /// its kind may be among them.
    pub(super) fn over_own(&self, tree: Node, sources: &Sources) -> Node {
        self.put_over(tree, sources, |column| {
            column.is_of_document().then(|| column.path(None))
        })
    }

    /// The fields of a document with those of the row in their place; a cell that is left empty
    /// leaves what the document says.
    pub(super) fn over(
        &self,
        tree: Node,
        kind: Option<&Manifest>,
        sources: &Sources,
    ) -> Node {
        let mut tree = self.put_over(tree, sources, |column| {
            let path = column.path(kind);
            // What holds for one template alone was taken out of the document's own fields.
            let is_section =
                path.first().is_some_and(|key| key.name == field::SECTIONS.key);
            (column.is_field(kind) && !is_section).then_some(path)
        });
        // What a kind has for a list of its own.
        for (name, form) in kind.iter().flat_map(|kind| &kind.fields.0) {
            let value = tree.get_mut(&fold(name.as_str()));
            if let Some(value) = value.filter(|value| value.span.file == self.file)
                && form.takes() == Takes::List
            {
                list_lines::listed(value, sources.get(self.file));
                list_of_one(value);
            }
        }
        tree
    }

    fn put_over(
        &self,
        tree: Node,
        sources: &Sources,
        path: impl Fn(&Column) -> Option<Vec<Key>>,
    ) -> Node {
        let mut row = Node { span: tree.span, kind: Kind::Map(Vec::new()) };
        for column in &self.columns {
            if let (Some(value), Some(path)) = (&column.value, path(column)) {
                put(&mut row, &path, value.clone());
            }
        }
        list_lines::split_lists(&mut row, sources.get(self.file));
        list_single(&mut row);
        overlay(row, tree)
    }

    /// Says which columns are part of what the document itself has as a list: they would take its
    /// place.
    pub(super) fn check(&self, tree: &Node, found: &mut Diagnostics) {
        for column in self.columns.iter().filter(|column| column.value.is_some()) {
            let (path, mut node) = (column.path(None), Some(tree));
            for (key, below) in path.iter().zip(path.iter().skip(1)) {
                node = node.and_then(|node| node.get(&key.name));
                let is_list = node.is_some_and(|node| matches!(node.kind, Kind::List(_)));
                if is_list && !is_list_of_groups(key) {
                    found.push(column_over_list(&key.text), key.span.to(below.span));
                }
            }
        }
    }

    /// Says of a field that nobody knows that it is a column, and what is missing at the cell that
    /// is empty.
    pub(super) fn explain(&self, found: &Diagnostics) -> Diagnostics {
        let all = found.iter().cloned().map(|mut one| {
            if let Some(cell) = self.empty_cell(&one.problem) {
                one.problem = empty_cell(&one.problem);
                one.span = cell;
            } else if one.span.file == self.file {
                self.explain_here(&mut one);
            }
            one
        });
        all.collect()
    }

    /// The empty cell whose field a problem misses.
    fn empty_cell(&self, problem: &Problem) -> Option<Span> {
        missing(problem)?;
        let path = problem.field.as_ref()?;
        let wanted = path.parent.iter().chain([&path.field]).map(|name| fold(name));
        let wanted: Vec<String> = wanted.collect();
        let lacks = |column: &&Column| {
            let path = column.path(None);
            let names: Vec<&str> = path.iter().map(|key| key.name.as_str()).collect();
            column.value.is_none()
                && names.ends_with(&wanted.iter().map(String::as_str).collect::<Vec<_>>())
        };
        self.columns.iter().find(lacks).map(|column| column.cell)
    }

    /// Says at a column what is said of its field in a document.
    fn explain_here(&self, one: &mut Diagnostic) {
        if one.problem.breaks(&TAG_IN_FIELD) {
            one.problem.help = break_line();
        }
        let keys =
            |column: &Column| column.typed.iter().position(|key| key.span == one.span);
        let found = self.columns.iter().find_map(|column| Some((column, keys(column)?)));
        let Some((column, at)) = found else { return };
        if one.problem.breaks(&UNKNOWN_FIELD) {
            let near = one.problem.suggestion.take();
            one.problem = match (at, column.typed.last()) {
                (0, Some(last)) => {
                    one.span = one.span.to(last.span);
                    unknown_column(&column.head, near.as_deref())
                }
                _ => unknown_column(&column.typed[at].text, near.as_deref()),
            };
        } else if let Some(field) = missing(&one.problem).map(str::to_owned) {
            let group: Vec<&str> =
                column.typed[..=at].iter().map(|key| key.text.as_str()).collect();
            one.problem.help = add_column(&group.join("."), &field);
        }
    }

    /// What its cells say.
    pub(super) fn texts(&self) -> Vec<Text> {
        let values = self.columns.iter().filter_map(|column| column.value.as_ref());
        values.filter_map(|node| Some(Text::new(node.as_text()?, node.span))).collect()
    }
}

/// Puts a value at the end of a path of groups.
fn put(tree: &mut Node, path: &[Key], value: Node) {
    let [key, below @ ..] = path else {
        *tree = value;
        return;
    };
    let Some(fields) = tree.fields_mut() else { return };
    let known = fields.iter().position(|(other, _)| other.name == key.name);
    let index = known.unwrap_or_else(|| {
        let group = Node { span: key.span, kind: Kind::Map(Vec::new()) };
        let is_list = !below.is_empty() && is_list_of_groups(key);
        let kind = if is_list { Kind::List(vec![group]) } else { group.kind };
        fields.push((key.clone(), Node { span: key.span, kind }));
        fields.len() - 1
    });
    match &mut fields[index].1 {
        Node { kind: Kind::List(entries), .. } if !below.is_empty() => {
            for entry in entries {
                put(entry, below, value.clone());
            }
        }
        node => put(node, below, value),
    }
}

/// Makes lists of texts that stand where a list belongs: a cell may have one entry.
fn list_single(node: &mut Node) {
    match &mut node.kind {
        Kind::Null | Kind::Scalar(_) => {}
        Kind::List(list) => list.iter_mut().for_each(list_single),
        Kind::Map(map) => {
            for (key, value) in map {
                let is_list = LISTS.contains(&key.name.as_str());
                match &value.kind {
                    Kind::Scalar(_) if is_list => list_of_one(value),
                    Kind::Null | Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) => {
                        list_single(value);
                    }
                }
            }
        }
    }
}

/// Makes a list of a text.
fn list_of_one(value: &mut Node) {
    if let Kind::Scalar(_) = value.kind {
        let (span, entry) = (value.span, value.clone());
        *value = Node { span, kind: Kind::List(vec![entry]) };
    }
}

/// Whether a field is a list whose entries have fields of their own: `dự họp.họ tên` is that of
/// its one entry.
fn is_list_of_groups(key: &Key) -> bool {
    LISTS.contains(&key.name.as_str()) && key.name != field::RECIPIENTS.key
}

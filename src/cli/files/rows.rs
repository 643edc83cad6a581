//! The table of `--data`, read once, and its rows.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::folder::is_defaults;
use super::read::read;
use super::suggest::similar;
use crate::cli::arguments::data::DataArgs;
use crate::cli::exit::Abort;
use crate::cli::terminal::{file_errors, misuse};
use crate::{Outcome, Report, Table, TableRow, read_table};

/// The table of a run.
#[derive(Debug)]
pub(crate) struct Data {
    /// Where it is.
    pub(crate) path: PathBuf,
    table: Table,
    name_column: Option<String>,
}

/// A row of the table of a run.
#[derive(Debug, Clone)]
pub(crate) struct DataRow {
    data: Arc<Data>,
    index: usize,
}

/// A row as it goes to the library: the name of the table and its bytes with that row alone, the
/// column that names the results.
#[derive(Debug, Clone)]
pub(crate) struct LoadedRow {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) name_column: Option<String>,
}

impl Data {
    /// Reads the table that a command asks for, and what is wrong with it as a whole: then there
    /// are only the rows that could be read. There is nothing where none is asked for.
    ///
    /// # Errors
    /// Says what is wrong with the call, or why the table cannot be read.
    pub(crate) fn read(
        files: &[PathBuf],
        arguments: &DataArgs,
    ) -> Result<Option<(Arc<Self>, Report)>, Abort> {
        let Some(path) = &arguments.data else { return Ok(None) };
        let [document] = files else {
            return Err(Abort::usage(misuse::data_of_many(path)));
        };
        if document.is_dir() {
            return Err(Abort::usage(misuse::data_of_many(path)));
        }
        if [document, path].iter().any(|file| file.as_os_str() == "-") {
            return Err(Abort::usage(misuse::data_of_stdin()));
        }
        if is_defaults(document) {
            return Err(Abort::usage(misuse::defaults_given(document)));
        }
        let bytes = read(path).map_err(|error| {
            Abort::environment(match error.kind() {
                std::io::ErrorKind::NotFound => {
                    file_errors::missing(path, &similar(path))
                }
                _ => file_errors::unreadable(path, &error),
            })
        })?;
        let name = path.display().to_string();
        let name_column = arguments.name_column.clone();
        let Outcome { output, report } = read_table(&name, bytes, name_column.as_deref());
        let table = output.unwrap_or_default();
        let data = Self { path: path.clone(), table, name_column };
        Ok(Some((Arc::new(data), report)))
    }

    /// Its rows.
    pub(crate) fn rows(self: &Arc<Self>) -> impl Iterator<Item = DataRow> {
        let rows = 0..self.table.rows().len();
        rows.map(|index| DataRow { data: Arc::clone(self), index })
    }
}

impl DataRow {
    /// What it names its result, where it does.
    pub(crate) fn result(&self) -> Option<&str> {
        self.row().result.as_deref()
    }

    /// The line in which it begins.
    pub(crate) fn line(&self) -> usize {
        self.row().line
    }

    /// The table, as shown to the user.
    pub(crate) fn table(&self) -> &str {
        self.data.table.name()
    }

    /// What stands for the document of the row where documents are told apart by their paths.
    pub(crate) fn of(&self, document: &Path) -> PathBuf {
        let mut name = document.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}", self.line()));
        document.with_file_name(name)
    }

    /// The row, for the library.
    pub(crate) fn load(&self) -> LoadedRow {
        let Data { table, name_column, .. } = &*self.data;
        LoadedRow {
            name: table.name().to_owned(),
            bytes: table.only(self.row()),
            name_column: name_column.clone(),
        }
    }

    /// What was found in the document of the row, with its places in the file of the table.
    pub(crate) fn restore(&self, report: &mut Report) {
        self.data.table.restore(self.row(), report);
    }

    fn row(&self) -> &TableRow {
        &self.data.table.rows()[self.index]
    }
}

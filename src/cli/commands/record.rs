//! `--report`: a line of JSON for each document, written as soon as it is its turn.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;

use crate::cli::digest::Digest;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::kind::{Kind, keep_others};
use crate::cli::files::rows::DataRow;
use crate::cli::stdout::STDOUT;
use crate::cli::terminal::{Terminal, file_errors};

/// The file of `--report`, where there is one.
pub(super) struct Record {
    file: Option<(Box<dyn Write>, PathBuf)>,
}

/// What is recorded of a document.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    input: String,
    /// The table and the line of the row whose values stand over the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    result: Ending,
    outputs: Vec<Output>,
    errors: usize,
    warnings: usize,
    seconds: f64,
}

/// How it went with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Ending {
    /// It was built.
    Built,
    /// It was checked and is sound.
    Sound,
    /// Nothing has changed.
    Unchanged,
    /// It has errors, or could not be read or written.
    Failed,
}

/// One file of a result.
#[derive(Debug, Serialize)]
struct Output {
    path: String,
    sha256: Digest,
}

impl Line {
    /// A document that has failed so far.
    pub(super) fn new(input: &Path, row: Option<&DataRow>, took: Duration) -> Self {
        Self {
            input: input.display().to_string(),
            data: row.map(|row| row.table().to_owned()),
            row: row.map(DataRow::line),
            result: Ending::Failed,
            outputs: Vec::new(),
            errors: 0,
            warnings: 0,
            // Milliseconds are what can be compared.
            seconds: (took.as_secs_f64() * 1000.0).round() / 1000.0,
        }
    }

    /// Records how many problems the document has.
    pub(super) fn count(&mut self, errors: usize, warnings: usize) {
        (self.errors, self.warnings) = (errors, warnings);
    }

    /// Records how it went well.
    pub(super) fn ended(
        &mut self,
        result: Ending,
        paths: &[PathBuf],
        digests: &[Digest],
    ) {
        self.result = result;
        let output = |(path, sha256): (&PathBuf, &Digest)| Output {
            path: path.display().to_string(),
            sha256: *sha256,
        };
        self.outputs = paths.iter().zip(digests).map(output).collect();
    }
}

impl Record {
    /// Begins the file; a report of another run gives way, nothing else does.
    pub(super) fn begin(path: Option<&Path>) -> Result<Self, Abort> {
        let Some(path) = path.map(Path::to_owned) else { return Ok(Self { file: None }) };
        if path.as_os_str() == "-" {
            return Ok(Self { file: Some((Box::new(io::stdout()), STDOUT.into())) });
        }
        keep_others(std::slice::from_ref(&path), Kind::Report)?;
        let file = File::create(&path).map_err(|error| {
            Abort::environment(file_errors::unwritable(&path, &error))
        })?;
        Ok(Self { file: Some((Box::new(file), path)) })
    }

    /// Adds a line; says once where that is not possible.
    pub(super) fn add(&mut self, line: &Line, terminal: &Terminal) -> Exit {
        let Some((file, path)) = &mut self.file else { return Exit::Done };
        let json = serde_json::to_string(line).unwrap_or_default() + "\n";
        let mut written = Ok(());
        terminal.aside(|| {
            written = file.write_all(json.as_bytes()).and_then(|()| file.flush());
        });
        let Err(error) = written else { return Exit::Done };
        let abort = Abort::environment(file_errors::unwritable(path, &error));
        self.file = None;
        abort.end(terminal)
    }
}

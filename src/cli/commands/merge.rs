//! `vanban build --data --merge`: the documents of all rows of a table in one PDF.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::record::{Ending, Line, Record};
use super::reported::Reported;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::digest::Digest;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::guard::Guard;
use crate::cli::files::kind::Kind;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::{Target, make_folder};
use crate::cli::files::plan::{Plan, plan};
use crate::cli::files::row_names::RowNames;
use crate::cli::files::rows::{Data, DataRow};
use crate::cli::files::surroundings::Surroundings;
use crate::cli::isolation::isolated;
use crate::cli::opening::open_results;
use crate::cli::parallel::in_order;
use crate::cli::terminal::{Documents, Terminal, Unit, file_errors, misuse, results};
use crate::diagnostic::Severity;
use crate::{Joined, Outcome, Pages, Standards, printable};

/// Builds one PDF of all rows; one with problems is left out of it.
pub(super) fn run(
    arguments: &BuildArgs,
    format: Format,
    surroundings: &Surroundings<'_>,
    terminal: &Terminal,
) -> Result<Exit, Abort> {
    if format != Format::Pdf {
        return Err(Abort::usage(misuse::merge_as(format.extension())));
    }
    let Some((data, report)) = Data::read(&arguments.files, &arguments.data)? else {
        return Err(Abort::usage(misuse::no_value("--data")));
    };
    let document = arguments.files[0].as_path();
    let planned = plan(arguments.files.clone(), arguments, format, surroundings);
    let Plan { jobs, mut guard } = planned.map_err(Abort::usage)?;
    let target = jobs.into_iter().next().map(|job| job.target);
    let target = target.unwrap_or(Ok(Target::Stdout)).map_err(Abort::usage)?;
    let loaded = Loaded::read(document, surroundings).map_err(Abort::environment)?;
    if loaded.runs_own_templates() {
        return Err(Abort::usage(misuse::merge_of_own_templates()));
    }
    guard.keep([data.path.clone()].into_iter().chain(arguments.batch.report.clone()));
    guard.keep(loaded.draws_on());
    if let Some(folder) = &arguments.result.out_dir {
        make_folder(folder).map_err(Abort::environment)?;
    }
    terminal.show(&report);
    let failed = report.diagnostics.has_errors();
    let rows: Vec<DataRow> = data.rows().collect();
    if rows.len() > Joined::MOST_PAGES {
        return Err(too_many(&data));
    }
    let documents =
        Documents { all: rows.len(), unit: Unit::Row, ..Documents::default() };
    let mut merger = Merger {
        arguments,
        terminal,
        guard,
        reported: Reported::default(),
        joined: Joined::default(),
        names: RowNames::new(document, document, rows.len()),
        record: Record::begin(arguments.batch.report.as_deref())?,
        lines: Vec::new(),
        documents,
        failed_rows: Vec::new(),
        is_full: false,
        exit: if failed { Exit::Problems } else { Exit::Done },
    };
    terminal.begin(rows.len());
    let make = |row: DataRow| {
        let begun = Instant::now();
        let loaded = Loaded::read(document, surroundings);
        let outcome = loaded.map(|loaded| loaded.with_row(row.load()).run(printable));
        Set { row, outcome: outcome.map_err(Abort::environment), took: begun.elapsed() }
    };
    in_order(rows, arguments.batch.threads(), make, |set| merger.add(document, set));
    let took = terminal.end();
    merger.end(document, &target, &data, took)
}

/// More pages than are merged.
fn too_many(data: &Data) -> Abort {
    Abort::problem(file_errors::merged_too_many(&data.path, Joined::MOST_PAGES))
}

/// How it went with a row.
struct Set {
    row: DataRow,
    outcome: Result<Outcome<Pages>, Abort>,
    took: Duration,
}

/// What the rows come to.
struct Merger<'a> {
    arguments: &'a BuildArgs,
    terminal: &'a Terminal,
    guard: Guard,
    reported: Reported,
    joined: Joined,
    /// The bookmarks.
    names: RowNames,
    record: Record,
    /// What is recorded of the rows; those that failed are marked so.
    lines: Vec<(Line, bool)>,
    documents: Documents,
    failed_rows: Vec<usize>,
    /// Whether there were more pages than are merged.
    is_full: bool,
    /// How the run ends, by what was seen so far.
    exit: Exit,
}

impl Merger<'_> {
    /// Adds the pages of a row, or says what is wrong with it.
    fn add(&mut self, document: &Path, set: Set) {
        let Set { row, outcome, took } = set;
        let name = self.names.next(row.result());
        let name = name.file_stem().unwrap_or_default().to_string_lossy();
        let mut line = Line::new(document, Some(&row), took);
        let exit = match outcome {
            Ok(outcome) => self.taken(outcome, (&row, &name), &mut line),
            Err(abort) => abort.end(self.terminal),
        };
        if exit != Exit::Done {
            self.documents.failed += 1;
            self.failed_rows.push(row.line());
        }
        self.lines.push((line, exit != Exit::Done));
        self.exit = self.exit.max(exit);
        self.terminal.step();
    }

    fn taken(
        &mut self,
        outcome: Outcome<Pages>,
        (row, name): (&DataRow, &str),
        line: &mut Line,
    ) -> Exit {
        let Outcome { output, mut report } = outcome;
        report.diagnostics.retain(|one| !one.is_advice());
        let warnings = report.diagnostics.count(Severity::Warning);
        line.count(report.diagnostics.count(Severity::Error), warnings);
        let denied = self.arguments.result.deny_warnings && warnings > 0;
        let exit = match output.filter(|_| !denied) {
            Some(pages) if self.joined.add(&pages, name, &report.sources) => Exit::Done,
            Some(_) => {
                self.is_full = true;
                Exit::Problems
            }
            None => Exit::Problems,
        };
        row.restore(&mut report);
        self.reported.drop_repeated(&mut report, true);
        self.terminal.show(&report);
        exit
    }

    /// Writes the PDF, and says how it went.
    fn end(
        mut self,
        document: &Path,
        target: &Target,
        data: &Data,
        took: Option<Duration>,
    ) -> Result<Exit, Abort> {
        if self.is_full {
            return Err(too_many(data));
        }
        let count = self.joined.count();
        let joined = std::mem::take(&mut self.joined);
        let pdf = isolated(|| joined.pdf(&Standards::default())).flatten();
        let pdf: Vec<Vec<u8>> = pdf.into_iter().collect();
        if count > 0 && pdf.is_empty() {
            return Err(Abort::problem(file_errors::not_merged(document)));
        }
        let mut paths: Vec<PathBuf> = Vec::new();
        if !pdf.is_empty() {
            let kind = Kind::Document(Format::Pdf);
            self.guard.claim(document, &target.paths(pdf.len()), kind)?;
            paths = target.write(&pdf).map_err(Abort::environment)?;
        }
        for path in &paths {
            self.terminal.say(&results::built(path));
        }
        let digests: Vec<Digest> = pdf.iter().map(|file| Digest::of(file)).collect();
        for (mut line, failed) in std::mem::take(&mut self.lines) {
            if !failed {
                line.ended(Ending::Built, &paths, &digests);
            }
            self.exit = self.exit.max(self.record.add(&line, self.terminal));
        }
        let rows = (data.path.as_path(), self.failed_rows.as_slice());
        self.terminal.say(&results::merged(self.documents, rows, took));
        if self.arguments.open {
            open_results(&paths, self.terminal);
        }
        Ok(self.exit)
    }
}

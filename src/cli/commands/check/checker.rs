//! What comes of the documents that are checked, told one after another and as a whole.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use serde_json::json;

use super::super::fix;
use super::super::record::{Ending, Line, Record};
use super::super::reported::Reported;
use super::{Checkable, Checked, Ended, Values};
use crate::cli::arguments::check::{CheckArgs, ReportFormat};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::surroundings::Surroundings;
use crate::cli::stdout::print;
use crate::cli::terminal::{Counts, Documents, Terminal, results};
use crate::cli::worker::Workers;
use crate::diagnostic::{Severity, render_json, render_sarif};
use crate::{Compared, Report, all_rules, check_series};

/// What all documents of a run have in common when their problems are told.
pub(super) struct Checker<'a> {
    arguments: &'a CheckArgs,
    terminal: &'a Terminal,
    /// What is told at the end, for machines.
    reports: Vec<Report>,
    values: Vec<Values>,
    /// What of the documents is compared, by the names of their files.
    compared: Vec<(String, Compared)>,
    reported: Reported,
    record: Record,
    counts: Counts,
    pub(super) documents: Documents,
    /// Those that failed.
    failed: BTreeSet<String>,
    fixable: usize,
    /// How the run ends, by what was seen so far.
    pub(super) exit: Exit,
}

impl<'a> Checker<'a> {
    pub(super) fn new(
        arguments: &'a CheckArgs,
        terminal: &'a Terminal,
        record: Record,
    ) -> Self {
        Self {
            arguments,
            terminal,
            reports: Vec::new(),
            values: Vec::new(),
            compared: Vec::new(),
            reported: Reported::default(),
            record,
            counts: Counts::default(),
            documents: Documents::default(),
            failed: BTreeSet::new(),
            fixable: 0,
            exit: Exit::Done,
        }
    }

    /// Mends what can be mended, in one document after another: they share files.
    pub(super) fn mend(
        &mut self,
        files: &[Checkable],
        shared: &Surroundings<'_>,
        workers: &Workers,
    ) {
        for Checkable { file, .. } in files {
            if let Err(message) = fix::apply(file, shared, self.terminal, workers) {
                self.terminal.say(&message);
                self.exit = Exit::Environment;
            }
        }
    }

    /// Shows what could be mended.
    pub(super) fn show_mended(
        &mut self,
        files: &[Checkable],
        shared: &Surroundings<'_>,
        workers: &Workers,
    ) -> Result<(), Abort> {
        for Checkable { file, .. } in files {
            match fix::difference(file, shared, workers) {
                Ok(shown) => print(&shown).map_err(Abort::environment)?,
                Err(message) => {
                    self.terminal.say(&message);
                    self.exit = Exit::Environment;
                }
            }
        }
        Ok(())
    }

    /// Tells what came of a document, or keeps it for the end.
    pub(super) fn end(&mut self, ended: Ended) {
        let Ended { input, checked, took } = ended;
        let mut line = Line::new(&input.file, input.row.as_ref(), took);
        let exit = match checked {
            Ok(checked) => self.tell(&input, checked, &mut line),
            Err(message) => Abort::environment(message).end(self.terminal),
        };
        let recorded = self.record.add(&line, self.terminal);
        self.documents.all += 1;
        if exit != Exit::Done {
            self.failed.insert(input.name().display().to_string());
        }
        self.exit = self.exit.max(exit).max(recorded);
        self.terminal.step();
    }

    /// Tells what is wrong with a table as a whole.
    pub(super) fn tell_table(&mut self, mut report: Report) {
        if report.diagnostics.has_errors() {
            self.exit = self.exit.max(Exit::Problems);
        }
        // It is no document of its own.
        self.reported.drop_repeated(&mut report, true);
        self.counts.add(&report);
        self.show(report);
    }

    fn tell(&mut self, input: &Checkable, checked: Checked, line: &mut Line) -> Exit {
        let Checked { mut report, compared, values, unchanged } = checked;
        self.compared.extend(compared.map(|one| (input.file.display().to_string(), one)));
        self.documents.unchanged += usize::from(unchanged);
        let failed = is_failure(&report, self.arguments.deny_warnings);
        let count = |severity| report.diagnostics.count(severity);
        line.count(count(Severity::Error), count(Severity::Warning));
        if !failed {
            let ending = if unchanged { Ending::Unchanged } else { Ending::Sound };
            line.ended(ending, &[], &[]);
        }
        if let Some(row) = &input.row {
            row.restore(&mut report);
        }
        self.reported.drop_repeated(&mut report, input.row.is_some());
        self.counts.add(&report);
        self.fixable += fix::count(&report);
        self.values.extend(values);
        self.show(report);
        if failed { Exit::Problems } else { Exit::Done }
    }

    /// Tells what is wrong with the documents against each other.
    fn compare(&mut self) {
        for report in check_series(&self.compared, |name| fs::read(name).ok()) {
            if is_failure(&report, self.arguments.deny_warnings) {
                self.exit = self.exit.max(Exit::Problems);
                self.failed
                    .extend(report.sources.all().map(|file| file.name().to_owned()));
            }
            self.counts.add(&report);
            self.show(report);
        }
    }

    /// Shows a report, or keeps it for the end.
    fn show(&mut self, report: Report) {
        if self.for_people() {
            self.terminal.show(&report);
        } else if !report.diagnostics.is_empty() {
            self.reports.push(report);
        }
    }

    /// Whether problems are told to people.
    fn for_people(&self) -> bool {
        self.arguments.resolved || self.arguments.format == ReportFormat::Human
    }

    /// Tells what is left.
    pub(super) fn report(mut self, took: Option<Duration>) -> Result<Exit, Abort> {
        if !self.arguments.resolved {
            self.compare();
        }
        self.documents.failed = self.failed.len();
        let (format, lang) = (self.arguments.format, self.terminal.lang());
        if self.for_people() {
            if self.arguments.resolved {
                self.terminal.count(self.counts);
            } else {
                if self.documents.all > 0 {
                    let checked = results::checked(self.counts, self.documents, took);
                    self.terminal.say(&checked);
                }
                if self.fixable > 0 {
                    self.terminal.say(&results::fixable(self.fixable));
                }
            }
        }
        let all =
            self.reports.iter().map(|report| (&report.diagnostics, &report.sources));
        let text = match format {
            _ if self.arguments.resolved => self.resolved(format),
            ReportFormat::Human => return Ok(self.exit),
            ReportFormat::Json => render_json(all, lang),
            ReportFormat::Sarif => render_sarif(all, all_rules(), lang),
        };
        print(&text).map_err(Abort::environment)?;
        Ok(self.exit)
    }

    fn resolved(&self, format: ReportFormat) -> String {
        if format == ReportFormat::Json {
            let entries: Vec<_> = self.values.iter().flat_map(|v| &v.entries).collect();
            return format!("{:#}\n", json!(entries));
        }
        let several = self.values.len() > 1;
        let part = |values: &Values| {
            let Values { document, lines, .. } = values;
            if several { format!("{document}\n{lines}\n") } else { lines.clone() }
        };
        self.values.iter().map(part).collect()
    }
}

/// Whether a document counts as failed.
fn is_failure(report: &Report, deny_warnings: bool) -> bool {
    report.diagnostics.has_errors()
        || (deny_warnings && report.diagnostics.count(Severity::Warning) > 0)
}

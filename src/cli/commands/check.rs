//! `vanban check`: everything that is wrong or doubtful in documents, without writing any.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::record::{Ending, Line, Record};
use super::reported::Reported;
use super::{attached, fix, resolved, rules};
use crate::cli::arguments::check::{CheckArgs, ReportFormat};
use crate::cli::cache::{Entry, Slot};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::documents;
use crate::cli::files::folder::is_defaults;
use crate::cli::files::fonts;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::owner::Owners;
use crate::cli::files::rows::{Data, DataRow};
use crate::cli::files::shard::Shard;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::parallel::in_order;
use crate::cli::stdout::print;
use crate::cli::terminal::{Counts, Documents, Message, Terminal, Unit, misuse, results};
use crate::cli::worker::{Work, Workers};
use crate::diagnostic::{Lang, Severity, render_json, render_sarif};
use crate::{
    Compared, Outcome, Report, all_rules, check_defaults, check_series, compared, resolve,
};

/// Checks every document and reports in the form asked for.
pub(crate) fn run(arguments: &CheckArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    if arguments.list {
        return rules::list(terminal);
    }
    if let Some(name) = &arguments.explain {
        return rules::explain(name, terminal);
    }
    if let Some(misuse) = misuse(arguments) {
        return Err(Abort::usage(misuse));
    }
    let shard = Shard::of(arguments.batch.shard.as_deref()).map_err(Abort::usage)?;
    let data = Data::read(&arguments.files, &arguments.data)?;
    let record = Record::begin(arguments.batch.report.as_deref())?;
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let surroundings = Surroundings::new(fonts, &arguments.template)
        .watching(arguments.batch.if_changed)
        .for_issue(arguments.for_issue);
    let owners = Owners::new(&surroundings);
    let found = owners.without_attachments(documents(&arguments.files));
    let (files, unreadable) = (found.files, found.unreadable);
    let mut inputs: Vec<Checkable> = match &data {
        Some((data, _)) => {
            let file = arguments.files[0].clone();
            data.rows()
                .map(|row| Checkable { file: file.clone(), row: Some(row) })
                .collect()
        }
        None => files.into_iter().map(|file| Checkable { file, row: None }).collect(),
    };
    inputs.retain(|input| shard.has(&input.name()));
    let workers = Workers::default();
    let mut checker = Checker::new(arguments, terminal, record);
    if let Some((_, report)) = data {
        checker.documents.unit = Unit::Row;
        checker.tell_table(report);
    }
    for message in unreadable {
        checker.exit = Abort::environment(message).end(terminal);
    }
    if arguments.fix {
        checker.mend(&inputs, &surroundings, &workers);
    }
    if arguments.diff {
        checker.show_mended(&inputs, &surroundings, &workers)?;
    }
    let lang = terminal.lang();
    let several = inputs.len() > 1;
    let check = |input: Checkable| {
        let begun = Instant::now();
        let checked =
            check(&input, several, arguments, lang, &surroundings, &owners, &workers);
        Ended { input, checked, took: begun.elapsed() }
    };
    terminal.begin(inputs.len());
    in_order(inputs, arguments.batch.threads(), check, |checked| checker.end(checked));
    let took = terminal.end();
    checker.report(took)
}

/// What is wrong with the call.
fn misuse(arguments: &CheckArgs) -> Option<Message> {
    if arguments.resolved && arguments.format == ReportFormat::Sarif {
        return Some(misuse::resolved_as_sarif());
    }
    let stdin = arguments.files.iter().any(|file| file.as_os_str() == "-");
    ((arguments.fix || arguments.diff) && stdin).then(misuse::fix_of_stdin)
}

/// A document to check.
struct Checkable {
    file: PathBuf,
    /// The row of a table whose values stand over it, where there is one.
    row: Option<DataRow>,
}

impl Checkable {
    /// What it is told apart by.
    fn name(&self) -> PathBuf {
        self.row.as_ref().map_or_else(|| self.file.clone(), |row| row.of(&self.file))
    }
}

/// What a document came to: its name, for a person, for a machine.
struct Values {
    document: String,
    lines: String,
    entries: Vec<Value>,
}

/// How it went with a document.
struct Ended {
    input: Checkable,
    checked: Result<Checked, Message>,
    took: Duration,
}

/// What came of a document.
struct Checked {
    report: Report,
    /// What of it is compared with the others.
    compared: Option<Compared>,
    values: Option<Values>,
    unchanged: bool,
}

/// Checks one document, of `several`; what depends on the others comes later.
///
/// # Errors
/// Says why that could not be begun.
fn check(
    input: &Checkable,
    several: bool,
    arguments: &CheckArgs,
    lang: Lang,
    surroundings: &Surroundings<'_>,
    owners: &Owners<'_>,
    workers: &Workers,
) -> Result<Checked, Message> {
    let (file, loaded) = (input.file.as_path(), Loaded::read(&input.file, surroundings)?);
    let loaded = match &input.row {
        Some(row) => loaded.with_row(row.load()),
        None => loaded,
    };
    // The papers of a table's rows are one and the same but for those.
    let is_among =
        several && input.row.is_none() && file.as_os_str() != "-" && !is_defaults(file);
    let compared = if is_among { loaded.clone().run(compared).output } else { None };
    let (mut report, values, unchanged) = if is_defaults(file) {
        (loaded.run(check_defaults).report, None, false)
    } else if arguments.resolved {
        let (report, values) = resolved_values(loaded, input.row.as_ref(), lang);
        (report, Some(values), false)
    } else {
        let (report, unchanged) =
            read_or_repeated(loaded, &input.name(), arguments, workers)?;
        (report, None, unchanged)
    };
    attached::explain(&mut report, file, owners);
    Ok(Checked { report, compared, values, unchanged })
}

/// What is wrong with a document; for one without errors that has not changed, what was said of it
/// before, and that it was.
fn read_or_repeated(
    loaded: Loaded,
    name: &Path,
    arguments: &CheckArgs,
    workers: &Workers,
) -> Result<(Report, bool), Message> {
    let watches = arguments.batch.if_changed && loaded.path().as_os_str() != "-";
    let slot = if watches { Slot::of(&loaded, Work::Check, name) } else { None };
    let kept = slot.as_ref().and_then(|slot| slot.entry(&loaded));
    if let Some((report, _)) = kept.and_then(Entry::take_report) {
        return Ok((report, true));
    }
    let folder = loaded.folder().clone();
    let outcome = workers.run(loaded, Work::Check)?;
    if let Some(slot) = slot
        && let Some(entry) = slot.new_entry(Vec::new(), &outcome.report, folder.asked())
    {
        slot.keep(&entry);
    }
    Ok((outcome.report, false))
}

/// What the fields of a document and its defaults come to.
fn resolved_values(
    loaded: Loaded,
    row: Option<&DataRow>,
    lang: Lang,
) -> (Report, Values) {
    let document = match row {
        Some(row) => format!("{} ({}:{})", loaded.name(), row.table(), row.line()),
        None => loaded.name().to_owned(),
    };
    let Outcome { output, report } = loaded.run(resolve);
    let values = output.unwrap_or_default();
    let lines = resolved::human(&values, &report.sources, lang);
    let entries = resolved::entries(&values, &report.sources, &document);
    (report, Values { document, lines, entries })
}

/// What all documents of a run have in common when their problems are told.
struct Checker<'a> {
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
    documents: Documents,
    /// Those that failed.
    failed: BTreeSet<String>,
    fixable: usize,
    /// How the run ends, by what was seen so far.
    exit: Exit,
}

impl<'a> Checker<'a> {
    fn new(arguments: &'a CheckArgs, terminal: &'a Terminal, record: Record) -> Self {
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
    fn mend(
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
    fn show_mended(
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
    fn end(&mut self, ended: Ended) {
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
    fn tell_table(&mut self, mut report: Report) {
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
    fn report(mut self, took: Option<Duration>) -> Result<Exit, Abort> {
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

//! `vanban check`: everything that is wrong or doubtful in documents, without writing any.

mod checker;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use checker::Checker;
use serde_json::Value;

use super::record::Record;
use super::{attached, resolved, rules};
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
use crate::cli::terminal::{Message, Terminal, Unit, misuse};
use crate::cli::worker::{Work, Workers};
use crate::diagnostic::Lang;
use crate::{Compared, Outcome, Report, check_defaults, compared, resolve};

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
    let loaded = loaded.alone(!several);
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

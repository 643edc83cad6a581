//! `vanban check`: everything that is wrong or doubtful in documents, without writing any.

use std::path::Path;

use serde_json::{Value, json};

use super::reported::Reported;
use super::{fix, resolved, rules};
use crate::cli::arguments::check::{CheckArgs, ReportFormat};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::{Documents, documents};
use crate::cli::files::folder::is_defaults;
use crate::cli::files::fonts;
use crate::cli::files::loaded::Loaded;
use crate::cli::stdout::print;
use crate::cli::terminal::{Message, Terminal, misuse, results};
use crate::cli::worker::{Work, Workers};
use crate::diagnostic::{Lang, Severity, render_json, render_sarif};
use crate::{Outcome, Report, all_rules, check_defaults, resolve};

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
    let Documents { files, unreadable } = documents(&arguments.files);
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let mut checked = Checked::default();
    for message in unreadable {
        checked.exit = Abort::environment(message).end(terminal);
    }
    for file in &files {
        if arguments.fix
            && let Err(message) =
                fix::apply(file, fonts, &arguments.template, terminal, &checked.workers)
        {
            terminal.say(&message);
            checked.exit = Exit::Environment;
        }
        let lang = terminal.lang();
        let loaded = Loaded::read(file, fonts, &arguments.template);
        let added = loaded.and_then(|loaded| checked.add(loaded, file, arguments, lang));
        if let Err(message) = added {
            terminal.say(&message);
            checked.exit = Exit::Environment;
        }
    }
    checked.report(arguments, terminal)
}

/// What is wrong with the call.
fn misuse(arguments: &CheckArgs) -> Option<Message> {
    if arguments.resolved && arguments.format == ReportFormat::Sarif {
        return Some(misuse::resolved_as_sarif());
    }
    let stdin = arguments.files.iter().any(|file| file.as_os_str() == "-");
    (arguments.fix && stdin).then(misuse::fix_of_stdin)
}

/// What came of the documents.
struct Checked {
    reports: Vec<Report>,
    values: Vec<Values>,
    reported: Reported,
    workers: Workers,
    exit: Exit,
}

/// What a document came to: its name, for a person, for a machine.
struct Values {
    document: String,
    lines: String,
    entries: Vec<Value>,
}

impl Default for Checked {
    fn default() -> Self {
        let (reports, values) = (Vec::new(), Vec::new());
        let (reported, workers) = (Reported::default(), Workers::default());
        Self { reports, values, reported, workers, exit: Exit::Done }
    }
}

impl Checked {
    /// Checks one document.
    ///
    /// # Errors
    /// Says why that could not be begun.
    fn add(
        &mut self,
        loaded: Loaded,
        file: &Path,
        arguments: &CheckArgs,
        lang: Lang,
    ) -> Result<(), Message> {
        let mut report = if is_defaults(file) {
            loaded.run(check_defaults).report
        } else if arguments.resolved {
            self.resolve(loaded, lang)
        } else {
            self.workers.run(loaded, Work::Check)?.report
        };
        if is_failure(&report, arguments.deny_warnings) {
            self.exit = self.exit.max(Exit::Problems);
        }
        self.reported.drop_repeated(&mut report);
        self.reports.push(report);
        Ok(())
    }

    fn resolve(&mut self, loaded: Loaded, lang: Lang) -> Report {
        let document = loaded.name().to_owned();
        let Outcome { output, report } = loaded.run(resolve);
        let values = output.unwrap_or_default();
        let lines = resolved::human(&values, &report.sources, lang);
        let entries = resolved::entries(&values, &report.sources, &document);
        self.values.push(Values { document, lines, entries });
        report
    }

    fn report(self, arguments: &CheckArgs, terminal: &Terminal) -> Result<Exit, Abort> {
        if arguments.resolved {
            terminal.show_all(&self.reports);
            print(&self.resolved(arguments.format)).map_err(Abort::environment)?;
        } else {
            report(&self.reports, arguments.format, terminal)?;
        }
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

fn report(
    checked: &[Report],
    format: ReportFormat,
    terminal: &Terminal,
) -> Result<(), Abort> {
    let all = checked.iter().map(|c| (&c.diagnostics, &c.sources));
    let text = match format {
        ReportFormat::Human => {
            terminal.show_all(checked);
            let fixable = checked.iter().map(fix::count).sum();
            if fixable > 0 {
                terminal.say(&results::fixable(fixable));
            }
            return Ok(());
        }
        ReportFormat::Json => render_json(all, terminal.lang()),
        ReportFormat::Sarif => render_sarif(all, all_rules(), terminal.lang()),
    };
    print(&text).map_err(Abort::environment)
}

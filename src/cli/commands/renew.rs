//! `vanban new --from`: the document of the month after another one's.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use crate::Outcome;
use crate::cli::arguments::new::NewArgs;
use crate::cli::arguments::shared::TemplateArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::fonts::Fonts;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::next_name::next_name;
use crate::cli::files::output::write_new_text;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::stdout::STDOUT;
use crate::cli::terminal::renewed::Renewed;
use crate::cli::terminal::{Counts, Terminal, misuse, results};
use crate::cli::worker::{Work, Workers, renewal};
use crate::diagnostic::shared::PLACEHOLDER;
use crate::document::{Date, Text, mark};
use crate::renewal::Renewal;
use crate::source::{Source, Span};

/// Writes the next document, says what it changes and what must be filled in.
pub(super) fn run(
    from: &Path,
    arguments: &NewArgs,
    terminal: &Terminal,
) -> Result<Exit, Abort> {
    let date = arguments.date.as_deref().map(date).transpose()?;
    let wanted = TemplateArgs {
        templates: arguments.templates.clone(),
        template_seconds: arguments.template_seconds,
        ..TemplateArgs::default()
    };
    let surroundings = Surroundings::new(Fonts::default(), &wanted);
    let loaded = Loaded::read(from, &surroundings).map_err(Abort::environment)?;
    let work = Work::Renew(date.map(|date| date.num_days_from_ce()));
    let workers = Workers::default();
    let outcome = workers.run(loaded.clone(), work).map_err(Abort::environment)?;
    let Outcome { output: files, report: found } = outcome;
    terminal.show(&found);
    let Some(renewal) = files.as_deref().and_then(renewal) else {
        terminal.count(Counts::of(&found));
        return Err(Abort::shown_problems());
    };
    if let Some(date) = arguments.date.as_ref().filter(|_| renewal.months < 0) {
        return Err(Abort::usage(misuse::date_before(date)));
    }
    let output = arguments.output.as_deref();
    let name = match output {
        Some(output) => output.to_owned(),
        None => next_name(from, renewal.months)
            .ok_or_else(|| Abort::usage(misuse::no_next_name(from)))?,
    };
    let written = write_new_text(output, &name, &renewal.text);
    if let Some(path) = written.map_err(Abort::environment)? {
        terminal.say(&results::written(&path));
    }
    report(loaded, &name, renewal, terminal, &workers);
    Ok(Exit::Done)
}

/// Says what a new document changes and what is to be filled in; what else is wrong with it.
fn report(
    loaded: Loaded,
    name: &Path,
    renewal: Renewal,
    terminal: &Terminal,
    workers: &Workers,
) {
    let name = if name.as_os_str() == "-" {
        STDOUT.to_owned()
    } else {
        name.display().to_string()
    };
    let checked = loaded.renamed(&name, renewal.text.clone().into_bytes());
    terminal.say(&renewed(name, renewal).message());
    let mut checked = match workers.run(checked, Work::Typeset) {
        Ok(outcome) => outcome.report,
        Err(message) => return terminal.say(&message),
    };
    checked.diagnostics.retain(|d| !d.problem.breaks(&PLACEHOLDER));
    terminal.show(&checked);
}

/// The day that `--date` names.
fn date(written: &str) -> Result<NaiveDate, Abort> {
    Date::parse(written).map_err(|_| {
        let valid = "05/7/2023, 2023-07-05";
        Abort::usage(misuse::wrong_value("--date <NGÀY>", written, valid))
    })
}

/// What is said of a new document, by line.
fn renewed(name: String, renewal: Renewal) -> Renewed {
    let source = Source::new("", renewal.text);
    let line = |at: usize| source.position(at).line;
    let has_placeholder = |line: &usize| {
        let composed = Text::new(source.line(*line), Span::default());
        !mark::marks(&composed.value).is_empty()
    };
    Renewed {
        name,
        changes: renewal.changes.into_iter().map(|(at, c)| (line(at), c)).collect(),
        placeholders: (1..=source.line_count()).filter(has_placeholder).collect(),
        notes: renewal.notes.into_iter().map(|(at, n)| (line(at), n)).collect(),
    }
}

//! `vanban build`: from source files to documents.

use std::thread;

use super::reported::Reported;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::{Documents, documents};
use crate::cli::files::fonts;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::{Target, make_folder};
use crate::cli::files::plan::{Job, format, plan};
use crate::cli::terminal::{Message, Terminal, misuse, results};
use crate::diagnostic::Severity;
use crate::typeset::Engine;
use crate::{Outcome, Report, compile};

/// Builds every document; one with problems does not keep the others from being built.
pub(crate) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let format = format(arguments);
    let Documents { files, unreadable } = documents(&arguments.files);
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let jobs = plan(&files, arguments, format, fonts).map_err(Abort::usage)?;
    if let Some(folder) = &arguments.out_dir {
        make_folder(folder).map_err(Abort::environment)?;
    }
    let unread = unreadable.into_iter().map(|one| Abort::environment(one).end(terminal));
    let unread = unread.max().unwrap_or(Exit::Done);
    // The fonts are read while the first document is.
    thread::spawn(Engine::shared);
    let mut reported = Reported::default();
    let built: Vec<Built> =
        jobs.into_iter()
            .map(|mut job| {
                let loaded = job.loaded.take().unwrap_or_else(|| {
                    Loaded::read(&job.input, fonts, &arguments.template)
                });
                build(&job, loaded, arguments, format, terminal, &mut reported)
            })
            .collect();
    terminal.count(built.iter().filter_map(|built| built.report.as_ref()));
    Ok(built.iter().map(|built| built.exit).fold(unread, Exit::max))
}

/// How the build of one document ended.
struct Built {
    exit: Exit,
    report: Option<Report>,
}

/// Builds one document and says what came of it.
fn build(
    job: &Job,
    loaded: Result<Loaded, Message>,
    arguments: &BuildArgs,
    format: Format,
    terminal: &Terminal,
    reported: &mut Reported,
) -> Built {
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(message) => {
            let exit = Abort::environment(message).end(terminal);
            return Built { exit, report: None };
        }
    };
    let outcome = loaded.run(|input| compile(input, format.into()));
    let Outcome { output, mut report } = outcome;
    let denied =
        arguments.deny_warnings && report.diagnostics.count(Severity::Warning) > 0;
    let failed = report.diagnostics.has_errors();
    reported.drop_repeated(&mut report);
    terminal.show(&report);
    if failed && !report.diagnostics.has_errors() {
        terminal.say(&results::not_built(&job.input));
    }
    let outputs = output.filter(|_| !denied);
    let exit = outputs.map_or(Exit::Problems, |outputs| {
        write(job, &outputs, terminal).unwrap_or_else(|abort| abort.end(terminal))
    });
    Built { exit, report: Some(report) }
}

/// Writes the result of one document and says where.
fn write(job: &Job, outputs: &[Vec<u8>], terminal: &Terminal) -> Result<Exit, Abort> {
    if job.target == Target::Stdout && outputs.len() > 1 {
        return Err(Abort::usage(misuse::many_pages()));
    }
    for path in job.target.write(outputs).map_err(Abort::environment)? {
        terminal.say(&results::built(&path));
    }
    Ok(Exit::Done)
}

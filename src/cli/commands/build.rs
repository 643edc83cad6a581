//! `vanban build`: from source files to documents.

use std::thread;

use super::reported::Reported;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::documents;
use crate::cli::files::fonts;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::{Target, make_folder};
use crate::cli::files::plan::{Job, format, plan};
use crate::cli::terminal::{Message, Terminal, misuse, results};
use crate::diagnostic::Severity;
use crate::typeset::Engine;
use crate::{Compilation, compile};

/// Builds every document; one with problems does not keep the others from being built.
pub(crate) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let format = format(arguments);
    let files = documents(&arguments.files).map_err(Abort::environment)?;
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let jobs = plan(&files, arguments, format, fonts).map_err(Abort::usage)?;
    if let Some(folder) = &arguments.out_dir {
        make_folder(folder).map_err(Abort::environment)?;
    }
    // The fonts are read while the first document is.
    thread::spawn(Engine::shared);
    let mut reported = Reported::default();
    let outcomes: Vec<Outcome> =
        jobs.into_iter()
            .map(|mut job| {
                let loaded = job.loaded.take().unwrap_or_else(|| {
                    Loaded::read(&job.input, fonts, &arguments.template)
                });
                build(&job, loaded, arguments, format, terminal, &mut reported)
            })
            .collect();
    terminal.count(outcomes.iter().filter_map(|outcome| outcome.compilation.as_ref()));
    Ok(outcomes.iter().map(|outcome| outcome.exit).max().unwrap_or(Exit::Done))
}

/// How the build of one document ended.
struct Outcome {
    exit: Exit,
    compilation: Option<Compilation>,
}

/// Builds one document and says what came of it.
fn build(
    job: &Job,
    loaded: Result<Loaded, Message>,
    arguments: &BuildArgs,
    format: Format,
    terminal: &Terminal,
    reported: &mut Reported,
) -> Outcome {
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(message) => {
            let exit = Abort::environment(message).end(terminal);
            return Outcome { exit, compilation: None };
        }
    };
    let mut compilation = loaded.run(|input| compile(input, format.into()));
    let denied =
        arguments.deny_warnings && compilation.found.count(Severity::Warning) > 0;
    let failed = compilation.found.has_errors();
    reported.drop_repeated(&mut compilation);
    terminal.show(&compilation.found, &compilation.sources);
    if failed && !compilation.found.has_errors() {
        terminal.say(&results::not_built(&job.input));
    }
    let parts = compilation.parts.take().filter(|_| !denied);
    let exit = parts.map_or(Exit::Problems, |parts| {
        write(job, &parts, terminal).unwrap_or_else(|abort| abort.end(terminal))
    });
    Outcome { exit, compilation: Some(compilation) }
}

/// Writes the result of one document and says where.
fn write(job: &Job, parts: &[Vec<u8>], terminal: &Terminal) -> Result<Exit, Abort> {
    if job.target == Target::Stdout && parts.len() > 1 {
        return Err(Abort::usage(misuse::many_pages()));
    }
    for path in job.target.write(parts).map_err(Abort::environment)? {
        terminal.say(&results::built(&path));
    }
    Ok(Exit::Done)
}

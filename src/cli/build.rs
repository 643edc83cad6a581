//! `vanban build`: from source files to documents.

use std::thread;

use super::document::{Loaded, documents};
use super::message::{Message, Misuse};
use super::naming::{self, Job};
use super::once::Once;
use super::output::{Target, make_folder};
use super::terminal::Terminal;
use super::{BuildArgs, Exit, Format, fonts};
use crate::diagnostic::Severity;
use crate::typeset::Engine;
use crate::{Compilation, compile};

/// Builds every document; one with problems does not keep the others from being built.
pub(super) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Exit {
    let format = naming::format(arguments);
    let files = match documents(&arguments.files) {
        Ok(files) => files,
        Err(message) => {
            terminal.say(&message);
            return Exit::Environment;
        }
    };
    let fonts = match fonts::read(arguments.font_path.as_deref()) {
        Ok(fonts) => fonts,
        Err(message) => {
            terminal.say(&message);
            return Exit::Environment;
        }
    };
    let jobs = match naming::plan(&files, arguments, format, fonts) {
        Ok(jobs) => jobs,
        Err(misuse) => {
            terminal.say(&Message::Misuse(misuse));
            return Exit::Usage;
        }
    };
    if let Some(folder) = &arguments.out_dir
        && let Err(error) = make_folder(folder)
    {
        terminal.say(&Message::NoFolder(folder.clone(), error));
        return Exit::Environment;
    }
    // The fonts are read while the first document is.
    thread::spawn(Engine::shared);
    let mut once = Once::default();
    let outcomes: Vec<Outcome> =
        jobs.into_iter()
            .map(|mut job| {
                let loaded = job.loaded.take().unwrap_or_else(|| {
                    Loaded::read(&job.input, fonts, &arguments.template)
                });
                build(&job, loaded, arguments, format, terminal, &mut once)
            })
            .collect();
    terminal.count(outcomes.iter().filter_map(|outcome| outcome.compilation.as_ref()));
    outcomes.iter().map(|outcome| outcome.exit).max().unwrap_or(Exit::Done)
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
    once: &mut Once,
) -> Outcome {
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(message) => {
            terminal.say(&message);
            return Outcome { exit: Exit::Environment, compilation: None };
        }
    };
    let mut compilation = loaded.run(|input| compile(input, format.library()));
    let denied =
        arguments.deny_warnings && compilation.found.count(Severity::Warning) > 0;
    let failed = compilation.found.has_errors();
    once.filter(&mut compilation);
    terminal.show(&compilation.found, &compilation.sources);
    if failed && !compilation.found.has_errors() {
        terminal.say(&Message::NotBuilt(job.input.clone()));
    }
    let parts = compilation.parts.take().filter(|_| !denied);
    let exit = parts.map_or(Exit::Problems, |parts| write(job, &parts, terminal));
    Outcome { exit, compilation: Some(compilation) }
}

/// Puts the result where it belongs.
fn write(job: &Job, parts: &[Vec<u8>], terminal: &Terminal) -> Exit {
    if job.target == Target::Stdout && parts.len() > 1 {
        terminal.say(&Message::Misuse(Misuse::ManyPages));
        return Exit::Usage;
    }
    match job.target.write(parts) {
        Ok(paths) => {
            for path in paths {
                terminal.say(&Message::Built(path));
            }
            Exit::Done
        }
        Err((path, error)) => {
            terminal.say(&Message::Unwritable(path, error));
            Exit::Environment
        }
    }
}

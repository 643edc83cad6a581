//! `vanban build`: from source files to documents.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf, absolute};
use std::thread;

use super::document::{Loaded, documents};
use super::folder::is_defaults;
use super::message::{Message, Misuse};
use super::once::Once;
use super::output::{Target, make_folder};
use super::terminal::Terminal;
use super::{BuildArgs, Exit, Format, fonts};
use crate::diagnostic::Severity;
use crate::typeset::Engine;
use crate::{Compilation, compile};

/// One document to build.
struct Job {
    input: PathBuf,
    target: Target,
}

/// Builds every document; one with problems does not keep the others from being built.
pub(super) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Exit {
    let format = format(arguments);
    let files = match documents(&arguments.files) {
        Ok(files) => files,
        Err(message) => {
            terminal.say(&message);
            return Exit::Environment;
        }
    };
    let jobs = match plan(&files, arguments, format) {
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
    let fonts = match fonts::read(arguments.font_path.as_deref()) {
        Ok(fonts) => fonts,
        Err(message) => {
            terminal.say(&message);
            return Exit::Environment;
        }
    };
    // The fonts are read while the first document is.
    thread::spawn(Engine::shared);
    let mut once = Once::default();
    let outcomes: Vec<Outcome> = jobs
        .iter()
        .map(|job| {
            let loaded = Loaded::read(&job.input, fonts, &arguments.template);
            build(job, loaded, arguments, format, terminal, &mut once)
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

/// The format that was asked for, or the one that the name of the output asks for.
fn format(arguments: &BuildArgs) -> Format {
    let named =
        arguments.output.as_deref().and_then(Path::extension).and_then(|extension| {
            [Format::Pdf, Format::Png, Format::Svg, Format::Typ]
                .into_iter()
                .find(|format| extension.eq_ignore_ascii_case(format.extension()))
        });
    arguments.format.or(named).unwrap_or(Format::Pdf)
}

/// Which file becomes which, or what is wrong with the call.
fn plan(
    files: &[PathBuf],
    arguments: &BuildArgs,
    format: Format,
) -> Result<Vec<Job>, Misuse> {
    if arguments.output.is_some() && files.len() > 1 {
        return Err(Misuse::OutputOfMany);
    }
    let mut jobs: Vec<Job> = Vec::new();
    for input in files {
        if is_defaults(input) {
            return Err(Misuse::DefaultsGiven(input.clone()));
        }
        let target = target(input, arguments, format)?;
        if let Target::File(path) = &target {
            if same_file(path, input) {
                return Err(Misuse::OutputIsInput(path.clone()));
            }
            let clashes =
                |job: &Job| matches!(&job.target, Target::File(p) if same_file(p, path));
            if jobs.iter().any(clashes) {
                return Err(Misuse::SameOutput(path.clone()));
            }
        }
        jobs.push(Job { input: input.clone(), target });
    }
    Ok(jobs)
}

fn target(input: &Path, arguments: &BuildArgs, format: Format) -> Result<Target, Misuse> {
    if arguments.output.is_some() {
        return Ok(Target::of(arguments.output.as_deref()));
    }
    let is_stdin = input.as_os_str() == "-";
    if is_stdin && arguments.out_dir.is_none() {
        if io::stdout().is_terminal() && format != Format::Typ {
            return Err(Misuse::NoOutput);
        }
        return Ok(Target::Stdout);
    }
    let name = if is_stdin { Path::new("van-ban") } else { input };
    let name = name.with_extension(format.extension());
    Ok(Target::File(match &arguments.out_dir {
        Some(folder) => folder.join(name.file_name().unwrap_or_default()),
        None => name,
    }))
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => matches!((absolute(a), absolute(b)), (Ok(a), Ok(b)) if a == b),
    }
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

//! `vanban build`: from source files to documents.

use std::path::Path;

use super::reported::Reported;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::{Documents, documents};
use crate::cli::files::fonts::{self, Fonts};
use crate::cli::files::guard::Guard;
use crate::cli::files::kind::Kind;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::{Target, make_folder};
use crate::cli::files::plan::{Job, Plan, plan};
use crate::cli::files::result_name::format;
use crate::cli::terminal::{Terminal, misuse, results};
use crate::cli::worker::{Work, Workers};
use crate::diagnostic::Severity;
use crate::{Outcome, Report};

/// Builds every document; one with problems does not keep the others from being built.
pub(crate) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let format = format(arguments);
    let Documents { files, unreadable } = documents(&arguments.files);
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let Plan { jobs, guard } =
        plan(&files, arguments, format, fonts).map_err(Abort::usage)?;
    if let Some(folder) = &arguments.out_dir
        && jobs.iter().any(|job| job.target.is_ok())
    {
        make_folder(folder).map_err(Abort::environment)?;
    }
    let unread = unreadable.into_iter().map(|one| Abort::environment(one).end(terminal));
    let unread = unread.max().unwrap_or(Exit::Done);
    let (workers, reported) = (Workers::default(), Reported::default());
    let mut builder =
        Builder { arguments, format, fonts, terminal, guard, workers, reported };
    let built: Vec<Built> = jobs.into_iter().map(|job| builder.build(job)).collect();
    terminal.count(built.iter().filter_map(|built| built.report.as_ref()));
    Ok(built.iter().map(|built| built.exit).fold(unread, Exit::max))
}

/// What all documents of a run are built with.
struct Builder<'a> {
    arguments: &'a BuildArgs,
    format: Format,
    fonts: Fonts,
    terminal: &'a Terminal,
    guard: Guard,
    workers: Workers,
    reported: Reported,
}

/// How the build of one document ended.
struct Built {
    exit: Exit,
    report: Option<Report>,
}

impl Builder<'_> {
    /// Builds one document and says what came of it.
    fn build(&mut self, job: Job) -> Built {
        let Job { input, target, loaded } = job;
        let started = target.map_err(Abort::usage).and_then(|target| {
            let wanted = &self.arguments.template;
            let loaded =
                loaded.unwrap_or_else(|| Loaded::read(&input, self.fonts, wanted));
            Ok((target, loaded.map_err(Abort::environment)?))
        });
        let (target, loaded) = match started {
            Ok(started) => started,
            Err(abort) => return Built { exit: abort.end(self.terminal), report: None },
        };
        self.guard.keep(loaded.draws_on());
        let folder = loaded.folder().clone();
        let outcome = self.workers.run(loaded, Work::Compile(self.format.into()));
        let Outcome { output, mut report } = match outcome {
            Ok(outcome) => outcome,
            Err(message) => {
                let exit = Abort::environment(message).end(self.terminal);
                return Built { exit, report: None };
            }
        };
        self.guard.keep(folder.pictures());
        let warnings = report.diagnostics.count(Severity::Warning);
        let denied = self.arguments.deny_warnings && warnings > 0;
        let failed = report.diagnostics.has_errors();
        self.reported.drop_repeated(&mut report);
        self.terminal.show(&report);
        if failed && !report.diagnostics.has_errors() {
            self.terminal.say(&results::not_built(&input));
        }
        let outputs = output.filter(|_| !denied);
        let exit = outputs.map_or(Exit::Problems, |outputs| {
            let written = self.write(&input, &target, &outputs);
            written.unwrap_or_else(|abort| abort.end(self.terminal))
        });
        Built { exit, report: Some(report) }
    }

    /// Writes the result of one document and says where.
    fn write(
        &mut self,
        input: &Path,
        target: &Target,
        outputs: &[Vec<u8>],
    ) -> Result<Exit, Abort> {
        if *target == Target::Stdout && outputs.len() > 1 {
            return Err(Abort::usage(misuse::many_pages()));
        }
        let paths = target.paths(outputs.len());
        self.guard.claim(input, &paths, Kind::Document(self.format))?;
        for path in target.write(outputs).map_err(Abort::environment)? {
            self.terminal.say(&results::built(&path));
        }
        Ok(Exit::Done)
    }
}

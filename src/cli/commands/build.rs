//! `vanban build`: from source files to documents.

use std::path::{Path, PathBuf};

use super::reported::Reported;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::{Documents, documents};
use crate::cli::files::folder::Folder;
use crate::cli::files::fonts;
use crate::cli::files::guard::Guard;
use crate::cli::files::kind::Kind;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::{Target, make_folder};
use crate::cli::files::plan::{Job, Plan, plan};
use crate::cli::files::result_name::format;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::parallel::in_order;
use crate::cli::terminal::{Counts, Terminal, misuse, results};
use crate::cli::worker::{Work, Workers};
use crate::diagnostic::Severity;
use crate::{Outcome, Report};

/// Builds every document; one with problems does not keep the others from being built.
pub(crate) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let format = format(arguments);
    let Documents { files, unreadable } = documents(&arguments.files);
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let surroundings = Surroundings::new(fonts, &arguments.template);
    let Plan { jobs, guard } =
        plan(&files, arguments, format, &surroundings).map_err(Abort::usage)?;
    if let Some(folder) = &arguments.out_dir
        && jobs.iter().any(|job| job.target.is_ok())
    {
        make_folder(folder).map_err(Abort::environment)?;
    }
    let unread = unreadable.into_iter().map(|one| Abort::environment(one).end(terminal));
    let exit = unread.max().unwrap_or(Exit::Done);
    let (reported, counts) = (Reported::default(), Counts::default());
    let (documents, failed) = (jobs.len(), 0);
    let mut builder =
        Builder { arguments, format, terminal, guard, reported, counts, failed, exit };
    let workers = Workers::default();
    let compile = |job| compile(job, &surroundings, &workers, format);
    terminal.begin(documents);
    in_order(jobs, arguments.batch.threads(), compile, |compiled| builder.end(compiled));
    let took = terminal.end();
    terminal.count(builder.counts);
    if documents > 1 {
        terminal.say(&results::summary(documents, builder.failed, took));
    }
    Ok(builder.exit)
}

/// A document on its way, its bytes not yet written.
struct Compiled {
    input: PathBuf,
    made: Result<Made, Abort>,
}

/// What became of a document.
struct Made {
    target: Target,
    /// What it draws on besides its pictures.
    draws_on: Vec<PathBuf>,
    folder: Folder,
    outcome: Outcome<Vec<Vec<u8>>>,
}

/// Compiles one document; what depends on others and on their order comes later.
fn compile(
    job: Job,
    surroundings: &Surroundings<'_>,
    workers: &Workers,
    format: Format,
) -> Compiled {
    let Job { input, target, loaded } = job;
    let make = || {
        let target = target.map_err(Abort::usage)?;
        let loaded = loaded.unwrap_or_else(|| Loaded::read(&input, surroundings));
        let loaded = loaded.map_err(Abort::environment)?;
        let (folder, draws_on) = (loaded.folder().clone(), loaded.draws_on().collect());
        let outcome = workers.run(loaded, Work::Compile(format.into()));
        let outcome = outcome.map_err(Abort::environment)?;
        Ok(Made { target, draws_on, folder, outcome })
    };
    let made = make();
    Compiled { input, made }
}

/// What all documents of a run have in common when their results are told and written.
struct Builder<'a> {
    arguments: &'a BuildArgs,
    format: Format,
    terminal: &'a Terminal,
    guard: Guard,
    reported: Reported,
    counts: Counts,
    /// How many documents were not built.
    failed: usize,
    /// How the run ends, by what was seen so far.
    exit: Exit,
}

impl Builder<'_> {
    /// Says what came of a document, and writes it.
    fn end(&mut self, compiled: Compiled) {
        let Compiled { input, made } = compiled;
        let ended = made.and_then(|made| self.finish(&input, made));
        let exit = ended.unwrap_or_else(|abort| abort.end(self.terminal));
        self.failed += usize::from(exit != Exit::Done);
        self.exit = self.exit.max(exit);
        self.terminal.step();
    }

    fn finish(&mut self, input: &Path, made: Made) -> Result<Exit, Abort> {
        let Made { target, draws_on, folder, outcome } = made;
        let Outcome { output, mut report } = outcome;
        self.guard.keep(draws_on);
        self.guard.keep(folder.pictures());
        let warnings = report.diagnostics.count(Severity::Warning);
        let denied = self.arguments.deny_warnings && warnings > 0;
        self.show(input, &mut report);
        match output.filter(|_| !denied) {
            Some(outputs) => self.write(input, &target, &outputs),
            None => Ok(Exit::Problems),
        }
    }

    /// Shows what is wrong with a document and has not been told with an earlier one.
    fn show(&mut self, input: &Path, report: &mut Report) {
        let failed = report.diagnostics.has_errors();
        self.reported.drop_repeated(report);
        self.terminal.show(report);
        if failed && !report.diagnostics.has_errors() {
            self.terminal.say(&results::not_built(input));
        }
        self.counts.add(report);
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

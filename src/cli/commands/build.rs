//! `vanban build`: from source files to documents.

use std::path::{Path, PathBuf};

use super::made::{Ended, Made, Maker, Product};
use super::record::{Ending, Line, Record};
use super::reported::Reported;
use crate::Report;
use crate::cli::arguments::batch::BatchArgs;
use crate::cli::arguments::build::BuildArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::documents;
use crate::cli::files::fonts;
use crate::cli::files::guard::Guard;
use crate::cli::files::kind::Kind;
use crate::cli::files::output::{Target, make_folder};
use crate::cli::files::owner::Owners;
use crate::cli::files::plan::{Job, Plan, plan};
use crate::cli::files::result_name::format;
use crate::cli::files::shard::Shard;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::parallel::in_order;
use crate::cli::terminal::{Counts, Documents, Terminal, misuse, results};
use crate::cli::worker::Workers;
use crate::diagnostic::Severity;

/// Builds every document; one with problems does not keep the others from being built.
pub(crate) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let format = format(arguments);
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let BatchArgs { if_changed, ref shard, ref report, .. } = arguments.batch;
    let shard = Shard::of(shard.as_deref()).map_err(Abort::usage)?;
    let surroundings = Surroundings::new(fonts, &arguments.template).watching(if_changed);
    let owners = Owners::new(&surroundings);
    let found = owners.without_attachments(documents(&arguments.files));
    let (files, unreadable) = (found.files, found.unreadable);
    let Plan { mut jobs, mut guard } =
        plan(&files, arguments, format, &surroundings).map_err(Abort::usage)?;
    // What lies in the other parts is not overwritten either.
    jobs.retain(|job| shard.has(&job.input));
    guard.keep(report.clone());
    if let Some(folder) = &arguments.out_dir
        && jobs.iter().any(|job| job.target.is_ok())
    {
        make_folder(folder).map_err(Abort::environment)?;
    }
    let record = Record::begin(report.as_deref())?;
    let unread = unreadable.into_iter().map(|one| Abort::environment(one).end(terminal));
    let exit = unread.max().unwrap_or(Exit::Done);
    let workers = Workers::default();
    let records = report.is_some();
    let surroundings = &surroundings;
    let maker = Maker {
        surroundings,
        owners: &owners,
        workers: &workers,
        format,
        if_changed,
        records,
    };
    let documents = Documents { all: jobs.len(), ..Documents::default() };
    let mut builder = Builder {
        arguments,
        maker: &maker,
        terminal,
        guard,
        reported: Reported::default(),
        record,
        counts: Counts::default(),
        documents,
        exit,
    };
    terminal.begin(documents.all);
    let make = |job| maker.make(job);
    in_order(jobs, arguments.batch.threads(), make, |made| builder.end(made));
    let took = terminal.end();
    terminal.count(builder.counts);
    if documents.all > 1 {
        terminal.say(&results::summary(builder.documents, took));
    }
    Ok(builder.exit)
}

/// What all documents of a run have in common when their results are told and written.
struct Builder<'a> {
    arguments: &'a BuildArgs,
    maker: &'a Maker<'a>,
    terminal: &'a Terminal,
    guard: Guard,
    reported: Reported,
    record: Record,
    counts: Counts,
    documents: Documents,
    /// How the run ends, by what was seen so far.
    exit: Exit,
}

impl Builder<'_> {
    /// Says what came of a document, and writes it.
    fn end(&mut self, ended: Ended) {
        let Ended { input, made, took } = ended;
        let mut line = Line::new(&input, took);
        let ended = made.and_then(|made| self.finish(&input, made, &mut line));
        let exit = ended.unwrap_or_else(|abort| abort.end(self.terminal));
        let recorded = self.record.add(&line, self.terminal);
        self.documents.failed += usize::from(exit != Exit::Done);
        self.exit = self.exit.max(exit).max(recorded);
        self.terminal.step();
    }

    fn finish(
        &mut self,
        input: &Path,
        made: Made,
        line: &mut Line,
    ) -> Result<Exit, Abort> {
        let made = self.made_again(input, made)?;
        let Made { target, draws_on, folder, result, mut report } = made;
        self.guard.keep(draws_on);
        self.guard.keep(folder.pictures());
        let warnings = report.diagnostics.count(Severity::Warning);
        line.count(report.diagnostics.count(Severity::Error), warnings);
        let denied = self.arguments.deny_warnings && warnings > 0;
        self.show(input, &mut report);
        match result {
            _ if denied => Ok(Exit::Problems),
            Product::None => Ok(Exit::Problems),
            Product::New { files, digests, kept } => {
                let paths = self.write(input, &target, &files)?;
                line.ended(Ending::Built, &paths, &digests);
                if let Some((slot, entry)) = kept {
                    slot.keep(&entry);
                }
                Ok(Exit::Done)
            }
            Product::Unchanged(entry) => {
                let paths = target.paths(entry.count());
                self.guard.claim(input, &paths, Kind::Document(self.maker.format))?;
                line.ended(Ending::Unchanged, &paths, entry.results());
                for path in paths {
                    self.terminal.say(&results::unchanged(&path));
                }
                self.documents.unchanged += 1;
                Ok(Exit::Done)
            }
        }
    }

    /// The document made once more, where it asked for a file that an earlier document of this
    /// run has for its result: it may have come too early for that.
    fn made_again(&mut self, input: &Path, made: Made) -> Result<Made, Abort> {
        let asked = made.folder.asked_paths();
        let early = asked.iter().any(|path| self.guard.is_result(path));
        if !early || input.as_os_str() == "-" {
            return Ok(made);
        }
        let (input, target) = (input.to_owned(), Ok(made.target));
        self.maker.make(Job { input, target, loaded: None }).made
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
    ) -> Result<Vec<PathBuf>, Abort> {
        if *target == Target::Stdout && outputs.len() > 1 {
            return Err(Abort::usage(misuse::many_pages()));
        }
        let paths = target.paths(outputs.len());
        self.guard.claim(input, &paths, Kind::Document(self.maker.format))?;
        let written = target.write(outputs).map_err(Abort::environment)?;
        for path in &written {
            self.terminal.say(&results::built(path));
        }
        Ok(written)
    }
}

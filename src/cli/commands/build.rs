//! `vanban build`: from source files to documents.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::listener::Listener;
use super::made::{Ended, Made, Maker, Product};
use super::merge;
use super::record::{Ending, Line, Record};
use super::reported::Reported;
use crate::Report;
use crate::cli::arguments::batch::BatchArgs;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::documents;
use crate::cli::files::fonts;
use crate::cli::files::guard::Guard;
use crate::cli::files::kind::Kind;
use crate::cli::files::output::{Target, make_folder};
use crate::cli::files::owner::Owners;
use crate::cli::files::plan::{Job, Plan, plan};
use crate::cli::files::plan_rows::plan_rows;
use crate::cli::files::result_name::format;
use crate::cli::files::rows::{Data, DataRow};
use crate::cli::files::shard::Shard;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::opening::open_results;
use crate::cli::parallel::in_order;
use crate::cli::terminal::{Counts, Documents, Terminal, Unit, misuse, results};
use crate::cli::worker::Workers;
use crate::diagnostic::Severity;

/// Builds every document; one with problems does not keep the others from being built.
pub(crate) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let format = format(arguments);
    let fonts =
        fonts::read(arguments.result.font_path.as_deref()).map_err(Abort::environment)?;
    let BatchArgs { if_changed, ref shard, .. } = arguments.batch;
    let mut shard = Shard::of(shard.as_deref()).map_err(Abort::usage)?;
    let surroundings = Surroundings::new(fonts, &arguments.result.template)
        .watching(if_changed)
        .for_issue(arguments.result.for_issue);
    if arguments.merge {
        return merge::run(arguments, format, &surroundings, terminal);
    }
    let workers = Workers::default();
    let run = Run { arguments, format, surroundings: &surroundings, workers: &workers };
    run.over(&mut shard, terminal)
}

/// What the runs over some documents have in common.
pub(super) struct Run<'a> {
    pub(super) arguments: &'a BuildArgs,
    pub(super) format: Format,
    pub(super) surroundings: &'a Surroundings<'a>,
    pub(super) workers: &'a Workers,
}

impl Run<'_> {
    /// Builds the documents that the listener wants.
    pub(super) fn over(
        &self,
        listener: &mut dyn Listener,
        terminal: &Terminal,
    ) -> Result<Exit, Abort> {
        let Self { arguments, format, surroundings, workers } = *self;
        let BatchArgs { if_changed, ref report, .. } = arguments.batch;
        let owners = Owners::new(surroundings);
        let data = Data::read(&arguments.files, &arguments.data)?;
        let found = owners.without_attachments(documents(&arguments.files));
        let (files, unreadable) = (found.files, found.unreadable);
        let planned = match &data {
            Some((data, _)) => {
                plan_rows(&arguments.files[0], data, arguments, format, surroundings)
            }
            None => plan(files, arguments, format, surroundings),
        };
        let Plan { mut jobs, mut guard } = planned.map_err(Abort::usage)?;
        // What is not built in this run is not overwritten either.
        jobs.retain(|job| match &job.row {
            Some(row) => listener.wants(&row.of(&job.input)),
            None => listener.wants(&job.input),
        });
        guard.keep(report.clone());
        if let Some(folder) = &arguments.result.out_dir
            && jobs.iter().any(|job| job.target.is_ok())
        {
            make_folder(folder).map_err(Abort::environment)?;
        }
        let record = Record::begin(report.as_deref())?;
        let unread =
            unreadable.into_iter().map(|one| Abort::environment(one).end(terminal));
        let mut exit = unread.max().unwrap_or(Exit::Done);
        if let Some((_, report)) = &data {
            terminal.show(report);
            if report.diagnostics.has_errors() {
                exit = exit.max(Exit::Problems);
            }
        }
        let records = report.is_some();
        let alone = jobs.len() == 1;
        let owners = &owners;
        let maker =
            Maker { surroundings, owners, workers, format, if_changed, records, alone };
        let unit = if data.is_some() { Unit::Row } else { Unit::File };
        let documents = Documents { all: jobs.len(), unit, ..Documents::default() };
        let mut builder = Builder {
            arguments,
            maker: &maker,
            terminal,
            listener,
            guard,
            reported: Reported::default(),
            record,
            counts: Counts::default(),
            documents,
            failed_rows: Vec::new(),
            results: Vec::new(),
            exit,
        };
        terminal.begin(documents.all);
        let make = |job| maker.make(job);
        in_order(jobs, arguments.batch.threads(), make, |made| builder.end(made));
        let took = terminal.end();
        if let Some((data, _)) = &data {
            // A document is one file, however many rows there are.
            let rows = (data.path.as_path(), builder.failed_rows.as_slice());
            terminal.say(&results::merged(builder.documents, rows, took));
        } else {
            terminal.count(builder.counts);
            if documents.all > 1 {
                terminal.say(&results::summary(builder.documents, took));
            }
        }
        if arguments.open {
            open_results(&builder.results, terminal);
        }
        Ok(builder.exit)
    }
}

/// What all documents of a run have in common when their results are told and written.
struct Builder<'a> {
    arguments: &'a BuildArgs,
    maker: &'a Maker<'a>,
    terminal: &'a Terminal,
    listener: &'a mut dyn Listener,
    guard: Guard,
    reported: Reported,
    record: Record,
    counts: Counts,
    documents: Documents,
    /// The lines of the rows that failed.
    failed_rows: Vec<usize>,
    /// What stands in files now, where somebody wants to look at it.
    results: Vec<PathBuf>,
    /// How the run ends, by what was seen so far.
    exit: Exit,
}

impl Builder<'_> {
    /// Says what came of a document, and writes it.
    fn end(&mut self, ended: Ended) {
        let Ended { input, row, made, took } = ended;
        let mut line = Line::new(&input, row.as_ref(), took);
        let from = (input.as_path(), row.as_ref());
        let ended = made.and_then(|made| self.finish(from, made, took, &mut line));
        let exit = ended.unwrap_or_else(|abort| {
            self.listener.failed(&input);
            abort.end(self.terminal)
        });
        if exit != Exit::Done
            && let Some(words) = self.listener.words_of_failure(&input)
        {
            self.terminal.say(&words);
        }
        let recorded = self.record.add(&line, self.terminal);
        if exit != Exit::Done {
            self.documents.failed += 1;
            self.failed_rows.extend(row.as_ref().map(DataRow::line));
        }
        self.exit = self.exit.max(exit).max(recorded);
        self.terminal.step();
    }

    fn finish(
        &mut self,
        (input, row): (&Path, Option<&DataRow>),
        made: Made,
        took: Duration,
        line: &mut Line,
    ) -> Result<Exit, Abort> {
        let begun = Instant::now();
        let made = self.made_again(input, row, made)?;
        let Made { target, draws_on, folder, result, mut report } = made;
        self.guard.keep(draws_on);
        self.guard.keep(folder.pictures());
        let warnings = report.diagnostics.count(Severity::Warning);
        line.count(report.diagnostics.count(Severity::Error), warnings);
        let denied = self.arguments.result.deny_warnings && warnings > 0;
        self.show(input, row, &mut report);
        let asked = folder.asked();
        let result = if denied { Product::None } else { result };
        match result {
            Product::None => {
                self.listener.ended(input, &asked, &[]);
                Ok(Exit::Problems)
            }
            Product::New { files, digests, kept } => {
                let paths = self.write(input, &target, &files)?;
                self.listener.ended(input, &asked, &paths);
                for path in &paths {
                    let words = self.listener.words(path, took + begun.elapsed());
                    self.terminal.say(&words);
                }
                line.ended(Ending::Built, &paths, &digests);
                self.note(paths);
                if let Some((slot, entry)) = kept {
                    slot.keep(&entry);
                }
                Ok(Exit::Done)
            }
            Product::Unchanged(entry) => {
                let paths = target.paths(entry.count());
                self.guard.claim(input, &paths, Kind::Document(self.maker.format))?;
                line.ended(Ending::Unchanged, &paths, entry.results());
                for path in &paths {
                    self.terminal.say(&results::unchanged(path));
                }
                self.note(paths);
                self.documents.unchanged += 1;
                Ok(Exit::Done)
            }
        }
    }

    /// Notes files that are to be opened at the end.
    fn note(&mut self, results: Vec<PathBuf>) {
        if self.arguments.open {
            self.results.extend(results);
        }
    }

    /// The document made once more, where it asked for a file that an earlier document of this
    /// run has for its result: it may have come too early for that.
    fn made_again(
        &mut self,
        input: &Path,
        row: Option<&DataRow>,
        made: Made,
    ) -> Result<Made, Abort> {
        let asked = made.folder.asked_paths();
        let early = asked.iter().any(|path| self.guard.is_result(path));
        if !early || input.as_os_str() == "-" {
            return Ok(made);
        }
        let (input, row, target) = (input.to_owned(), row.cloned(), Ok(made.target));
        self.maker.make(Job { input, row, target, loaded: None }).made
    }

    /// Shows what is wrong with a document and has not been told with an earlier one.
    fn show(&mut self, input: &Path, row: Option<&DataRow>, report: &mut Report) {
        let failed = report.diagnostics.has_errors();
        if let Some(row) = row {
            row.restore(report);
        }
        self.reported.drop_repeated(report, row.is_some());
        self.terminal.show(report);
        // Which rows failed is said at the end.
        if row.is_none() && failed && !report.diagnostics.has_errors() {
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
        target.write(outputs).map_err(Abort::environment)
    }
}

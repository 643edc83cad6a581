//! `Rounds`: what is known of the documents that are watched, and which of them the next round
//! builds.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::Local;

use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::cache::made_of;
use crate::cli::commands::listener::Listener;
use crate::cli::digest::Digest;
use crate::cli::files::asked::AllAsked;
use crate::cli::files::folder::Folder;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::place::{comparable, comparable_itself, destination, links};
use crate::cli::files::surroundings::Surroundings;
use crate::cli::terminal::{Message, watched};
use crate::cli::watching::{Changes, Concern, below, folders};
use crate::cli::worker::Work;

/// The documents that are watched, round by round.
pub(super) struct Rounds<'a> {
    arguments: &'a BuildArgs,
    work: Work,
    surroundings: &'a Surroundings<'a>,
    /// The folders that were given, in which documents may appear.
    given: Vec<PathBuf>,
    known: HashMap<PathBuf, Known>,
    /// What matters to any of them.
    concern: Concern,
    /// What the documents of this round are made of.
    begun: HashMap<PathBuf, Option<Digest>>,
    /// Why there is this round.
    changes: Changes,
    /// Those of the changes that may matter to several documents.
    shared: Vec<PathBuf>,
    /// Whether it looks at all documents, be they touched or not.
    all: bool,
    first: bool,
    result: Option<PathBuf>,
}

/// What is known of a document.
struct Known {
    made_of: Option<Digest>,
    asked: AllAsked,
    concern: Concern,
    /// What was made of it.
    results: Vec<PathBuf>,
    /// It could not be read, or its result not be written.
    failed: bool,
}

impl<'a> Rounds<'a> {
    /// Before the first round.
    pub(super) fn new(
        arguments: &'a BuildArgs,
        format: Format,
        surroundings: &'a Surroundings<'a>,
    ) -> Self {
        let given = arguments.files.iter().filter(|file| file.is_dir());
        Self {
            arguments,
            work: Work::Compile(format.into()),
            surroundings,
            given: given.cloned().collect(),
            known: HashMap::new(),
            concern: Concern::default(),
            begun: HashMap::new(),
            changes: Changes::default(),
            shared: Vec::new(),
            all: true,
            first: true,
            result: None,
        }
    }

    /// Whether no round has ended yet.
    pub(super) fn is_first(&self) -> bool {
        self.first
    }

    /// The next round is for these changes, or for `all` that there may be.
    pub(super) fn next(&mut self, changes: Changes, all: bool) {
        self.shared = self.concern.shared(&changes.paths);
        (self.first, self.changes, self.all) = (false, changes, all);
    }

    /// The first file of the last rounds, taken out.
    pub(super) fn take_result(&mut self) -> Option<PathBuf> {
        self.result.take()
    }

    /// The folders in which changes matter.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let (given, nothing) = (&self.arguments.files, AllAsked::new());
        let inner = self.given.iter().flat_map(|folder| below(folder));
        let known = self.known.iter().map(|(document, known)| (document, &known.asked));
        // Of a folder that is given, those above it matter, too.
        let mut all: Vec<_> =
            given.iter().map(|file| (file, &nothing)).chain(known).collect();
        // Documents that stand side by side and ask for the same files have the same folders.
        let mut seen = HashSet::new();
        all.retain(|(file, asked)| {
            let end = destination(file).unwrap_or_default();
            let names: Vec<_> = asked.keys().collect();
            seen.insert((file.parent(), end.parent().map(Path::to_owned), names))
        });
        let templates = self.templates();
        all.into_iter()
            .flat_map(|(file, asked)| folders(file, asked, templates))
            .chain(inner)
            .collect()
    }

    fn templates(&self) -> Option<&'a Path> {
        self.arguments.result.template.templates.as_deref()
    }

    /// Whether a change of a file, at a comparable path, is a reason for a round.
    pub(super) fn concerns(&self, changed: &Path) -> bool {
        self.concern.includes(changed)
            || self.given.iter().any(|folder| {
                may_be_document(changed, folder) || is_link_to(changed, folder)
            })
    }

    /// What a document is made of now.
    fn made_of(&self, input: &Path) -> Option<Digest> {
        let loaded = Loaded::read(input, self.surroundings).ok()?;
        made_of(&loaded, self.work)
    }

    /// Keeps in mind how it went with a document.
    fn know(
        &mut self,
        input: &Path,
        asked: AllAsked,
        results: Vec<PathBuf>,
        failed: bool,
    ) {
        let made_of = self.begun.remove(input).flatten();
        let concern = Concern::of(input, &asked, self.templates());
        self.concern.join(&concern);
        let known = Known { made_of, asked, concern, results, failed };
        self.known.insert(input.to_owned(), known);
    }
}

impl Listener for Rounds<'_> {
    fn wants(&mut self, input: &Path) -> bool {
        let known = self.known.get(input);
        let is_touched = known.is_none_or(|known| {
            self.changes.anything
                || known.concern.is_touched(&self.changes.paths, &self.shared)
        });
        if !is_touched && !self.all {
            return false;
        }
        let now = self.made_of(input);
        let wants = known.is_none_or(|known| {
            let is_same =
                known.made_of == now && Folder::of(input).has_still(&known.asked);
            let is_lost = || known.results.iter().any(|result| !result.exists());
            !is_same || (is_touched && (known.failed || is_lost()))
        });
        if wants {
            self.begun.insert(input.to_owned(), now);
        }
        wants
    }

    fn words(&self, result: &Path, took: Duration) -> Message {
        watched::built(&clock(), result, took)
    }

    fn words_of_failure(&self, input: &Path) -> Option<Message> {
        let failed = self.known.get(input).is_some_and(|known| known.failed);
        let words = if failed { watched::tried_again } else { watched::not_built };
        Some(words(&clock(), input))
    }

    fn ended(&mut self, input: &Path, asked: &AllAsked, results: &[PathBuf]) {
        self.know(input, asked.clone(), results.to_vec(), false);
        if self.result.is_none() {
            self.result = results.first().cloned();
        }
    }

    fn failed(&mut self, input: &Path) {
        let known = self.known.remove(input);
        let asked = known.map(|known| known.asked).unwrap_or_default();
        self.know(input, asked, Vec::new(), true);
    }
}

/// Whether a file in a given folder may be a document, or a folder with some, by its name.
fn may_be_document(changed: &Path, folder: &Path) -> bool {
    let folder = comparable(&folder.join(""));
    let Ok(inner) = changed.strip_prefix(folder) else { return false };
    let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    let ending = changed.extension();
    let is_text = ending.is_none_or(|ending| {
        ["md", "yaml", "yml"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    });
    !inner.iter().any(hidden) && (is_text || changed.is_dir())
}

/// Whether a link that changed is on the way to a given folder.
fn is_link_to(changed: &Path, folder: &Path) -> bool {
    links(folder).iter().any(|link| comparable_itself(link) == changed)
}

/// The time of the day.
fn clock() -> String {
    Local::now().format("%H:%M:%S").to_string()
}

//! What the system says of changed files, burst by burst.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::files::place::{comparable, comparable_itself};
use crate::cli::terminal::{Message, file_errors};

/// A file that is gone or empty may be about to be written.
const GRACE: Duration = Duration::from_millis(150);

/// A program closes a file that it wrote.
const WRITTEN: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));

/// A burst that does not end is taken as far as it has come.
const LONGEST_BURST: Duration = Duration::from_millis(500);

/// How long nothing may change until a burst is over.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quiet {
    /// After a change that may not be the last one.
    pub(crate) changed: Duration,
    /// After a program has closed a file that it wrote; only Linux tells.
    pub(crate) written: Duration,
}

/// The changes of files in some folders.
pub(crate) struct Events {
    watcher: RecommendedWatcher,
    said: Receiver<notify::Result<Event>>,
    watched: BTreeSet<PathBuf>,
}

/// What changed in a burst.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// The files and folders, by their [`comparable`] paths.
    pub(crate) paths: BTreeSet<PathBuf>,
    /// The same, as the system names them.
    files: BTreeSet<PathBuf>,
    /// The system lost count: anything may have changed.
    pub(crate) anything: bool,
}

impl Events {
    /// Nothing is watched yet.
    ///
    /// # Errors
    /// Where the system cannot watch files.
    pub(crate) fn new() -> Result<Self, Message> {
        let (say, said) = channel();
        let watcher = notify::recommended_watcher(say);
        let watcher =
            watcher.map_err(|error| file_errors::no_watcher(&error.to_string()))?;
        Ok(Self { watcher, said, watched: BTreeSet::new() })
    }

    /// Watches these folders and no others, as far as the system does; says whether there are new
    /// ones among them.
    pub(crate) fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> bool {
        let left: Vec<PathBuf> = self.watched.difference(folders).cloned().collect();
        for folder in left {
            self.forget(&folder);
        }
        let mut is_new = false;
        for folder in folders.difference(&self.watched.clone()) {
            // Folders, because an editor puts another file in the place of the old one.
            if self.watcher.watch(folder, RecursiveMode::NonRecursive).is_ok() {
                self.watched.insert(folder.clone());
                is_new = true;
            }
        }
        is_new
    }

    /// Whether a folder is watched.
    pub(crate) fn watches(&self, folder: &Path) -> bool {
        self.watched.contains(folder)
    }

    fn forget(&mut self, folder: &Path) {
        let _ = self.watcher.unwatch(folder);
        self.watched.remove(folder);
    }

    /// Waits until something `relevant` has changed, and then until it is `quiet`.
    pub(crate) fn wait(
        &mut self,
        quiet: Quiet,
        relevant: impl Fn(&Path) -> bool,
    ) -> Changes {
        let mut changes = Changes::default();
        let mut left = quiet.changed;
        while changes.paths.is_empty() && !changes.anything {
            // The sender lives as long as the watcher.
            let Ok(event) = self.said.recv() else { break };
            left = quiet.after(&event);
            self.note(event, &relevant, &mut changes);
        }
        self.settle(left, quiet, &relevant, &mut changes);
        if changes.are_unfinished() {
            let grace = Quiet { changed: GRACE, written: GRACE };
            self.settle(GRACE, grace, &relevant, &mut changes);
        }
        changes
    }

    /// What changes until it is `quiet`.
    pub(crate) fn rest(
        &mut self,
        quiet: Quiet,
        relevant: impl Fn(&Path) -> bool,
    ) -> Changes {
        let mut changes = Changes::default();
        self.settle(quiet.changed, quiet, &relevant, &mut changes);
        changes
    }

    /// Adds what else changes until it is `quiet`; at first for a time of `left`.
    fn settle(
        &mut self,
        left: Duration,
        quiet: Quiet,
        relevant: &impl Fn(&Path) -> bool,
        changes: &mut Changes,
    ) {
        let end = Instant::now() + LONGEST_BURST;
        let mut until = Instant::now() + left;
        loop {
            let left = until.min(end).saturating_duration_since(Instant::now());
            let Ok(event) = self.said.recv_timeout(left) else { return };
            let left = quiet.after(&event);
            if self.note(event, relevant, changes) {
                until = Instant::now() + left;
            }
        }
    }

    /// Notes an event; says whether it matters.
    fn note(
        &mut self,
        event: notify::Result<Event>,
        relevant: &impl Fn(&Path) -> bool,
        changes: &mut Changes,
    ) -> bool {
        let Ok(event) = event else {
            changes.anything = true;
            return true;
        };
        if event.need_rescan() {
            changes.anything = true;
            return true;
        }
        if is_reading(event.kind) {
            return false;
        }
        let mut matters = false;
        for path in event.paths {
            // A folder that was moved or removed and comes back is another one.
            let moved = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(_))
                && !path.is_dir();
            if moved && self.watched.contains(&path) {
                self.forget(&path);
            }
            // Most files are written in several steps.
            if changes.files.contains(&path) {
                matters = true;
                continue;
            }
            // A link that leads elsewhere now is a change of the link, and of what it names.
            for known_as in BTreeSet::from([comparable(&path), comparable_itself(&path)])
            {
                if relevant(&known_as) {
                    changes.paths.insert(known_as);
                    changes.files.insert(path.clone());
                    matters = true;
                }
            }
        }
        matters
    }
}

impl Quiet {
    /// How long nothing may change after an event.
    fn after(self, event: &notify::Result<Event>) -> Duration {
        let is_written = |event: &Event| event.kind == WRITTEN;
        if event.as_ref().is_ok_and(is_written) { self.written } else { self.changed }
    }
}

impl Changes {
    /// Whether one of the files is gone or empty, as some programs leave it for a moment when
    /// they save.
    fn are_unfinished(&self) -> bool {
        self.files.iter().any(|file| {
            fs::metadata(file).map_or(true, |about| about.is_file() && about.len() == 0)
        })
    }
}

/// Whether a file was only read, as this program itself does; the end of writing is none of it.
fn is_reading(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(_)) && kind != WRITTEN
}

//! Checks documents beside the conversation, in processes of their own: the newest version of
//! each, once nothing has been typed for a moment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::settings::Settings;
use crate::cli::files::folder::is_defaults;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::unsaved::Unsaved;
use crate::cli::isolation::isolated;
use crate::cli::terminal::Message;
use crate::cli::watching::Concern;
use crate::cli::worker::{Work, Workers};
use crate::{Report, check_defaults};

/// Who types goes on within this time.
const QUIET: Duration = Duration::from_millis(200);

/// How long a check of an older version may go on: a short one is sooner done than begun anew.
const PATIENCE: Duration = Duration::from_secs(1);

/// How many documents are checked at once: one that takes long keeps nobody from the others.
const THREADS: usize = 2;

/// What came of a check.
pub(super) struct Checked {
    /// The address of the document.
    pub(super) uri: String,
    /// Its version.
    pub(super) version: i64,
    /// What is wrong with it, or why that cannot be said.
    pub(super) result: Result<Report, Message>,
    /// The files that it is made of.
    pub(super) concern: Concern,
}

/// A document that waits to be checked.
struct Waiting {
    path: PathBuf,
    version: i64,
    /// Not before this moment.
    from: Instant,
    /// Which of all questions it is.
    number: u64,
}

#[derive(Default)]
struct State {
    waiting: BTreeMap<String, Waiting>,
    /// The last question about each document.
    last: BTreeMap<String, u64>,
    asked: u64,
    unsaved: Unsaved,
}

/// What is to be checked.
#[derive(Clone, Default)]
pub(super) struct Checks(Arc<(Mutex<State>, Condvar)>);

impl Checks {
    /// Begins to check what is asked for; `tell` hears what came of each.
    pub(super) fn begin(
        settings: &Arc<Settings>,
        tell: impl Fn(Checked) + Clone + Send + 'static,
    ) -> Self {
        let checks = Self::default();
        let workers = Arc::new(Workers::apart());
        for _ in 0..THREADS {
            let (own, tell) = (checks.clone(), tell.clone());
            let (settings, workers) = (Arc::clone(settings), Arc::clone(&workers));
            thread::spawn(move || {
                loop {
                    own.check_next(&settings, &workers, &tell);
                }
            });
        }
        checks
    }

    /// What is typed now; checks that begin later see it.
    pub(super) fn hold(&self, unsaved: Unsaved) {
        self.state().unsaved = unsaved;
    }

    /// Asks for a document to be checked, in the place of any earlier version of it.
    pub(super) fn ask(&self, uri: &str, path: &Path, version: i64, at_once: bool) {
        let now = Instant::now();
        let from = if at_once { now } else { now + QUIET };
        let mut state = self.state();
        state.asked += 1;
        let number = state.asked;
        let waiting = Waiting { path: path.to_owned(), version, from, number };
        state.waiting.insert(uri.to_owned(), waiting);
        state.last.insert(uri.to_owned(), number);
        drop(state);
        self.0.1.notify_one();
    }

    /// No more is to be said of a document.
    pub(super) fn forget(&self, uri: &str) {
        let mut state = self.state();
        state.waiting.remove(uri);
        state.last.remove(uri);
    }

    /// Checks the next document.
    fn check_next(
        &self,
        settings: &Settings,
        workers: &Workers,
        tell: &impl Fn(Checked),
    ) {
        let (uri, waiting, unsaved) = self.next();
        let Waiting { path, version, number, .. } = waiting;
        let begun = Instant::now();
        let is_last = |state: &State| state.last.get(&uri) == Some(&number);
        let wanted = || begun.elapsed() < PATIENCE || is_last(&self.state());
        let check = || check(&path, unsaved, settings, workers, &wanted);
        let found = isolated(check)
            .unwrap_or_else(|| Some((Ok(Report::default()), concern(&path))));
        // While nobody can ask anew: what is told last is what was asked last.
        let state = self.state();
        if let Some((result, concern)) = found
            && is_last(&state)
        {
            tell(Checked { uri, version, result, concern });
        }
    }

    /// Waits for the next document.
    fn next(&self) -> (String, Waiting, Unsaved) {
        let mut state = self.state();
        loop {
            let now = Instant::now();
            let first = state.waiting.iter().min_by_key(|(_, waiting)| waiting.from);
            let first = first.map(|(uri, waiting)| (uri.clone(), waiting.from));
            state = match first {
                None => self.0.1.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some((_, from)) if from > now => {
                    let waited = self.0.1.wait_timeout(state, from - now);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                Some((uri, _)) => {
                    if let Some(waiting) = state.waiting.remove(&uri) {
                        return (uri, waiting, state.unsaved.clone());
                    }
                    state
                }
            };
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is known of a document that could not be read.
fn concern(path: &Path) -> Concern {
    Concern::of(path, &BTreeMap::new(), None)
}

/// What is wrong with a document, and the files that it is made of; nothing where that is no
/// more wanted.
fn check(
    path: &Path,
    unsaved: Unsaved,
    settings: &Settings,
    workers: &Workers,
    wanted: &(dyn Fn() -> bool + Sync),
) -> Option<(Result<Report, Message>, Concern)> {
    let surroundings = settings.surroundings(unsaved);
    let loaded = match Loaded::read(path, &surroundings) {
        Ok(loaded) => loaded,
        Err(message) => return Some((Err(message), concern(path))),
    };
    if is_defaults(path) {
        return Some((Ok(loaded.run(check_defaults).report), concern(path)));
    }
    let folder = loaded.folder().clone();
    let templates = settings.template.templates.as_deref();
    let concern = || Concern::of(path, &folder.asked(), templates);
    match workers.run_while(loaded, Work::Check, wanted) {
        Ok(ended) => ended.map(|outcome| (Ok(outcome.report), concern())),
        Err(message) => Some((Err(message), concern())),
    }
}

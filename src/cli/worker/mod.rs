//! Templates of an office's own run in a process of their own, with bounds on its time and
//! memory: neither a loop in one nor a fault of the engines under it ends the program or the
//! other documents.

mod packed_report;
mod process;
mod reply;
mod request;
mod serve;
mod work;

use std::io;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;

pub(super) use packed_report::PackedReport;
use process::{Ended, Process};
pub(super) use request::line as request;
pub(super) use serve::{ARGUMENT, serve};
pub(super) use work::{Work, renewal};

use super::files::loaded::Loaded;
use super::terminal::{Message, file_errors};
use crate::template::Stop;
use crate::typeset::Engine;
use crate::{Outcome, Report, stopped};

/// The most bytes that a process may hold: the largest texts that the stages let through need a
/// third of it, many scanned pages somewhat more.
const MEMORY: usize = 2 * 1024 * 1024 * 1024;

/// How long a template may run, where the user says nothing.
const SECONDS: u64 = 60;

/// Who does the work on the documents of a run: this process, and for the office's templates one
/// for each thread that asks.
#[derive(Default)]
pub(super) struct Workers {
    /// The processes that did a document and can do the next: never more than there are
    /// threads that ask.
    idle: Mutex<Vec<Process>>,
    /// Whether all documents are done in other processes.
    apart: bool,
}

impl Workers {
    /// Those that do every document in another process: whatever becomes of one, this process
    /// goes on.
    pub(super) fn apart() -> Self {
        Self { apart: true, ..Self::default() }
    }

    /// Does some work on a document; in the other process where its templates are not the
    /// built-in ones.
    ///
    /// # Errors
    /// Says why no process could be started.
    pub(super) fn run(
        &self,
        loaded: Loaded,
        work: Work,
    ) -> Result<Outcome<Vec<Vec<u8>>>, Message> {
        let nothing = || Outcome { output: None, report: Report::default() };
        self.run_while(loaded, work, &|| true).map(|ended| ended.unwrap_or_else(nothing))
    }

    /// The same, as long as it is `wanted`; nothing where it was given up.
    ///
    /// # Errors
    /// Says why no process could be started.
    pub(super) fn run_while(
        &self,
        loaded: Loaded,
        work: Work,
        wanted: &dyn Fn() -> bool,
    ) -> Result<Option<Outcome<Vec<Vec<u8>>>>, Message> {
        if !self.apart && !loaded.runs_own_templates() {
            // The fonts of the program are read while the first document is.
            static FONTS: Once = Once::new();
            FONTS.call_once(|| drop(thread::spawn(Engine::shared)));
            return Ok(Some(loaded.run(|input| work.on(input))));
        }
        let ended = self.elsewhere(&loaded, work, wanted);
        let ended = ended.map_err(|error| file_errors::no_process(&error))?;
        Ok(ended.map(|ended| {
            ended.unwrap_or_else(|stop| {
                loaded.run(|input| stopped(input, stop)).map(|()| Vec::new())
            })
        }))
    }

    /// Does the work in another process, as far as that comes to its end and is wanted.
    fn elsewhere(
        &self,
        loaded: &Loaded,
        work: Work,
        wanted: &dyn Fn() -> bool,
    ) -> io::Result<Ended> {
        let seconds = loaded.limit().unwrap_or(SECONDS);
        let sayable = loaded.path().to_str().is_some();
        let used = if sayable { self.idle().pop() } else { None };
        if let Some(mut process) = used {
            let ended = process.run(loaded, work, seconds, wanted)?;
            match ended {
                Some(Ok(_)) => {
                    self.idle().push(process);
                    return Ok(ended);
                }
                None | Some(Err(Stop::Time { .. })) => return Ok(ended),
                // What earlier documents left there may have been too much: what is said of a
                // document does not hang on others.
                Some(Err(Stop::Memory { .. } | Stop::Depth | Stop::Fault)) => {}
            }
        }
        let mut process = Process::start(loaded)?;
        let ended = process.run(loaded, work, seconds, wanted)?;
        if matches!(ended, Some(Ok(_))) && sayable {
            self.idle().push(process);
        }
        Ok(ended)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Process>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

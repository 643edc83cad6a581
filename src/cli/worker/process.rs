//! This side of a process that runs templates: it is started, asked, and waited for no longer
//! than is allowed.

use std::env::current_exe;
use std::io::{self, BufReader, Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::work::Work;
use super::{MEMORY, reply, request, serve};
use crate::Outcome;
use crate::cli::files::loaded::Loaded;
use crate::template::Stop;

/// The most bytes of what a process says at its end that are read.
const LAST_WORDS: u64 = 64 * 1024;

/// How often it is asked whether the work is still wanted.
const LOOK: Duration = Duration::from_millis(100);

/// How some work ended; nothing where it was given up.
pub(super) type Ended = Option<Result<Outcome<Vec<Vec<u8>>>, Stop>>;

/// A process that runs templates, ready to be asked.
pub(super) struct Process {
    child: Child,
    pipes: Option<Pipes>,
    last_words: Option<JoinHandle<String>>,
}

/// What a process hears and says.
struct Pipes {
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Process {
    /// Starts a process; where no text can say the path of a document, it is for that one alone.
    pub(super) fn start(first: &Loaded) -> io::Result<Self> {
        let mut child = Command::new(current_exe()?)
            .arg(serve::ARGUMENT)
            .arg(first.path())
            .args(first.font_folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let pipes = stdin.zip(stdout).map(|(stdin, stdout)| {
            let stdout = BufReader::new(stdout);
            Pipes { stdin, stdout }
        });
        let words = child.stderr.take();
        let last_words = words.map(|stderr| thread::spawn(|| last_words(stderr)));
        Ok(Self { child, pipes, last_words })
    }

    /// Does some work there, as long as it is wanted. A process that was stopped is of no more use.
    pub(super) fn run(
        &mut self,
        loaded: &Loaded,
        work: Work,
        seconds: u64,
        wanted: &dyn Fn() -> bool,
    ) -> io::Result<Ended> {
        let line = request::line(work, loaded)?;
        let Some(mut pipes) = self.pipes.take() else {
            return Ok(Some(Err(Stop::Fault)));
        };
        let (said, hear) = channel();
        thread::spawn(move || {
            // A process that has ended is told by what does not come.
            let _ = pipes.stdin.write_all(&line).and_then(|()| pipes.stdin.flush());
            let reply = reply::read(&mut pipes.stdout);
            let _ = said.send((reply, pipes));
        });
        let end = Instant::now() + Duration::from_secs(seconds);
        let (reply, pipes) = loop {
            let left = end.saturating_duration_since(Instant::now());
            match hear.recv_timeout(left.min(LOOK)) {
                Ok(heard) => break heard,
                Err(RecvTimeoutError::Timeout) if !wanted() => return Ok(None),
                Err(RecvTimeoutError::Timeout) if !left.is_zero() => {}
                Err(_) => return Ok(Some(Err(Stop::Time { seconds }))),
            }
        };
        if let Some((outcome, asked)) = reply {
            self.pipes = Some(pipes);
            loaded.folder().note(asked);
            return Ok(Some(Ok(outcome)));
        }
        self.child.kill()?;
        let words = self.last_words.take().and_then(|words| words.join().ok());
        Ok(Some(Err(reason(&words.unwrap_or_default()))))
    }
}

impl Drop for Process {
    /// Ends the process: it has written no files and has none to close.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn last_words(stderr: ChildStderr) -> String {
    let mut bytes = Vec::new();
    let _ = stderr.take(LAST_WORDS).read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Why a process ended, by what Rust's runtime says then on every system.
fn reason(last_words: &str) -> Stop {
    if last_words.contains("memory allocation of") {
        Stop::Memory { megabytes: MEMORY / 1024 / 1024 }
    } else if last_words.contains("overflowed its stack") {
        Stop::Depth
    } else {
        Stop::Fault
    }
}

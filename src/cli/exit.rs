//! How a run ends, and what ends it early.

use std::process::ExitCode;

use super::terminal::{Message, Terminal};

/// How a run ends, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Everything was done.
    Done = 0,
    /// A document has problems; nothing was written for it.
    Problems = 1,
    /// The command was called in a wrong way.
    Usage = 2,
    /// A file could not be read or written.
    Environment = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What ends a command early: its exit, and what is left to say.
#[derive(Debug)]
pub(crate) struct Abort {
    exit: Exit,
    message: Option<Message>,
}

impl Abort {
    /// The command was called in a wrong way.
    pub(crate) fn usage(message: Message) -> Self {
        Self { exit: Exit::Usage, message: Some(message) }
    }

    /// A file could not be read or written.
    pub(crate) fn environment(message: Message) -> Self {
        Self { exit: Exit::Environment, message: Some(message) }
    }

    /// The input has problems that are not shown yet.
    pub(crate) fn problem(message: Message) -> Self {
        Self { exit: Exit::Problems, message: Some(message) }
    }

    /// The input has problems that have been shown.
    pub(crate) fn shown_problems() -> Self {
        Self { exit: Exit::Problems, message: None }
    }

    /// Says what is left to say.
    pub(crate) fn end(self, terminal: &Terminal) -> Exit {
        if let Some(message) = self.message {
            terminal.say(&message);
        }
        self.exit
    }
}

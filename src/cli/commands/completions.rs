//! `vanban completions`: what completes the program's arguments in a shell.

use crate::cli::arguments::CompletionsArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::stdout::print;

/// Writes the script to standard output.
pub(crate) fn run(arguments: &CompletionsArgs) -> Result<Exit, Abort> {
    print(&arguments.shell.script()).map_err(Abort::environment)?;
    Ok(Exit::Done)
}

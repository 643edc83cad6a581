//! The command line: arguments in, exit code out. The door to `clap`.

mod arguments;
mod cache;
mod commands;
mod digest;
mod exit;
mod files;
mod isolation;
mod opening;
mod parallel;
mod preview;
mod stdout;
mod terminal;
mod watching;
mod worker;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Cli, Command, Left, completed};
use terminal::Terminal;

/// Runs the program. `bound` bounds the memory that the process may hold from now on, in bytes,
/// and says whether it could; it is called only in a process that runs a template.
#[must_use]
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    bound: impl FnOnce(usize) -> bool,
) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let [_, first, rest @ ..] = &*arguments
        && first == worker::ARGUMENT
    {
        return worker::serve(rest, bound).into();
    }
    let arguments = completed(arguments, Left { files: &["build"], nothing: &[] });
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let lang = arguments::asked_language(&arguments);
            return arguments::report(&error, &arguments, lang).into();
        }
    };
    let terminal = Terminal::new(cli.common.color.into(), cli.common.lang.into());
    let ended = match cli.command {
        Command::Build(arguments) => commands::build(&arguments, &terminal),
        Command::Watch(arguments) => commands::watch(arguments, &terminal),
        Command::Preview(arguments) => commands::preview(&arguments, &terminal),
        Command::Check(arguments) => commands::check(&arguments, &terminal),
        Command::New(arguments) => commands::new(&arguments, &terminal),
        Command::Schema(arguments) => commands::schema(&arguments, &terminal),
        Command::Templates(arguments) => commands::templates(&arguments, &terminal),
    };
    ended.unwrap_or_else(|abort| abort.end(&terminal)).into()
}

//! The command line: arguments in, exit code out. The door to `clap`.

mod arguments;
mod cache;
mod commands;
mod digest;
mod exit;
mod files;
mod installation;
mod isolation;
mod lsp;
mod opening;
mod parallel;
mod preview;
mod stdout;
mod terminal;
mod watching;
mod window;
mod windows;
mod worker;

use std::ffi::OsString;
use std::process::ExitCode;

use anstream::ColorChoice;
use clap::{CommandFactory, FromArgMatches};

use crate::diagnostic::Lang;
use arguments::{Cli, Command, completed};
use exit::Exit;
use terminal::Terminal;
use window::Window;

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
    let window = Window::of(&arguments);
    let command = Cli::command();
    let arguments = completed(arguments, window.left(), &command);
    let ended = ended(&arguments, command);
    if window == Window::Own && ended.is_to_be_read {
        let words = terminal::greeting::hold(ended.exit == Exit::Done);
        Terminal::new(ColorChoice::Never, ended.lang).say(&words);
        window::typed_line();
    }
    ended.exit.into()
}

/// How a run ended.
struct Ended {
    exit: Exit,
    lang: Lang,
    /// Whether something was said that is to be read before a window closes.
    is_to_be_read: bool,
}

/// The arguments as `command` reads them, which is the program as `clap` knows it: as
/// `Cli::try_parse_from`, which would make that again.
fn parsed(arguments: &[OsString], command: clap::Command) -> Result<Cli, clap::Error> {
    let mut matches = command.try_get_matches_from(arguments)?;
    let cli = Cli::from_arg_matches_mut(&mut matches);
    cli.map_err(|error| error.format(&mut Cli::command()))
}

/// Runs the command that the arguments name.
fn ended(arguments: &[OsString], command: clap::Command) -> Ended {
    let cli = match parsed(arguments, command) {
        Ok(cli) => cli,
        Err(error) => {
            let lang = arguments::asked_language(arguments);
            let exit = arguments::report(&error, arguments, lang);
            return Ended { exit, lang, is_to_be_read: true };
        }
    };
    let terminal = Terminal::new(cli.common.color.into(), cli.common.lang.into());
    // Whoever was greeted has chosen to close the window.
    let greets = matches!(cli.command, Command::Start);
    let (ends_in_words, ended) = match cli.command {
        Command::Build(arguments) => (false, commands::build(&arguments, &terminal)),
        Command::Watch(arguments) => (false, commands::watch(arguments, &terminal)),
        Command::Preview(arguments) => (false, commands::preview(&arguments, &terminal)),
        Command::Check(arguments) => (true, commands::check(&arguments, &terminal)),
        Command::New(arguments) => (true, commands::new(&arguments, &terminal)),
        Command::Schema(arguments) => (true, commands::schema(&arguments, &terminal)),
        Command::Lsp(arguments) => (false, commands::lsp(&arguments, &terminal)),
        Command::Templates(arguments) => {
            (true, commands::templates(&arguments, &terminal))
        }
        Command::Install => (true, commands::install(&terminal)),
        Command::Uninstall => (true, commands::uninstall(&terminal)),
        Command::Completions(arguments) => (true, commands::completions(&arguments)),
        Command::Manual(arguments) => (true, commands::manual(&arguments, &terminal)),
        Command::Start => (false, Ok(commands::start(&terminal))),
    };
    let exit = ended.unwrap_or_else(|abort| abort.end(&terminal));
    let has_words = ends_in_words || exit != Exit::Done || terminal.has_told();
    let is_to_be_read = has_words && !greets;
    Ended { exit, lang: terminal.lang(), is_to_be_read }
}

//! Help, version, or what is wrong with the arguments, out of what `clap` says.

use std::ffi::OsString;
use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::meant;
use crate::cli::exit::Exit;
use crate::cli::stdout;
use crate::cli::terminal::{Message, misuse};
use crate::diagnostic::Lang;

/// Shows help, the version, or what is wrong with the arguments.
pub(crate) fn report(error: &clap::Error, arguments: &[OsString], lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            said(stdout::print(&error.render().to_string()), Exit::Environment, lang)
        }
        _ => said(Err(message(error, arguments)), Exit::Usage, lang),
    }
}

/// Says what went wrong, which ends the run with `exit`.
fn said(result: Result<(), Message>, exit: Exit, lang: Lang) -> Exit {
    let Err(message) = result else { return Exit::Done };
    let _ = writeln!(std::io::stderr(), "{}", message.get(lang));
    exit
}

/// The language that was asked for, also where the arguments cannot be read otherwise.
pub(crate) fn asked_language(arguments: &[OsString]) -> Lang {
    let mut asked = std::env::var_os("VANBAN_LANG");
    for (index, argument) in arguments.iter().enumerate() {
        let argument = argument.to_string_lossy();
        if argument == "--lang" {
            asked = arguments.get(index + 1).cloned();
        } else if let Some(value) = argument.strip_prefix("--lang=") {
            asked = Some(value.into());
        }
    }
    if asked.is_some_and(|lang| lang == "en") { Lang::En } else { Lang::Vi }
}

/// The sentence for what `clap` found wrong.
fn message(error: &clap::Error, arguments: &[OsString]) -> Message {
    let context = |kind| {
        error.get(kind).map_or_else(String::new, |value| match value {
            ContextValue::Strings(list) => list.join(", "),
            other => other.to_string(),
        })
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            misuse::no_value(&argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(list)) => list.as_slice(),
                _ => &[],
            };
            let meant = meant::value(arguments, &value, valid);
            misuse::value_not_taken(
                &argument,
                &value,
                &valid.join(", "),
                meant.as_deref(),
            )
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let meant = meant::option(arguments, &argument);
            misuse::unknown_option(&argument, meant.as_deref())
        }
        ErrorKind::UnknownArgument => misuse::one_too_many(&argument),
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand);
            let meant = meant::command(arguments, &command);
            misuse::unknown_command(&command, meant.as_deref())
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            if other == argument {
                misuse::twice(&argument)
            } else {
                misuse::conflict(&argument, &other)
            }
        }
        ErrorKind::MissingRequiredArgument => misuse::missing(&argument),
        ErrorKind::MissingSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => misuse::no_command(),
        ErrorKind::InvalidUtf8 => misuse::not_unicode(),
        _ => misuse::other(&argument),
    }
}

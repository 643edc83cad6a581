//! What is wrong with the arguments.

use std::ffi::OsString;
use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Exit;
use super::message::{Message, Misuse};
use crate::diagnostic::Lang;

/// Shows help, the version, or what is wrong with the arguments.
pub(super) fn report(error: &clap::Error, lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nothing can be done where standard output itself is closed.
            let _ = write!(std::io::stdout(), "{}", error.render());
            Exit::Done
        }
        _ => {
            let text = Message::Misuse(misuse(error)).text(lang);
            let _ = writeln!(std::io::stderr(), "{text}");
            Exit::Usage
        }
    }
}

/// The language that was asked for, also where the arguments cannot be read otherwise.
pub(super) fn language(arguments: &[OsString]) -> Lang {
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

fn misuse(error: &clap::Error) -> Misuse {
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
            Misuse::NoValue(argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = context(ContextKind::ValidValue);
            Misuse::WrongValue { argument, value, valid }
        }
        ErrorKind::UnknownArgument => {
            Misuse::UnknownOption(argument, context(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => Misuse::UnknownCommand(
            context(ContextKind::InvalidSubcommand),
            context(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            if other == argument {
                Misuse::Twice(argument)
            } else {
                Misuse::Conflict(argument, other)
            }
        }
        ErrorKind::MissingRequiredArgument => Misuse::Missing(argument),
        ErrorKind::MissingSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Misuse::NoCommand,
        ErrorKind::InvalidUtf8 => Misuse::NotUnicode,
        _ => Misuse::Other(argument),
    }
}

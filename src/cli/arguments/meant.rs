//! The line that was probably meant where an argument is wrong: with the command, the option or
//! the value that is nearly what was typed. Only what the program would take is offered.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Command, CommandFactory, Parser};

use super::Cli;
use super::line::{first_word, long_names, names};
use crate::document::nearest;

/// Longer lines are not offered, only what is to be typed in them.
const LONGEST: usize = 160;

/// The line in which `wrong` is the command that it is nearly called, or that command alone.
pub(super) fn command(arguments: &[OsString], wrong: &str) -> Option<String> {
    let program = Cli::command();
    let known = program.get_subcommands().flat_map(|command| {
        let inner = command.get_subcommands().flat_map(names);
        names(command).chain(inner)
    });
    let near = nearest(wrong, known)?;
    Some(line(&with(arguments, wrong, near)).unwrap_or_else(|| near.to_owned()))
}

/// The line in which `wrong` is an option of its command, or in which the command is the one
/// that has such an option; else the option alone.
pub(super) fn option(arguments: &[OsString], wrong: &str) -> Option<String> {
    let program = Cli::command();
    if let Some(at) = first_word(arguments, &program) {
        let other = |command: &Command| {
            let mut arguments = arguments.to_vec();
            arguments[at] = command.get_name().into();
            has(command, wrong).then(|| line(&arguments)).flatten()
        };
        if let Some(line) = program.get_subcommands().find_map(other) {
            return Some(line);
        }
    }
    let own = first_word(arguments, &program).and_then(|at| arguments[at].to_str());
    let own = own.and_then(|name| program.find_subcommand(name)).unwrap_or(&program);
    let options = own.get_arguments().chain(program.get_arguments());
    let near = nearest(wrong, options.flat_map(long_names))?;
    let near = format!("--{near}");
    Some(line(&with(arguments, wrong, &near)).unwrap_or(near))
}

/// The line in which a value is the one of `valid` that it nearly is.
pub(super) fn value(
    arguments: &[OsString],
    wrong: &str,
    valid: &[String],
) -> Option<String> {
    let near = nearest(wrong, valid.iter().map(String::as_str))?;
    let behind = format!("={wrong}");
    let is_it = |argument: &OsString| {
        argument.to_str().is_some_and(|text| text == wrong || text.ends_with(&behind))
    };
    let at = arguments.iter().rposition(is_it)?;
    let option = arguments[at].to_str()?.strip_suffix(wrong)?;
    let mut meant = arguments.to_vec();
    meant[at] = format!("{option}{near}").into();
    line(&meant)
}

/// Whether a command has an option, as it is typed.
fn has(command: &Command, option: &str) -> bool {
    command.get_arguments().any(|arg| {
        option.strip_prefix("--").is_some_and(|long| long_names(arg).contains(&long))
    })
}

/// The arguments with `new` for the first that is `old`, or `old` with its value (`--old=x`).
fn with(arguments: &[OsString], old: &str, new: &str) -> Vec<OsString> {
    let mut arguments = arguments.to_vec();
    for argument in arguments.iter_mut().skip(1) {
        let Some(rest) = argument.to_str().and_then(|text| text.strip_prefix(old)) else {
            continue;
        };
        if rest.is_empty() || rest.starts_with('=') {
            *argument = format!("{new}{rest}").into();
            break;
        }
    }
    arguments
}

/// The line to be typed, where the program takes it.
fn line(arguments: &[OsString]) -> Option<String> {
    let taken = match Cli::try_parse_from(arguments) {
        Ok(_) => true,
        Err(error) => {
            matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
        }
    };
    let words: Option<Vec<&str>> =
        arguments.iter().skip(1).map(|argument| argument.to_str()).collect();
    let words: Vec<String> = words?.into_iter().map(quoted).collect();
    let line = format!("vanban {}", words.join(" "));
    (taken && line.chars().count() <= LONGEST).then_some(line)
}

/// An argument as it is typed: in quotation marks where the shell would read more than letters.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=@+,".contains(c);
    if !word.is_empty() && word.chars().all(|c| plain(c) || (cfg!(windows) && c == '\\'))
    {
        word.to_owned()
    } else if cfg!(windows) {
        format!("\"{word}\"")
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

//! The command line as it was typed, completed: a file alone is built, `help` is a command, and
//! the names of commands may have their accents.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::{Arg, Command};

use crate::document::fold;

/// What asks for help as a command.
const HELP: [&str; 2] = ["help", "tro-giup"];

/// The endings of texts; what is named so is a file, there or not.
const TEXTS: [&str; 5] = ["md", "markdown", "txt", "yaml", "yml"];

/// What is put in the place of a command that is not typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Left<'a> {
    /// Where files are given.
    pub(crate) files: &'a [&'a str],
    /// Where nothing is.
    pub(crate) nothing: &'a [&'a str],
}

/// The arguments with the command that was left out, by its own name. `command` is the program as
/// `clap` knows it.
pub(crate) fn completed(
    mut arguments: Vec<OsString>,
    left: Left<'_>,
    command: &Command,
) -> Vec<OsString> {
    if cfg!(windows) && arguments.get(1).is_some_and(|first| first == "/?") {
        arguments[1] = "--help".into();
    }
    let Some(mut at) = first_word(&arguments, command) else {
        if !left.nothing.is_empty() && !asks_for_something(&arguments) {
            insert(&mut arguments, left.nothing);
        }
        return arguments;
    };
    if HELP.iter().any(|help| is_called(&arguments[at], help)) {
        arguments.remove(at);
        // Behind `--` it would be a file.
        let end = arguments.iter().position(|argument| argument == "--");
        arguments.insert(end.unwrap_or(arguments.len()), "--help".into());
        match first_word(&arguments, command) {
            Some(next) => at = next,
            None => return arguments,
        }
    }
    let word = &arguments[at];
    let names = command.get_subcommands().flat_map(names);
    let mut same = names.filter(|name| is_called(word, name));
    if let Some(name) = same.next() {
        arguments[at] = name.into();
    } else if is_file(Path::new(word)) {
        insert(&mut arguments, left.files);
    }
    arguments
}

/// The place of the first argument that is no option and no option's value.
pub(super) fn first_word(arguments: &[OsString], command: &Command) -> Option<usize> {
    let build = command.find_subcommand("build").into_iter();
    let options: Vec<&Arg> =
        command.get_arguments().chain(build.flat_map(Command::get_arguments)).collect();
    let mut at = 1;
    while let Some(argument) = arguments.get(at) {
        let text = argument.to_string_lossy();
        if text == "--" {
            return (at + 1 < arguments.len()).then_some(at + 1);
        }
        if text == "-" || !text.starts_with('-') {
            return Some(at);
        }
        at += if takes_next(&text, &options) { 2 } else { 1 };
    }
    None
}

/// Whether an option has its value in the next argument.
fn takes_next(option: &str, options: &[&Arg]) -> bool {
    let is_named = |arg: &Arg| match option.strip_prefix("--") {
        Some(long) => long_names(arg).contains(&long),
        None => option.chars().skip(1).eq(arg.get_short()),
    };
    options.iter().any(|arg| is_named(arg) && arg.get_action().takes_values())
}

/// The names of an option behind `--`.
pub(super) fn long_names(arg: &Arg) -> Vec<&str> {
    let aliases = arg.get_all_aliases().unwrap_or_default();
    arg.get_long().into_iter().chain(aliases).collect()
}

/// The names of a command, its own one first.
pub(super) fn names(command: &Command) -> impl Iterator<Item = &str> {
    std::iter::once(command.get_name()).chain(command.get_all_aliases())
}

/// Whether a word is a name, but for accents and capitals: `Kiểm` is `kiem`.
fn is_called(word: &OsStr, name: &str) -> bool {
    word.to_str().is_some_and(|word| word == name || fold(word) == fold(name))
}

/// Whether what nobody knows as a command is meant as a file.
fn is_file(word: &Path) -> bool {
    let ending = word.extension().unwrap_or_default();
    let mut named = word.to_owned();
    named.as_mut_os_string().push(".md");
    word.as_os_str() == "-"
        || TEXTS.iter().any(|text| ending.eq_ignore_ascii_case(text))
        || word.components().count() > 1
        || word.exists()
        || named.exists()
}

/// Whether there is an option that is more than how the program speaks.
fn asks_for_something(arguments: &[OsString]) -> bool {
    let speaks = |text: &str| {
        let name = text.split_once('=').map_or(text, |(name, _)| name);
        ["--lang", "--color", "--keep-window", "--giu-cua-so"].contains(&name)
    };
    let options = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    options.filter(|text| text.starts_with('-')).any(|text| !speaks(&text))
}

/// Puts words before all arguments.
fn insert(arguments: &mut Vec<OsString>, words: &[&str]) {
    let at = arguments.len().min(1);
    arguments.splice(at..at, words.iter().map(OsString::from));
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::Cli;
    use super::*;

    /// What a line becomes, in a window of its own or in a terminal.
    fn line(typed: &str, left: Left<'_>) -> String {
        let words = typed.split_whitespace().map(OsString::from);
        let completed = completed(words.collect(), left, &Cli::command());
        completed.join(OsStr::new(" ")).into_string().unwrap()
    }

    #[test]
    fn a_file_alone_is_built_and_help_is_a_command() {
        let terminal = Left { files: &["build"], nothing: &[] };
        for (typed, read) in [
            ("vanban tb.md", "vanban build tb.md"),
            ("vanban --lang en tb.md", "vanban build --lang en tb.md"),
            ("vanban --lang=en a/b", "vanban build --lang=en a/b"),
            ("vanban -o ra.pdf -- tb.md", "vanban build -o ra.pdf -- tb.md"),
            ("vanban --format png TB.MD", "vanban build --format png TB.MD"),
            ("vanban -", "vanban build -"),
            ("vanban src", "vanban build src"),
            ("vanban build tb.md", "vanban build tb.md"),
            ("vanban lap tb.md", "vanban lap tb.md"),
            ("vanban Lập tb.md", "vanban lap tb.md"),
            ("vanban --lang en Kiểm tb.md", "vanban --lang en kiem tb.md"),
            ("vanban theo_dõi tb.md", "vanban theo-doi tb.md"),
            ("vanban biuld tb.md", "vanban biuld tb.md"),
            ("vanban help", "vanban --help"),
            ("vanban Trợ-giúp kiểm", "vanban kiem --help"),
            ("vanban help build", "vanban build --help"),
            ("vanban help xay", "vanban xay --help"),
            ("vanban --version", "vanban --version"),
            ("vanban", "vanban"),
            ("vanban --lang en", "vanban --lang en"),
            ("vanban -o", "vanban -o"),
            ("vanban --", "vanban --"),
        ] {
            assert_eq!(line(typed, terminal), read, "{typed}");
        }
    }

    #[test]
    fn a_window_of_its_own_opens_what_it_builds() {
        let window = Left { files: &["build", "--open"], nothing: &["start"] };
        for (typed, read) in [
            ("vanban /a/tb.md /b/c", "vanban build --open /a/tb.md /b/c"),
            ("vanban --keep-window a.docx", "vanban build --open --keep-window a.docx"),
            ("vanban --keep-window", "vanban start --keep-window"),
            ("vanban --lang=en", "vanban start --lang=en"),
            ("vanban", "vanban start"),
            ("vanban --version", "vanban --version"),
            ("vanban check --keep-window a.md", "vanban check --keep-window a.md"),
        ] {
            // A file that is not there is one by its ending or its folder.
            let typed = typed.replace("a.docx", "./a.docx");
            let read = read.replace("a.docx", "./a.docx");
            assert_eq!(line(&typed, window), read, "{typed}");
        }
        assert_eq!(completed(Vec::new(), window, &Cli::command()), ["start"]);
    }
}

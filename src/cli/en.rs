//! What the command line says in English.

use std::path::PathBuf;

use super::message::{Message, Misuse, Renewed};
use super::templates::TemplateWords;
use crate::renewal::{Change, Note};

/// The value of an empty field.
pub(super) const EMPTY: &str = "(empty)";

/// Where a value comes from that no file gives.
pub(super) const OWN: &str = "the program's default";

/// What is said of templates.
pub(super) const TEMPLATES: TemplateWords = TemplateWords {
    built_in: "built in",
    summary: "summary",
    version: "version",
    layouts: "layouts",
    title: "kind",
    code: "code",
    required: "required fields",
    fields: "fields of its own",
    files: "files",
    base: "common frame",
};

/// The sentence for a message.
pub(super) fn message(message: &Message) -> String {
    match message {
        Message::Built(path) => format!("built {}", path.display()),
        Message::NotBuilt(path) => {
            format!("did not build {}: see the error above", path.display())
        }
        Message::Written(path) => format!("wrote {}", path.display()),
        Message::Ejected(folder) => format!(
            "from now on the files in {0} stand in the place of the built-in ones; remove {0} to \
             get these back",
            folder.display()
        ),
        Message::Exists(path) => format!(
            "error: {} is there already and is not overwritten\n  help: rename or remove it, or \
             copy elsewhere with `--to`",
            path.display()
        ),
        Message::Fixed { path, line, what } => {
            format!("mended {}:{line}: {what}", path.display())
        }
        Message::Fixable(count) => {
            format!("{count} can be mended: add `--fix` to `vanban check`")
        }
        Message::Changed(path) => {
            format!("error: {} has just been changed; run this again", path.display())
        }
        Message::NoFonts(path) => {
            format!("error: there is no font Times New Roman in {}", path.display())
        }
        Message::Unreadable(path, error) => {
            format!("error: cannot read {}: {error}", path.display())
        }
        Message::Missing(path, near) => {
            format!("error: cannot read {}: no such file", path.display()) + &either(near)
        }
        Message::Unwritable(path, error) => {
            format!("error: cannot write {}: {error}", path.display())
        }
        Message::Taken(path) => format!(
            "error: there is a file {}, which is not overwritten\n  help: use `-o` to write \
             another file",
            path.display()
        ),
        Message::Renewed(renewed) => self::renewed(renewed),
        Message::NoFolder(path, error) => {
            format!("error: cannot make {}: {error}", path.display())
        }
        Message::Count { errors, warnings, files } => {
            let parts: Vec<String> = [(errors, "error"), (warnings, "warning")]
                .into_iter()
                .filter(|(count, _)| **count > 0)
                .map(|(count, name)| counted(*count, name))
                .collect();
            format!("{} in {}", parts.join(", "), counted(*files, "file"))
        }
        Message::Misuse(misuse) => {
            format!("error: {}\n  help: see `vanban --help`", sentence(misuse))
        }
    }
}

fn counted(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

fn sentence(misuse: &Misuse) -> String {
    match misuse {
        Misuse::DefaultsGiven(path) => {
            format!("{} holds an office's defaults and is no document", path.display())
        }
        Misuse::FixOfStdin => "`--fix` mends files; standard input (`-`) is none".into(),
        Misuse::ResolvedAsSarif => {
            "`--resolved` goes with `--format human` or `json` only".into()
        }
        Misuse::OutputOfMany => {
            "`-o` is for one document; use `--out-dir` for several".into()
        }
        Misuse::NoNextName(path) => format!(
            "the name {} has no month to move on; use `-o` to name the new file",
            path.display()
        ),
        Misuse::DateBefore(date) => {
            format!("the date `{date}` is before the month of the old document")
        }
        Misuse::OutputEnding { path, format, can: true } => format!(
            "the output {} does not go with `--format {format}`; leave `--format` out, or write \
             {}",
            path.display(),
            path.with_extension(format).display()
        ),
        Misuse::OutputEnding { path, format, can: false } => format!(
            "cannot write a file such as {}, only pdf, png, svg, typ: rename the output, for \
             example `-o {}`",
            path.display(),
            path.with_extension(format).display()
        ),
        Misuse::NewEnding(path) => format!(
            "a new document is a text file, not one such as {}; rename the output, for example \
             `-o {}`",
            path.display(),
            path.with_extension("md").display()
        ),
        Misuse::OtherPaper(path) => format!(
            "there is a document {}, whose result would have the same name; use `-o` to write \
             another file",
            path.display()
        ),
        Misuse::OutputIsInput(path) => {
            format!("the output {} is the input", path.display())
        }
        Misuse::SameOutput(path) => {
            format!("two documents would be written to {}", path.display())
        }
        Misuse::NoOutput => "standard input needs an output: use `-o`".into(),
        Misuse::ManyPages => {
            "several pages cannot go to standard output; use `-o`".into()
        }
        Misuse::NoValue(argument) => format!("`{argument}` needs a value"),
        Misuse::WrongValue { argument, value, valid } => {
            format!("`{argument}` does not take `{value}`; it takes {valid}")
        }
        Misuse::UnknownOption(option, near) => {
            format!("there is no option `{option}`{}", perhaps(near))
        }
        Misuse::UnknownCommand(command, near) => {
            format!("there is no command `{command}`{}", perhaps(near))
        }
        Misuse::Conflict(argument, other) => {
            format!("`{argument}` cannot be used with `{other}`")
        }
        Misuse::Twice(argument) => format!("`{argument}` can be used once only"),
        Misuse::Missing(arguments) => format!("{arguments} is missing"),
        Misuse::NoCommand => {
            "a command is missing, for example: `vanban build thong-bao.md`".into()
        }
        Misuse::NotUnicode => "an argument is not Unicode".into(),
        Misuse::Other(argument) => format!("wrong call at `{argument}`"),
    }
}

/// What a new document changes of the one that it starts from.
fn renewed(renewed: &Renewed) -> String {
    let Renewed { name, changes, open, notes } = renewed;
    let mut lines = Vec::new();
    if !changes.is_empty() {
        lines.push("changed:".to_owned());
    }
    lines.extend(changes.iter().map(|(line, change)| {
        let said = match change {
            Change::Replaced { old, new } if old.is_empty() => format!("wrote `{new}`"),
            Change::Replaced { old, new } => {
                format!("`{}` to `{}`", flat(old), flat(new))
            }
            Change::Emptied { field, old } => format!("emptied `{field}` (was {old})"),
            Change::Conclusions => {
                "dropped the old conclusions, kept the headings".to_owned()
            }
            Change::Tasks { count } => {
                format!("listed {}", counted(*count, "unfinished task"))
            }
        };
        format!("  {name}:{line}: {said}")
    }));
    if !open.is_empty() {
        lines.push("to be filled in:".to_owned());
    }
    lines.extend(open.iter().map(|line| format!("  {name}:{line}")));
    if !notes.is_empty() {
        lines.push("left as it was, please look:".to_owned());
    }
    lines.extend(notes.iter().map(|(line, note)| {
        let said = match note {
            Note::Kept { words } => format!("`{}`", flat(words)),
            Note::People => "who took part".to_owned(),
            Note::Appendices => "the appendices".to_owned(),
        };
        format!("  {name}:{line}: {said}")
    }));
    lines.join("\n")
}

/// A text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The files that may have been meant.
fn either(near: &[PathBuf]) -> String {
    let names: Vec<String> = near.iter().map(|p| format!("`{}`", p.display())).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!("\n  did you mean {one}?"),
        [first @ .., last] => format!("\n  did you mean {} or {last}?", first.join(", ")),
    }
}

fn perhaps(near: &str) -> String {
    if near.is_empty() { String::new() } else { format!("; did you mean `{near}`?") }
}

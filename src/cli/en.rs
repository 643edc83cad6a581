//! What the command line says in English.

use super::message::{Message, Misuse};
use super::templates::TemplateWords;

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
        Message::Unwritable(path, error) => {
            format!("error: cannot write {}: {error}", path.display())
        }
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

fn perhaps(near: &str) -> String {
    if near.is_empty() { String::new() } else { format!("; did you mean `{near}`?") }
}

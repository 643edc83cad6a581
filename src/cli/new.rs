//! `vanban new`: a file to start from, out of a template's skeleton or last month's document.

use std::io;
use std::path::{Path, PathBuf};

use super::folder::Folder;
use super::message::{Message, Misuse};
use super::output::{Target, write_new};
use super::terminal::Terminal;
use super::{Exit, NewArgs, renew};
use crate::document::{Layout, fold};
use crate::source::Source;
use crate::{ARGUMENT, Order, start};

/// Writes a new file and says which.
pub(super) fn run(arguments: &NewArgs, terminal: &Terminal) -> Exit {
    let named = arguments.output.as_deref().map_or(Ok(()), named_as_text);
    let written = named.and_then(|()| match &arguments.from {
        Some(from) => renew::run(from, arguments, terminal),
        None => skeleton(arguments, terminal),
    });
    written.unwrap_or_else(|(message, exit)| {
        if let Some(message) = message {
            terminal.say(&message);
        }
        exit
    })
}

/// How a run ends before its end; what is left to say.
pub(super) type Early = (Option<Message>, Exit);

/// The end of a run that a wrong call brings.
pub(super) fn misused(misuse: Misuse) -> Early {
    (Some(Message::Misuse(misuse)), Exit::Usage)
}

/// Whether the name of a file is that of a text; one without an ending may be.
fn named_as_text(path: &Path) -> Result<(), Early> {
    let Some(ending) = path.extension() else { return Ok(()) };
    let text = ["md", "markdown", "txt", "yaml", "yml"];
    let is_text = text.iter().any(|text| ending.eq_ignore_ascii_case(text));
    if is_text { Ok(()) } else { Err(misused(Misuse::NewEnding(path.to_owned()))) }
}

fn skeleton(arguments: &NewArgs, terminal: &Terminal) -> Result<Exit, Early> {
    let layout = arguments.layout.as_deref().map(layout).transpose()?;
    let unreadable =
        |(path, error)| (Some(Message::Unreadable(path, error)), Exit::Environment);
    let output = arguments.output.as_deref();
    let folder = Folder::of(output.unwrap_or(Path::new("-")));
    let defaults = folder.defaults().map_err(unreadable)?;
    let template = arguments.template.as_ref();
    let templates = arguments.templates.as_deref();
    let order = Order {
        template: template.map(|name| Source::new(ARGUMENT, name)),
        layout,
        defaults: defaults.as_ref().map(|(name, bytes)| (name.as_str(), bytes.clone())),
        templates: folder.templates(templates).map_err(unreadable)?,
    };
    let skeleton = start(order).map_err(|problem| {
        terminal.show(&problem.found, &problem.sources);
        (None, Exit::Problems)
    })?;
    let name = PathBuf::from(format!("{}.md", skeleton.kind));
    write(output, name, skeleton.source.text(), terminal)
}

fn layout(written: &str) -> Result<Layout, Early> {
    let found = Layout::NAMES.iter().find(|(_, name)| fold(name) == fold(written));
    found.map(|(layout, _)| *layout).ok_or_else(|| {
        misused(Misuse::WrongValue {
            argument: "--layout <THỂ-THỨC>".into(),
            value: written.into(),
            valid: Layout::NAMES.map(|(_, name)| name).join(", "),
        })
    })
}

/// Writes a new file where `-o` says, else under its own name; never over another one.
pub(super) fn write(
    output: Option<&Path>,
    name: PathBuf,
    text: &str,
    terminal: &Terminal,
) -> Result<Exit, Early> {
    let unwritable = |(path, error): (PathBuf, io::Error)| {
        let message = if error.kind() == io::ErrorKind::AlreadyExists {
            Message::Taken(path)
        } else {
            Message::Unwritable(path, error)
        };
        (Some(message), Exit::Environment)
    };
    let path = match output.map(|path| Target::of(Some(path))) {
        Some(Target::Stdout) => {
            let parts = [text.as_bytes().to_vec()];
            Target::Stdout.write(&parts).map_err(unwritable)?;
            return Ok(Exit::Done);
        }
        Some(Target::File(path)) => path,
        None => name,
    };
    write_new(&path, text.as_bytes())
        .map_err(|error| unwritable((path.clone(), error)))?;
    terminal.say(&Message::Written(path));
    Ok(Exit::Done)
}

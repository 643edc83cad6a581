//! `vanban templates`: which kinds of documents there are, what one is made of, and a copy of
//! one to be changed.

mod eject;
mod groups;
mod list;
mod origin;
mod show;

use std::path::Path;

pub(super) use groups::groups;

use crate::cli::arguments::templates::{TemplatesAction, TemplatesArgs};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::folder::Folder;
use crate::cli::stdout::print;
use crate::cli::terminal::Terminal;
use crate::source::Source;
use crate::{ARGUMENT, Outcome, templates};

/// Lists, shows or copies templates.
pub(crate) fn run(arguments: &TemplatesArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let folder = Folder::of(Path::new(""));
    let files = folder.templates(arguments.templates.as_deref());
    let files = files.map_err(Abort::environment)?;
    let name = match &arguments.action {
        TemplatesAction::List => None,
        TemplatesAction::Show { name } => Some(name),
        TemplatesAction::Eject(arguments) => return eject::run(arguments, terminal),
    };
    let named = name.map(|name| Source::new(ARGUMENT, name));
    let Outcome { output, report } = templates(named, &files);
    let kinds = output.unwrap_or_default();
    terminal.show(&report);
    let text = match name {
        Some(_) => kinds.first().map(|kind| show::text(kind, &files, terminal.lang())),
        None => Some(list::text(&kinds, &files, terminal.lang())),
    };
    print(&text.unwrap_or_default()).map_err(Abort::environment)?;
    let failed = report.diagnostics.has_errors();
    Ok(if failed { Exit::Problems } else { Exit::Done })
}

//! `vanban templates`: which kinds of documents there are, what one is made of, and a copy of
//! one to be changed.

mod eject;
mod list;
mod origin;
mod show;

use std::path::Path;

use crate::cli::arguments::templates::{TemplatesAction, TemplatesArgs};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::folder::Folder;
use crate::cli::files::output::print;
use crate::cli::terminal::Terminal;
use crate::source::Source;
use crate::{ARGUMENT, manifests};

/// Lists, shows or copies templates.
pub(crate) fn run(arguments: &TemplatesArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let folder = Folder::of(Path::new(""));
    let templates = folder.templates(arguments.templates.as_deref());
    let templates = templates.map_err(Abort::environment)?;
    let name = match &arguments.action {
        TemplatesAction::List => None,
        TemplatesAction::Show { name } => Some(name),
        TemplatesAction::Eject(arguments) => return eject::run(arguments, terminal),
    };
    let (kinds, compilation) =
        manifests(name.map(|name| Source::new(ARGUMENT, name)), &templates);
    terminal.show(&compilation.found, &compilation.sources);
    let text = match name {
        Some(_) => {
            kinds.first().map(|kind| show::text(kind, &templates, terminal.lang()))
        }
        None => Some(list::text(&kinds, &templates, terminal.lang())),
    };
    print(&text.unwrap_or_default()).map_err(Abort::environment)?;
    let failed = compilation.found.has_errors();
    Ok(if failed { Exit::Problems } else { Exit::Done })
}

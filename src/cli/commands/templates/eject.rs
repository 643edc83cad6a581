//! `vanban templates eject`: a copy of a built-in template to be changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::origin::is_of_base;
use crate::cli::arguments::templates::EjectArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::output::{make_folder, write_new};
use crate::cli::files::template_folder::folder_in;
use crate::cli::terminal::{Terminal, file_errors, results};
use crate::source::Source;
use crate::template::Templates;
use crate::{ARGUMENT, templates};

/// Copies a built-in template into the office's folder; what is there stays as it is.
pub(super) fn run(arguments: &EjectArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let built_in = Templates::built_in();
    let folder = match &arguments.name {
        None => String::new(),
        Some(name) => {
            let outcome = templates(Some(Source::new(ARGUMENT, name)), &built_in);
            terminal.show(&outcome.report);
            let kinds = outcome.output.unwrap_or_default();
            kinds.first().ok_or_else(Abort::shown_problems)?.folder()
        }
    };
    let to = arguments.to.clone().unwrap_or_else(|| {
        folder_in(Path::new("."))
            .and_then(|found| Some(PathBuf::from(found.file_name()?)))
            .unwrap_or_else(|| "mẫu".into())
    });
    let files = built_in.files_in(&folder);
    let files = files.filter(|(path, _)| !folder.is_empty() || is_of_base(path));
    let files: Vec<(PathBuf, &Source)> =
        files.map(|(path, source)| (to.join(path), source)).collect();
    if let Some((path, _)) =
        files.iter().find(|(path, _)| fs::symlink_metadata(path).is_ok())
    {
        return Err(Abort::problem(file_errors::exists(path)));
    }
    for (path, source) in files {
        copy(&path, source)?;
        terminal.say(&results::written(&path));
    }
    terminal.say(&results::ejected(&to.join(&folder)));
    Ok(Exit::Done)
}

/// Writes a file of a template, unless another program has just done so.
fn copy(path: &Path, source: &Source) -> Result<(), Abort> {
    if let Some(folder) = path.parent() {
        make_folder(folder).map_err(Abort::environment)?;
    }
    write_new(path, source.text().as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Abort::problem(file_errors::exists(path)),
        _ => Abort::environment(file_errors::unwritable(path, &error)),
    })
}

//! `vanban manual`: the manual pages as files, for those who pack the program.

use crate::cli::arguments::{ManualArgs, manual};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::output::{make_folder, replace};
use crate::cli::terminal::{Terminal, file_errors, results};

/// Writes the pages to a folder.
pub(crate) fn run(arguments: &ManualArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    make_folder(&arguments.folder).map_err(Abort::environment)?;
    for (name, page) in manual() {
        let path = arguments.folder.join(name);
        replace(&path, page.as_bytes()).map_err(|error| {
            Abort::environment(file_errors::unwritable(&path, &error))
        })?;
        terminal.say(&results::written(&path));
    }
    Ok(Exit::Done)
}

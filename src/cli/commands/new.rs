//! `vanban new`: a file to start from, out of a template's skeleton or last month's document.

use std::path::Path;

use super::{renew, skeleton};
use crate::cli::arguments::new::NewArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::terminal::{Terminal, misuse};

/// Writes a new file and says which.
pub(crate) fn run(arguments: &NewArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    if let Some(output) = &arguments.output
        && !is_named_as_text(output)
    {
        return Err(Abort::usage(misuse::not_a_text_file(output)));
    }
    match &arguments.from {
        Some(from) => renew::run(from, arguments, terminal),
        None => skeleton::run(arguments, terminal),
    }
}

/// Whether the name of a file is that of a text; one without an ending may be.
fn is_named_as_text(path: &Path) -> bool {
    let text = ["md", "markdown", "txt", "yaml", "yml"];
    path.extension()
        .is_none_or(|ending| text.iter().any(|text| ending.eq_ignore_ascii_case(text)))
}

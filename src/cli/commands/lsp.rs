//! `vanban lsp`: answers an editor while documents are written in it.

use crate::cli::arguments::lsp::LspArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::fonts;
use crate::cli::lsp::{Settings, serve};
use crate::cli::terminal::Terminal;

/// Answers the editor that started the program until it ends that.
pub(crate) fn run(arguments: &LspArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let template = arguments.template.clone();
    let settings = Settings { fonts, template, lang: terminal.lang() };
    Ok(serve(settings))
}

//! `vanban new`: a template's skeleton without what the office's defaults give.

use std::path::{Path, PathBuf};

use crate::cli::arguments::new::NewArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::folder::Folder;
use crate::cli::files::output::write_new_text;
use crate::cli::terminal::{Terminal, misuse, results};
use crate::document::{Regime, fold};
use crate::source::Source;
use crate::{ARGUMENT, NewDocument, new_document};

/// Writes the skeleton.
pub(super) fn run(arguments: &NewArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let regime = arguments.layout.as_deref().map(regime).transpose()?;
    let output = arguments.output.as_deref();
    let folder = Folder::of(output.unwrap_or(Path::new("-")));
    let defaults = folder.defaults().map_err(Abort::environment)?;
    let template = arguments.template.as_ref();
    let templates = arguments.templates.as_deref();
    let wanted = NewDocument {
        template: template.map(|name| Source::new(ARGUMENT, name)),
        regime,
        defaults: defaults.as_ref().map(|(name, bytes)| (name.as_str(), bytes.clone())),
        templates: folder.templates(templates).map_err(Abort::environment)?,
    };
    let outcome = new_document(wanted);
    let Some(skeleton) = outcome.output else {
        terminal.show(&outcome.report);
        return Err(Abort::shown_problems());
    };
    let name = PathBuf::from(format!("{}.md", skeleton.kind));
    let written = write_new_text(output, &name, skeleton.source.text());
    if let Some(path) = written.map_err(Abort::environment)? {
        terminal.say(&results::written(&path));
    }
    Ok(Exit::Done)
}

/// The layout that `--layout` names.
fn regime(written: &str) -> Result<Regime, Abort> {
    let found = Regime::NAMES.iter().find(|(_, name)| fold(name) == fold(written));
    found.map(|(regime, _)| *regime).ok_or_else(|| {
        let valid = Regime::NAMES.map(|(_, name)| name).join(", ");
        Abort::usage(misuse::wrong_value("--layout <THỂ-THỨC>", written, &valid))
    })
}

//! `vanban schema`: what a front matter may say, for editors that complete and check YAML.

use std::path::Path;

use crate::cli::arguments::schema::SchemaArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::folder::Folder;
use crate::cli::files::kind::{Kind, keep_others};
use crate::cli::files::output::Target;
use crate::cli::terminal::{Terminal, results};
use crate::source::Source;
use crate::{ARGUMENT, Scope, schema};

/// Writes the JSON Schema of a template's documents, or of an office's defaults.
pub(crate) fn run(arguments: &SchemaArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    let scope = match (arguments.defaults, arguments.partial) {
        (true, _) => Scope::Defaults,
        (_, true) => Scope::Partial,
        (false, false) => Scope::Document,
    };
    let name = arguments.template.as_ref().map(|name| Source::new(ARGUMENT, name));
    let folder = Folder::of(Path::new(""));
    let templates = folder.templates(arguments.templates.as_deref());
    let templates = templates.map_err(Abort::environment)?;
    let outcome = schema(scope, name, &templates);
    let Some(text) = outcome.output else {
        terminal.show(&outcome.report);
        return Err(Abort::shown_problems());
    };
    let target = Target::of(arguments.output.as_deref());
    keep_others(&target.paths(1), Kind::Schema)?;
    for path in target.write(&[text.into_bytes()]).map_err(Abort::environment)? {
        terminal.say(&results::written(&path));
    }
    Ok(Exit::Done)
}

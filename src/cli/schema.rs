//! `vanban schema`: what a front matter may say, for editors that complete and check YAML.

use std::path::Path;

use super::folder::Folder;
use super::message::Message;
use super::output::Target;
use super::terminal::Terminal;
use super::{Exit, SchemaArgs};
use crate::source::Source;
use crate::{ARGUMENT, Scope, schema};

/// Writes the JSON Schema of a template's documents, or of an office's defaults.
pub(super) fn run(arguments: &SchemaArgs, terminal: &Terminal) -> Exit {
    let scope = match (arguments.defaults, arguments.partial) {
        (true, _) => Scope::Defaults,
        (_, true) => Scope::Partial,
        (false, false) => Scope::Document,
    };
    let name = arguments.template.as_ref().map(|name| Source::new(ARGUMENT, name));
    let folder = Folder::of(Path::new(""));
    let templates = match folder.templates(arguments.templates.as_deref()) {
        Ok(templates) => templates,
        Err((path, error)) => {
            terminal.say(&Message::Unreadable(path, error));
            return Exit::Environment;
        }
    };
    let text = match schema(scope, name, &templates) {
        Ok(text) => text,
        Err(problem) => {
            terminal.show(&problem.found, &problem.sources);
            return Exit::Problems;
        }
    };
    let target = Target::of(arguments.output.as_deref());
    match target.write(&[text.into_bytes()]) {
        Ok(paths) => {
            for path in paths {
                terminal.say(&Message::Written(path));
            }
            Exit::Done
        }
        Err((path, error)) => {
            terminal.say(&Message::Unwritable(path, error));
            Exit::Environment
        }
    }
}

//! What is said of a document whose template was stopped from outside: who runs it set a bound.

use super::input::Input;
use super::outcome::Outcome;
use super::run::Run;
use crate::diagnostic::whole_file;
use crate::document::Manifest;
use crate::source::FileId;
use crate::template::{self, Stop};

/// The report on a document whose template was stopped while it ran: what can be said without
/// running it, and why it was stopped.
#[must_use]
pub fn stopped(input: &Input<'_>, stop: Stop) -> Outcome<()> {
    let mut run = Run::default();
    let front = run.front(input);
    let named = front.as_ref().map(|(named, _)| named);
    let folder = named.and_then(|named| named.chosen()).map(Manifest::folder);
    let asked =
        named.and_then(|named| named.overriding.as_ref()).map(|asked| &asked.name);
    let document = front.as_ref().and_then(|(_, front)| front.document.as_ref());
    let name = asked.or_else(|| document?.template.as_ref());
    let place = name.map_or(whole_file(FileId::DOCUMENT), |name| name.span);
    let folder = folder.unwrap_or_default();
    run.diagnostics.push(template::stopped(stop, &input.templates, &folder), place);
    run.end(None)
}

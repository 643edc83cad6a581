//! What front matters may say, as JSON Schema for editors.

use super::outcome::Outcome;
use super::run::Run;
use crate::front_matter::{self, Scope};
use crate::source::Source;
use crate::template::Templates;

/// The JSON Schema of what the front matter of a template's documents may say; of all
/// templates' where none is named. The name comes as a source, to be pointed at.
#[must_use]
pub fn schema(
    scope: Scope,
    name: Option<Source>,
    templates: &Templates,
) -> Outcome<String> {
    let mut run = Run::default();
    let name = name.map(|name| run.argument(name));
    let wanted = name.and_then(|name| run.kind(&name, templates));
    let manifests = run.manifests(templates);
    let sound = !run.diagnostics.has_errors();
    let schema = sound.then(|| {
        let schema = front_matter::publish(scope, wanted.as_ref(), &manifests);
        format!("{schema:#}\n")
    });
    run.end(schema)
}

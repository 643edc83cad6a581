//! From a document to one Typst file, and the map back to the user's text. Imports `source`,
//! `source_map`, `diagnostic` and `document`; the only room that knows minijinja.

mod blanks;
mod blocks;
mod bounds;
mod choice;
mod context;
mod definitions;
mod depth;
mod environment;
mod faults;
mod files;
mod filters;
mod guests;
mod known_names;
mod library;
mod literal;
mod marks;
mod markup;
mod named_kinds;
mod names;
mod needed;
mod note;
mod numbers;
mod objects;
mod size;
mod skeleton;
mod task;
#[cfg(test)]
mod tests;
mod trace;
mod unprinted;
mod unused;
mod words;
mod write;

use std::sync::{Arc, Mutex};

pub use choice::{DEFAULT, TemplateRef, check_regime};
pub use files::{BUILT_IN_PREFIX, Templates, is_code};
pub use guests::{Stop, stopped};
pub use literal::literal;
pub use named_kinds::is_shared;
pub use skeleton::{Skeleton, skeleton};
pub use task::TaskWords;

use crate::diagnostic::{Diagnostics, Rule};
use crate::document::{Document, Manifest, Outline, Regulation, Text};
use crate::source::Sources;
use crate::source_map::SourceMap;
use marks::{SharedMarks, lock};

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] = &[
    blocks::RULES,
    choice::RULES,
    depth::RULES,
    faults::RULES,
    guests::RULES,
    unprinted::RULES,
    unused::RULES,
];

/// What is to be written, and how.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The metadata.
    pub document: &'a Document,
    /// The text.
    pub outline: &'a Outline,
    /// What the template says of itself.
    pub manifest: &'a Manifest,
    /// What its regime says of the layout.
    pub regulation: &'a Regulation,
    /// Whether the document was written for another template.
    pub overridden: bool,
    /// The families of the fonts, the first one first.
    pub families: &'a [String],
}

/// A document as Typst.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// One file that needs nothing beside it but pictures and fonts.
    pub typst: String,
    /// Where its texts came from.
    pub map: SourceMap,
}

impl Rendered {
    /// The file without what of the layout library its document does not need: Typst has less to
    /// read, and makes the same pages of it.
    #[must_use]
    pub fn lean(self) -> Self {
        let (typst, map) = needed::only(self.typst, self.map);
        let (typst, map) = blanks::without(&typst, map);
        Self { typst, map }
    }
}

/// Writes a document as Typst. A template that fails joins `sources`, to be shown.
pub fn render(
    job: &Job<'_>,
    templates: &Templates,
    sources: &mut Sources,
) -> (Option<Rendered>, Diagnostics) {
    let main = format!("{}/main.typ.j2", job.manifest.folder());
    let marks = SharedMarks::new(Mutex::default());
    let context = context::context(job, &mut lock(&marks));
    let environment = environment::environment(templates, Arc::clone(&marks));
    let marked =
        environment.get_template(&main).and_then(|main| main.render(context.clone()));
    if marked.is_ok() {
        environment::keep(environment, templates);
    }
    match marked {
        Ok(marked) if lock(&marks).size(&marked) > bounds::OUTPUT => {
            (None, faults::too_much(&main, templates, sources))
        }
        Ok(marked) => {
            let marks = lock(&marks);
            let (typst, map) = marks.resolve(&marked);
            let mut found = size::check(job, &marks, sources);
            found.extend(blocks::check(&main, templates, sources));
            found.extend(unused::check(templates, sources));
            let rendered = Rendered { typst, map };
            found.extend(unprinted::check(job, &main, templates, &rendered));
            (Some(rendered), found)
        }
        Err(error) => (None, {
            faults::report(&error, &main, templates, &context, &marks, sources)
        }),
    }
}

/// The text of a document and some `texts` of its fields, without a template: for what can be
/// said of them where the document as a whole cannot be read.
#[must_use]
pub fn outline(outline: &Outline, texts: &[Text]) -> Rendered {
    let mut marks = marks::Marks::default();
    let mut marked = String::new();
    for text in texts {
        marks.text(&mut marked, text);
    }
    for blocks in outline.roots() {
        marked += &markup::blocks(blocks, &mut marks);
    }
    let (typst, map) = marks.resolve(&marked);
    Rendered { typst, map }
}

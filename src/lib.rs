//! Turns a text file into a Vietnamese official document, ready to sign.
//!
//! [`compile`] is the whole way, one stage after the other:
//!
//! 1. [`source::Source::decode`]: bytes become a text with lines and places,
//! 2. [`front_matter::open`]: its YAML says which kind of document it wants to be,
//! 3. [`front_matter::Opened::read`]: with what that kind's template says of itself, the YAML
//!    becomes the typed [`document::Document`],
//! 4. [`markdown::read`]: its Markdown becomes the [`document::Outline`],
//! 5. [`rules::check`]: what is doubtful in both is noted,
//! 6. [`template::render`]: both become one Typst file, with a map back to the user's text,
//! 7. [`typeset::layout`]: the Typst file becomes pages,
//! 8. [`typeset::Pages::pdf`] and its siblings: pages become bytes.
//!
//! [`start`] and [`renew`] write what a new document starts as: a template's skeleton, or last
//! month's document with its months moved on ([`renewal`]) and its unfinished [`tasks`].
//!
//! Every stage hands over what it found wrong beside its value. Pages are made only where no
//! stage left an error; until then each stage looks at whatever it can, so that one run tells
//! as much as possible.

#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod front_matter;
pub mod markdown;
pub mod renewal;
pub mod rules;
mod run;
pub mod source;
pub mod source_map;
pub mod tasks;
pub mod template;
pub mod typeset;

use chrono::NaiveDate;

use diagnostic::{Diagnostics, Rule};
use document::{Layout, Manifest};
pub use front_matter::{Resolved, Scope, Step};
pub use renewal::Renewal;
use run::Run;
use source::{Source, Sources};
pub use template::Skeleton;
use template::Templates;
use typeset::{Engine, Files, Pages};

/// What stands for the file in which the user's arguments are.
pub const ARGUMENT: &str = "(dòng lệnh)";

/// One document to compile, and what it may draw on.
#[derive(Clone)]
pub struct Input<'a> {
    /// The document's name, as shown to the user, and its bytes.
    pub document: (&'a str, Vec<u8>),
    /// The same of the office's defaults (`vanban.yaml`), where there are any.
    pub defaults: Option<(&'a str, Vec<u8>)>,
    /// The files of the document's folder.
    pub files: &'a dyn Files,
    /// The templates to choose from.
    pub templates: Templates,
    /// The template to take in the place of the one that the document asks for.
    pub template: Option<&'a str>,
    /// Fonts to take before those of the program, where there are any.
    pub fonts: Option<&'a Engine>,
}

impl<'a> Input<'a> {
    fn engine(&self) -> &'a Engine {
        match self.fonts {
            Some(engine) => engine,
            None => Engine::shared(),
        }
    }
}

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
    /// One PNG a page, 144 pixels to the inch.
    Png,
    /// One SVG a page.
    Svg,
    /// The Typst source, which the stock Typst compiles to the same pages.
    Typst,
}

/// What came of a document.
pub struct Compilation {
    /// The files that the problems point into.
    pub sources: Sources,
    /// What is wrong or doubtful, sorted by place.
    pub found: Diagnostics,
    /// The result: one part, or one for each page; `None` where there are errors.
    pub parts: Option<Vec<Vec<u8>>>,
}

/// Every rule that a document is checked by, family by family.
#[must_use]
pub fn all_rules() -> Vec<&'static Rule> {
    run::all_rules()
}

/// Compiles one document.
#[must_use]
pub fn compile(input: Input<'_>, format: Format) -> Compilation {
    let mut run = Run::default();
    let parts = run.export(input, format);
    run.found.sort_and_dedup();
    Compilation { parts: parts.filter(|_| !run.found.has_errors()), ..run.into() }
}

/// Checks one document as [`compile`] does, without exporting it; the pages are for those who
/// look at them.
#[must_use]
pub fn lay_out(input: Input<'_>) -> (Option<Pages>, Compilation) {
    let mut run = Run::default();
    let pages = run.pages(input);
    run.found.sort_and_dedup();
    (pages, run.into())
}

/// The template that the user asks for, where the document is written for another one: its name
/// as files have it (`giay-moi`).
#[must_use]
pub fn borrowed(input: Input<'_>) -> (Option<String>, Compilation) {
    let mut run = Run::default();
    let name = run.borrowed(input);
    (name, run.into())
}

/// What the front matter of a document and its office's defaults come to, value by value.
#[must_use]
pub fn resolve(input: Input<'_>) -> (Vec<Resolved>, Compilation) {
    let mut run = Run::default();
    let values = run.resolve(input);
    run.found.sort_and_dedup();
    (values.unwrap_or_default(), run.into())
}

/// Checks the defaults of an office, which come as the document, by themselves.
#[must_use]
pub fn check_defaults(input: Input<'_>) -> Compilation {
    let mut run = Run::default();
    run.office(input.document, &input.templates);
    run.found.sort_and_dedup();
    run.into()
}

/// What the templates say of themselves: of one where it is named, else of all. The name comes
/// as a source, to be pointed at.
#[must_use]
pub fn manifests(
    name: Option<Source>,
    templates: &Templates,
) -> (Vec<Manifest>, Compilation) {
    let mut run = Run::default();
    let manifests = match name.map(|name| run.argument(name)) {
        Some(name) => run.kind(&name, templates).into_iter().collect(),
        None => run.manifests(templates),
    };
    (manifests, run.into())
}

/// The JSON Schema of what the front matter of a template's documents may say; of all
/// templates' where none is named. The name comes as a source, to be pointed at.
///
/// # Errors
/// Says that there is no such template, or what is wrong with a template.
pub fn schema(
    scope: Scope,
    name: Option<Source>,
    templates: &Templates,
) -> Result<String, Compilation> {
    let mut run = Run::default();
    let name = name.map(|name| run.argument(name));
    let wanted = name.and_then(|name| run.kind(&name, templates));
    let manifests = run.manifests(templates);
    if run.found.has_errors() {
        return Err(run.into());
    }
    let schema = front_matter::publish(scope, wanted.as_ref(), &manifests);
    Ok(format!("{schema:#}\n"))
}

/// A new document to start.
pub struct Order<'a> {
    /// The name of its template, as a source, to be pointed at; where there is none, the
    /// office's or the usual one is meant.
    pub template: Option<Source>,
    /// Its layout; where there is none, the office's or the template's first.
    pub layout: Option<Layout>,
    /// The office's defaults, by their name and bytes, where there are any.
    pub defaults: Option<(&'a str, Vec<u8>)>,
    /// The templates to choose from.
    pub templates: Templates,
}

/// What a new document starts as: all that the office's defaults do not give.
///
/// # Errors
/// Says that there is no such template, or what is wrong in the defaults.
pub fn start(order: Order<'_>) -> Result<Skeleton, Compilation> {
    let mut run = Run::default();
    let skeleton = run.start(order);
    run.found.sort_and_dedup();
    skeleton.filter(|_| !run.found.has_errors()).ok_or_else(|| run.into())
}

/// What a document becomes for the month after it; nothing where it has errors, which are in
/// the compilation. `date` is the day of signing of the next one, where that is known.
#[must_use]
pub fn renew(
    input: Input<'_>,
    date: Option<NaiveDate>,
) -> (Option<Renewal>, Compilation) {
    let (_, compilation) = lay_out(input.clone());
    if compilation.found.has_errors() {
        return (None, compilation);
    }
    let mut run = Run::default();
    (run.renew(input, date), compilation)
}

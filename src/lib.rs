//! Turns a text file into a Vietnamese official document, ready to sign.
//!
//! [`compile`] is the whole way, one stage after the other:
//!
//! 1. [`source::Source::decode`]: bytes become a text with lines and places,
//! 2. [`front_matter::read`]: its YAML becomes the typed [`document::Document`],
//! 3. [`template::find`]: the kind of document that it wants to be,
//! 4. [`markdown::read`]: its Markdown becomes the [`document::Outline`],
//! 5. [`rules::check`]: what is doubtful in both is noted,
//! 6. [`template::render`]: both become one Typst file, with a map back to the user's text,
//! 7. [`typeset::layout`]: the Typst file becomes pages,
//! 8. [`typeset::Pages::pdf`] and its siblings: pages become bytes.
//!
//! Every stage hands over what it found wrong beside its value. Pages are made only where no
//! stage left an error; until then each stage looks at whatever it can, so that one run tells
//! as much as possible.

pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod front_matter;
pub mod markdown;
pub mod rules;
pub mod source;
pub mod source_map;
pub mod template;
pub mod typeset;

use diagnostic::Diagnostics;
use document::{Document, Manifest, Outline, Text};
pub use front_matter::{Resolved, Scope, Step};
use source::{FileId, Source, Sources, Span};
use template::{Job, Rendered, Templates};
use typeset::{Engine, Files, Pages, Standards};

/// One document to compile, and what it may draw on.
pub struct Input<'a> {
    /// The document's name, as shown to the user, and its bytes.
    pub document: (&'a str, Vec<u8>),
    /// The same of the office's defaults (`vanban.yaml`), where there are any.
    pub defaults: Option<(&'a str, Vec<u8>)>,
    /// The files of the document's folder.
    pub files: &'a dyn Files,
    /// The templates to choose from.
    pub templates: Templates,
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

/// Compiles one document.
#[must_use]
pub fn compile(input: Input<'_>, format: Format) -> Compilation {
    let mut run = Run::default();
    let parts = run.export(input, format);
    run.found.tidy();
    Compilation { parts: parts.filter(|_| !run.found.has_errors()), ..run.into() }
}

/// Checks one document as [`compile`] does, without exporting it; the pages are for those who
/// look at them.
#[must_use]
pub fn lay_out(input: Input<'_>) -> (Option<Pages>, Compilation) {
    let mut run = Run::default();
    let pages = run.pages(input);
    run.found.tidy();
    (pages, run.into())
}

/// What the front matter of a document and its office's defaults come to, value by value.
#[must_use]
pub fn resolve(input: Input<'_>) -> (Vec<Resolved>, Compilation) {
    let mut run = Run::default();
    let values = run.resolve(input);
    run.found.tidy();
    (values.unwrap_or_default(), run.into())
}

/// Checks the defaults of an office by themselves.
#[must_use]
pub fn check_defaults(name: &str, bytes: Vec<u8>) -> Compilation {
    let mut run = Run::default();
    let file = run.text((name, bytes));
    if !run.found.has_errors() {
        run.found.extend(front_matter::check_defaults(file, &run.sources));
    }
    run.found.tidy();
    run.into()
}

/// The JSON Schema of what the front matter of a template's documents may say; of all
/// templates' where none is named. The name comes as a source, to be pointed at.
///
/// # Errors
/// Says that there is no such template.
pub fn schema(scope: Scope, name: Option<Source>) -> Result<String, Compilation> {
    let mut run = Run::default();
    let templates = Templates::built_in();
    let Some(mut manifests) = run.manifests(&templates) else { return Err(run.into()) };
    if let Some(source) = name {
        let length = source.text().len();
        let file = run.sources.add(source);
        let name = Text::new(run.sources.get(file).text(), Span::new(file, 0..length));
        match template::named(&name, &manifests).cloned() {
            Ok(manifest) => manifests = vec![manifest],
            Err(found) => return Err(Compilation { found, ..run.into() }),
        }
    }
    let schema = front_matter::publish(scope, &manifests);
    Ok(format!("{schema:#}\n"))
}

/// The files and problems of one document on its way through the stages.
#[derive(Default)]
struct Run {
    sources: Sources,
    found: Diagnostics,
}

/// What was read of a document.
struct Parts {
    /// The metadata, where they are sound.
    document: Option<Document>,
    /// The text.
    outline: Outline,
    /// The texts of the front matter, where it is not.
    texts: Vec<Text>,
}

impl From<Run> for Compilation {
    fn from(run: Run) -> Self {
        Self { sources: run.sources, found: run.found, parts: None }
    }
}

impl Run {
    fn export(&mut self, input: Input<'_>, format: Format) -> Option<Vec<Vec<u8>>> {
        if format == Format::Typst {
            return Some(vec![self.typst(input)?.typst.into_bytes()]);
        }
        let pages = self.pages(input)?;
        match format {
            Format::Png => Some(pages.png(144.0)),
            Format::Svg => {
                Some(pages.svg().into_iter().map(String::into_bytes).collect())
            }
            Format::Pdf | Format::Typst => {
                let exported = pages.pdf(&Standards::default(), &mut self.sources);
                Some(vec![self.take(exported)?])
            }
        }
    }

    fn pages(&mut self, input: Input<'_>) -> Option<Pages> {
        let (files, engine) = (input.files, input.engine());
        let Rendered { typst, map } = self.typst(input)?;
        let laid_out = typeset::layout(engine, typst, map, files, &mut self.sources);
        self.take(laid_out)
    }

    fn typst(&mut self, input: Input<'_>) -> Option<Rendered> {
        let engine = input.engine();
        let Input { files, templates, .. } = input;
        let Parts { document, outline, texts } =
            self.read(input.document, input.defaults)?;
        let rendered = document
            .and_then(|document| self.render(&document, &outline, &templates, engine))
            .unwrap_or_else(|| template::outline(&outline, &texts));
        if self.found.has_errors() {
            let seen = typeset::inspect(engine, &rendered.map, files, &self.sources);
            self.found.extend(seen);
        }
        self.take((Some(rendered), Diagnostics::default()))
    }

    fn render(
        &mut self,
        document: &Document,
        outline: &Outline,
        templates: &Templates,
        engine: &Engine,
    ) -> Option<Rendered> {
        let manifests = self.manifests(templates)?;
        let manifest = template::find(document, &manifests)
            .map_err(|found| self.found.extend(found))
            .ok()?;
        let families = engine.families();
        let job = Job { document, outline, manifest, families: &families };
        let rendered = template::render(&job, templates, &mut self.sources);
        self.note(rendered)
    }

    /// What the templates say of themselves; nothing where one of them cannot be read.
    fn manifests(&mut self, templates: &Templates) -> Option<Vec<Manifest>> {
        let mut manifests = Vec::new();
        for (_, source) in templates.manifests() {
            let file = self.sources.add(source.clone());
            let manifest = front_matter::read_yaml(file, &self.sources);
            manifests.push(self.note(manifest));
        }
        manifests.into_iter().collect()
    }

    fn resolve(&mut self, input: Input<'_>) -> Option<Vec<Resolved>> {
        let (file, defaults) = self.texts(input.document, input.defaults)?;
        let values = front_matter::resolve(file, defaults, &self.sources);
        Some(self.note(values))
    }

    /// What the files say, as far as it could be read; nothing where there is no body.
    fn read(
        &mut self,
        document: (&str, Vec<u8>),
        defaults: Option<(&str, Vec<u8>)>,
    ) -> Option<Parts> {
        let (file, defaults) = self.texts(document, defaults)?;
        let front = front_matter::read(file, defaults, &self.sources);
        let Some(front) = self.note(front) else {
            let body = front_matter::body(file, &self.sources)?;
            let outline = markdown::check(body, &self.sources);
            let texts = front_matter::texts(file, &self.sources);
            return Some(Parts { document: None, outline: self.note(outline), texts });
        };
        let outline = markdown::read(&front.document, front.body, &self.sources);
        let outline = self.note(outline);
        if !self.found.has_errors() {
            let doubts = rules::check(&front.document, &outline, &self.sources);
            self.found.extend(doubts);
        }
        let document = Some(front.document);
        Some(Parts { document, outline, texts: Vec::new() })
    }

    fn texts(
        &mut self,
        document: (&str, Vec<u8>),
        defaults: Option<(&str, Vec<u8>)>,
    ) -> Option<(FileId, Option<FileId>)> {
        let file = self.text(document);
        let defaults = defaults.map(|defaults| self.text(defaults));
        self.take((Some((file, defaults)), Diagnostics::default()))
    }

    fn text(&mut self, (name, bytes): (&str, Vec<u8>)) -> FileId {
        let (source, faults) = Source::decode(name, bytes);
        let file = self.sources.add(source);
        for fault in faults {
            let span = Span::new(file, fault.range());
            self.found.push(fault.into(), span);
        }
        file
    }

    /// Notes what a stage found.
    fn note<T>(&mut self, (value, found): (T, Diagnostics)) -> T {
        self.found.extend(found);
        value
    }

    /// Notes what a stage found; its value goes on only where there is no error so far.
    fn take<T>(&mut self, stage: (Option<T>, Diagnostics)) -> Option<T> {
        self.note(stage).filter(|_| !self.found.has_errors())
    }
}

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

pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod front_matter;
pub mod markdown;
pub mod renewal;
pub mod rules;
pub mod source;
pub mod source_map;
pub mod tasks;
pub mod template;
pub mod typeset;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use diagnostic::{Diagnostics, whole_file};
use document::{Borrowed, Document, Kinds, Layout, Manifest, Outline, Text};
use front_matter::{Habits, Opened};
pub use front_matter::{Resolved, Scope, Step};
use renewal::Last;
pub use renewal::Renewal;
use source::{FileId, Source, Sources, Span};
pub use template::Skeleton;
use template::{Asked, Job, Rendered, Templates};
use typeset::{Engine, Files, Pages, Standards};

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

/// Checks the defaults of an office, which come as the document, by themselves.
#[must_use]
pub fn check_defaults(input: Input<'_>) -> Compilation {
    let mut run = Run::default();
    run.office(input.document, &input.templates);
    run.found.tidy();
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
    run.found.tidy();
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

/// The files and problems of one document on its way through the stages.
#[derive(Default)]
struct Run {
    sources: Sources,
    found: Diagnostics,
    /// What templates say of themselves, by their folders; nothing for one that is broken.
    manifests: BTreeMap<String, Option<Manifest>>,
}

/// What was read of a document.
struct Parts {
    /// The metadata, where they are sound.
    document: Option<Document>,
    /// The text.
    outline: Outline,
    /// The texts of the front matter, where it is not.
    texts: Vec<Text>,
    /// The templates that it names.
    kinds: Kinds,
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
        let (engine, files) = (input.engine(), input.files);
        let templates = input.templates.clone();
        let Parts { document, outline, texts, kinds } = self.read(input)?;
        let rendered = document
            .and_then(|d| self.render(&d, &outline, &kinds, &templates, engine))
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
        kinds: &Kinds,
        templates: &Templates,
        engine: &Engine,
    ) -> Option<Rendered> {
        let manifest = kinds.chosen()?;
        let misfits = template::check_layout(document, manifest);
        let fits = misfits.is_empty();
        if !self.note((fits, misfits)) {
            return None;
        }
        let (families, borrowed) = (engine.families(), kinds.borrowed.is_some());
        let families = &families;
        let job = Job { document, outline, manifest, borrowed, families };
        let rendered = template::render(&job, templates, &mut self.sources);
        self.note(rendered)
    }

    /// The templates that a document, its office and the user name.
    fn kinds(
        &mut self,
        opened: &Opened,
        file: FileId,
        asked: Option<&str>,
        templates: &Templates,
    ) -> Kinds {
        let default = || Text::new(template::DEFAULT, whole_file(file));
        let own = self.kind(&opened.template().unwrap_or_else(default), templates);
        let asked = asked.map(|name| self.argument(Source::new(ARGUMENT, name)));
        let borrowed = asked.map(|name| {
            let manifest = self.kind(&name, templates);
            Borrowed { name, manifest }
        });
        let is_own = |b: &Borrowed| {
            let both = b.manifest.as_ref().zip(own.as_ref());
            both.is_some_and(|(asked, own)| asked.is_called(own.name.as_str()))
        };
        let borrowed = borrowed.filter(|borrowed| !is_own(borrowed));
        let named = self.named(&opened.sections(), templates);
        Kinds { own, borrowed, named }
    }

    /// What the templates say of themselves that have a section of their own.
    fn named(&mut self, names: &[Text], templates: &Templates) -> Vec<Manifest> {
        names.iter().filter_map(|name| self.kind(name, templates)).collect()
    }

    /// What a template says of itself.
    fn kind(&mut self, name: &Text, templates: &Templates) -> Option<Manifest> {
        let asked = Asked::of(name, self.sources.slice(name.span));
        match asked.manifest(templates) {
            Ok((folder, source)) => {
                let manifest = self.manifest(&folder, source)?;
                self.found.extend(asked.check_version(&manifest));
                Some(manifest)
            }
            Err(found) => {
                let found = found.unwrap_or_else(|| {
                    let known = Self::default().manifests(templates);
                    asked.unknown(known.into_iter().map(|m| m.name.value).collect())
                });
                self.found.extend(found);
                None
            }
        }
    }

    /// What the templates say of themselves, as far as it can be read.
    fn manifests(&mut self, templates: &Templates) -> Vec<Manifest> {
        let all = templates.manifests();
        all.filter_map(|(folder, source)| self.manifest(folder, source)).collect()
    }

    fn manifest(&mut self, folder: &str, source: &Source) -> Option<Manifest> {
        if let Some(manifest) = self.manifests.get(folder) {
            return manifest.clone();
        }
        let file = self.sources.add(source.clone());
        let manifest = front_matter::read_manifest(folder, file, &self.sources);
        let manifest = self.note(manifest);
        self.manifests.insert(folder.to_owned(), manifest.clone());
        manifest
    }

    fn start(&mut self, order: Order<'_>) -> Option<Skeleton> {
        let Order { template, layout, defaults, templates } = order;
        let name = template.map(|source| self.argument(source));
        let defaults = defaults.map(|defaults| self.office(defaults, &templates));
        let habits = defaults.map(|file| front_matter::habits(file, &self.sources));
        let Habits { template, layout: usual } = habits.unwrap_or_default();
        let name = name
            .or(template)
            .unwrap_or_else(|| self.argument(Source::new(ARGUMENT, template::DEFAULT)));
        let kind = self.kind(&name, &templates)?;
        let skeleton = template::skeleton(name.span, layout.or(usual), &kind, &templates)
            .map_err(|found| self.found.extend(found))
            .ok()?;
        let Some(defaults) = defaults else { return Some(skeleton) };
        let shown = skeleton.source.name().to_owned();
        let file = self.sources.add(skeleton.source);
        let text = front_matter::shorten(file, &kind, defaults, &self.sources);
        Some(Skeleton { source: Source::new(shown, text), ..skeleton })
    }

    /// The defaults of an office, checked.
    fn office(&mut self, file: (&str, Vec<u8>), templates: &Templates) -> FileId {
        let file = self.text(file);
        if !self.found.has_errors() {
            let defaults = front_matter::open_defaults(file, &self.sources);
            let named = self.named(&defaults.sections(), templates);
            let found = defaults.check(&Kinds { named, ..Kinds::default() });
            self.found.extend(found);
        }
        file
    }

    fn renew(&mut self, input: Input<'_>, date: Option<NaiveDate>) -> Option<Renewal> {
        // The document is the first file of its run.
        let file = FileId::default();
        let Parts { document, outline, .. } = self.read(input)?;
        let tasks = tasks::read(&outline, &self.sources);
        let last = Last {
            source: self.sources.get(file),
            file,
            document: &document?,
            outline: &outline,
            places: &front_matter::places(file, &self.sources)?,
            front_end: front_matter::end(file, &self.sources)?,
            body: front_matter::body(file, &self.sources)?,
            tasks: &tasks,
        };
        Some(renewal::renew(&last, date))
    }

    fn resolve(&mut self, input: Input<'_>) -> Option<Vec<Resolved>> {
        let Input { document, defaults, templates, template, .. } = input;
        let (file, defaults) = self.texts(document, defaults)?;
        let opened = front_matter::open(file, defaults, &self.sources);
        let kinds = self.kinds(&opened, file, template, &templates);
        let values = opened.resolve(&kinds, &self.sources);
        Some(self.note(values))
    }

    /// What the files say, as far as it could be read; nothing where there is no body.
    fn read(&mut self, input: Input<'_>) -> Option<Parts> {
        let Input { document, defaults, templates, template, .. } = input;
        let (file, defaults) = self.texts(document, defaults)?;
        let opened = front_matter::open(file, defaults, &self.sources);
        let kinds = self.kinds(&opened, file, template, &templates);
        let front = opened.read(&kinds, &self.sources);
        let Some(front) = self.note(front) else {
            let body = front_matter::body(file, &self.sources)?;
            let outline = markdown::check(body, &self.sources);
            let outline = self.note(outline);
            let draft = front_matter::may_be_draft(file, &self.sources);
            self.found.extend(rules::open(draft, &outline, &self.sources));
            let texts = front_matter::texts(file, &self.sources);
            return Some(Parts { document: None, outline, texts, kinds });
        };
        let outline = markdown::read(&front.document, front.body, &kinds, &self.sources);
        let outline = self.note(outline);
        let draft = front.document.draft.is_some();
        self.found.extend(rules::open(draft, &outline, &self.sources));
        if !self.found.has_errors() {
            let doubts = rules::check(&front.document, &outline, &kinds, &self.sources);
            // What another paper has for its own is not mended in this one's file.
            let own = kinds.borrowed.is_none();
            self.found.extend(if own { doubts } else { doubts.without_fixes() });
        }
        let document = Some(front.document);
        Some(Parts { document, outline, texts: Vec::new(), kinds })
    }

    /// A text of the command line, which joins the sources.
    fn argument(&mut self, source: Source) -> Text {
        let length = source.text().len();
        let file = self.sources.add(source);
        Text::new(self.sources.get(file).text(), Span::new(file, 0..length))
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

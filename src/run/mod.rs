//! The stages in their order, one document at a time: the one room besides `lib` that knows more
//! than one stage. Which templates are meant is settled in `kinds`, what a new document starts
//! as in `beginnings`.

mod beginnings;
mod decoding;
mod kinds;
mod regulations;
mod rules;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, Kinds, Manifest, Outline, Task, Text};
use crate::front_matter::{self, FrontMatter, Resolved};
use crate::source::{FileId, Source, Sources, Span};
use crate::template::{self, Job, Rendered, TaskWords, Templates};
use crate::typeset::{self, Engine, Pages, Standards};
use crate::{Compilation, Format, Input, markdown};

pub(crate) use self::rules::all_rules;

/// The files and problems of one document on its way through the stages.
#[derive(Default)]
pub(crate) struct Run {
    sources: Sources,
    /// What the stages found.
    pub(crate) found: Diagnostics,
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
        debug_assert!(
            run.found.iter().all(|one| all_rules().contains(&one.rule())),
            "every rule stands in the table"
        );
        Self { sources: run.sources, found: run.found, parts: None }
    }
}

impl Run {
    /// The whole way, to the bytes of a format.
    pub(crate) fn export(
        &mut self,
        input: Input<'_>,
        format: Format,
    ) -> Option<Vec<Vec<u8>>> {
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

    /// The way to the pages.
    pub(crate) fn pages(&mut self, input: Input<'_>) -> Option<Pages> {
        let (files, engine) = (input.files, input.engine());
        let Rendered { typst, map } = self.typst(input)?;
        let laid_out = typeset::layout(engine, typst, map, files, &mut self.sources);
        self.take(laid_out)
    }

    /// The way to the Typst source.
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

    /// A document whose front matter is sound, as Typst.
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
        let regulation = self.regulation(document.layout.layout, templates)?;
        self.found.extend(crate::rules::settings(document, &regulation));
        let (families, borrowed) = (engine.families(), kinds.borrowed.is_some());
        let (families, regulation) = (&families, &*regulation);
        let job = Job { document, outline, manifest, regulation, borrowed, families };
        let rendered = template::render(&job, templates, &mut self.sources);
        self.note(rendered)
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
            self.found.extend(crate::rules::open(draft, &outline, &self.sources));
            let texts = front_matter::texts(file, &self.sources);
            return Some(Parts { document: None, outline, texts, kinds });
        };
        self.found.extend(crate::rules::fields(
            &front.document,
            &kinds,
            file,
            &self.sources,
        ));
        let words = TaskWords::new(&templates);
        let say = |task: &Task, place| words.sentence(task, place);
        let FrontMatter { document, body } = &front;
        let outline = markdown::read(document, *body, &kinds, &say, &self.sources);
        let outline = self.note(outline);
        let broken = words.into_diagnostics(&mut self.sources);
        self.found.extend(broken);
        let draft = front.document.draft.is_some();
        self.found.extend(crate::rules::open(draft, &outline, &self.sources));
        if !self.found.has_errors() {
            let doubts =
                crate::rules::check(&front.document, &outline, &kinds, &self.sources);
            // What another paper has for its own is not mended in this one's file.
            let own = kinds.borrowed.is_none();
            self.found.extend(if own { doubts } else { doubts.without_fixes() });
        }
        let document = Some(front.document);
        Some(Parts { document, outline, texts: Vec::new(), kinds })
    }

    /// The folder of the template that a document is set in, where it is not its own.
    pub(crate) fn borrowed(&mut self, input: Input<'_>) -> Option<String> {
        let Input { document, defaults, templates, template, .. } = input;
        let (file, defaults) = self.texts(document, defaults)?;
        let opened = front_matter::open(file, defaults, &self.sources);
        let kinds = self.kinds(&opened, file, template, &templates);
        kinds.borrowed?.manifest.map(|manifest| manifest.folder())
    }

    /// What the front matter of a document and its office come to, value by value.
    pub(crate) fn resolve(&mut self, input: Input<'_>) -> Option<Vec<Resolved>> {
        let Input { document, defaults, templates, template, .. } = input;
        let (file, defaults) = self.texts(document, defaults)?;
        let opened = front_matter::open(file, defaults, &self.sources);
        let kinds = self.kinds(&opened, file, template, &templates);
        let values = opened.resolve(&kinds, &self.sources);
        Some(self.note(values))
    }

    /// The defaults of an office, checked.
    pub(crate) fn office(
        &mut self,
        file: (&str, Vec<u8>),
        templates: &Templates,
    ) -> FileId {
        let file = self.text(file);
        if !self.found.has_errors() {
            let defaults = front_matter::open_defaults(file, &self.sources);
            let named = self.named(&defaults.sections(), templates);
            let found = defaults.check(&Kinds { named, ..Kinds::default() });
            self.found.extend(found);
        }
        file
    }

    /// The files of a document and its defaults, where both can be decoded.
    fn texts(
        &mut self,
        document: (&str, Vec<u8>),
        defaults: Option<(&str, Vec<u8>)>,
    ) -> Option<(FileId, Option<FileId>)> {
        let file = self.text(document);
        let defaults = defaults.map(|defaults| self.text(defaults));
        self.take((Some((file, defaults)), Diagnostics::default()))
    }

    /// A file, decoded; it joins the sources.
    fn text(&mut self, (name, bytes): (&str, Vec<u8>)) -> FileId {
        let (source, faults) = Source::decode(name, bytes);
        let file = self.sources.add(source);
        for fault in faults {
            let span = Span::new(file, fault.range());
            self.found.push(decoding::problem(&fault), span);
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

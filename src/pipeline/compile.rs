//! From what a document says to its pages, and from pages to the bytes of a format.

use super::input::{Format, Input};
use super::outcome::Outcome;
use super::parse::Parsed;
use super::run::Run;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::rules;
use crate::template::{self, Job, Rendered};
use crate::typeset::{self, Pages, Standards};

/// How finely a PNG is drawn, in pixels per inch.
const PIXELS_PER_INCH: f64 = 144.0;

/// Compiles one document: one file, or one for each page.
#[must_use]
pub fn compile(input: &Input<'_>, format: Format) -> Outcome<Vec<Vec<u8>>> {
    let mut run = Run::default();
    let files = run.read(input).and_then(|parsed| {
        run.beside_rules(&parsed, input, |run| run.export(&parsed, input, format))
    });
    run.end_sound(files)
}

/// Checks one document as [`compile`] to PDF does, without keeping its bytes: the standards of
/// PDF have something to say of a document, too.
#[must_use]
pub fn check(input: &Input<'_>) -> Outcome<()> {
    compile(input, Format::Pdf).map(drop)
}

/// Sets one document in pages, for those who look at them; they are given in spite of errors
/// that show only in them.
#[must_use]
pub fn typeset(input: &Input<'_>) -> Outcome<Pages> {
    let mut run = Run::default();
    let pages = run.read(input).and_then(|parsed| {
        run.beside_rules(&parsed, input, |run| run.pages(&parsed, input))
    });
    run.end(pages)
}

/// Sets one document in pages that can be a PDF, alone or behind others: they are given where
/// [`compile`] to PDF gives its bytes.
#[must_use]
pub fn printable(input: &Input<'_>) -> Outcome<Pages> {
    let mut run = Run::default();
    let pages = run.parse(input).and_then(|parsed| {
        let pages = run.pages(&parsed, input)?;
        let exported = pages.pdf(&Standards::default(), &mut run.sources);
        run.take(exported).map(|_| pages)
    });
    run.end_sound(pages)
}

impl Outcome<Parsed> {
    /// Sets a document that was read from `input` in pages.
    #[must_use]
    pub fn typeset(self, input: &Input<'_>) -> Outcome<Pages> {
        let mut run = Run::from(self.report);
        let pages = self.output.and_then(|parsed| {
            // What is wrong with `kiểm tra` was said when the document was read.
            let _ = run.weigh_by(&parsed.front, parsed.document.as_ref(), input);
            run.pages(&parsed, input)
        });
        run.end(pages)
    }
}

impl Run {
    /// The bytes of a format.
    fn export(
        &mut self,
        parsed: &Parsed,
        input: &Input<'_>,
        format: Format,
    ) -> Option<Vec<Vec<u8>>> {
        let pages = self.pages(parsed, input)?;
        match format {
            Format::Png => Some(pages.png(PIXELS_PER_INCH)),
            Format::Svg => {
                Some(pages.svg().into_iter().map(String::into_bytes).collect())
            }
            // The Typst of a document that cannot be a PDF is of no use to anybody.
            Format::Pdf | Format::Typst => {
                let exported = pages.pdf(&Standards::default(), &mut self.sources);
                let pdf = self.take(exported)?;
                let is_typst = format == Format::Typst;
                Some(vec![if is_typst { pages.typst().into() } else { pdf }])
            }
        }
    }

    /// The pages.
    pub(super) fn pages(&mut self, parsed: &Parsed, input: &Input<'_>) -> Option<Pages> {
        let rendered = self.typst(parsed, input)?;
        let pages = self.lay_out(rendered, input)?;
        let pages = self.fitted(pages, parsed, input);
        let copy = parsed.document.as_ref().and_then(|document| document.copy.as_ref());
        if let (Some(copy), Some(page)) = (copy, pages.copy_overleaf()) {
            self.diagnostics.extend(rules::copy_moved(copy, page));
        }
        self.weighing.is_whole();
        Some(pages)
    }

    /// The pages of a document that has become Typst.
    pub(super) fn lay_out(
        &mut self,
        rendered: Rendered,
        input: &Input<'_>,
    ) -> Option<Pages> {
        let Rendered { typst, map } = rendered.lean();
        let (typst, map) = typeset::with_break_marks(typst, map);
        let (engine, files) = (input.engine(), input.files);
        // Of many documents only the last ones are kept in memory.
        typeset::evict_cache();
        let pages = typeset::layout(engine, typst, map, files, &mut self.sources);
        self.take(pages)
    }

    /// The Typst source. Where the document is not sound, what can be said of its texts without
    /// a template is said all the same.
    fn typst(&mut self, parsed: &Parsed, input: &Input<'_>) -> Option<Rendered> {
        let document = parsed.document.as_ref();
        let rendered = document.and_then(|document| self.render(document, parsed, input));
        let rendered = rendered.unwrap_or_else(|| {
            // The values of a sound document are checked by what prints them.
            let texts =
                if document.is_none() { parsed.front.texts() } else { Vec::new() };
            template::outline(&parsed.outline, &texts)
        });
        if self.diagnostics.has_errors() {
            let (engine, files) = (input.engine(), input.files);
            let seen = typeset::inspect(engine, &rendered.map, files, &self.sources);
            self.diagnostics.extend(seen);
        }
        self.take((Some(rendered), Diagnostics::default()))
    }

    /// A document whose front matter is sound, as Typst.
    pub(super) fn render(
        &mut self,
        document: &Document,
        parsed: &Parsed,
        input: &Input<'_>,
    ) -> Option<Rendered> {
        let Parsed { outline, templates: named, .. } = parsed;
        let manifest = named.chosen()?;
        let unsupported = template::check_regime(document, manifest);
        let fits = unsupported.is_empty();
        if !self.note((fits, unsupported)) {
            return None;
        }
        let templates = &input.templates;
        let regulation = self.regulation(document.regime.value, templates)?;
        self.diagnostics.extend(rules::settings(document, &regulation));
        let families = input.engine().families();
        let job = Job {
            document,
            outline,
            manifest,
            regulation: &regulation,
            overridden: named.overriding.is_some(),
            families: &families,
        };
        let rendered = template::render(&job, templates, &mut self.sources);
        self.note(rendered)
    }
}

//! From the bytes of a document to [`Parsed`]: all that it says, read once.

use super::input::Input;
use super::outcome::Outcome;
use super::run::Run;
use super::templates::known_kinds;
use super::{attachments, unseen};
use crate::diagnostic::{Diagnostics, Family, Severity};
use crate::document::{Assignment, Document, NamedTemplates, Outline, Task};
use crate::front_matter::{self, FrontMatter, Resolved};
use crate::rules::{self, Draft};
use crate::source::{FileId, Sources};
use crate::template::TaskWords;
use crate::{markdown, tasks};

/// All that a document says. What is wrong with it stands in the report beside it.
pub struct Parsed {
    /// The metadata over the office's defaults; nothing where they are not sound.
    pub document: Option<Document>,
    /// The text.
    pub outline: Outline,
    /// The templates that it names.
    pub templates: NamedTemplates,
    /// The file of the document among the sources of the report.
    pub file: FileId,
    /// What its front matter says besides.
    pub(super) front: FrontMatter,
    /// Whether nothing was wrong in what was read, so that the drafting rules look at it.
    pub(super) sound: bool,
}

impl Parsed {
    /// What the fields and the defaults come to, value by value, each with its place.
    #[must_use]
    pub fn values(&self) -> Vec<Resolved> {
        self.front.values()
    }

    /// The tasks that the document assigns, with their people and deadlines; `sources` are those
    /// of its report.
    #[must_use]
    pub fn tasks(&self, sources: &Sources) -> Vec<Assignment> {
        tasks::read(&self.outline, sources)
    }

    /// What the drafting rules have against it; nothing where it could not be read as a whole.
    pub(super) fn doubts(&self, sources: &Sources, for_issue: bool) -> Diagnostics {
        let Self { document: Some(document), outline, templates, sound: true, .. } = self
        else {
            return Diagnostics::default();
        };
        let tasks = self.tasks(sources);
        let draft = Draft::new(document, outline, templates, &tasks, sources);
        of_paper(draft.for_issue(for_issue).check(), templates)
    }
}

/// Reads a document and checks all that can be checked without its pages. A document without a
/// front matter gives nothing.
#[must_use]
pub fn parse(input: &Input<'_>) -> Outcome<Parsed> {
    let mut run = Run::default();
    let parsed = run.parse(input);
    run.end(parsed)
}

/// What the front matter of a document and its office's defaults come to, value by value; the
/// report speaks of them alone.
#[must_use]
pub fn resolve(input: &Input<'_>) -> Outcome<Vec<Resolved>> {
    let mut run = Run::default();
    let values = run.front(input).map(|(_, front)| front.values());
    run.end(Some(values.unwrap_or_default()))
}

impl Run {
    /// What the front matter and the defaults say, and the templates that they name.
    pub(super) fn front(
        &mut self,
        input: &Input<'_>,
    ) -> Option<(NamedTemplates, FrontMatter)> {
        let file = self.text(input.document.clone());
        let defaults = input.defaults.clone().map(|defaults| self.text(defaults));
        let row = input.row.as_ref().map(|row| self.row(row));
        let (file, defaults) =
            self.take((Some((file, defaults)), Diagnostics::default()))?;
        let of_row = row.as_ref().map(|row| row.file);
        for file in [Some(file), defaults, of_row].into_iter().flatten() {
            self.diagnostics.extend(unseen::check(file, self.sources.get(file)));
        }
        let raw = front_matter::parse(file, defaults, row, &self.sources);
        let named = self.named(&raw, file, input.template, &input.templates);
        let (front, found) = raw.read(&named, &self.sources);
        let found = self.saying_whose_fields(found, &named, input);
        self.diagnostics.extend(found);
        let found = self.weigh_by(&front, front.document.as_ref(), input);
        self.diagnostics.extend(found);
        Some((named, front))
    }

    /// What was found; of fields that other kinds have, that they are theirs.
    fn saying_whose_fields(
        &self,
        found: Diagnostics,
        named: &NamedTemplates,
        input: &Input<'_>,
    ) -> Diagnostics {
        let own = named.declared.as_ref();
        let Some(own) = own.filter(|_| front_matter::has_unknown_fields(&found)) else {
            return found;
        };
        let kinds = known_kinds(&input.templates);
        front_matter::say_whose_fields(&found, own, &kinds, &self.sources)
    }

    /// From now on what is found weighs as this document says; what is wrong with that.
    pub(super) fn weigh_by(
        &mut self,
        front: &FrontMatter,
        document: Option<&Document>,
        input: &Input<'_>,
    ) -> Diagnostics {
        self.weighing.of_document(input.for_issue, front.end().unwrap_or_default());
        if let Some(document) = document {
            let checks = document.checks.iter().flat_map(|checks| &checks.0);
            return self.weighing.take(checks.map(|(name, level)| (name, Some(level))));
        }
        let checks = front.checks();
        self.weighing.take(checks.iter().map(|(name, level)| (name, level.as_ref())))
    }

    /// All that a document says, checked by the drafting rules.
    pub(super) fn parse(&mut self, input: &Input<'_>) -> Option<Parsed> {
        let parsed = self.read(input)?;
        let found = parsed.doubts(&self.sources, input.for_issue);
        self.diagnostics.extend(found);
        Some(parsed)
    }

    /// All that a document says; what the drafting rules have against it is asked for by
    /// [`Parsed::doubts`].
    pub(super) fn read(&mut self, input: &Input<'_>) -> Option<Parsed> {
        let (templates, mut front) = self.front(input)?;
        let body = front.body()?;
        let file = body.file;
        let Some(document) = front.document.take() else {
            let outline = self.note(markdown::check(body, &self.sources));
            let draft = front.may_be_draft();
            self.diagnostics.extend(rules::placeholders(draft, &outline, &self.sources));
            self.check_words(&Document::default(), &templates, &outline);
            let (document, sound) = (None, false);
            return Some(Parsed { document, outline, templates, file, front, sound });
        };
        self.diagnostics.extend(rules::fields(
            &document,
            &templates,
            file,
            &self.sources,
        ));
        let words = TaskWords::new(&input.templates);
        let say = |task: &Task, place| words.sentence(task, place);
        let attached = self.attachments(&document, input);
        let sources = &self.sources;
        let outline =
            markdown::read(&document, body, &attached, &templates, &say, sources);
        let outline = self.note(outline);
        self.diagnostics.extend(words.into_diagnostics(&mut self.sources));
        let draft = document.draft.is_some();
        self.diagnostics.extend(rules::placeholders(draft, &outline, &self.sources));
        let attached = attachments::text(&attached, &outline);
        self.diagnostics.extend(rules::placeholders(draft, &attached, &self.sources));
        let sound = !self.diagnostics.has_errors();
        if !sound {
            self.check_words(&document, &templates, &outline);
        }
        let document = Some(document);
        Some(Parsed { document, outline, templates, file, front, sound })
    }

    /// What is wrong with the words of a document with errors, so that they are told in the same
    /// run; not where its letters themselves could not be read.
    fn check_words(
        &mut self,
        document: &Document,
        templates: &NamedTemplates,
        outline: &Outline,
    ) {
        let is_of_letters = |family| matches!(family, Family::File | Family::Language);
        let mut all = self.diagnostics.iter();
        if all.any(|one| {
            one.severity() == Severity::Error && is_of_letters(one.rule().family)
        }) {
            return;
        }
        let draft = Draft::new(document, outline, templates, &[], &self.sources);
        self.diagnostics.extend(of_paper(draft.check_words(), templates));
    }
}

/// What is doubtful in a paper: what another one has for its own is not mended in this one's file.
fn of_paper(doubts: Diagnostics, templates: &NamedTemplates) -> Diagnostics {
    if templates.overriding.is_none() { doubts } else { doubts.without_fixes() }
}

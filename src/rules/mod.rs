//! The drafting rules: what is wrong or doubtful in a document whose fields can be read, a file or
//! a folder for each family. Imports `source`, `calendar`, `diagnostic`, `document` and
//! `language`.

mod abbreviations;
mod appendices;
mod bodies;
mod capitals;
mod citations;
mod copies;
mod dates;
mod ending;
mod frames;
mod government;
mod issuing;
mod language;
mod meeting_word;
mod number;
mod numbering;
mod party_only;
mod per_line;
mod placeholders;
mod places;
mod recipients;
mod sentences;
mod series;
mod settings;
mod signature;
mod subject;
mod tasks;
mod text_lines;
mod tightened;
mod values;
mod wording;
mod words;

use std::cell::OnceCell;

use self::frames::Frames;
use self::text_lines::{TextLine, text_lines};
use self::values::{Value, values};
use crate::diagnostic::{Diagnostics, Rule};
use crate::document::outline::Block;
use crate::document::{Assignment, Document, NamedTemplates, Outline, Text, field};
use crate::source::{FileId, Sources};
pub use copies::copy_moved;
pub use placeholders::placeholders;
pub use series::{Compared, check_series, is_of_series};
pub use settings::settings;
pub use tightened::tightened;

/// A family of drafting rules: what it wants, and the check of it.
struct Checked {
    /// Its rules, file by file.
    rules: &'static [&'static [&'static Rule]],
    /// Notes everything in a draft that breaks one of them.
    check: fn(&Draft<'_>, &mut Diagnostics),
}

/// The families in the order in which they are checked. A new one is entered here.
const FAMILIES: &[Checked] = &[
    number::FAMILY,
    subject::FAMILY,
    party_only::FAMILY,
    appendices::FAMILY,
    frames::FAMILY,
    ending::FAMILY,
    government::FAMILY,
    issuing::FAMILY,
    language::FAMILY,
    dates::FAMILY,
    tasks::FAMILY,
    recipients::FAMILY,
    sentences::FAMILY,
    signature::FAMILY,
    copies::FAMILY,
    numbering::FAMILY,
    citations::FAMILY,
    abbreviations::FAMILY,
    capitals::FAMILY,
    meeting_word::FAMILY,
];

/// The rules that this stage checks.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let drafting = FAMILIES.iter().flat_map(|family| family.rules);
    drafting
        .chain([&series::RULES, &settings::RULES, &tightened::RULES])
        .flat_map(|rules| rules.iter().copied())
}

/// A document that can be read, as the drafting rules look at it.
pub struct Draft<'a> {
    /// Its metadata.
    pub document: &'a Document,
    /// Its text.
    pub outline: &'a Outline,
    /// The templates that it names.
    pub templates: &'a NamedTemplates,
    /// The tasks that its text assigns.
    pub tasks: &'a [Assignment],
    /// The files in which all of it stands.
    pub sources: &'a Sources,
    /// Whether it is to be issued, not drafted any more.
    pub for_issue: bool,
    frames: OnceCell<Frames>,
    lines: OnceCell<Vec<TextLine<'a>>>,
    values: OnceCell<Vec<Value<'a>>>,
}

impl<'a> Draft<'a> {
    /// A document to be checked.
    #[must_use]
    pub fn new(
        document: &'a Document,
        outline: &'a Outline,
        templates: &'a NamedTemplates,
        tasks: &'a [Assignment],
        sources: &'a Sources,
    ) -> Self {
        Self {
            document,
            outline,
            templates,
            tasks,
            sources,
            for_issue: false,
            frames: OnceCell::new(),
            lines: OnceCell::new(),
            values: OnceCell::new(),
        }
    }

    /// The same; it is to be issued.
    #[must_use]
    pub fn for_issue(self, for_issue: bool) -> Self {
        Self { for_issue, ..self }
    }

    /// What it is called (tên loại): by itself, else by its template.
    fn kind(&self) -> Option<&'a Text> {
        let own = self.document.kind.as_ref().filter(|kind| !kind.is_blank());
        own.or_else(|| Some(&self.templates.chosen()?.title))
    }

    /// Everything that is doubtful in it, for the template that it is set in.
    #[must_use]
    pub fn check(&self) -> Diagnostics {
        let mut found = Diagnostics::default();
        for family in FAMILIES {
            (family.check)(self, &mut found);
        }
        found
    }

    /// What is wrong with its words alone, which depends on nothing else that it says: for a
    /// document that cannot be read as a whole.
    #[must_use]
    pub fn check_words(&self) -> Diagnostics {
        let mut found = Diagnostics::default();
        (language::FAMILY.check)(self, &mut found);
        found
    }

    /// The lines of its text in the order in which they are printed: those of the main text, of
    /// what is told of the meeting, of the appendices.
    fn lines(&self) -> &[TextLine<'a>] {
        self.lines.get_or_init(|| text_lines(self.outline, &self.printed(), self.sources))
    }

    /// The values of its fields that are printed around the text.
    fn values(&self) -> &[Value<'a>] {
        self.values.get_or_init(|| values(self.document, self.sources))
    }

    /// The parts of its frame that were pasted into its text, looked for once.
    fn frames(&self) -> &Frames {
        let Self { document, templates, sources, .. } = *self;
        let find = || Frames::find(document, templates, &self.printed(), sources);
        self.frames.get_or_init(find)
    }

    /// The texts that are printed: that of a borrowed paper is not where a kind does without.
    fn printed(&self) -> Vec<&'a [Block]> {
        let kind = self.templates.chosen();
        let omits = kind.is_some_and(|kind| kind.can_omit(field::TEXT.name));
        if self.templates.overriding.is_some() && omits {
            vec![&self.outline.closing]
        } else {
            self.outline.main().to_vec()
        }
    }
}

/// What is wrong in the fields of the document in `file`, each by itself readable.
#[must_use]
pub fn fields(
    document: &Document,
    templates: &NamedTemplates,
    file: FileId,
    sources: &Sources,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    number::check_fields(document, templates, file, sources, &mut found);
    // What another paper has for its own is not mended in this one's file.
    if templates.overriding.is_none() { found } else { found.without_fixes() }
}

//! A document with all that it may draw on: read once, then run through the library.

mod packed;

use std::io;
use std::path::{Path, PathBuf};

use super::folder::{Folder, NamedFile, is_defaults};
use super::fonts::Fonts;
use super::read::read;
use super::rows::LoadedRow;
use super::suggest::similar;
use super::surroundings::Surroundings;
use crate::cli::digest::Digest;
use crate::cli::isolation::isolated;
use crate::cli::terminal::{Message, file_errors};
use crate::diagnostic::shared::internal;
use crate::diagnostic::{Diagnostics, whole_file};
use crate::document::outline::BlockKind;
use crate::document::{Document, field};
use crate::source::{Source, Sources};
use crate::template::{Templates, is_code};
use crate::{Input, Outcome, Report, Row, Step, parse, resolve};
pub(crate) use packed::Packed;

/// A source file with all that it may draw on.
#[derive(Clone)]
pub(crate) struct Loaded {
    name: String,
    path: PathBuf,
    bytes: Vec<u8>,
    defaults: Option<NamedFile>,
    templates: Templates,
    template: Option<String>,
    folder: Folder,
    fonts: Fonts,
    limit: Option<u64>,
    for_issue: bool,
    row: Option<LoadedRow>,
    /// Whether no other document is made meanwhile.
    alone: bool,
}

impl Loaded {
    /// Reads a source file (`-` is standard input) and its office's defaults.
    ///
    /// # Errors
    /// With what says what could not be read and why.
    pub(crate) fn read(
        path: &Path,
        surroundings: &Surroundings<'_>,
    ) -> Result<Self, Message> {
        let Surroundings { fonts, wanted, watches, for_issue, unsaved, .. } =
            surroundings;
        let folder = Folder::of(path).watching(*watches).over(unsaved.clone());
        let open = unsaved.get(path).map(Ok);
        let bytes = open.unwrap_or_else(|| read(path));
        let bytes = bytes.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => file_errors::missing(path, &similar(path)),
            _ => file_errors::unreadable(path, &error),
        })?;
        let office = surroundings.office(&folder);
        let defaults = if is_defaults(path) { None } else { office.defaults.clone()? };
        let templates = office.templates.clone()?;
        let template = wanted.template.clone();
        let stdin = path.as_os_str() == "-";
        let name = if stdin {
            "(đầu vào chuẩn)".into()
        } else {
            path.display().to_string()
        };
        let (path, limit) = (path.to_owned(), wanted.template_seconds);
        Ok(Self {
            name,
            path,
            bytes,
            defaults,
            templates,
            template,
            folder,
            fonts: *fonts,
            limit,
            for_issue: *for_issue,
            row: None,
            alone: false,
        })
    }

    /// The document with the values of the row of a table over its own.
    pub(crate) fn with_row(self, row: LoadedRow) -> Self {
        Self { row: Some(row), ..self }
    }

    /// The document and its defaults: the name as shown to the user, and the path.
    pub(crate) fn paths(&self) -> Vec<(String, PathBuf)> {
        let defaults = self.defaults.iter().map(|(name, _)| (name.clone(), name.into()));
        [(self.name.clone(), self.path.clone())].into_iter().chain(defaults).collect()
    }

    /// The files that the document draws on besides its pictures: the office's defaults, and its
    /// own templates.
    pub(crate) fn draws_on(&self) -> impl Iterator<Item = PathBuf> {
        let defaults = self.defaults.iter().map(|(name, _)| name.into());
        defaults.chain(self.templates.own().map(|(_, source)| source.name().into()))
    }

    /// The office's defaults: their name as shown to the user, and their bytes.
    pub(crate) fn defaults(&self) -> Option<&NamedFile> {
        self.defaults.as_ref()
    }

    /// The templates.
    pub(crate) fn templates(&self) -> &Templates {
        &self.templates
    }

    /// The folder of the document.
    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The files of its appendices, as far as they are there, as shown to the user. Only the front
    /// matter is read.
    pub(crate) fn attachments(&self) -> Vec<PathBuf> {
        let values = self.clone().run(resolve).output.unwrap_or_default();
        let is = |step: Option<&Step>, wanted: &str| matches!(step, Some(Step::Field(name)) if name == wanted);
        let named = values.into_iter().filter(|one| {
            is(one.path.first(), field::APPENDICES.name)
                && is(one.path.last(), field::FILE.name)
        });
        let paths = named.filter_map(|one| one.value);
        paths.filter_map(|path| self.folder.shown_picture(path.trim())).collect()
    }

    /// The pictures that the text names and the files of its appendices, as far as they are there.
    pub(super) fn pictures(self) -> Vec<PathBuf> {
        let folder = self.folder.clone();
        let Some(parsed) = self.run(parse).output else { return Vec::new() };
        let attached = parsed.document.map(|document| attached(&document, &folder));
        let pictures = parsed.outline.blocks().filter_map(|block| match &block.kind {
            BlockKind::Picture(picture) => folder.shown_picture(&picture.path.value),
            BlockKind::Paragraph(_)
            | BlockKind::Item(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => None,
        });
        pictures.chain(attached.into_iter().flatten()).collect()
    }

    /// The name of the document, as shown to the user.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Where the document is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The folder of the fonts that the user brought along.
    pub(crate) fn font_folder(&self) -> Option<&Path> {
        self.fonts.folder
    }

    /// What stands for the fonts that the user brought along.
    pub(crate) fn font_digest(&self) -> Option<Digest> {
        self.fonts.digest
    }

    /// How many seconds a template may run, where the user says so.
    pub(crate) fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// Whether templates that are not built in may run.
    pub(crate) fn runs_own_templates(&self) -> bool {
        self.templates.own().any(|(path, _)| is_code(path))
    }

    /// The same without what the office has the program run: its templates are known by what they
    /// say of themselves alone.
    pub(crate) fn without_own_code(self) -> Self {
        let mut templates = Templates::built_in();
        for (path, source) in self.templates.own().filter(|(path, _)| !is_code(path)) {
            templates.insert(path, source.clone());
        }
        Self { templates, ..self }
    }

    /// The document, beside which no other one is made meanwhile, or some are.
    pub(crate) fn alone(self, alone: bool) -> Self {
        Self { alone, ..self }
    }

    /// Another document in the same surroundings.
    pub(crate) fn renamed(self, name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), bytes, ..self }
    }

    /// Runs `work` on the document.
    pub(crate) fn run<T: Send>(
        self,
        work: impl FnOnce(&Input<'_>) -> Outcome<T> + Send,
    ) -> Outcome<T> {
        let (for_issue, alone) = (self.for_issue, self.alone);
        let Self {
            name, bytes, defaults, templates, template, folder, fonts, row, ..
        } = self;
        let input = Input {
            document: (&name, bytes),
            defaults: defaults
                .as_ref()
                .map(|(name, bytes)| (name.as_str(), bytes.clone())),
            files: &folder,
            templates,
            template: template.as_deref(),
            fonts: fonts.engine,
            for_issue,
            row: row.as_ref().map(|row| Row {
                table: (&row.name, row.bytes.clone()),
                name_column: row.name_column.as_deref(),
            }),
            alone,
        };
        let outcome = isolated(|| work(&input));
        outcome.unwrap_or_else(|| Outcome { output: None, report: fault(&name) })
    }
}

/// The files of a document's appendices, as far as they are there.
fn attached(document: &Document, folder: &Folder) -> Vec<PathBuf> {
    let named = document.appendices.iter().filter_map(|appendix| appendix.file.as_ref());
    named.filter_map(|file| folder.shown_picture(file.value.trim())).collect()
}

/// What is left to say when the program itself failed.
fn fault(name: &str) -> Report {
    let mut sources = Sources::default();
    let file = sources.add(Source::new(name, ""));
    let problem = internal("panic");
    let diagnostics: Diagnostics = [(problem, whole_file(file))].into_iter().collect();
    Report { diagnostics, sources, ..Report::default() }
}

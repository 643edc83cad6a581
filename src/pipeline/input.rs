//! `Input`: one document and what it may draw on.

use serde::{Deserialize, Serialize};

use crate::template::Templates;
use crate::typeset::{Engine, Files, NoFiles};

/// What stands for the file in which the user's arguments are.
pub const ARGUMENT: &str = "(dòng lệnh)";

/// One document and what it may draw on.
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
    /// Whether the paper is to be issued (ban hành): what breaks a clause of a regulation is an
    /// error then, and number, date and signer must be there.
    pub for_issue: bool,
    /// The row of a table whose values stand over those of the document, where there is one.
    pub row: Option<Row<'a>>,
    /// Whether no other document is made meanwhile: the drafting rules look at this one on a thread
    /// of their own then, while its pages are laid out. What comes of it is the same.
    pub alone: bool,
}

/// A row of a table of values (CSV), of which each makes a document of its own.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The name of the table, as shown to the user, and its bytes with no other row than this one:
    /// what [`Table::only`](super::Table::only) gives.
    pub table: (&'a str, Vec<u8>),
    /// The column whose values name the results, where it is not
    /// [`NAME_COLUMN`](super::NAME_COLUMN): it need not be a field.
    pub name_column: Option<&'a str>,
}

impl<'a> Input<'a> {
    /// A document that needs nothing but the built-in templates and fonts.
    #[must_use]
    pub fn new(name: &'a str, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            document: (name, bytes.into()),
            defaults: None,
            files: &NoFiles,
            templates: Templates::built_in(),
            template: None,
            fonts: None,
            for_issue: false,
            row: None,
            alone: false,
        }
    }

    /// The fonts and the library to set it with.
    pub(super) fn engine(&self) -> &'a Engine {
        self.fonts.unwrap_or_else(|| Engine::shared())
    }
}

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// PDF/A-2a and PDF/UA-1: one file.
    Pdf,
    /// One PNG a page, 144 pixels to the inch.
    Png,
    /// One SVG a page.
    Svg,
    /// The Typst source, which the stock Typst compiles to the same pages: one file.
    Typst,
}

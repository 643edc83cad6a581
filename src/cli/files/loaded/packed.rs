//! A document with all that it may draw on, packed for a process of its own. Fonts and pictures
//! stay where they are and are read there.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Loaded;
use crate::cli::files::folder::Folder;
use crate::cli::files::fonts::Fonts;
use crate::cli::files::rows::LoadedRow;
use crate::source::Source;
use crate::template::Templates;

/// What goes over to the other process.
#[derive(Serialize, Deserialize)]
pub(crate) struct Packed {
    document: File,
    defaults: Option<File>,
    /// The templates that are not built in, each with its path below the folder of templates.
    templates: Vec<(String, File)>,
    template: Option<String>,
    /// What an editor holds of the files of its folder, each with its path.
    unsaved: Vec<(PathBuf, Content)>,
    /// Whether it keeps in mind what stands in the files that it asks for.
    watches: bool,
    /// Whether the paper is to be issued.
    for_issue: bool,
    /// The row of a table whose values stand over it, and the column that names the results.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<(File, Option<String>)>,
}

/// A file's name, as shown to the user, and what stands in it.
#[derive(Serialize, Deserialize)]
struct File {
    name: String,
    content: Content,
}

/// Bytes, which nearly always are text.
#[derive(Serialize, Deserialize)]
enum Content {
    Text(String),
    Bytes(Vec<u8>),
}

impl Content {
    fn new(bytes: &[u8]) -> Self {
        match str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Bytes(bytes.to_owned()),
        }
    }

    fn bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

impl File {
    fn new(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), content: Content::new(bytes) }
    }

    fn unpack(self) -> (String, Vec<u8>) {
        (self.name, self.content.bytes())
    }

    fn source(self) -> Source {
        let (name, bytes) = self.unpack();
        Source::new(name, String::from_utf8_lossy(&bytes))
    }
}

impl Loaded {
    /// The document, packed.
    pub(crate) fn pack(&self) -> Packed {
        let own = self.templates.own();
        let template = |(path, source): (&str, &Source)| {
            (path.to_owned(), File::new(source.name(), source.text().as_bytes()))
        };
        let sayable = self.folder.unsaved().filter(|(path, _)| path.to_str().is_some());
        let unsaved = sayable.map(|(path, text)| (path.to_owned(), Content::new(text)));
        Packed {
            document: File::new(&self.name, &self.bytes),
            defaults: self.defaults.as_ref().map(|(name, bytes)| File::new(name, bytes)),
            templates: own.map(template).collect(),
            template: self.template.clone(),
            unsaved: unsaved.collect(),
            watches: self.folder.watches(),
            for_issue: self.for_issue,
            row: self
                .row
                .as_ref()
                .map(|row| (File::new(&row.name, &row.bytes), row.name_column.clone())),
        }
    }

    /// What was packed, at its `path` as before.
    pub(crate) fn unpack(packed: Packed, path: &Path, fonts: Fonts) -> Self {
        let (name, bytes) = packed.document.unpack();
        let mut templates = Templates::built_in();
        for (path, file) in packed.templates {
            templates.insert(path, file.source());
        }
        let unsaved = packed.unsaved.into_iter();
        let unsaved = unsaved.map(|(path, text)| (path, text.bytes())).collect();
        Self {
            name,
            path: path.to_owned(),
            bytes,
            defaults: packed.defaults.map(File::unpack),
            templates,
            template: packed.template,
            folder: Folder::of(path).watching(packed.watches).over(unsaved),
            fonts,
            limit: None,
            for_issue: packed.for_issue,
            row: packed.row.map(|(table, name_column)| {
                let (name, bytes) = table.unpack();
                LoadedRow { name, bytes, name_column }
            }),
            alone: false,
        }
    }
}

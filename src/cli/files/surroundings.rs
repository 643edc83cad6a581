//! What the documents of a run share: fonts, the templates that the user wants, and the defaults
//! and templates of the office above each folder, looked up once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::folder::{Folder, FolderKey, NamedFile};
use super::fonts::Fonts;
use super::unsaved::Unsaved;
use crate::cli::arguments::shared::TemplateArgs;
use crate::cli::terminal::Message;
use crate::template::Templates;

/// What the documents of a run share.
pub(crate) struct Surroundings<'a> {
    /// The fonts.
    pub(super) fonts: Fonts,
    /// The templates that the user wants.
    pub(super) wanted: &'a TemplateArgs,
    /// Whether the documents are to keep in mind what stands in the files that they ask for.
    pub(super) watches: bool,
    /// Whether the documents are to be issued.
    pub(super) for_issue: bool,
    /// What an editor holds of the files that it has open.
    pub(super) unsaved: Unsaved,
    /// A folder with the documents of a year is searched once, not once for each of them; and
    /// all of them see the same defaults, whoever changes these during the run.
    offices: Mutex<HashMap<FolderKey, Arc<Office>>>,
}

/// What an office has for the documents of a folder.
pub(super) struct Office {
    /// The nearest `vanban.yaml`.
    pub(super) defaults: Result<Option<NamedFile>, Message>,
    /// The templates.
    pub(super) templates: Result<Templates, Message>,
}

impl<'a> Surroundings<'a> {
    /// What the documents share that are set in these fonts and templates.
    pub(crate) fn new(fonts: Fonts, wanted: &'a TemplateArgs) -> Self {
        Self {
            fonts,
            wanted,
            watches: false,
            for_issue: false,
            unsaved: Unsaved::default(),
            offices: Mutex::default(),
        }
    }

    /// The same; the documents keep in mind what stands in the files that they ask for.
    pub(crate) fn watching(self, watches: bool) -> Self {
        Self { watches, ..self }
    }

    /// The same; the documents are to be issued.
    pub(crate) fn for_issue(self, for_issue: bool) -> Self {
        Self { for_issue, ..self }
    }

    /// The same; what an editor holds of its files counts, and not what is on disk.
    pub(crate) fn over(self, unsaved: Unsaved) -> Self {
        Self { unsaved, ..self }
    }

    /// What the office has for the documents of a folder.
    pub(super) fn office(&self, folder: &Folder) -> Arc<Office> {
        let mut offices = self.offices.lock().unwrap_or_else(PoisonError::into_inner);
        let office = offices.entry(folder.key()).or_insert_with(|| {
            let templates = folder.templates(self.wanted.templates.as_deref());
            Arc::new(Office { defaults: folder.defaults(), templates })
        });
        Arc::clone(office)
    }

    /// Looks again: a file has been changed.
    pub(crate) fn forget(&self) {
        self.offices.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

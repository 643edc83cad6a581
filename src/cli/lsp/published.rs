//! `Published`: what the editor was told of each file. A file may have something wrong on account
//! of several documents: `vanban.yaml` is that of many.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::diagnostics::ByFile;

/// What was said of files, by the documents on whose account.
#[derive(Debug, Default)]
pub(super) struct Published(BTreeMap<String, ByFile>);

impl Published {
    /// Replaces what is said on account of a document; the files of which something else is to
    /// be said now.
    pub(super) fn replace(&mut self, document: &str, found: ByFile) -> BTreeSet<String> {
        let now = (!found.is_empty()).then_some(found);
        let mut touched: BTreeSet<String> =
            now.iter().flat_map(BTreeMap::keys).cloned().collect();
        let before = match now {
            Some(found) => self.0.insert(document.to_owned(), found),
            None => self.0.remove(document),
        };
        touched.extend(before.into_iter().flat_map(BTreeMap::into_keys));
        touched
    }

    /// All that is said of a file, each thing once.
    pub(super) fn of(&self, file: &str) -> Vec<&Value> {
        let mut all: Vec<&Value> = Vec::new();
        for said in self.0.values().filter_map(|files| files.get(file)).flatten() {
            if !all.contains(&said) {
                all.push(said);
            }
        }
        all
    }
}

//! `Concern`: the files that a document is made of, and so whether a change matters to it.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use crate::cli::files::asked::AllAsked;
use crate::cli::files::folder::is_defaults;
use crate::cli::files::place::{comparable, comparable_itself, destination, links};
use crate::cli::files::template_folder::is_templates;

/// What matters to a document, or to several.
#[derive(Debug, Clone, Default)]
pub(crate) struct Concern {
    /// Itself, the pictures and attachments that it asked for, be they there or not, and the
    /// folders and links on the way to them.
    files: HashSet<PathBuf>,
    /// The folder in which it stands and those above: defaults and templates of the office lie
    /// there.
    folders: HashSet<PathBuf>,
    /// The folder of `--templates`.
    templates: Option<PathBuf>,
}

impl Concern {
    /// What matters to the document at a path that asked for some files of its folder.
    pub(crate) fn of(
        document: &Path,
        asked: &AllAsked,
        templates: Option<&Path>,
    ) -> Self {
        let beside = |name: &String| document.with_file_name("").join(name);
        let is_link = std::fs::read_link(document).is_ok();
        let end = destination(document).ok().filter(|_| is_link);
        let named = asked.keys().map(beside);
        let all = [document.to_owned()].into_iter().chain(end).chain(named);
        let place = comparable(document);
        let folders = place.ancestors().skip(1).map(Path::to_owned).collect();
        let way = |file: PathBuf| {
            let way: Vec<PathBuf> =
                comparable(&file).ancestors().map(Path::to_owned).collect();
            way
        };
        let all: Vec<PathBuf> = all.collect();
        let links = all.iter().flat_map(|file| links(file));
        let links: Vec<_> = links.map(|link| comparable_itself(&link)).collect();
        let files = all.into_iter().flat_map(way).chain(links).collect();
        Self { files, folders, templates: templates.map(comparable) }
    }

    /// Takes in what matters to another document.
    pub(crate) fn join(&mut self, other: &Self) {
        self.files.extend(other.files.iter().cloned());
        self.folders.extend(other.folders.iter().cloned());
        self.templates.clone_from(&other.templates);
    }

    /// Whether a change of a file or folder, at a [`comparable`] path, matters.
    pub(crate) fn includes(&self, changed: &Path) -> bool {
        self.files.contains(changed)
            || self.is_of_office(changed)
            || self.is_template(changed)
    }

    /// Whether one of very many changes matters. Those that may be of an office at all are known:
    /// each path is looked at once, and not for each document.
    pub(crate) fn is_touched(
        &self,
        changed: &BTreeSet<PathBuf>,
        shared: &[PathBuf],
    ) -> bool {
        self.files.iter().any(|file| changed.contains(file))
            || shared.iter().any(|path| self.includes(path))
    }

    /// Those of the changes that may matter to several documents: files of the office by their
    /// names, and those of `--templates`.
    pub(crate) fn shared(&self, changed: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let templates = |path: &Path| path.file_name().is_some_and(is_templates);
        let of_office =
            |path: &Path| is_defaults(path) || path.ancestors().any(templates);
        let is_shared = |path: &&PathBuf| of_office(path) || self.is_template(path);
        changed.iter().filter(is_shared).cloned().collect()
    }

    fn is_template(&self, changed: &Path) -> bool {
        let mut templates = self.templates.iter();
        templates.any(|folder| changed.starts_with(folder) || folder.starts_with(changed))
    }

    /// Whether a file is one of the office's defaults or templates, or a folder of these.
    fn is_of_office(&self, changed: &Path) -> bool {
        let above = |path: &Path| {
            path.parent().is_some_and(|parent| self.folders.contains(parent))
        };
        let templates =
            |path: &Path| path.file_name().is_some_and(is_templates) && above(path);
        (is_defaults(changed) && above(changed)) || changed.ancestors().any(templates)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::cli::files::asked::Asked;

    #[test]
    fn what_a_document_is_made_of_matters_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir_all(root.join("a/b/ảnh")).unwrap();
        let asked = AllAsked::from([("ảnh/Dấu.png".to_owned(), Asked::Missing)]);
        let own = root.join("khác");
        let concern = Concern::of(&root.join("a/b/tb.md"), &asked, Some(&own));
        for matters in [
            "a/b/tb.md",
            "a/b/TB.MD",
            "a/b/ảnh/Dấu.png",
            "a/b/ảnh/da\u{302}\u{301}u.png",
            "a/b/ảnh",
            "a/b",
            "a/vanban.yaml",
            "vanban.yaml",
            "mẫu",
            "a/Mau/thong-bao/main.typ.j2",
            "a/b/ma\u{302}\u{303}u/x",
            "khác/x/y.j2",
        ] {
            let path = comparable(&root.join(matters));
            assert!(concern.includes(&path), "{matters}");
        }
        for other in [
            "a/b/tb.pdf",
            "a/b/tb.md~",
            "a/b/khác.md",
            "a/b/ảnh/khác.png",
            "a/c",
            "a/c/vanban.yaml",
            "a/c/mẫu/x",
            "a/b/c/mẫu/x",
            "a/khác.yaml",
        ] {
            let path = comparable(&root.join(other));
            assert!(!concern.includes(&path), "{other}");
        }
    }
}

//! The files that templates are made of: those built into the program, and a user's own.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::named_kinds;
use crate::source::Source;

/// Every file under `templates/`, in the order of their paths.
const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// What stands before the path of a file that is built in, whatever stands in its place: so a
/// template can extend the one that it replaces.
pub const BUILT_IN_PREFIX: &str = "co-san/";

static SHARED: LazyLock<Templates> = LazyLock::new(|| {
    let text = |path: &str| {
        let at = BUILT_IN.binary_search_by_key(&path, |(path, _)| path);
        BUILT_IN[at.expect("the file is built in")].1
    };
    let own =
        BUILT_IN.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let files = own.chain(named_kinds::files(text)).map(|(path, text)| {
        let source = Source::new(format!("templates/{path}"), text);
        (path, Arc::new(source))
    });
    Templates { files: Arc::new(files.collect()) }
});

/// The files that are built in, in the order of their paths.
static NUMBERED: LazyLock<Vec<Arc<Source>>> =
    LazyLock::new(|| SHARED.files.values().map(Arc::clone).collect());

/// How many files are built in.
pub(super) fn built_in_count() -> usize {
    NUMBERED.len()
}

/// The number of a file that is built in, the same in every run.
pub(super) fn built_in_number(source: &Arc<Source>) -> Option<usize> {
    NUMBERED.iter().position(|file| Arc::ptr_eq(file, source))
}

/// The file that is built in with that number.
pub(super) fn built_in_file(number: usize) -> Option<&'static Arc<Source>> {
    NUMBERED.get(number)
}

/// Whether a file is run, as a template or as Typst.
pub fn is_code(path: &str) -> bool {
    let extension = Path::new(path).extension();
    is_plain(path) || extension.is_some_and(|extension| extension == "j2")
}

/// Whether a file is plain Typst without template syntax.
pub(super) fn is_plain(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "typ")
}

/// The file of the layout library that is built in with that number.
pub(super) fn built_in_layout(number: usize) -> Option<&'static Source> {
    let source = built_in_file(number)?;
    let path = source.name().strip_prefix("templates/").filter(|path| is_plain(path));
    path.filter(|path| path.starts_with("layout/")).map(|_| source.as_ref())
}

/// Files by their path below the folder of templates, `/` between its parts.
#[derive(Debug, Clone)]
pub struct Templates {
    files: Arc<BTreeMap<String, Arc<Source>>>,
}

impl Templates {
    /// What is built into the program.
    #[must_use]
    pub fn built_in() -> Self {
        SHARED.clone()
    }

    /// Whether they are those that are built in, and no others.
    #[must_use]
    pub fn are_built_in(&self) -> bool {
        Arc::ptr_eq(&self.files, &SHARED.files)
    }

    /// Puts a file in the place of the one with that path, or beside the others.
    pub fn insert(&mut self, path: impl Into<String>, source: Source) {
        Arc::make_mut(&mut self.files).insert(path.into(), Arc::new(source));
    }

    /// The file with that path; behind [`BUILT_IN_PREFIX`] always the one that is built in.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Source> {
        self.shared(path).map(Arc::as_ref)
    }

    /// The same, to be kept.
    pub(super) fn shared(&self, path: &str) -> Option<&Arc<Source>> {
        match path.strip_prefix(BUILT_IN_PREFIX) {
            Some(path) => SHARED.files.get(path),
            None => self.files.get(path),
        }
    }

    /// Whether what stands at that path is the file that is built in.
    #[must_use]
    pub fn is_built_in(&self, path: &str) -> bool {
        match (self.files.get(path), SHARED.files.get(path)) {
            (Some(file), Some(built_in)) => Arc::ptr_eq(file, built_in),
            _ => false,
        }
    }

    /// The files that are not built in, each with its path.
    pub fn own(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.files_in("").filter(|(path, _)| !self.is_built_in(path))
    }

    /// Whether a file that is built in has that path, whatever stands there.
    pub(super) fn replaces_built_in(&self, path: &str) -> bool {
        self.files.contains_key(path) && SHARED.files.contains_key(path)
    }

    /// The files in `folder`, or of the whole where it is empty: each with its path.
    pub fn files_in(&self, folder: &str) -> impl Iterator<Item = (&str, &Source)> {
        let all = self.files.iter();
        let within = move |path: &str| {
            let below = path.strip_prefix(folder);
            below.is_some_and(|below| folder.is_empty() || below.starts_with('/'))
        };
        all.filter(move |(path, _)| within(path))
            .map(|(path, source)| (path.as_str(), source.as_ref()))
    }

    /// The manifests: the `template.yaml` of every folder, with the folder's name.
    pub fn manifests(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.files.iter().filter_map(|(path, source)| {
            let folder = path.strip_suffix("/template.yaml")?;
            (!folder.contains('/')).then_some((folder, source.as_ref()))
        })
    }
}

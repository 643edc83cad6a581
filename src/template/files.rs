//! The files that templates are made of: those built into the program, and a user's own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use super::named_kinds::{self, NamedFile};
use crate::source::Source;

/// Every file under `templates/`, in the order of their paths.
const UNDER_TEMPLATES: &[(&str, &str)] =
    include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// What stands before the path of a file that is built in, whatever stands in its place: so a
/// template can extend the one that it replaces.
pub const BUILT_IN_PREFIX: &str = "co-san/";

/// A file that is built in. A document asks for a few of them, so each is made when it is asked for.
struct BuiltIn {
    path: Cow<'static, str>,
    text: Text,
    source: OnceLock<Arc<Source>>,
}

/// Where the text of a file comes from that is built in.
enum Text {
    /// From the file itself.
    Own(&'static str),
    /// From the row of a kind that shares its form with others.
    Named(NamedFile<'static>),
}

/// The files that are built in, in the order of their paths.
static BUILT_IN: LazyLock<Vec<BuiltIn>> = LazyLock::new(|| {
    let own = UNDER_TEMPLATES.iter();
    let own = own.map(|(path, text)| ((*path).into(), Text::Own(text)));
    let named = named_kinds::files(text_under_templates).into_iter();
    let named = named.map(|(path, file)| (path.into(), Text::Named(file)));
    let source = OnceLock::new;
    let mut all: Vec<BuiltIn> = own
        .chain(named)
        .map(|(path, text)| BuiltIn { path, text, source: source() })
        .collect();
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
});

/// The text of a file under `templates/`.
fn text_under_templates(path: &str) -> &'static str {
    let at = UNDER_TEMPLATES.binary_search_by_key(&path, |(path, _)| path);
    UNDER_TEMPLATES[at.expect("the file is built in")].1
}

impl BuiltIn {
    fn source(&self) -> &Arc<Source> {
        self.source.get_or_init(|| {
            let text = match &self.text {
                Text::Own(text) => (*text).to_owned(),
                Text::Named(file) => file.text(text_under_templates),
            };
            Arc::new(Source::new(format!("{FOLDER}{}", self.path), text))
        })
    }
}

/// What stands before the path of a file in the name under which the user knows it.
const FOLDER: &str = "templates/";

/// How many files are built in.
pub(super) fn built_in_count() -> usize {
    BUILT_IN.len()
}

/// The number of the file that is built in with that path, the same in every run.
fn number_of(path: &str) -> Option<usize> {
    BUILT_IN.binary_search_by(|file| (*file.path).cmp(path)).ok()
}

/// Whether a file that is built in has that path, whatever stands there.
pub(super) fn is_of_built_in(path: &str) -> bool {
    number_of(path).is_some()
}

/// The number of a file that is built in.
pub(super) fn built_in_number(source: &Arc<Source>) -> Option<usize> {
    let number = number_of(source.name().strip_prefix(FOLDER)?)?;
    BUILT_IN[number].source.get().filter(|file| Arc::ptr_eq(file, source))?;
    Some(number)
}

/// The file that is built in with that number.
pub(super) fn built_in_file(number: usize) -> Option<&'static Arc<Source>> {
    BUILT_IN.get(number).map(BuiltIn::source)
}

/// The file that is built in with that path.
fn built_in(path: &str) -> Option<&'static Arc<Source>> {
    built_in_file(number_of(path)?)
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
    let path = source.name().strip_prefix(FOLDER).filter(|path| is_plain(path));
    path.filter(|path| path.starts_with("layout/")).map(|_| source.as_ref())
}

/// Files by their path below the folder of templates, `/` between its parts.
#[derive(Debug, Clone)]
pub struct Templates {
    /// Those that stand in the place of the ones that are built in, or beside them.
    own: Arc<BTreeMap<String, Arc<Source>>>,
}

impl Templates {
    /// What is built into the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self { own: Arc::default() }
    }

    /// Whether they are those that are built in, and no others.
    #[must_use]
    pub fn are_built_in(&self) -> bool {
        self.own.is_empty()
    }

    /// Puts a file in the place of the one with that path, or beside the others.
    pub fn insert(&mut self, path: impl Into<String>, source: Source) {
        Arc::make_mut(&mut self.own).insert(path.into(), Arc::new(source));
    }

    /// The file with that path; behind [`BUILT_IN_PREFIX`] always the one that is built in.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Source> {
        self.shared(path).map(Arc::as_ref)
    }

    /// The same, to be kept.
    pub(super) fn shared(&self, path: &str) -> Option<&Arc<Source>> {
        match path.strip_prefix(BUILT_IN_PREFIX) {
            Some(path) => built_in(path),
            None => self.at(path),
        }
    }

    /// The file that stands at that path.
    fn at(&self, path: &str) -> Option<&Arc<Source>> {
        self.own.get(path).or_else(|| built_in(path))
    }

    /// Whether what stands at that path is the file that is built in.
    #[must_use]
    pub fn is_built_in(&self, path: &str) -> bool {
        !self.own.contains_key(path) && is_of_built_in(path)
    }

    /// The files that are not built in, each with its path.
    pub fn own(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.own.iter().map(|(path, source)| (path.as_str(), source.as_ref()))
    }

    /// The paths of all files, in order.
    fn paths(&self) -> impl Iterator<Item = &str> {
        let built_in = BUILT_IN.iter().map(|file| &*file.path);
        let mut paths: Vec<&str> =
            built_in.chain(self.own.keys().map(String::as_str)).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.into_iter()
    }

    /// The files in `folder`, or of the whole where it is empty: each with its path.
    pub fn files_in(&self, folder: &str) -> impl Iterator<Item = (&str, &Source)> {
        let within = move |path: &&str| {
            let below = path.strip_prefix(folder);
            below.is_some_and(|below| folder.is_empty() || below.starts_with('/'))
        };
        self.paths().filter(within).filter_map(|path| Some((path, &**self.at(path)?)))
    }

    /// The manifests: the `template.yaml` of every folder, with the folder's name.
    pub fn manifests(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.paths().filter_map(|path| {
            let folder = path.strip_suffix("/template.yaml")?;
            (!folder.contains('/')).then_some((folder, &**self.at(path)?))
        })
    }
}

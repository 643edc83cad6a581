//! `Paper`: an open file with its office's defaults and templates, as a question about it finds
//! them.

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::documents::Open;
use super::forms::Forms;
use super::kind::{Kind, front_matter, kind};
use super::yaml::{Field, fields, unquoted};
use crate::cli::files::folder::NamedFile;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::surroundings::Surroundings;
use crate::document::{Manifest, field, fold};
use crate::source::Source;
use crate::template::{DEFAULT, Templates};
use crate::{Resolved, Scope, Step, resolve_defaults, schema, templates};

/// An open file with what it draws on.
pub(super) struct Paper<'a> {
    /// What stands in it.
    pub(super) text: &'a str,
    /// The YAML in it.
    pub(super) yaml: Option<Range<usize>>,
    /// Its fields.
    pub(super) fields: Vec<Field>,
    /// What it is.
    pub(super) kind: Kind,
    /// The same, read.
    pub(super) loaded: Loaded,
    /// The office's defaults, read; of a file that is these, itself.
    pub(super) office: Option<Office>,
}

/// The defaults of an office.
pub(super) struct Office {
    /// Where they stand.
    pub(super) path: PathBuf,
    /// Their text.
    pub(super) text: String,
    /// What they say, value by value.
    pub(super) values: Vec<Resolved>,
}

impl<'a> Paper<'a> {
    /// Reads an open file; nothing where it is none of this program's, or where its office's files
    /// cannot be read.
    pub(super) fn read(open: &'a Open, surroundings: &Surroundings<'_>) -> Option<Self> {
        let kind = kind(&open.path, &open.text);
        if kind == Kind::Other {
            return None;
        }
        let loaded = Loaded::read(&open.path, surroundings).ok()?;
        let own = || (loaded.name().to_owned(), open.text.clone().into_bytes());
        let defaults = match kind {
            Kind::Defaults => Some(own()),
            Kind::Document | Kind::Beginning | Kind::Other => loaded.defaults().cloned(),
        };
        let office = defaults.and_then(|defaults| Office::read(&loaded, defaults));
        let yaml = front_matter(&open.path, &open.text);
        let fields = yaml.clone().map(|yaml| fields(&open.text, yaml));
        let fields = fields.unwrap_or_default();
        Some(Self { text: &open.text, yaml, fields, kind, loaded, office })
    }

    /// The template of the document, as far as it is known.
    pub(super) fn template(&self) -> String {
        let own = self
            .fields
            .iter()
            .find(|one| one.path.is_empty() && fold(&one.name) == field::TEMPLATE.key);
        let own = own.map(|one| unquoted(&self.text[one.value.clone()]).to_owned());
        let own = own.filter(|name| !name.is_empty());
        let office = || {
            let values = self.office.iter().flat_map(|office| &office.values);
            let named = |value: &&Resolved| is_at(value, &[field::TEMPLATE.name]);
            values.into_iter().find(named).and_then(|value| value.value.clone())
        };
        own.or_else(office).unwrap_or_else(|| DEFAULT.to_owned())
    }

    /// What the templates say of themselves.
    pub(super) fn manifests(&self) -> Vec<Manifest> {
        templates(None, self.templates()).output.unwrap_or_default()
    }

    /// The templates.
    pub(super) fn templates(&self) -> &Templates {
        self.loaded.templates()
    }

    /// What the schema says at a path, and what is left of the path there: what holds for one
    /// template only has the fields of this template.
    pub(super) fn forms<'p>(&self, path: &'p [String]) -> Option<(Forms, &'p [String])> {
        let (name, rest) = match path {
            [section, name, rest @ ..] if fold(section) == field::SECTIONS.key => {
                (name.clone(), rest)
            }
            _ => (self.template(), path),
        };
        let office = self.kind == Kind::Defaults && rest.len() == path.len();
        let scope = if office { Scope::Defaults } else { Scope::Partial };
        let of = |name: Option<&str>| {
            let name = name.map(|name| Source::new("", name));
            schema(scope, name, self.templates()).output
        };
        let named = if office { None } else { of(Some(&name)) };
        let schema = named.or_else(|| of(None))?;
        Forms::read(&schema).map(|forms| (forms, rest))
    }
}

impl Office {
    fn read(loaded: &Loaded, (name, bytes): NamedFile) -> Option<Self> {
        let text = String::from_utf8(bytes.clone()).ok()?;
        let path = Path::new(&name).to_owned();
        let values = loaded.clone().renamed(&name, bytes).run(resolve_defaults).output;
        Some(Self { path, text, values: values.unwrap_or_default() })
    }

    /// The people of the office: the value of each name, and the posts.
    pub(super) fn people(&self) -> Vec<(&Resolved, Vec<&str>)> {
        let names =
            self.values.iter().filter(|value| is_of_person(value, field::NAME.name));
        let posts = |name: &Resolved| {
            let posts = self.values.iter().filter(|value| {
                value.path.get(..2) == name.path.get(..2)
                    && is_of_person(value, field::POSTS.name)
            });
            posts.filter_map(|value| value.value.as_deref()).collect()
        };
        names.map(|name| (name, posts(name))).collect()
    }

    /// The values of some fields, wherever they stand.
    pub(super) fn values_of(&self, names: &[&str]) -> impl Iterator<Item = &str> {
        let is_named = move |value: &&Resolved| {
            let last = value.path.iter().rev().find_map(|step| match step {
                Step::Field(name) => Some(name.as_str()),
                Step::Entry(_) => None,
            });
            let first = value.path.first();
            let named =
                |step: Option<&str>| step.is_some_and(|name| names.contains(&name));
            named(last) || matches!(first, Some(Step::Field(name)) if named(Some(name)))
        };
        self.values.iter().filter(is_named).filter_map(|value| value.value.as_deref())
    }
}

/// Whether a value stands in the field of a person of the directory.
fn is_of_person(value: &Resolved, name: &str) -> bool {
    let [Step::Field(list), Step::Entry(_), Step::Field(field), ..] = &value.path[..]
    else {
        return false;
    };
    list == field::DIRECTORY.name && field == name
}

/// Whether a value stands in, or below, the field at a path of canonical names.
pub(super) fn is_at(value: &Resolved, path: &[&str]) -> bool {
    let fields = value.path.iter().filter_map(|step| match step {
        Step::Field(name) => Some(name.as_str()),
        Step::Entry(_) => None,
    });
    fields.take(path.len()).eq(path.iter().copied())
}

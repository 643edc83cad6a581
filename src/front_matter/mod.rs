//! From the front matter of a file to the typed `Document`: split, parse, validate, decode.
//! Imports `source`, `diagnostic` and `document`.

mod decode;
mod definition;
mod directory;
mod merge;
mod names;
mod office;
mod published;
mod resolved;
mod schema;
mod slips;
mod split;
mod tree;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostics, Problem};
use crate::document::Document;
use crate::source::{FileId, Sources, Span};
pub use definition::Scope;
use office::Office;
pub use published::publish;
pub use resolved::{Resolved, Step};
use schema::Schema;
use tree::{Kind, Node};

/// What the front matter of a file says, and where its body stands.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatter {
    /// The metadata.
    pub document: Document,
    /// The Markdown after the front matter.
    pub body: Span,
}

static DOCUMENT: LazyLock<Schema> = LazyLock::new(|| Schema::of_scope(Scope::Document));
static PARTIAL: LazyLock<Schema> = LazyLock::new(|| Schema::of_scope(Scope::Partial));

/// Reads the front matter of a file, over the office's `defaults` (a YAML file with any of
/// the fields and the directory of people). Every problem in both is found in one go.
#[must_use]
pub fn read(
    file: FileId,
    defaults: Option<FileId>,
    sources: &Sources,
) -> (Option<FrontMatter>, Diagnostics) {
    let mut found = Diagnostics::default();
    let Some(whole) = Whole::read(file, defaults, sources, &mut found) else {
        return (None, found);
    };
    let document = whole.document(&mut found);
    let body = whole.body;
    (document.map(|document| FrontMatter { document, body }), found)
}

/// What the front matter of a file and the office's `defaults` say together, value by value,
/// as far as they can be read.
#[must_use]
pub fn resolve(
    file: FileId,
    defaults: Option<FileId>,
    sources: &Sources,
) -> (Vec<Resolved>, Diagnostics) {
    let mut found = Diagnostics::default();
    let Some(whole) = Whole::read(file, defaults, sources, &mut found) else {
        return (Vec::new(), found);
    };
    whole.document(&mut found);
    (resolved::list(&whole.tree, &DOCUMENT), found)
}

/// Everything that is wrong in an office's defaults.
#[must_use]
pub fn check_defaults(file: FileId, sources: &Sources) -> Diagnostics {
    let mut found = Diagnostics::default();
    Office::read(file, sources, &mut found);
    found
}

/// The fields of a document with those of its office.
struct Whole {
    tree: Node,
    fence: Span,
    body: Span,
}

impl Whole {
    fn read(
        file: FileId,
        defaults: Option<FileId>,
        sources: &Sources,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let office = defaults.map(|defaults| Office::read(defaults, sources, found));
        let parts = split::split(file, sources.get(file))
            .map_err(|problems| found.extend(problems))
            .ok()?;
        let fence = Span::new(file, parts.fence);
        let own = read_tree(Span::new(file, parts.yaml), fence, sources, found)?;
        let tree = match office {
            None => own,
            Some(Some(office)) => office.under(own, found),
            Some(None) => {
                // What is missing may stand in the defaults, which cannot be read.
                found.extend(PARTIAL.check(&own, fence));
                return None;
            }
        };
        Some(Self { tree, fence, body: Span::new(file, parts.body) })
    }

    fn document(&self, found: &mut Diagnostics) -> Option<Document> {
        let document = decode::<Document>(&self.tree, self.fence, &DOCUMENT, found)?;
        if document.date().is_none() {
            found.push(Problem::NoDate, self.fence);
        }
        Some(document)
    }
}

/// Reads a file that is YAML from its first line to its last, such as a template's manifest.
#[must_use]
pub fn read_yaml<T: DeserializeOwned + JsonSchema>(
    file: FileId,
    sources: &Sources,
) -> (Option<T>, Diagnostics) {
    let (yaml, first) = whole_yaml(file, sources);
    let mut found = Diagnostics::default();
    let fields = read_tree(yaml, first, sources, &mut found)
        .and_then(|tree| decode(&tree, first, &Schema::of::<T>(), &mut found));
    (fields, found)
}

/// The whole of a YAML file, and its start for what concerns all of it.
fn whole_yaml(file: FileId, sources: &Sources) -> (Span, Span) {
    let source = sources.get(file);
    let start = source.start();
    (Span::new(file, start..source.text().len()), Span::new(file, start..start))
}

/// The fields in `yaml`; `whole` is underlined where there are none.
fn read_tree(
    yaml: Span,
    whole: Span,
    sources: &Sources,
    found: &mut Diagnostics,
) -> Option<Node> {
    let tree = parsed(yaml, sources, found)?;
    if matches!(tree.kind, Kind::Map(_)) {
        return Some(tree);
    }
    let span = if tree.kind == Kind::Null { whole } else { tree.span };
    found.push(Problem::FrontMatterNotAMap, span);
    None
}

/// The tree of `yaml`, where it is YAML.
fn parsed(yaml: Span, sources: &Sources, found: &mut Diagnostics) -> Option<Node> {
    match tree::parse(yaml, sources.get(yaml.file)) {
        Err(problems) => {
            found.extend(problems);
            None
        }
        Ok(tree) => {
            tree::report_duplicates(&tree, found);
            slips::unnoticed(&tree, sources.get(yaml.file), found);
            Some(tree)
        }
    }
}

/// The typed fields of a tree, or what it has against the schema. What was said of a place
/// before, where the defaults were read, is not said again.
///
/// The types refuse whatever the schema refuses, so a tree that fits them needs no second look;
/// the schema knows how to say what is wrong with one that does not.
fn decode<T: DeserializeOwned>(
    tree: &Node,
    whole: Span,
    schema: &Schema,
    found: &mut Diagnostics,
) -> Option<T> {
    let reader = decode::Reader { node: tree, names: schema.names() };
    let misfit = match T::deserialize(reader) {
        Ok(fields) => return Some(fields),
        Err(misfit) => misfit,
    };
    let problems = schema.check(tree, whole);
    if problems.is_empty() && !found.has_errors() {
        found.push(Problem::Internal { detail: misfit.0 }, whole);
    }
    let known: BTreeSet<_> = found.iter().map(|d| (d.span, d.rule())).collect();
    for new in &problems {
        if !known.contains(&(new.span, new.rule())) {
            found.push(new.problem.clone(), new.span);
        }
    }
    None
}

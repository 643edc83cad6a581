//! From the front matter of a file to the typed `Document`: split, parse, validate, decode.
//! Imports `source`, `diagnostic` and `document`.

mod decode;
mod directory;
mod merge;
mod names;
mod schema;
mod slips;
mod split;
mod tree;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostics, Problem};
use crate::document::{DirectoryEntry, Document, List, fold};
use crate::source::{FileId, Sources, Span};
use directory::Directory;
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

static DOCUMENT: LazyLock<Schema> = LazyLock::new(Schema::of::<Document>);
static DIRECTORY: LazyLock<Schema> = LazyLock::new(Schema::of::<List<DirectoryEntry>>);

/// Reads the front matter of a file, over the office's `defaults` (a YAML file with any of
/// the fields and the directory of people). Every problem in both is found in one go.
#[must_use]
pub fn read(
    file: FileId,
    defaults: Option<FileId>,
    sources: &Sources,
) -> (Option<FrontMatter>, Diagnostics) {
    let parts = match split::split(file, sources.get(file)) {
        Ok(parts) => parts,
        Err(found) => return (None, found),
    };
    let fence = Span::new(file, parts.fence);
    let mut found = Diagnostics::default();
    let own = read_tree(Span::new(file, parts.yaml), fence, sources, &mut found);
    let office = defaults.map_or(Some(None), |defaults| {
        let (yaml, first) = whole_yaml(defaults, sources);
        read_tree(yaml, first, sources, &mut found).map(Some)
    });
    let (Some(own), Some(office)) = (own, office) else { return (None, found) };
    let tree = match office {
        Some(office) => over_defaults(own, office, &mut found),
        None => own,
    };
    let document = decode::<Document>(&tree, fence, &DOCUMENT, &mut found);
    if let Some(document) = &document
        && document.date().is_none()
    {
        found.push(Problem::NoDate, fence);
    }
    let body = Span::new(file, parts.body);
    (document.map(|document| FrontMatter { document, body }), found)
}

/// Where the body of a file stands, whatever its front matter says.
#[must_use]
pub fn body(file: FileId, sources: &Sources) -> Option<Span> {
    let parts = split::split(file, sources.get(file)).ok()?;
    Some(Span::new(file, parts.body))
}

/// A document's own fields over those of the office, people with the posts of its directory.
fn over_defaults(own: Node, mut office: Node, found: &mut Diagnostics) -> Node {
    let directory = directory::field(&mut office, "danh_ba")
        .map(|node| std::mem::replace(node, Node { span: node.span, kind: Kind::Null }));
    if let Kind::Map(fields) = &mut office.kind {
        fields.retain(|(key, _)| fold(&key.text) != "danh_ba");
    }
    let mut tree = merge::merge(own, office);
    if let Some(node) = directory {
        let span = node.span;
        if let Some(List(people)) = decode(&node, span, &DIRECTORY, found) {
            Directory(people).apply(&mut tree, found);
        }
    }
    tree
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
    match tree::parse(yaml, sources.get(yaml.file)) {
        Err(problems) => {
            found.extend(problems);
            None
        }
        Ok(tree) if matches!(tree.kind, Kind::Map(_)) => {
            tree::report_duplicates(&tree, found);
            slips::unnoticed(&tree, sources.get(yaml.file), found);
            Some(tree)
        }
        Ok(tree) => {
            let span = if tree.kind == Kind::Null { whole } else { tree.span };
            found.push(Problem::FrontMatterNotAMap, span);
            None
        }
    }
}

/// The typed fields of a tree that has nothing against the schema.
fn decode<T: DeserializeOwned>(
    tree: &Node,
    whole: Span,
    schema: &Schema,
    found: &mut Diagnostics,
) -> Option<T> {
    found.extend(schema.check(tree, whole));
    if found.has_errors() {
        return None;
    }
    let reader = decode::Reader { node: tree, names: schema.names() };
    T::deserialize(reader)
        .map_err(|misfit| found.push(Problem::Internal { detail: misfit.0 }, whole))
        .ok()
}

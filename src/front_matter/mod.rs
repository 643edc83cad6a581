//! From the front matter of a file to the typed `Document`: split, parse, validate, decode.
//! Imports `source`, `diagnostic` and `document`.

mod decode;
mod directory;
mod mend;
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
use crate::document::{DirectoryEntry, Document, List, Text, fold};
use crate::source::{FileId, Sources, Span};
use directory::Directory;
use mend::Losses;
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
    let fence = Span::new(file, parts.fence.clone());
    let mut losses = Losses::default();
    let mut found = Diagnostics::default();
    if let Some(text) = parts.unclosed.clone() {
        found.push_related(Problem::FrontMatterUnclosed, fence, Span::new(file, text));
    }
    let yaml = (Span::new(file, parts.yaml.clone()), fence);
    let own = read_tree(yaml, sources, &mut losses, &mut found);
    let office = defaults.map_or(Some(None), |defaults| {
        let yaml = whole_yaml(defaults, sources);
        read_tree(yaml, sources, &mut losses, &mut found).map(Some)
    });
    let (Some(own), Some(office)) = (own, office) else {
        return (None, losses.filter(found));
    };
    let tree = match office {
        Some(office) => {
            let sound = defaults.is_none_or(|file| !losses.touch(file));
            over_defaults(own, office, sound, &mut found)
        }
        None => own,
    };
    let document = decode::<Document>(&tree, fence, &DOCUMENT, &mut found);
    let dated = document.as_ref().is_none_or(|document| document.date().is_some());
    if !dated {
        found.push(Problem::NoDate, fence);
    }
    losses.ends_early(&parts, sources.get(file), file, &mut found);
    let body = Span::new(file, parts.body);
    let front = document.filter(|_| dated).map(|document| FrontMatter { document, body });
    (front, losses.filter(found))
}

/// Where the body of a file stands, whatever its front matter says.
#[must_use]
pub fn body(file: FileId, sources: &Sources) -> Option<Span> {
    let parts = split::split(file, sources.get(file)).ok()?;
    Some(Span::new(file, parts.body))
}

/// Every text that the front matter of a file gives, whatever is wrong with it.
#[must_use]
pub fn texts(file: FileId, sources: &Sources) -> Vec<Text> {
    let source = sources.get(file);
    let Ok(parts) = split::split(file, source) else { return Vec::new() };
    let yaml = Span::new(file, parts.yaml);
    let mut unheard = Diagnostics::default();
    let tree = Losses::default().parse(yaml, source, &mut unheard);
    tree.map_or_else(Vec::new, |(tree, _)| tree.texts())
}

/// A document's own fields over those of the office, people with the posts of its directory,
/// which may lack some where the office's file is not `sound`.
fn over_defaults(
    own: Node,
    mut office: Node,
    sound: bool,
    found: &mut Diagnostics,
) -> Node {
    let directory = directory::field(&mut office, "danh_ba")
        .map(|node| std::mem::replace(node, Node { span: node.span, kind: Kind::Null }));
    if let Kind::Map(fields) = &mut office.kind {
        fields.retain(|(key, _)| fold(&key.text) != "danh_ba");
    }
    let mut tree = merge::merge(own, office);
    if let Some(node) = directory {
        let span = node.span;
        let mut own = Diagnostics::default();
        let people = decode::<List<DirectoryEntry>>(&node, span, &DIRECTORY, &mut own);
        found.extend(own);
        let people = people.filter(|_| sound).map(|List(people)| people);
        Directory(people).apply(&mut tree, found);
    }
    tree
}

/// Reads a file that is YAML from its first line to its last, such as a template's manifest.
#[must_use]
pub fn read_yaml<T: DeserializeOwned + JsonSchema>(
    file: FileId,
    sources: &Sources,
) -> (Option<T>, Diagnostics) {
    let yaml = whole_yaml(file, sources);
    let mut losses = Losses::default();
    let mut found = Diagnostics::default();
    let fields = read_tree(yaml, sources, &mut losses, &mut found)
        .and_then(|tree| decode(&tree, yaml.1, &Schema::of::<T>(), &mut found));
    (fields, losses.filter(found))
}

/// The whole of a YAML file, and its start for what concerns all of it.
fn whole_yaml(file: FileId, sources: &Sources) -> (Span, Span) {
    let source = sources.get(file);
    let start = source.start();
    (Span::new(file, start..source.text().len()), Span::new(file, start..start))
}

/// The fields in the YAML; `whole` is underlined where there are none.
fn read_tree(
    (yaml, whole): (Span, Span),
    sources: &Sources,
    losses: &mut Losses,
    found: &mut Diagnostics,
) -> Option<Node> {
    let (tree, source) = losses.parse(yaml, sources.get(yaml.file), found)?;
    if matches!(tree.kind, Kind::Map(_)) {
        tree::report_duplicates(&tree, found);
        slips::unnoticed(&tree, &source, found);
        return Some(tree);
    }
    let span = if tree.kind == Kind::Null { whole } else { tree.span };
    found.push(Problem::FrontMatterNotAMap, span);
    None
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

//! From the front matter of a file to the typed `Document`: split, parse, validate, decode.
//! Imports `source`, `diagnostic` and `document`.

mod decode;
mod definition;
mod directory;
mod formats;
mod mend;
mod merge;
mod names;
mod office;
mod open;
mod places;
mod published;
mod resolved;
mod schema;
mod skeleton;
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
use crate::document::{Document, Text};
use crate::source::{FileId, Sources, Span};
pub use definition::Scope;
use mend::Losses;
use office::Office;
pub use places::{end, may_be_draft, places};
pub use published::publish;
pub use resolved::{Resolved, Step};
use schema::Schema;
pub use skeleton::{Habits, habits, shorten};
use split::Parts;
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
    let (mut losses, mut found) = (Losses::default(), Diagnostics::default());
    let whole = Whole::read(file, defaults, sources, &mut losses, &mut found);
    let front = whole.and_then(|whole| {
        let document = whole.document(sources, &mut losses, &mut found)?;
        // Something harmless stands in the place of a slip, but it is not what was meant.
        let body = Span::new(file, whole.parts.body);
        losses.is_empty().then_some(FrontMatter { document, body })
    });
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
    tree.map_or_else(Vec::new, |(tree, _)| scalars(&tree))
}

/// Every text in a node, but for keys.
fn scalars(node: &Node) -> Vec<Text> {
    match &node.kind {
        Kind::Null => Vec::new(),
        Kind::Scalar(text) => vec![Text::new(text, node.span)],
        Kind::List(list) => list.iter().flat_map(scalars).collect(),
        Kind::Map(map) => map.iter().flat_map(|(_, node)| scalars(node)).collect(),
    }
}

/// What the front matter of a file and the office's `defaults` say together, value by value,
/// as far as they can be read.
#[must_use]
pub fn resolve(
    file: FileId,
    defaults: Option<FileId>,
    sources: &Sources,
) -> (Vec<Resolved>, Diagnostics) {
    let (mut losses, mut found) = (Losses::default(), Diagnostics::default());
    let whole = Whole::read(file, defaults, sources, &mut losses, &mut found);
    let values = whole.filter(|_| losses.is_empty()).map(|whole| {
        whole.document(sources, &mut losses, &mut found);
        resolved::list(&whole.tree, &DOCUMENT)
    });
    (values.unwrap_or_default(), losses.filter(found))
}

/// Everything that is wrong in an office's defaults.
#[must_use]
pub fn check_defaults(file: FileId, sources: &Sources) -> Diagnostics {
    let (mut losses, mut found) = (Losses::default(), Diagnostics::default());
    Office::read(file, sources, &mut losses, &mut found);
    losses.filter(found)
}

/// The fields of a document with those of its office.
struct Whole {
    tree: Node,
    fence: Span,
    parts: Parts,
}

impl Whole {
    fn read(
        file: FileId,
        defaults: Option<FileId>,
        sources: &Sources,
        losses: &mut Losses,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let office =
            defaults.map(|defaults| Office::read(defaults, sources, losses, found));
        let parts = split::split(file, sources.get(file))
            .map_err(|problems| found.extend(problems))
            .ok()?;
        let fence = Span::new(file, parts.fence.clone());
        if let Some(text) = parts.unclosed.clone() {
            let text = Span::new(file, text);
            found.push_related(Problem::FrontMatterUnclosed, fence, text);
        }
        let yaml = (Span::new(file, parts.yaml.clone()), fence);
        let own = read_tree(yaml, sources, losses, found)?;
        let tree = match office {
            None => own,
            Some(Some(office)) => office.under(own, found),
            Some(None) => {
                // What is missing may stand in the defaults, which cannot be read.
                found.extend(PARTIAL.check(&own, fence));
                return None;
            }
        };
        Some(Self { tree, fence, parts })
    }

    fn document(
        &self,
        sources: &Sources,
        losses: &mut Losses,
        found: &mut Diagnostics,
    ) -> Option<Document> {
        let source = sources.get(self.fence.file);
        let document = decode::<Document>(&self.tree, self.fence, &DOCUMENT, found);
        losses.ends_early(&self.parts, source, self.fence.file, found);
        open::report(&self.tree, sources, found);
        let document = document?;
        if document.date().is_none() {
            found.push(Problem::NoDate, self.fence);
            return None;
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
    let yaml = whole_yaml(file, sources);
    let (mut losses, mut found) = (Losses::default(), Diagnostics::default());
    let fields = read_tree(yaml, sources, &mut losses, &mut found)
        .and_then(|tree| decode(&tree, yaml.1, &Schema::of::<T>(), &mut found));
    (fields.filter(|_| losses.is_empty()), losses.filter(found))
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
    let tree = parsed(yaml, sources, losses, found)?;
    if matches!(tree.kind, Kind::Map(_)) {
        return Some(tree);
    }
    let span = if tree.kind == Kind::Null { whole } else { tree.span };
    found.push(Problem::FrontMatterNotAMap, span);
    None
}

/// The tree of `yaml`, as far as it is YAML.
fn parsed(
    yaml: Span,
    sources: &Sources,
    losses: &mut Losses,
    found: &mut Diagnostics,
) -> Option<Node> {
    let (tree, source) = losses.parse(yaml, sources.get(yaml.file), found)?;
    tree::report_duplicates(&tree, found);
    slips::unnoticed(&tree, &source, found);
    Some(tree)
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

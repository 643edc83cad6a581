//! From the front matter of a file to the typed `Document`: split, parse, validate, decode.
//! Imports `source`, `diagnostic` and `document`.

mod defaults;
mod fields;
mod manifest;
mod opened;
mod places;
mod plain;
mod problems;
mod regulation;
mod resolved;
mod to_fill;
mod yaml;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::shared::internal;
use crate::document::{Document, Kinds, Text};
use crate::source::{FileId, Sources, Span};
use defaults::{borrow, merge, office, sections, skeleton, spared, symbol};
use fields::{decode, definition, own, published, schema};
use yaml::{duplicates, lines, mend, node, slips, split, tree};

pub use definition::Scope;
pub use manifest::read_manifest;
use mend::Losses;
use node::{Kind, Node};
use office::Office;
pub use opened::{Opened, open};
pub use places::{end, may_be_draft, places};
pub use problems::RULES;
pub use published::publish;
pub use regulation::read_regulation;
pub use resolved::{Resolved, Step};
use schema::Schema;
pub use skeleton::{Habits, habits, shorten};

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
static SECTION: LazyLock<Schema> = LazyLock::new(|| Schema::of_section(None));

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

/// The defaults of an office, by themselves.
pub struct Defaults {
    office: Option<Office>,
    losses: Losses,
    found: Diagnostics,
}

/// Reads the defaults of an office.
#[must_use]
pub fn open_defaults(file: FileId, sources: &Sources) -> Defaults {
    let (mut losses, mut found) = (Losses::default(), Diagnostics::default());
    let office = Office::read(file, sources, &mut losses, &mut found);
    Defaults { office, losses, found }
}

impl Defaults {
    /// The templates that the office has something to say for.
    #[must_use]
    pub fn sections(&self) -> Vec<Text> {
        self.office.iter().flat_map(|office| office.sections.names()).collect()
    }

    /// Everything that is wrong in them.
    #[must_use]
    pub fn check(mut self, kinds: &Kinds) -> Diagnostics {
        if let Some(office) = &self.office {
            office.sections.check(kinds, &mut self.found);
        }
        self.losses.filter(self.found)
    }
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
    found.push(problems::yaml::front_matter_not_a_map(), span);
    None
}

/// The tree of `yaml`, as far as it is YAML.
fn parsed(
    yaml: Span,
    sources: &Sources,
    losses: &mut Losses,
    found: &mut Diagnostics,
) -> Option<Node> {
    let (mut tree, source) = losses.parse(yaml, sources.get(yaml.file), found)?;
    duplicates::report(&tree, found);
    slips::unnoticed(&tree, &source, found);
    lines::split(&mut tree, &source);
    Some(tree)
}

/// The typed fields of a tree, or what it has against the schema.
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
    explain(&schema.check(tree, whole), &misfit.0, whole, found);
    None
}

/// Says what a tree has against its schema. What was said of a place before, where the defaults
/// were read, is not said again.
fn explain(problems: &Diagnostics, misfit: &str, whole: Span, found: &mut Diagnostics) {
    if problems.is_empty() && !found.has_errors() {
        found.push(internal(misfit), whole);
    }
    let known: BTreeSet<_> = found.iter().map(|d| (d.span, d.rule().id)).collect();
    for new in problems {
        if !known.contains(&(new.span, new.rule().id)) {
            found.push(new.problem.clone(), new.span);
        }
    }
}

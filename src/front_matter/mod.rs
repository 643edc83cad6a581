//! From the front matter of a file to the typed `Document`: split, parse, validate, decode.
//! Imports `source`, `calendar`, `diagnostic` and `document`.

mod consequences;
mod decoded;
mod defaults;
mod fields;
mod front;
mod manifest;
mod placeholders;
mod places;
mod plain;
mod raw;
mod regulation;
mod resolved;
mod row;
mod without_post;
mod yaml;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use crate::diagnostic::shared::internal;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::{FileId, Sources, Span};
use defaults::{
    directory, merge, office, sections, signature, symbol, template_override,
};
use fields::{custom, decode, definition, expected, formats, published, schema, whose};
use yaml::{duplicates, list_lines, node, recovery, split, syntax_errors, tree};

pub use defaults::alone::{Defaults, parse_defaults, values_of_defaults};
pub use definition::Scope;
pub use front::FrontMatter;
pub use manifest::read_manifest;
use node::{Kind, Node};
pub use published::publish;
pub use raw::{RawFrontMatter, parse};
use recovery::SkippedRegions;
pub use regulation::read_regulation;
pub use resolved::{Resolved, Step};
pub use row::RowFile;
use schema::Schema;
pub use whose::{has_unknown_fields, say_whose_fields};

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] = &[
    consequences::RULES,
    decoded::RULES,
    directory::RULES,
    duplicates::RULES,
    expected::RULES,
    fields::problems::RULES,
    formats::RULES,
    manifest::RULES,
    office::RULES,
    plain::RULES,
    row::problems::RULES,
    split::RULES,
    template_override::RULES,
    yaml::problems::RULES,
];

static DOCUMENT: LazyLock<Schema> = LazyLock::new(Schema::of_document);
static PARTIAL: LazyLock<Schema> = LazyLock::new(|| Schema::of_scope(Scope::Partial));
static SECTION: LazyLock<Schema> = LazyLock::new(|| Schema::of_section(None));

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
    skipped: &mut SkippedRegions,
    found: &mut Diagnostics,
) -> Option<Node> {
    group(parsed(yaml, sources, skipped, found)?.tree, whole, found)
}

/// A tree that is a group of fields; `whole` is underlined where there is nothing.
fn group(tree: Node, whole: Span, found: &mut Diagnostics) -> Option<Node> {
    if matches!(tree.kind, Kind::Map(_)) {
        return Some(tree);
    }
    let span = if tree.kind == Kind::Null { whole } else { tree.span };
    found.push(yaml::problems::front_matter_not_a_map(), span);
    None
}

/// A tree as it is to be read, and as it is written.
struct ParsedYaml {
    /// Each line of a text in the place of a list is an entry.
    tree: Node,
    /// As the file has it.
    written: Node,
}

/// The tree of `yaml`, as far as it is YAML.
fn parsed(
    yaml: Span,
    sources: &Sources,
    skipped: &mut SkippedRegions,
    found: &mut Diagnostics,
) -> Option<ParsedYaml> {
    let (written, source) = skipped.parse(yaml, sources.get(yaml.file), found)?;
    duplicates::report(&written, found);
    syntax_errors::unnoticed(&written, &source, found);
    let mut tree = written.clone();
    list_lines::split_lists(&mut tree, &source);
    without_post::fill(&mut tree);
    Some(ParsedYaml { tree, written })
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
    let error = match T::deserialize(reader) {
        Ok(fields) => return Some(fields),
        Err(error) => error,
    };
    explain(&schema.check(tree, whole), &error.0, whole, found);
    None
}

/// Says what a tree has against its schema. What was said of a place before, where the defaults
/// were read, is not said again.
fn explain(problems: &Diagnostics, error: &str, whole: Span, found: &mut Diagnostics) {
    if problems.is_empty() && !found.has_errors() {
        found.push(internal(error), whole);
    }
    let known: BTreeSet<_> = found.iter().map(|d| (d.span, d.rule().id)).collect();
    for new in problems {
        if !known.contains(&(new.span, new.rule().id)) {
            found.push(new.problem.clone(), new.span);
        }
    }
}

//! From the front matter of a file to the typed `Document`: split, parse, validate, decode.
//! Imports `source`, `diagnostic` and `document`.

mod decode;
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
use crate::document::Document;
use crate::source::{FileId, Sources, Span};
use schema::Schema;

/// What the front matter of a file says, and where its body stands.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatter {
    /// The metadata.
    pub document: Document,
    /// The Markdown after the front matter.
    pub body: Span,
}

static DOCUMENT: LazyLock<Schema> = LazyLock::new(Schema::of::<Document>);

/// Reads the front matter of a file. Every problem in it is found in one go.
#[must_use]
pub fn read(file: FileId, sources: &Sources) -> (Option<FrontMatter>, Diagnostics) {
    let source = sources.get(file);
    let parts = match split::split(file, source) {
        Ok(parts) => parts,
        Err(found) => return (None, found),
    };
    let fence = Span::new(file, parts.fence);
    let yaml = Span::new(file, parts.yaml);
    let (document, mut found) = read_fields::<Document>(yaml, fence, &DOCUMENT, sources);
    if let Some(document) = &document
        && document.date().is_none()
    {
        found.push(Problem::NoDate, fence);
    }
    let body = Span::new(file, parts.body);
    (document.map(|document| FrontMatter { document, body }), found)
}

/// Reads a file that is YAML from its first line to its last, such as a template's manifest.
#[must_use]
pub fn read_yaml<T: DeserializeOwned + JsonSchema>(
    file: FileId,
    sources: &Sources,
) -> (Option<T>, Diagnostics) {
    let source = sources.get(file);
    let yaml = Span::new(file, source.start()..source.text().len());
    let first = Span::new(file, source.start()..source.start());
    read_fields(yaml, first, &Schema::of::<T>(), sources)
}

/// Reads the fields in `yaml`; `whole` is underlined for what concerns all of them.
fn read_fields<T: DeserializeOwned>(
    yaml: Span,
    whole: Span,
    schema: &Schema,
    sources: &Sources,
) -> (Option<T>, Diagnostics) {
    let tree = match tree::parse(yaml, sources.get(yaml.file)) {
        Ok(tree) => tree,
        Err(found) => return (None, found),
    };
    let mut found = Diagnostics::default();
    if !matches!(tree.kind, tree::Kind::Map(_)) {
        let span = if tree.kind == tree::Kind::Null { whole } else { tree.span };
        found.push(Problem::FrontMatterNotAMap, span);
        return (None, found);
    }
    tree::report_duplicates(&tree, &mut found);
    found.extend(schema.check(&tree, whole));
    if found.has_errors() {
        return (None, found);
    }
    match T::deserialize(decode::Reader { node: &tree, names: schema.names() }) {
        Ok(fields) => (Some(fields), found),
        Err(misfit) => {
            found.push(Problem::Internal { detail: misfit.0 }, whole);
            (None, found)
        }
    }
}

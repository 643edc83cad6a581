//! `FrontMatter`: what the front matter of a file says, as far as it can be read.

use super::DOCUMENT;
use super::definition::Scope;
use super::node::{Key, Kind, Node};
use super::places;
use super::resolved::{self, Resolved};
use super::schema::Schema;
use super::split::Parts;
use crate::document::{Choice, Document, FieldLocation, Levels, Manifest, Text, field};
use crate::source::{FileId, Source, Span};

/// What the front matter of a file says over its office's defaults.
pub struct FrontMatter {
    /// The metadata, where they are sound.
    pub document: Option<Document>,
    pub(super) file: FileId,
    /// Where the file is cut; nothing where it has no front matter.
    pub(super) parts: Option<Parts>,
    /// The fields of the file itself, something harmless in the place of what is no YAML.
    pub(super) own: Option<Node>,
    /// Whether there is something that is no YAML.
    pub(super) broken: bool,
    /// The fields with those of the office, and the template they are for; nothing where a part
    /// of them cannot be read.
    pub(super) merged: Option<(Node, Option<Manifest>)>,
    /// What the row of a table says, whose values stand over those of the file.
    pub(super) of_row: Vec<Text>,
}

impl FrontMatter {
    /// The Markdown behind it; nothing where the file has no front matter.
    #[must_use]
    pub fn body(&self) -> Option<Span> {
        self.parts.as_ref().map(|parts| Span::new(self.file, parts.body.clone()))
    }

    /// Where it ends, in bytes: before the line that closes it.
    #[must_use]
    pub fn end(&self) -> Option<usize> {
        self.parts.as_ref().map(|parts| parts.yaml.end)
    }

    /// Where the fields of the file stand, but for those of its office; nothing where they are
    /// no YAML. `source` is the file.
    #[must_use]
    pub fn places(&self, source: &Source) -> Option<FieldLocation> {
        let own = self.own.as_ref().filter(|_| !self.broken)?;
        Some(places::of(own, source))
    }

    /// Whether the file is that of a draft (`dự thảo`), or nobody can tell.
    #[must_use]
    pub fn may_be_draft(&self) -> bool {
        let own = self.own.as_ref().filter(|_| !self.broken);
        own.is_none_or(|own| own.get_filled(field::DRAFT.key).is_some())
    }

    /// What `kiểm tra` says rule by rule, whatever is wrong with other fields, or with a level:
    /// nothing stands for one that is none.
    #[must_use]
    pub fn checks(&self) -> Vec<(Text, Option<Choice<Levels>>)> {
        let merged = self.merged.as_ref().map(|(tree, _)| tree);
        let own = self.own.as_ref().filter(|_| !self.broken);
        let checks = merged.or(own).and_then(|tree| tree.get(field::CHECKS.key));
        let Some(Kind::Map(rules)) = checks.map(|checks| &checks.kind) else {
            return Vec::new();
        };
        let level = |node: &Node| Choice::of(&Text::new(node.as_text()?, node.span));
        let entry =
            |(key, node): &(Key, Node)| (Text::new(&key.text, key.span), level(node));
        rules.iter().map(entry).collect()
    }

    /// Every text in the file's own fields and in the row over them, whatever is wrong with them.
    #[must_use]
    pub fn texts(&self) -> Vec<Text> {
        let own = self.own.as_ref().map(texts).unwrap_or_default();
        own.into_iter().chain(self.of_row.iter().cloned()).collect()
    }

    /// What the fields and the defaults say together, value by value; nothing where they cannot
    /// be read.
    #[must_use]
    pub fn values(&self) -> Vec<Resolved> {
        match &self.merged {
            Some((tree, Some(kind))) => {
                resolved::list(tree, &Schema::of_kind(Scope::Document, kind))
            }
            Some((tree, None)) => resolved::list(tree, &DOCUMENT),
            None => Vec::new(),
        }
    }
}

/// Every text in a node, but for keys.
fn texts(node: &Node) -> Vec<Text> {
    match &node.kind {
        Kind::Null => Vec::new(),
        Kind::Scalar(text) => vec![Text::new(text, node.span)],
        Kind::List(list) => list.iter().flat_map(texts).collect(),
        Kind::Map(map) => map.iter().flat_map(|(_, node)| texts(node)).collect(),
    }
}

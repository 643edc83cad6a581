//! What holds only when a document is set in one template (theo mẫu): in the document and in
//! its office's defaults.

use super::node::{Key, Kind, Node};
use super::schema::Schema;
use super::{SECTION, custom};
use crate::diagnostic::Diagnostics;
use crate::document::{Manifest, NamedTemplates, Text, field};
use crate::source::Span;

/// The sections of one file, each with the name of its template.
#[derive(Debug, Default)]
pub(crate) struct Sections(Vec<(Key, Node)>);

impl Sections {
    /// Takes the sections out of a front matter. What is no group of groups is left in, as the
    /// schema has something to say of it; but nothing at all (`theo mẫu: ""`) says nothing.
    pub(crate) fn take(tree: &mut Node) -> Self {
        let Some(fields) = tree.fields_mut() else { return Self::default() };
        let is_nothing = |node: &Node| match &node.kind {
            Kind::Scalar(text) => text.trim().is_empty(),
            Kind::Null => true,
            Kind::Map(_) | Kind::List(_) => false,
        };
        let is_section =
            |(_, node): &(Key, Node)| node.fields().is_some() || is_nothing(node);
        let taken = fields.extract_if(.., |(key, node)| {
            key.name == field::SECTIONS.key
                && (node.fields().is_some() || is_nothing(node))
        });
        let mut sections = Vec::new();
        let mut rest = Vec::new();
        for (key, node) in taken {
            let Kind::Map(map) = node.kind else { continue };
            let (groups, others): (Vec<_>, Vec<_>) =
                map.into_iter().partition(is_section);
            let group = |(key, node): (Key, Node)| {
                let nothing = Node { span: node.span, kind: Kind::Map(Vec::new()) };
                (key, if is_nothing(&node) { nothing } else { node })
            };
            sections.extend(groups.into_iter().map(group));
            if !others.is_empty() {
                rest.push((key, Node { span: node.span, kind: Kind::Map(others) }));
            }
        }
        fields.extend(rest);
        Self(sections)
    }

    /// The names of the templates.
    pub(crate) fn names(&self) -> impl Iterator<Item = Text> {
        self.0.iter().map(|(key, _)| Text::new(&key.text, key.span))
    }

    /// Says what is wrong in the sections, but for names of templates, which the caller knows.
    pub(crate) fn check(&self, named: &NamedTemplates, found: &mut Diagnostics) {
        for (key, node) in &self.0 {
            if let Some(kind) = named.get(&key.text) {
                check(node.clone(), key.span, kind, found);
            }
        }
    }

    /// The fields that hold for a template.
    pub(crate) fn of(&self, kind: &Manifest) -> Option<&Node> {
        self.0.iter().find(|(key, _)| kind.is_called(&key.text)).map(|(_, node)| node)
    }
}

/// What is wrong in a section. The definition with the fields of the kind's own is only made
/// where there is something to say.
fn check(mut node: Node, place: Span, kind: &Manifest, found: &mut Diagnostics) {
    let own = custom::take(&mut node, kind);
    let fits = custom::read(&own, &kind.fields, |_| false, SECTION.names()).is_some();
    if fits && SECTION.check(&node, place).is_empty() {
        return;
    }
    custom::put_back(&mut node, own);
    found.extend(Schema::of_section(Some(kind)).check(&node, place));
}

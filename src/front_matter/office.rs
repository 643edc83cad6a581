//! An office's defaults (`vanban.yaml`): fields for each of its documents, and its people.

use std::sync::LazyLock;

use super::definition::Scope;
use super::directory::Directory;
use super::mend::Losses;
use super::schema::Schema;
use super::sections::Sections;
use super::tree::{Kind, Node};
use super::{parsed, split};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::fold;
use crate::source::{FileId, Sources, Span};

static DEFAULTS: LazyLock<Schema> = LazyLock::new(|| Schema::of_scope(Scope::Defaults));

/// What an office says once for all of its documents.
pub(super) struct Office {
    /// Its fields.
    pub(super) fields: Node,
    /// What holds only for one template.
    pub(super) sections: Sections,
    /// Its people.
    pub(super) directory: Option<Directory>,
}

impl Office {
    /// Reads the defaults. What is wrong in them is said even where a document says otherwise:
    /// it is wrong for all the others. Without readable YAML there are no defaults.
    pub(super) fn read(
        file: FileId,
        sources: &Sources,
        losses: &mut Losses,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let parts = split::split_yaml(sources.get(file));
        let start = Span::new(file, parts.fence);
        let mut fields = parsed(Span::new(file, parts.yaml), sources, losses, found)?;
        if fields.kind == Kind::Null {
            // An office that has nothing to say yet.
            fields.kind = Kind::Map(Vec::new());
        }
        if !matches!(fields.kind, Kind::Map(_)) {
            found.push(Problem::FrontMatterNotAMap, fields.span);
            return None;
        }
        found.extend(DEFAULTS.check(&fields, start));
        let people = take(&mut fields, "danh_ba");
        let directory =
            people.map(|people| Directory::of(&people, DEFAULTS.names(), found));
        let directory = directory.map(|directory| directory.after(losses, file));
        let sections = Sections::take(&mut fields);
        Some(Self { fields, sections, directory })
    }
}

/// Takes a field out of a group; nothing, where it is empty.
fn take(group: &mut Node, name: &str) -> Option<Node> {
    let Kind::Map(fields) = &mut group.kind else { return None };
    let place = fields.iter().position(|(key, _)| fold(&key.text) == name)?;
    let (_, node) = fields.remove(place);
    (node.kind != Kind::Null).then_some(node)
}

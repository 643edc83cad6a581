//! An office's defaults (`vanban.yaml`): fields for each of its documents, and its people.

use std::sync::LazyLock;

use super::definition::Scope;
use super::directory::{self, Directory};
use super::mend::Losses;
use super::merge::merge;
use super::schema::Schema;
use super::tree::{Key, Kind, Node};
use super::{parsed, split};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::fold;
use crate::source::{FileId, Sources, Span};

static DEFAULTS: LazyLock<Schema> = LazyLock::new(|| Schema::of_scope(Scope::Defaults));

/// What an office says once for all of its documents.
pub(super) struct Office {
    fields: Node,
    directory: Option<Directory>,
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
        Some(Self { fields, directory })
    }

    /// The fields themselves, without the people.
    pub(super) fn into_fields(self) -> Node {
        self.fields
    }

    /// A document's own fields over those of the office, people with the posts that the
    /// directory knows.
    pub(super) fn under(mut self, mut own: Node, found: &mut Diagnostics) -> Node {
        same_person(own_field(&mut own, &["ky"]), own_field(&mut self.fields, &["ky"]));
        let chair = ["cuoc_hop", "chu_tri"];
        same_person(own_field(&mut own, &chair), own_field(&mut self.fields, &chair));
        let mut tree = merge(own, self.fields);
        if let Some(directory) = self.directory {
            directory.apply(&mut tree, found);
        }
        tree
    }
}

/// Takes a field out of a group; nothing, where it is empty.
fn take(group: &mut Node, name: &str) -> Option<Node> {
    let Kind::Map(fields) = &mut group.kind else { return None };
    let place = fields.iter().position(|(key, _)| fold(&key.text) == name)?;
    let (_, node) = fields.remove(place);
    (node.kind != Kind::Null).then_some(node)
}

/// The field at the end of a path of folded names.
fn own_field<'a>(tree: &'a mut Node, path: &[&str]) -> Option<&'a mut Node> {
    path.iter().try_fold(tree, |node, name| directory::field(node, name))
}

/// Posts belong to a person: where a document names another one than the office does, the
/// office's posts do not come along.
fn same_person(own: Option<&mut Node>, office: Option<&mut Node>) {
    let (Some(own), Some(office)) = (own, office) else { return };
    let (Some(name), Some(other)) = (named(own), named(office)) else { return };
    if name != other {
        let Kind::Map(fields) = &mut office.kind else { return };
        fields.retain(|(key, _)| {
            !["chuc_vu", "quyen_han"].contains(&fold(&key.text).as_str())
        });
    }
}

/// The name of a person, who becomes a group of fields where only the name is written.
fn named(person: &mut Node) -> Option<String> {
    if let Kind::Scalar(_) = &person.kind {
        let key = Key { text: "họ tên".into(), span: person.span };
        let name = person.clone();
        person.kind = Kind::Map(vec![(key, name)]);
    }
    match &directory::field(person, "ho_ten")?.kind {
        Kind::Scalar(name) => Some(directory::spelling(name)),
        Kind::Null | Kind::List(_) | Kind::Map(_) => None,
    }
}

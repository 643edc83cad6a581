//! An office's defaults (`vanban.yaml`): fields for each of its documents, and its people.

use std::sync::LazyLock;

use super::definition::Scope;
use super::directory::Directory;
use super::mend::Losses;
use super::node::{Key, Kind, Node};
use super::schema::Schema;
use super::sections::Sections;
use super::{parsed, split};
use crate::diagnostic::Diagnostics;
use crate::document::{Layout, field, fold};
use crate::front_matter::problems::{defaults, yaml};
use crate::source::{FileId, Sources, Span};

static DEFAULTS: LazyLock<Schema> = LazyLock::new(|| Schema::of_scope(Scope::Defaults));

/// What an office says once for all of its documents.
pub(crate) struct Office {
    /// Its fields.
    pub(crate) fields: Node,
    /// What holds only for one template.
    pub(crate) sections: Sections,
    /// Its people.
    pub(crate) directory: Option<Directory>,
}

impl Office {
    /// Reads the defaults. What is wrong in them is said even where a document says otherwise:
    /// it is wrong for all the others. Without readable YAML there are no defaults.
    pub(crate) fn read(
        file: FileId,
        sources: &Sources,
        losses: &mut Losses,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let parts = split::split_yaml(sources.get(file));
        let start = Span::new(file, parts.fence);
        let yaml = Span::new(file, parts.yaml);
        let mut fields = parsed(yaml, sources, losses, found)?.tree;
        if fields.kind == Kind::Null {
            // An office that has nothing to say yet.
            fields.kind = Kind::Map(Vec::new());
        }
        if fields.fields().is_none() {
            found.push(yaml::front_matter_not_a_map(), fields.span);
            return None;
        }
        found.extend(DEFAULTS.check(&fields, start));
        let people = fields.take(field::DIRECTORY.key);
        let directory =
            people.map(|people| Directory::of(&people, DEFAULTS.names(), found));
        let directory = directory.map(|directory| directory.after(losses, file));
        let sections = Sections::take(&mut fields);
        Some(Self { fields, sections, directory })
    }
}

/// What holds in both layouts, besides the people: the place.
const BOTH: [&str; 1] = [field::PLACE.key];

impl Office {
    /// Leaves what a document of another layout takes: the people and the place. The names of
    /// bodies, the symbol, the recipients, who signs in which capacity are written otherwise
    /// there. Says at the layout of the document that the rest is not taken.
    pub(crate) fn meet(
        &mut self,
        own: &Node,
        sources: &Sources,
        found: &mut Diagnostics,
    ) {
        let file = self.fields.span.file;
        let Some((layout, place)) = self.other(own) else { return };
        if self.keep_both() {
            let file = sources.get(file).name().to_owned();
            let layout = layout.name().to_owned();
            found.push(defaults::defaults_layout(&layout, &file), place);
        }
    }

    /// The layout that the office says to have, where a document has another one, and where it
    /// says so.
    pub(crate) fn other(&self, own: &Node) -> Option<(Layout, Span)> {
        let (wanted, place) = chosen(own)?;
        let (layout, _) = chosen(&self.fields)?;
        (layout != wanted).then_some((layout, place))
    }

    /// Drops all that only one layout has; whether there was any.
    pub(crate) fn keep_both(&mut self) -> bool {
        let Some(fields) = self.fields.fields_mut() else { return false };
        let says =
            |(key, node): &(Key, Node)| node.is_filled() && key.name != field::LAYOUT.key;
        let keeps = |(key, _): &(Key, Node)| BOTH.contains(&key.name.as_str());
        let lost = fields.iter().any(|field| says(field) && !keeps(field));
        fields.retain(keeps);
        let sections = std::mem::take(&mut self.sections);
        lost || sections.names().next().is_some()
    }
}

/// The layout that a front matter chooses, and where.
fn chosen(tree: &Node) -> Option<(Layout, Span)> {
    let node = tree.get(field::LAYOUT.key)?;
    let name = node.as_text()?;
    let known = Layout::NAMES.into_iter().find(|(_, known)| fold(known) == fold(name));
    known.map(|(layout, _)| (layout, node.span))
}

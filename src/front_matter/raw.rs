//! `RawFrontMatter`: the parsed YAML of a front matter, before its templates are known. It names
//! them, and with their manifests it is decoded to a document.

use super::decoded::{check_partial, check_unknown_kind, decode, with_date};
use super::merge::overlay;
use super::node::Node;
use super::office::Office;
use super::recovery::SkippedRegions;
use super::row::{Row, RowFile};
use super::sections::Sections;
use super::split::{self, Parts, front_matter_unclosed};
use super::{
    FrontMatter, group, parsed, placeholders, plain, signature, symbol, template_override,
};
use crate::calendar::Calendar;
use crate::diagnostic::Diagnostics;
use crate::document::{
    Choice, Document, Manifest, NamedTemplates, TemplateOverride, Text, ToneMarks, field,
};
use crate::source::{FileId, Sources, Span};

/// The parsed YAML of a file's front matter, and its office's defaults.
pub struct RawFrontMatter {
    file: FileId,
    /// Where the file is cut; nothing where it has no front matter.
    parts: Option<Parts>,
    /// The fields of the file as they are written.
    written: Option<Node>,
    own: Option<Own>,
    office: Defaults,
    /// The row of a table whose values stand over all others, where there is one.
    row: Option<Row>,
    skipped: SkippedRegions,
    found: Diagnostics,
}

/// What the office says.
enum Defaults {
    /// There are no defaults.
    None,
    /// They cannot be read.
    Unreadable,
    /// They can.
    Read(Box<Office>),
}

impl Defaults {
    fn get(&self) -> Option<&Office> {
        match self {
            Self::Read(office) => Some(office),
            Self::None | Self::Unreadable => None,
        }
    }
}

/// What the document itself says.
struct Own {
    tree: Node,
    sections: Sections,
    fence: Span,
}

/// Parses the YAML at the head of a file, and the office's `defaults` (a YAML file with any of
/// the fields and the directory of people); the values of the `row` of a table stand over both.
#[must_use]
pub fn parse(
    file: FileId,
    defaults: Option<FileId>,
    row: Option<RowFile<'_>>,
    sources: &Sources,
) -> RawFrontMatter {
    let (mut skipped, mut found) = (SkippedRegions::default(), Diagnostics::default());
    let office = match defaults {
        None => Defaults::None,
        Some(file) => match Office::read(file, sources, &mut skipped, &mut found) {
            Some(office) => Defaults::Read(Box::new(office)),
            None => Defaults::Unreadable,
        },
    };
    let parts = match split::split(file, sources.get(file)) {
        Ok(parts) => Some(parts),
        Err(problems) => {
            found.extend(problems);
            None
        }
    };
    let row = row.map(|row| Row::read(row, sources, &mut found));
    let mut raw = RawFrontMatter {
        file,
        parts,
        written: None,
        own: None,
        office,
        row,
        skipped,
        found,
    };
    raw.read_own(sources);
    raw
}

impl RawFrontMatter {
    /// Reads what the document itself says.
    fn read_own(&mut self, sources: &Sources) {
        let Some(parts) = &self.parts else { return };
        let Self { file, skipped, found, .. } = self;
        let fence = Span::new(*file, parts.fence.clone());
        if let Some(text) = parts.unclosed.clone() {
            let text = Span::new(*file, text);
            found.push_related(front_matter_unclosed(), fence, text);
        }
        let yaml = Span::new(*file, parts.yaml.clone());
        let Some(parsed) = parsed(yaml, sources, skipped, found) else { return };
        self.written = Some(parsed.written);
        let Some(mut tree) = group(parsed.tree, fence, found) else { return };
        if let Some(row) = &self.row {
            row.check(&tree, found);
            tree = row.over_own(tree, sources);
        }
        let sections = Sections::take(&mut tree);
        if let Defaults::Read(office) = &mut self.office {
            office.meet(&tree, sources, found);
        }
        self.own = Some(Own { tree, sections, fence });
    }
}

impl RawFrontMatter {
    /// The template that the document asks for, else its office.
    #[must_use]
    pub fn template(&self) -> Option<Text> {
        let own = self.own.as_ref().map(|own| &own.tree);
        let office = self.office.get().map(|office| &office.fields);
        own.into_iter().chain(office).find_map(|tree| {
            let node = tree.get(field::TEMPLATE.key)?;
            node.as_text().map(|name| Text::new(name, node.span))
        })
    }

    /// The templates that the document or its office has something to say for.
    #[must_use]
    pub fn sections(&self) -> Vec<Text> {
        let own = self.own.iter().map(|own| &own.sections);
        let office = self.office.get().map(|office| &office.sections);
        own.chain(office).flat_map(Sections::names).collect()
    }

    /// What the front matter says, set in one of the templates that it names. Every problem in
    /// it and in the defaults is found in one go.
    #[must_use]
    pub fn read(
        mut self,
        named: &NamedTemplates,
        sources: &Sources,
    ) -> (FrontMatter, Diagnostics) {
        let mut front = FrontMatter {
            document: None,
            file: self.file,
            parts: self.parts.take(),
            own: self.written.take(),
            broken: self.skipped.is_in(self.file),
            merged: None,
            of_row: self.row.as_ref().map(Row::texts).unwrap_or_default(),
        };
        if let Some(mut whole) = self.whole(named, sources) {
            let tree = whole.tree.clone();
            let document =
                self.document(&mut whole, front.parts.as_ref(), named, sources);
            // Something harmless stands in the place of a slip, but it is not what was meant.
            if self.skipped.is_empty() {
                front.document = document;
                front.merged = Some((tree, named.chosen().cloned()));
            }
        }
        (front, self.into_diagnostics(named))
    }

    /// What is wrong in the defaults, whatever document they are for.
    pub(super) fn into_diagnostics(self, named: &NamedTemplates) -> Diagnostics {
        let found = self.skipped.without_consequences(self.found);
        let found = match &self.row {
            Some(row) => row.explain(&found),
            None => found,
        };
        match (&named.overriding, named.chosen()) {
            (Some(_), Some(kind)) => template_override::suggest_section(&found, kind),
            (Some(_), None) | (None, _) => found,
        }
    }

    /// The fields that hold for the template, of the document and of its office.
    fn whole(&mut self, named: &NamedTemplates, sources: &Sources) -> Option<Whole> {
        if let Some(office) = self.office.get() {
            office.sections.check(named, &mut self.found);
        }
        let Own { tree, sections, fence } = self.own.take()?;
        sections.check(named, &mut self.found);
        let office = match std::mem::replace(&mut self.office, Defaults::None) {
            Defaults::Unreadable => {
                // What is missing may stand in the defaults, which cannot be read.
                self.found.extend(check_partial(&tree, fence, named.declared.as_ref()));
                return None;
            }
            Defaults::Read(office) => Some(office),
            Defaults::None => None,
        };
        let signed = signature::signed(&tree, &sections, office.as_deref(), named);
        let own = (tree, sections);
        let mut tree = match &named.overriding {
            Some(overriding) => {
                self.for_override(own, office.as_deref(), overriding, fence, named)
            }
            None => merged(own, office.as_deref(), named.declared.as_ref()),
        };
        if let Some(row) = &self.row {
            // What holds for one template only gives way to it, too.
            tree = row.over(tree, named.chosen(), sources);
        }
        let (mut habits, directory) = (Habits::default(), None);
        let directory = office.map_or(directory, |office| {
            habits.calendar = office.calendar;
            habits.tone_marks = office.tone_marks;
            office.directory
        });
        if let Some(directory) = directory {
            directory.apply(&mut tree, named.chosen(), &mut self.found);
            habits.people = directory.names();
        }
        Some(Whole { tree, fence, signed, habits })
    }

    /// The fields for another template. What does not come along is judged all the same.
    fn for_override(
        &mut self,
        (tree, sections): (Node, Sections),
        office: Option<&Office>,
        overriding: &TemplateOverride,
        fence: Span,
        named: &NamedTemplates,
    ) -> Node {
        self.found.extend(check_partial(&tree, fence, named.declared.as_ref()));
        let chosen = named.chosen();
        let special = chosen.and_then(|kind| sections.of(kind)).cloned();
        let of_office = chosen.and_then(|kind| office?.sections.of(kind)).cloned();
        let general = match office {
            Some(office) => overlay(tree, office.fields.clone()),
            None => tree,
        };
        let special = special.into_iter().chain(of_office);
        template_override::merge(special, general, &overriding.name, named)
    }

    fn document(
        &mut self,
        whole: &mut Whole,
        parts: Option<&Parts>,
        named: &NamedTemplates,
        sources: &Sources,
    ) -> Option<Document> {
        let found = &mut self.found;
        let open = placeholders::marks(&whole.tree, sources);
        let document = match named.chosen() {
            Some(kind) => decode(&mut whole.tree, whole.fence, kind, found),
            // The document was judged as one of its own template.
            None if named.overriding.is_some() => None,
            None => {
                found.extend(check_unknown_kind(&whole.tree, whole.fence));
                None
            }
        };
        let source = sources.get(self.file);
        if let Some(parts) = parts {
            self.skipped.ends_early(parts, source, self.file, found);
        }
        placeholders::report(open, found);
        found.extend(plain::check(&whole.tree, sources));
        let Habits { calendar, tone_marks, people } = std::mem::take(&mut whole.habits);
        let document = Document {
            signed: whole.signed,
            calendar,
            tone_marks,
            directory: people,
            ..document?
        };
        with_date(document, whole.fence, found)
    }
}

/// The fields of a document with those of its office.
struct Whole {
    tree: Node,
    fence: Span,
    /// Whether it says itself who signs.
    signed: bool,
    /// What its office does not print.
    habits: Habits,
}

/// What an office says for its documents besides their fields.
#[derive(Default)]
struct Habits {
    /// When it works.
    calendar: Calendar,
    /// Where it puts the tone mark.
    tone_marks: Option<Choice<ToneMarks>>,
    /// The names of its people.
    people: Vec<Text>,
}

/// What the document says for its template and for any, then the same of its office; of all
/// these the first one wins.
fn merged(
    (tree, sections): (Node, Sections),
    office: Option<&Office>,
    kind: Option<&Manifest>,
) -> Node {
    let special = kind.and_then(|kind| sections.of(kind)).cloned();
    let own = match special {
        Some(special) => overlay(special, tree),
        None => tree,
    };
    let Some(office) = office else { return own };
    let special = kind.and_then(|kind| office.sections.of(kind)).cloned();
    let general = office.fields.clone();
    let written = own.get_filled(field::SYMBOL.key).is_some();
    let is_copy = own.get_filled(field::COPY.key).is_some();
    let defaults = special.into_iter().chain([general]).map(|mut defaults| {
        // What an office says of its copies makes no copy of a document.
        let _ = (!is_copy).then(|| defaults.take(field::COPY.key));
        defaults
    });
    let mut tree = defaults.fold(own, overlay);
    let symbol =
        kind.filter(|_| !written).and_then(|kind| symbol::of_office(&tree, kind));
    if let (Some(symbol), Some(node)) = (symbol, tree.get_mut(field::SYMBOL.key)) {
        *node = symbol;
    }
    tree
}

//! Reads a template's manifest and says everything that is wrong in it, as far as it can be
//! seen without a document.

use std::sync::LazyLock;

use super::mend::Losses;
use super::problems::{fields, manifest};
use super::schema::Schema;
use super::{DOCUMENT, decode, read_tree, whole_yaml};
use crate::diagnostic::Diagnostics;
use crate::document::{Form, Manifest, OwnFields, Takes, Text, Types, fold, nearest};
use crate::source::{FileId, Sources, Span};

static MANIFEST: LazyLock<Schema> = LazyLock::new(Schema::of::<Manifest>);

/// Reads the manifest that stands in `folder` of the templates.
#[must_use]
pub fn read_manifest(
    folder: &str,
    file: FileId,
    sources: &Sources,
) -> (Option<Manifest>, Diagnostics) {
    let yaml = whole_yaml(file, sources);
    let (mut losses, mut found) = (Losses::default(), Diagnostics::default());
    let manifest: Option<Manifest> = read_tree(yaml, sources, &mut losses, &mut found)
        .and_then(|tree| decode(&tree, yaml.1, &MANIFEST, &mut found));
    if let Some(manifest) = &manifest {
        check(manifest, folder, yaml.1, &mut found);
    }
    let found = losses.filter(found);
    (manifest.filter(|_| losses.is_empty() && !found.has_errors()), found)
}

fn check(manifest: &Manifest, folder: &str, start: Span, found: &mut Diagnostics) {
    if manifest.folder() != folder {
        let problem = manifest::template_folder(folder, &manifest.folder());
        found.push(problem, manifest.name.span);
    }
    if manifest.layouts.is_empty() {
        found.push(fields::empty_field("thể thức"), start);
    }
    for (name, _) in &manifest.fields.0 {
        let reserved = Manifest::RESERVED.contains(&fold(name.as_str()).as_str());
        if reserved || is_of_every_document(name.as_str()) {
            let problem = manifest::own_field_known(&name.value);
            found.push(problem, name.span);
        }
    }
    fields(&manifest.fields, found);
    for name in manifest.spared.iter() {
        if Manifest::SPARED.iter().all(|known| fold(known) != fold(name.as_str())) {
            unknown(name, Manifest::SPARED.into_iter(), found);
        }
    }
    for name in manifest.required.iter() {
        let is_known = manifest.fields.get(name.as_str()).is_some();
        if !is_known && !is_of_every_document(name.as_str()) {
            let own = manifest.fields.0.iter().map(|(name, _)| name.as_str());
            unknown(name, own.chain(DOCUMENT.fields()), found);
        }
    }
}

fn is_of_every_document(name: &str) -> bool {
    let name = fold(name);
    DOCUMENT.fields().any(|known| fold(known) == name)
}

fn unknown<'a>(
    name: &Text,
    known: impl Iterator<Item = &'a str>,
    found: &mut Diagnostics,
) {
    let near = nearest(name.as_str(), known).map(str::to_owned);
    found.push(fields::unknown_field(&name.value, near.as_deref()), name.span);
}

fn fields(fields: &OwnFields, found: &mut Diagnostics) {
    for (name, form) in &fields.0 {
        if !is_identifier(&fold(name.as_str())) {
            let problem = manifest::own_field_name(&name.value);
            found.push(problem, name.span);
        }
        check_form(name, form, found);
    }
}

/// Whether a template can name a value so.
fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let starts = characters.next().is_some_and(|c| c.is_ascii_lowercase() || c == '_');
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    starts && characters.all(fits)
}

/// What the words of a definition have against each other.
fn check_form(name: &Text, form: &Form, found: &mut Diagnostics) {
    let mut misplaced = |is_there: bool, keyword: &str| {
        if is_there {
            let (field, keyword) = (name.value.clone(), keyword.to_owned());
            found.push(manifest::own_field_word(&field, &keyword), name.span);
        }
    };
    misplaced(form.types != Types::Text && !form.choices.is_empty(), "enum");
    misplaced(form.types != Types::Text && form.format.is_some(), "format");
    misplaced(form.format.is_some() && !form.choices.is_empty(), "enum");
    misplaced(form.types != Types::List && form.items.is_some(), "items");
    let is_group = form.takes() == Takes::Group;
    misplaced(!is_group && !form.properties.0.is_empty(), "properties");
    misplaced(!is_group && !form.required.is_empty(), "required");
    misplaced(is_group && form.properties.0.is_empty(), "type");
    if let Some(items) = &form.items {
        check_form(name, items, found);
    }
    fields(&form.properties, found);
    for required in form.required.iter().filter(|_| is_group) {
        if form.properties.get(required.as_str()).is_none() {
            let known = form.properties.0.iter().map(|(name, _)| name.as_str());
            unknown(required, known, found);
        }
    }
}

//! Where a value comes from: its place in `vanban.yaml`, the files of a template, an attachment.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::cursor::{At, cursor};
use super::kind::Kind;
use super::lines::{Encoding, Lines, Position, TextRange};
use super::paper::{Office, Paper};
use super::yaml::unquoted;
use crate::document::{Manifest, field, fold};
use crate::source::Span;
use crate::{Resolved, Step, resolve};

/// Where what stands at a byte of a file comes from; `address` gives the address of a file.
pub(super) fn definition(
    paper: &Paper<'_>,
    offset: usize,
    encoding: Encoding,
    address: &dyn Fn(&Path) -> String,
) -> Value {
    let Some(asked) = Asked::read(paper, offset) else { return Value::Null };
    let mut found = Vec::new();
    let files = asked.template_files().into_iter().chain(asked.attachment());
    for file in files {
        found.push(json!({ "uri": address(&file), "range": START }));
    }
    if let Some(office) = &paper.office
        && let Some(span) = asked.in_office(office)
    {
        let range = Lines::new(&office.text, encoding).range(span.range());
        found.push(json!({ "uri": address(&office.path), "range": range }));
    }
    if found.is_empty() { Value::Null } else { found.into() }
}

/// The start of a file.
const START: TextRange = {
    let start = Position { line: 0, character: 0 };
    TextRange { start, end: start }
};

/// What is asked for.
struct Asked<'p, 'a> {
    paper: &'p Paper<'a>,
    /// The way to the field, in folded names.
    path: Vec<String>,
    /// The value there.
    value: String,
}

impl<'p, 'a> Asked<'p, 'a> {
    fn read(paper: &'p Paper<'a>, offset: usize) -> Option<Self> {
        let cursor = cursor(paper.text, paper.yaml.clone()?, offset)?;
        let word = unquoted(&paper.text[cursor.word.clone()]).to_owned();
        let mut path: Vec<String> = cursor.path.iter().map(|name| fold(name)).collect();
        let value = if cursor.at == At::Key {
            path.push(fold(&word));
            String::new()
        } else {
            word
        };
        Some(Self { paper, path, value })
    }

    fn is(&self, path: &[&str]) -> bool {
        self.path.iter().map(String::as_str).eq(path.iter().copied())
    }

    /// The files of the template that is named, as far as they are the office's own.
    fn template_files(&self) -> Vec<PathBuf> {
        let name = match &self.path[..] {
            [only] if only == field::TEMPLATE.key => &self.value,
            [section, name] if section == field::SECTIONS.key => name,
            _ => return Vec::new(),
        };
        let folder =
            Manifest::folder_of(name.split('@').next().unwrap_or_default().trim());
        let templates = self.paper.templates();
        let own = ["main.typ.j2", "template.yaml"].into_iter().filter_map(|file| {
            let path = format!("{folder}/{file}");
            let own = !templates.is_built_in(&path);
            templates.get(&path).filter(|_| own).map(|source| source.name().into())
        });
        own.collect()
    }

    /// The file of an appendix.
    fn attachment(&self) -> Option<PathBuf> {
        let is_file = self.path.last().is_some_and(|name| name == field::FILE.key);
        let path = self.paper.loaded.path().parent()?.join(self.value.trim());
        (is_file && !self.value.is_empty() && path.is_file()).then_some(path)
    }

    /// The place in the office's defaults: of the person of that name, else of what they say of
    /// the field.
    fn in_office(&self, office: &Office) -> Option<Span> {
        let named = |value: &&Resolved| {
            let name = value.value.as_deref().map(fold);
            !self.value.is_empty() && name == Some(fold(&self.value))
        };
        let people = office.people();
        let person = people.into_iter().map(|(name, _)| name).find(named);
        if let Some(person) = person {
            return person.span;
        }
        if self.paper.kind == Kind::Defaults {
            return None;
        }
        // What the document itself does not say comes from there.
        let merged = self.paper.loaded.clone().run(resolve);
        let sources = merged.report.sources;
        let taken = merged.output.into_iter().flatten().filter_map(|value| {
            let span = value.span.filter(|_| self.leads_to(&value))?;
            let name = sources.get(span.file).name();
            (Path::new(name) == office.path).then_some(span)
        });
        let same = office.values.iter().filter(|value| self.leads_to(value));
        taken.chain(same.filter_map(|value| value.span)).next()
    }

    /// Whether a value stands in the field, or below it.
    fn leads_to(&self, value: &Resolved) -> bool {
        let fields = value.path.iter().filter_map(|step| match step {
            Step::Field(name) => Some(fold(name)),
            Step::Entry(_) => None,
        });
        !self.is(&[]) && fields.take(self.path.len()).eq(self.path.iter().cloned())
    }
}

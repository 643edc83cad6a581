//! `vanban templates`: which kinds of documents there are, what one is made of, and a copy of
//! one to be changed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::folder::Folder;
use super::message::Message;
use super::output::{Target, make_folder};
use super::own_templates;
use super::terminal::Terminal;
use super::{EjectArgs, Exit, TemplatesAction, TemplatesArgs, en, vi};
use crate::diagnostic::Lang;
use crate::document::{Abbreviation, Form, Layout, LayoutChoice, Manifest, Takes, Text};
use crate::source::Source;
use crate::template::Templates;
use crate::{ARGUMENT, manifests};

/// The words about templates, in one language.
pub(super) struct TemplateWords {
    /// Where a file is from that is built into the program.
    pub(super) built_in: &'static str,
    /// What a template is for.
    pub(super) summary: &'static str,
    /// Its version.
    pub(super) version: &'static str,
    /// Its layouts.
    pub(super) layouts: &'static str,
    /// The kind of document as printed.
    pub(super) title: &'static str,
    /// The code of the kind in a symbol.
    pub(super) code: &'static str,
    /// The fields that it cannot do without.
    pub(super) required: &'static str,
    /// The fields of its own.
    pub(super) fields: &'static str,
    /// Its files.
    pub(super) files: &'static str,
    /// The files that all templates share.
    pub(super) base: &'static str,
}

fn words(lang: Lang) -> TemplateWords {
    match lang {
        Lang::Vi => vi::TEMPLATES,
        Lang::En => en::TEMPLATES,
    }
}

/// Lists, shows or copies templates.
pub(super) fn run(arguments: &TemplatesArgs, terminal: &Terminal) -> Exit {
    let folder = Folder::of(Path::new(""));
    let templates = match folder.templates(arguments.templates.as_deref()) {
        Ok(templates) => templates,
        Err((path, error)) => {
            terminal.say(&Message::Unreadable(path, error));
            return Exit::Environment;
        }
    };
    let (name, exit) = match &arguments.action {
        TemplatesAction::List => (None, Exit::Done),
        TemplatesAction::Show { name } => (Some(name), Exit::Done),
        TemplatesAction::Eject(eject) => {
            return self::eject(eject, terminal);
        }
    };
    let (kinds, compilation) =
        manifests(name.map(|name| Source::new(ARGUMENT, name)), &templates);
    terminal.show(&compilation.found, &compilation.sources);
    let exit = if compilation.found.has_errors() { Exit::Problems } else { exit };
    let text = match name {
        Some(_) => kinds.first().map(|kind| shown(kind, &templates, terminal.lang())),
        None => Some(listed(&kinds, &templates, terminal.lang())),
    };
    exit.max(print(&text.unwrap_or_default(), terminal))
}

fn print(text: &str, terminal: &Terminal) -> Exit {
    match Target::Stdout.write(&[text.as_bytes().to_vec()]) {
        Ok(_) => Exit::Done,
        Err((path, error)) => {
            terminal.say(&Message::Unwritable(path, error));
            Exit::Environment
        }
    }
}

/// A line for each template: name and version, layouts, what it is for, where it is from.
fn listed(kinds: &[Manifest], templates: &Templates, lang: Lang) -> String {
    let rows: Vec<[String; 4]> = kinds
        .iter()
        .map(|kind| {
            let origin = origin(&format!("{}/template.yaml", kind.folder()), templates);
            [
                format!("{}@{}", kind.name, kind.version),
                layouts(kind),
                kind.summary.value.clone(),
                format!("({})", origin.unwrap_or_else(|| words(lang).built_in.into())),
            ]
        })
        .collect();
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2)];
    let mut text = String::new();
    for [name, layouts, summary, origin] in &rows {
        let _ = writeln!(
            text,
            "{name:0$}  {layouts:1$}  {summary:2$}  {origin}",
            widths[0], widths[1], widths[2]
        );
    }
    text
}

/// Where a file of the office's is; nothing for one that is built in.
fn origin(path: &str, templates: &Templates) -> Option<String> {
    let source = templates.get(path).filter(|_| !templates.is_built_in(path))?;
    Some(source.name().to_owned())
}

fn layouts(kind: &Manifest) -> String {
    let names: Vec<&str> =
        kind.layouts.iter().map(|LayoutChoice { layout, .. }| layout.name()).collect();
    names.join(", ")
}

/// Everything about one template.
fn shown(kind: &Manifest, templates: &Templates, lang: Lang) -> String {
    let words = words(lang);
    let mut text = format!("{}\n", kind.name);
    let mut line = |label: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "  {label}: {value}");
        }
    };
    line(words.version, kind.version.as_str());
    line(words.summary, kind.summary.as_str());
    line(words.layouts, &layouts(kind));
    line(words.title, kind.title.as_str());
    line(words.code, &code(&kind.abbreviation));
    let required: Vec<&str> = kind.required.iter().map(Text::as_str).collect();
    line(words.required, &required.join(", "));
    if !kind.fields.0.is_empty() {
        let _ = writeln!(text, "  {}:", words.fields);
        for (name, form) in &kind.fields.0 {
            let _ = writeln!(text, "    {name}: {}", help(form));
        }
    }
    let mut files = |label: &str, folder: &str| {
        let _ = writeln!(text, "  {label}:");
        for (path, _) in templates.files_in(folder) {
            if !folder.is_empty() || is_of_base(path) {
                let origin = origin(path, templates);
                let origin = origin.unwrap_or_else(|| words.built_in.into());
                let _ = writeln!(text, "    {path}   ({origin})");
            }
        }
    };
    files(words.files, &kind.folder());
    files(words.base, "");
    text
}

fn code(code: &Abbreviation) -> String {
    if code.party == code.state {
        return code.party.as_ref().map(Text::to_string).unwrap_or_default();
    }
    let of = |(layout, name): (Layout, &str)| {
        format!("{name} {}", code.of(layout).map_or("—", Text::as_str))
    };
    Layout::NAMES.map(of).join(", ")
}

/// What a field takes, and its help.
fn help(form: &Form) -> String {
    let choices = || {
        let names: Vec<&str> = form.choices.iter().map(Text::as_str).collect();
        names.join(" | ")
    };
    let takes = match form.takes() {
        Takes::Text => "…".to_owned(),
        Takes::Choice | Takes::Flag => choices(),
        Takes::Date => "05/6/2023".to_owned(),
        Takes::List => "[…]".to_owned(),
        Takes::TextOrList => "… | […]".to_owned(),
        Takes::Group => {
            let names: Vec<&str> =
                form.properties.0.iter().map(|(name, _)| name.as_str()).collect();
            format!("{{{}: …}}", names.join(": …, "))
        }
    };
    let about = form.description.as_ref().or(form.title.as_ref());
    about.map_or_else(|| takes.clone(), |about| format!("{takes}   {about}"))
}

/// Whether a file belongs to all templates and not to one.
fn is_of_base(path: &str) -> bool {
    !path.contains('/') || path.starts_with("layout/")
}

/// Copies a built-in template into the office's folder; what is there stays as it is.
fn eject(arguments: &EjectArgs, terminal: &Terminal) -> Exit {
    let templates = Templates::built_in();
    let folder = match &arguments.name {
        None => String::new(),
        Some(name) => {
            let (kinds, compilation) =
                manifests(Some(Source::new(ARGUMENT, name)), &templates);
            terminal.show(&compilation.found, &compilation.sources);
            let Some(kind) = kinds.first() else { return Exit::Problems };
            kind.folder()
        }
    };
    let to = arguments.to.clone().unwrap_or_else(|| {
        own_templates::folder_in(Path::new("."))
            .and_then(|found| Some(PathBuf::from(found.file_name()?)))
            .unwrap_or_else(|| "mẫu".into())
    });
    let files = templates.files_in(&folder);
    let files = files.filter(|(path, _)| !folder.is_empty() || is_of_base(path));
    let files: Vec<(PathBuf, &Source)> =
        files.map(|(path, source)| (to.join(path), source)).collect();
    if let Some((path, _)) =
        files.iter().find(|(path, _)| fs::symlink_metadata(path).is_ok())
    {
        terminal.say(&Message::Exists(path.clone()));
        return Exit::Problems;
    }
    for (path, source) in files {
        if let Err(message) = copy(&path, source) {
            terminal.say(&message);
            return Exit::Environment;
        }
        terminal.say(&Message::Written(path));
    }
    terminal.say(&Message::Ejected(to.join(&folder)));
    Exit::Done
}

fn copy(path: &Path, source: &Source) -> Result<(), Message> {
    if let Some(folder) = path.parent() {
        make_folder(folder).map_err(|error| Message::NoFolder(folder.into(), error))?;
    }
    let target = Target::File(path.to_owned());
    let written = target.write(&[source.text().as_bytes().to_vec()]);
    written.map(|_| ()).map_err(|(path, error)| Message::Unwritable(path, error))
}

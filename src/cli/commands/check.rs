//! `vanban check`: everything that is wrong or doubtful in documents, without writing any.

use std::path::Path;

use serde_json::{Value, json};

use super::reported::Reported;
use super::{fix, resolved};
use crate::cli::arguments::check::{CheckArgs, Report};
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::find::documents;
use crate::cli::files::folder::is_defaults;
use crate::cli::files::fonts;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::print;
use crate::cli::terminal::{Message, Terminal, misuse, results};
use crate::diagnostic::{Lang, Severity, render_json, render_sarif};
use crate::{Compilation, Format, all_rules, compile, resolve};

/// Checks every document and reports in the form asked for.
pub(crate) fn run(arguments: &CheckArgs, terminal: &Terminal) -> Result<Exit, Abort> {
    if let Some(misuse) = misuse(arguments) {
        return Err(Abort::usage(misuse));
    }
    let files = documents(&arguments.files).map_err(Abort::environment)?;
    let fonts =
        fonts::read(arguments.font_path.as_deref()).map_err(Abort::environment)?;
    let mut checked = Checked::default();
    for file in &files {
        if arguments.fix
            && let Err(message) = fix::apply(file, fonts, &arguments.template, terminal)
        {
            terminal.say(&message);
            checked.exit = Exit::Environment;
        }
        match Loaded::read(file, fonts, &arguments.template) {
            Ok(loaded) => checked.add(loaded, file, arguments, terminal.lang()),
            Err(message) => {
                terminal.say(&message);
                checked.exit = Exit::Environment;
            }
        }
    }
    checked.report(arguments, terminal)
}

/// What is wrong with the call.
fn misuse(arguments: &CheckArgs) -> Option<Message> {
    if arguments.resolved && arguments.format == Report::Sarif {
        return Some(misuse::resolved_as_sarif());
    }
    let stdin = arguments.files.iter().any(|file| file.as_os_str() == "-");
    (arguments.fix && stdin).then(misuse::fix_of_stdin)
}

/// What came of the documents.
struct Checked {
    compilations: Vec<Compilation>,
    values: Vec<Values>,
    reported: Reported,
    exit: Exit,
}

/// What a document came to: its name, for a person, for a machine.
struct Values {
    document: String,
    lines: String,
    entries: Vec<Value>,
}

impl Default for Checked {
    fn default() -> Self {
        let (compilations, values) = (Vec::new(), Vec::new());
        Self { compilations, values, reported: Reported::default(), exit: Exit::Done }
    }
}

impl Checked {
    fn add(&mut self, loaded: Loaded, file: &Path, arguments: &CheckArgs, lang: Lang) {
        let mut compilation = if is_defaults(file) {
            loaded.check_as_defaults()
        } else if arguments.resolved {
            self.resolve(loaded, lang)
        } else {
            // Export has standards of its own to keep.
            loaded.run(|input| Compilation { parts: None, ..compile(input, Format::Pdf) })
        };
        if is_failure(&compilation, arguments.deny_warnings) {
            self.exit = self.exit.max(Exit::Problems);
        }
        self.reported.drop_repeated(&mut compilation);
        self.compilations.push(compilation);
    }

    fn resolve(&mut self, loaded: Loaded, lang: Lang) -> Compilation {
        let document = loaded.name().to_owned();
        let (values, compilation) = loaded.run_for(resolve);
        let lines = resolved::human(&values, &compilation.sources, lang);
        let entries = resolved::entries(&values, &compilation.sources, &document);
        self.values.push(Values { document, lines, entries });
        compilation
    }

    fn report(self, arguments: &CheckArgs, terminal: &Terminal) -> Result<Exit, Abort> {
        if arguments.resolved {
            terminal.show_all(&self.compilations);
            print(&self.resolved(arguments.format)).map_err(Abort::environment)?;
        } else {
            report(&self.compilations, arguments.format, terminal)?;
        }
        Ok(self.exit)
    }

    fn resolved(&self, format: Report) -> String {
        if format == Report::Json {
            let entries: Vec<_> = self.values.iter().flat_map(|v| &v.entries).collect();
            return format!("{:#}\n", json!(entries));
        }
        let several = self.values.len() > 1;
        let part = |values: &Values| {
            let Values { document, lines, .. } = values;
            if several { format!("{document}\n{lines}\n") } else { lines.clone() }
        };
        self.values.iter().map(part).collect()
    }
}

/// Whether a document counts as failed.
fn is_failure(compilation: &Compilation, deny_warnings: bool) -> bool {
    compilation.found.has_errors()
        || (deny_warnings && compilation.found.count(Severity::Warning) > 0)
}

fn report(
    checked: &[Compilation],
    format: Report,
    terminal: &Terminal,
) -> Result<(), Abort> {
    let all = checked.iter().map(|c| (&c.found, &c.sources));
    let text = match format {
        Report::Human => {
            terminal.show_all(checked);
            let fixable = checked.iter().map(fix::count).sum();
            if fixable > 0 {
                terminal.say(&results::fixable(fixable));
            }
            return Ok(());
        }
        Report::Json => render_json(all, terminal.lang()),
        Report::Sarif => render_sarif(all, all_rules(), terminal.lang()),
    };
    print(&text).map_err(Abort::environment)
}

//! `vanban check`: everything that is wrong or doubtful in documents, without writing any.

use std::path::Path;

use serde_json::{Value, json};

use super::document::{Loaded, documents};
use super::folder::is_defaults;
use super::message::{Message, Misuse};
use super::once::Once;
use super::output::Target;
use super::terminal::Terminal;
use super::{CheckArgs, Exit, Report, fix, fonts, resolved};
use crate::diagnostic::{Lang, Severity, render_json, render_sarif};
use crate::{Compilation, Format, compile, resolve, rules};

/// Checks every document and reports in the form asked for.
pub(super) fn run(arguments: &CheckArgs, terminal: &Terminal) -> Exit {
    if let Some(misuse) = misuse(arguments) {
        terminal.say(&Message::Misuse(misuse));
        return Exit::Usage;
    }
    let files = match documents(&arguments.files) {
        Ok(files) => files,
        Err(message) => {
            terminal.say(&message);
            return Exit::Environment;
        }
    };
    let fonts = match fonts::read(arguments.font_path.as_deref()) {
        Ok(fonts) => fonts,
        Err(message) => {
            terminal.say(&message);
            return Exit::Environment;
        }
    };
    let mut checked = Checked::default();
    for file in &files {
        if arguments.fix
            && let Err(message) = fix::mend(file, fonts, &arguments.template, terminal)
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
fn misuse(arguments: &CheckArgs) -> Option<Misuse> {
    if arguments.resolved && arguments.format == Report::Sarif {
        return Some(Misuse::ResolvedAsSarif);
    }
    let stdin = arguments.files.iter().any(|file| file.as_os_str() == "-");
    (arguments.fix && stdin).then_some(Misuse::FixOfStdin)
}

/// What came of the documents.
struct Checked {
    compilations: Vec<Compilation>,
    values: Vec<Values>,
    once: Once,
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
        Self { compilations, values, once: Once::default(), exit: Exit::Done }
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
        self.once.filter(&mut compilation);
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

    fn report(self, arguments: &CheckArgs, terminal: &Terminal) -> Exit {
        let reported = if arguments.resolved {
            terminal.show_all(&self.compilations);
            print(&self.resolved(arguments.format), terminal)
        } else {
            report(&self.compilations, arguments.format, terminal)
        };
        self.exit.max(reported)
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

fn report(checked: &[Compilation], format: Report, terminal: &Terminal) -> Exit {
    let all = checked.iter().map(|c| (&c.found, &c.sources));
    let text = match format {
        Report::Human => {
            terminal.show_all(checked);
            let fixable = checked.iter().map(fix::count).sum();
            if fixable > 0 {
                terminal.say(&Message::Fixable(fixable));
            }
            return Exit::Done;
        }
        Report::Json => render_json(all, terminal.lang()),
        Report::Sarif => render_sarif(all, rules(), terminal.lang()),
    };
    print(&text, terminal)
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

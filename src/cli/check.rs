//! `vanban check`: everything that is wrong or doubtful in documents, without writing any.

use std::io::Write;

use super::document::{Loaded, documents};
use super::terminal::Terminal;
use super::{CheckArgs, Exit, Report};
use crate::diagnostic::{Severity, render_json, render_sarif};
use crate::{Compilation, lay_out};

/// Checks every document and reports in the form asked for.
pub(super) fn run(arguments: &CheckArgs, terminal: &Terminal) -> Exit {
    let files = match documents(&arguments.files) {
        Ok(files) => files,
        Err(message) => {
            terminal.say(&message);
            return Exit::Environment;
        }
    };
    let mut exit = Exit::Done;
    let mut checked = Vec::new();
    for file in &files {
        match Loaded::read(file) {
            Ok(loaded) => checked.push(loaded.run(|input| lay_out(input).1)),
            Err(message) => {
                terminal.say(&message);
                exit = Exit::Environment;
            }
        }
    }
    let failed = checked.iter().any(|c| is_failure(c, arguments.deny_warnings));
    report(&checked, arguments.format, terminal);
    if failed { exit.max(Exit::Problems) } else { exit }
}

/// Whether a document counts as failed.
fn is_failure(compilation: &Compilation, deny_warnings: bool) -> bool {
    compilation.found.has_errors()
        || (deny_warnings && compilation.found.count(Severity::Warning) > 0)
}

fn report(checked: &[Compilation], format: Report, terminal: &Terminal) {
    let all = checked.iter().map(|c| (&c.found, &c.sources));
    let text = match format {
        Report::Human => return terminal.show_all(checked),
        Report::Json => render_json(all, terminal.lang()),
        Report::Sarif => render_sarif(all, terminal.lang()),
    };
    // Whoever reads may have seen enough.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

//! `vanban new --from`: the document of the month after another one's.

use std::path::Path;

use chrono::NaiveDate;

use super::document::Loaded;
use super::message::{Message, Misuse, Renewed};
use super::month::next_name;
use super::new::{Early, misused, write};
use super::terminal::Terminal;
use super::{Exit, NewArgs, TemplateArgs};
use crate::diagnostic::shared::TO_FILL;
use crate::document::{Date, Text, mark};
use crate::renewal::Renewal;
use crate::source::{Source, Span};
use crate::{lay_out, renew};

/// Writes the next document, says what it changes and what must be filled in.
pub(super) fn run(
    from: &Path,
    arguments: &NewArgs,
    terminal: &Terminal,
) -> Result<Exit, Early> {
    let date = arguments.date.as_deref().map(date).transpose()?;
    let wanted = TemplateArgs { template: None, templates: arguments.templates.clone() };
    let loaded = Loaded::read(from, None, &wanted);
    let loaded = loaded.map_err(|message| (Some(message), Exit::Environment))?;
    let (renewal, compilation) = loaded.clone().run_for(|input| renew(input, date));
    terminal.show(&compilation.found, &compilation.sources);
    let Some(renewal) = renewal else {
        terminal.count([&compilation]);
        return Err((None, Exit::Problems));
    };
    if let Some(date) = arguments.date.as_ref().filter(|_| renewal.months < 0) {
        return Err(misused(Misuse::DateBefore(date.clone())));
    }
    let output = arguments.output.as_deref();
    let name = match output {
        Some(output) => output.to_owned(),
        None => next_name(from, renewal.months)
            .ok_or_else(|| misused(Misuse::NoNextName(from.to_owned())))?,
    };
    let exit = write(output, name.clone(), &renewal.text, terminal)?;
    tell(loaded, &name, renewal, terminal);
    Ok(exit)
}

/// Says what a new document changes and what is to be filled in; what else is wrong with it.
fn tell(loaded: Loaded, name: &Path, renewal: Renewal, terminal: &Terminal) {
    let name = if name.as_os_str() == "-" {
        "(đầu ra chuẩn)".to_owned()
    } else {
        name.display().to_string()
    };
    let checked = loaded.renamed(&name, renewal.text.clone().into_bytes());
    let mut checked = checked.run(|input| lay_out(input).1);
    terminal.say(&Message::Renewed(report(name, renewal)));
    checked.found.retain(|d| !d.problem.breaks(&TO_FILL));
    terminal.show(&checked.found, &checked.sources);
}

fn date(written: &str) -> Result<NaiveDate, Early> {
    Date::parse(written).map_err(|_| {
        misused(Misuse::WrongValue {
            argument: "--date <NGÀY>".into(),
            value: written.into(),
            valid: "05/7/2023, 2023-07-05".into(),
        })
    })
}

/// What is said of a new document, by line.
fn report(name: String, renewal: Renewal) -> Renewed {
    let source = Source::new("", renewal.text);
    let line = |at: usize| source.position(at).line;
    let is_open = |line: &usize| {
        let composed = Text::new(source.line(*line), Span::default());
        !mark::marks(&composed.value).is_empty()
    };
    Renewed {
        name,
        changes: renewal.changes.into_iter().map(|(at, c)| (line(at), c)).collect(),
        open: (1..=source.line_count()).filter(is_open).collect(),
        notes: renewal.notes.into_iter().map(|(at, n)| (line(at), n)).collect(),
    }
}

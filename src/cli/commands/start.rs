//! `vanban start`: what the program says where it was opened by itself, without a document.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::templates::groups;
use super::{install, new};
use crate::cli::arguments::new::NewArgs;
use crate::cli::exit::{Abort, Exit};
use crate::cli::files::folder::Folder;
use crate::cli::installation::{Plan, put_guide};
use crate::cli::opening::{open, open_text};
use crate::cli::terminal::{Terminal, greeting, installed};
use crate::cli::window::typed_line;
use crate::document::{Manifest, nearest};
use crate::template::DEFAULT;
use crate::templates;

/// Greets, and does what the user chooses until nothing is chosen.
pub(crate) fn run(terminal: &Terminal) -> Exit {
    terminal.say(&greeting::welcome());
    if is_unpacked_for_now() {
        terminal.say(&greeting::in_archive());
    }
    loop {
        let here = env::current_dir().unwrap_or_default();
        terminal.say(&greeting::choices(&here));
        let Some(chosen) = typed_line().filter(|line| !line.is_empty()) else {
            return Exit::Done;
        };
        let done = match chosen.as_str() {
            "1" => first_document(terminal),
            "2" => guide(terminal),
            "3" => install::install(terminal),
            _ => {
                terminal.say(&greeting::not_a_choice(&chosen));
                Ok(Exit::Done)
            }
        };
        // What went wrong is said, and the rest can still be chosen.
        done.unwrap_or_else(|abort| abort.end(terminal));
    }
}

/// Whether the program stands in the folder for temporary files.
fn is_unpacked_for_now() -> bool {
    let real = |path: PathBuf| fs::canonicalize(path).ok();
    let (program, folder) =
        (env::current_exe().ok().and_then(real), real(env::temp_dir()));
    program.zip(folder).is_some_and(|(program, folder)| program.starts_with(folder))
}

/// Writes a document of the kind that the user chooses, and opens it.
fn first_document(terminal: &Terminal) -> Result<Exit, Abort> {
    let files = Folder::of(Path::new("")).templates(None).map_err(Abort::environment)?;
    let outcome = templates(None, &files);
    terminal.show(&outcome.report);
    let kinds = outcome.output.unwrap_or_default();
    let groups = groups(&kinds, terminal.lang());
    terminal.say(&greeting::kinds(&groups, DEFAULT));
    let kinds: Vec<&Manifest> = groups.into_iter().flat_map(|(_, kinds)| kinds).collect();
    let Some(chosen) = typed_line() else { return Ok(Exit::Done) };
    let Some(kind) = chosen_kind(&kinds, &chosen) else {
        terminal.say(&greeting::not_a_choice(&chosen));
        return Ok(Exit::Done);
    };
    let path = free_name(&kind.folder());
    let arguments = NewArgs {
        template: Some(kind.name.value.clone()),
        output: Some(path.clone()),
        ..NewArgs::default()
    };
    let exit = new::run(&arguments, terminal)?;
    if exit == Exit::Done {
        terminal.say(&greeting::to_be_filled_in(&path));
        open_text(&path, terminal);
    }
    Ok(exit)
}

/// The kind with a number of the list, or nearly with a name; the usual one for nothing.
fn chosen_kind<'a>(kinds: &[&'a Manifest], chosen: &str) -> Option<&'a Manifest> {
    if let Ok(number) = chosen.parse::<usize>() {
        return number.checked_sub(1).and_then(|index| kinds.get(index).copied());
    }
    let wanted = if chosen.is_empty() { DEFAULT } else { chosen };
    let name = nearest(wanted, kinds.iter().map(|kind| kind.name.value.as_str()))?;
    kinds.iter().copied().find(|kind| kind.name.value == name)
}

/// A name that no file here has: `to-trinh.md`, else `to-trinh-2.md` and so on.
fn free_name(kind: &str) -> PathBuf {
    let names = (2_u64..).map(|number| PathBuf::from(format!("{kind}-{number}.md")));
    let first = PathBuf::from(format!("{kind}.md"));
    let mut all = std::iter::once(first.clone()).chain(names);
    all.find(|name| name.symlink_metadata().is_err()).unwrap_or(first)
}

/// Opens the guide in the browser.
fn guide(terminal: &Terminal) -> Result<Exit, Abort> {
    let plan = Plan::here().ok_or_else(|| Abort::environment(installed::no_home()))?;
    put_guide(&plan).map_err(Abort::environment)?;
    terminal.say(&greeting::guide(&plan.guide));
    open(plan.guide.as_os_str(), terminal);
    Ok(Exit::Done)
}

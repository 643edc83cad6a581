//! `vanban install` and `vanban uninstall`: the program and what leads to it, in the user's own
//! folders.

use std::env;

use crate::cli::exit::{Abort, Exit};
use crate::cli::installation::{Plan, remove, write};
use crate::cli::terminal::{Terminal, installed};

/// Copies the program to the user's folder, with menus and completions that lead to it.
pub(crate) fn install(terminal: &Terminal) -> Result<Exit, Abort> {
    let (plan, running) = (plan()?, env::current_exe());
    let running = running.map_err(|error| unknown(&error))?;
    write(&plan, &running).map_err(Abort::environment)?;
    let found = plan.is_found(env::var_os("PATH"));
    terminal.say(&installed::done(&plan.program, cfg!(windows), found));
    Ok(Exit::Done)
}

/// Takes all of that back.
pub(crate) fn uninstall(terminal: &Terminal) -> Result<Exit, Abort> {
    let (plan, running) = (plan()?, env::current_exe());
    let running = running.map_err(|error| unknown(&error))?;
    let (removed, found) = remove(&plan, &running).map_err(Abort::environment)?;
    for path in removed {
        terminal.say(&installed::removed(&path));
    }
    terminal.say(&if found { installed::taken_back() } else { installed::not_there() });
    Ok(Exit::Done)
}

fn plan() -> Result<Plan, Abort> {
    Plan::here().ok_or_else(|| Abort::environment(installed::no_home()))
}

/// The program does not know where it is.
fn unknown(error: &std::io::Error) -> Abort {
    Abort::environment(installed::own_place_unknown(error))
}

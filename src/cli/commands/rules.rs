//! `vanban check --list` and `--explain`: the rules that documents are checked by.

use crate::cli::exit::{Abort, Exit};
use crate::cli::stdout::print;
use crate::cli::terminal::{Terminal, misuse};
use crate::document::nearest;
use crate::{all_rules, diagnostic};

/// Lists every rule by its family.
pub(super) fn list(terminal: &Terminal) -> Result<Exit, Abort> {
    let text = diagnostic::list_rules(&all_rules(), terminal.lang());
    print(&text).map_err(Abort::environment)?;
    Ok(Exit::Done)
}

/// Prints all that is to be known of one rule.
pub(super) fn explain(name: &str, terminal: &Terminal) -> Result<Exit, Abort> {
    let rules = all_rules();
    let Some(rule) = rules.iter().find(|rule| rule.id == name) else {
        let near = nearest(name, rules.iter().map(|rule| rule.id));
        return Err(Abort::usage(misuse::unknown_rule(name, near)));
    };
    let text = diagnostic::explain(rule, terminal.lang());
    print(&text).map_err(Abort::environment)?;
    Ok(Exit::Done)
}

//! The commands, a file for each: arguments in, [`Exit`](super::exit::Exit) or
//! [`Abort`](super::exit::Abort) out.

mod attached;
mod build;
mod check;
mod completions;
mod fix;
mod install;
mod listener;
mod lsp;
mod made;
mod manual;
mod merge;
mod new;
mod preview;
mod record;
mod renew;
mod reported;
mod resolved;
mod rules;
mod schema;
mod skeleton;
mod start;
mod templates;
mod watch;

pub(super) use build::run as build;
pub(super) use check::run as check;
pub(super) use completions::run as completions;
pub(super) use install::{install, uninstall};
pub(super) use lsp::run as lsp;
pub(super) use manual::run as manual;
pub(super) use new::run as new;
pub(super) use preview::run as preview;
pub(super) use schema::run as schema;
pub(super) use start::run as start;
pub(super) use templates::run as templates;
pub(super) use watch::run as watch;

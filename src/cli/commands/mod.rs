//! The commands, a file for each: arguments in, [`Exit`](super::exit::Exit) or
//! [`Abort`](super::exit::Abort) out.

mod attached;
mod build;
mod check;
mod fix;
mod listener;
mod made;
mod new;
mod preview;
mod record;
mod renew;
mod reported;
mod resolved;
mod rules;
mod schema;
mod skeleton;
mod templates;
mod watch;

pub(super) use build::run as build;
pub(super) use check::run as check;
pub(super) use new::run as new;
pub(super) use preview::run as preview;
pub(super) use schema::run as schema;
pub(super) use templates::run as templates;
pub(super) use watch::run as watch;

//! Changes of files as they are saved: which folders are watched, what in them matters to a
//! document, and when a burst of changes is over. The door to `notify`.

mod concern;
mod events;
mod folders;

pub(super) use concern::Concern;
pub(super) use events::{Changes, Events, Quiet};
pub(super) use folders::{below, folders};

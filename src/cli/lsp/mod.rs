//! What editors ask while a document is written in them (Language Server Protocol): problems as
//! they arise, what may be typed, help, repairs, the outline, where values come from.

mod actions;
mod checking;
mod client;
mod completion;
mod cursor;
mod definition;
mod diagnostics;
mod documents;
mod edits;
mod forms;
mod help;
mod hover;
mod introduction;
mod kind;
mod lines;
mod notices;
mod paper;
mod published;
mod requests;
mod server;
mod settings;
mod silence;
mod symbols;
mod uri;
mod wire;
mod yaml;

pub(super) use server::serve;
pub(super) use settings::Settings;

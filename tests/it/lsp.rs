//! `vanban lsp`: what an editor hears while a document is written.

mod client;
mod completion;
mod conversation;
mod definition;
mod diagnostics;
mod repairs;
mod shown;

//! Turns a text file into a Vietnamese official document, ready to sign.

pub mod diagnostic;
pub mod document;
pub mod front_matter;
pub mod source;
pub mod source_map;
pub mod template;
pub mod typeset;

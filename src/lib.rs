//! Turns a text file into a Vietnamese official document, ready to sign.

pub mod diagnostic;
pub mod document;
pub mod markdown;
pub mod source;

//! Kinds of documents: what a template says of itself, the fields that it adds, its code.

pub(super) mod manifest;
pub(super) mod named;
pub(super) mod own;
pub mod symbol;

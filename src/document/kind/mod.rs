//! Kinds of documents: what a template says of itself, the fields that it adds, its code.

pub(super) mod custom;
pub(super) mod manifest;
pub(super) mod named;
pub mod symbol;

//! Kinds of documents: what a template says of itself, the fields that it adds, its names.

pub(super) mod custom;
pub(super) mod manifest;
pub(super) mod named;

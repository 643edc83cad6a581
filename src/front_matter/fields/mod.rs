//! Which fields there are and what they take: the definition as JSON Schema, what a tree has
//! against it, and the way from a tree to the typed model.

pub(super) mod custom;
pub(super) mod decode;
pub(super) mod definition;
pub(super) mod expected;
pub(super) mod formats;
mod kept_names;
pub(super) mod names;
pub(super) mod problems;
pub(super) mod published;
pub(super) mod schema;
#[cfg(test)]
mod tests;
pub(super) mod whose;

use super::yaml::{list_lines, node};

//! The rules of the front matter.

pub(super) mod defaults;
pub(super) mod fields;
pub(super) mod manifest;
pub(super) mod plain;
pub(super) mod values;
pub(super) mod yaml;

use crate::diagnostic::Rule;

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] = &[
    defaults::RULES,
    fields::RULES,
    manifest::RULES,
    plain::RULES,
    values::RULES,
    yaml::RULES,
];

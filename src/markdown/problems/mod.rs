//! The rules of reading the text.

pub(super) mod notes;
pub(super) mod numbering;
pub(super) mod pictures;
pub(super) mod tables;
pub(super) mod text;

use crate::diagnostic::Rule;

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] =
    &[notes::RULES, numbering::RULES, pictures::RULES, tables::RULES, text::RULES];

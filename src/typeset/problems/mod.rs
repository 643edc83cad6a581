//! The rules of the laid-out page.

pub(super) mod page;
pub(super) mod settings;

use crate::diagnostic::Rule;

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] = &[page::RULES, settings::RULES];

//! The rules of templates.

pub(super) mod choosing;
pub(super) mod printing;
pub(super) mod running;

use crate::diagnostic::Rule;

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] = &[choosing::RULES, printing::RULES, running::RULES];

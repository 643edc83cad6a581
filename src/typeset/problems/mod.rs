//! The rules of the laid-out page.

pub(super) mod page;

use crate::diagnostic::Rule;

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] = &[page::RULES];

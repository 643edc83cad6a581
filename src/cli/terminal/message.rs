//! A sentence of the command line, in both languages side by side.

use crate::diagnostic::Bilingual;

/// A sentence, without a line end.
pub(crate) type Message = Bilingual;

/// `1 file`, `2 files`: a number of things in English; Vietnamese has one form for both.
pub(super) fn counted(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

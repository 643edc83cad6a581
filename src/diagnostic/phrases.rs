//! Phrases that the words of many problems share.

use super::{Bilingual, both};

/// The way out where something known is nearly what was written.
#[must_use]
pub fn did_you_mean(near: &str) -> Bilingual {
    both!("có phải định viết `{near}`?", "did you mean `{near}`?")
}

/// Names as a list to choose from: `` `đảng`, `nhà nước` ``.
#[must_use]
pub fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

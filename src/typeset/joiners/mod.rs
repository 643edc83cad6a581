//! Word joiners (U+2060): they stand in the generated file where no line may end, and are taken
//! out of the pages again, so that nobody copies or hears them.

mod literals;
mod pages;
mod unbreakable;

pub(super) use pages::removed;

use crate::source_map::SourceMap;

/// A joiner as the generated file has it, to be seen there.
const WRITTEN: &str = "\\u{2060}";

/// The generated file with a joiner wherever no line may end within its texts: those of the user
/// and those of the template, in a string or in markup, also where one text begins what the next
/// one ends (`"ngày "; "02"`). The layout library itself is left alone.
#[must_use]
pub fn with_word_joiners(typst: String, map: SourceMap) -> (String, SourceMap) {
    let places = literals::joints(&typst, &map);
    if places.is_empty() {
        return (typst, map);
    }
    let mut joined = String::with_capacity(typst.len() + places.len() * WRITTEN.len());
    let mut start = 0;
    for place in &places {
        joined.push_str(&typst[start..*place]);
        joined.push_str(WRITTEN);
        start = *place;
    }
    joined.push_str(&typst[start..]);
    (joined, map.widened(&places, WRITTEN.len()))
}

//! The signs of check boxes, which the layout library draws: hardly any font has them.

/// Whether a text starts with a box, drawn or as it is typed.
#[must_use]
pub fn starts(text: &str) -> bool {
    text.starts_with(ALL)
        || ["[ ]", "[x]", "[X]"].iter().any(|typed| text.starts_with(typed))
}

/// An empty box: `[ ]`.
pub const EMPTY: char = '☐';
/// A box with a tick.
pub const TICKED: char = '☑';
/// A box with a cross: `[x]`.
pub const CROSSED: char = '☒';
/// All of them.
pub const ALL: [char; 3] = [EMPTY, TICKED, CROSSED];

//! The lines of a text that can end it.

use super::{Inline, Outline, lines, plain_text};

/// What a text of the State ends with (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4).
pub const END: &str = "./.";

/// The paragraphs and items of a text, in the order in which they are printed; with the
/// `proceedings` of the meeting in front, where these are.
#[must_use]
pub fn text_lines(outline: &Outline, proceedings: bool) -> Vec<&[Inline]> {
    let told = if proceedings { &outline.proceedings[..] } else { &[] };
    [told].into_iter().chain(outline.main()).flat_map(lines).collect()
}

/// Whether some line of the text, or of what is told of the meeting, has the end mark.
#[must_use]
pub fn has_end(outline: &Outline) -> bool {
    let lines = text_lines(outline, true);
    lines.into_iter().any(|line| plain_text(line).trim_end().ends_with(END))
}

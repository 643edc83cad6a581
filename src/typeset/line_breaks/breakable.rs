//! Where a line may end though Unicode knows no reason to: within a row of signs, as the dots of a
//! form to fill in.

use typst::text::is_default_ignorable;
use unicode_normalization::char::is_combining_mark;

use crate::source::is_alphanumeric;

/// A row of so many signs may be cut anywhere; in a shorter one (an ellipsis) Unicode's rules hold.
const SHORTEST: usize = 8;

/// Offsets of `text` at which a line may end besides. In time linear in the length.
pub(super) fn breaks(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if !may_have_row(text) {
        return found;
    }
    let mut row = Vec::new();
    for (at, c) in text.char_indices() {
        if is_sign(c) {
            row.push(at);
        } else {
            take(&mut row, &mut found);
        }
    }
    take(&mut row, &mut found);
    found
}

/// Whether so many bytes follow each other that could be those of signs: in most texts none do, and
/// no more needs to be known of their characters.
fn may_have_row(text: &str) -> bool {
    let mut length = 0;
    text.bytes().any(|byte| {
        let is_none = byte == b' ' || byte.is_ascii_alphanumeric();
        length = if is_none { 0 } else { length + 1 };
        length >= SHORTEST
    })
}

/// Takes the places between the signs of a row, if it is long.
fn take(row: &mut Vec<usize>, found: &mut Vec<usize>) {
    if row.len() >= SHORTEST {
        found.extend(&row[1..]);
    }
    row.clear();
}

/// Whether a character is seen and neither letter nor digit.
fn is_sign(c: char) -> bool {
    !is_alphanumeric(c)
        && !c.is_whitespace()
        && !c.is_control()
        && !is_combining_mark(c)
        && !is_default_ignorable(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_rows_of_signs_are_cut() {
        assert!(breaks("chăn nuôi, v.v... (xem ./.)").is_empty());
        assert!(breaks("a.......b").is_empty());
        assert_eq!(breaks("Ten: ........"), [6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(breaks("…………………………").len(), 9);
        assert_eq!(breaks(&"_".repeat(500)).len(), 499);
    }
}

//! Names as they are compared: of fields, choices, templates.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::source::{is_unseen, letter};

/// Folds a name as keys are compared: no accents, no capitals, words joined by `_`.
/// `Nơi nhận`, `noi_nhan` and `NOI-NHAN` are all `noi_nhan`.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.trim().chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else {
            // Decomposing puts nothing but accents in another order, and these are dropped.
            decompose_canonical(c, |part| push(&mut out, part));
        }
    }
    out
}

/// Adds a letter or an accent of a name to what is folded so far.
fn push(out: &mut String, part: char) {
    match letter(part) {
        'đ' | 'Đ' => out.push('d'),
        c if c.is_ascii_alphabetic() => out.push(c.to_ascii_lowercase()),
        c if is_combining_mark(c) || is_unseen(c) => {}
        c if c.is_whitespace() || c == '-' || c == '_' => {
            if !out.ends_with('_') && !out.is_empty() {
                out.push('_');
            }
        }
        c => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn a_letter_is_folded_as_in_the_decomposed_text() {
        for c in '\0'..'\u{3000}' {
            let name = format!("a{c}b\u{323}{c}");
            let decomposed: String = name.trim().nfd().collect();
            assert_eq!(fold(&name), fold(&decomposed), "{c:?}");
        }
    }

    #[test]
    fn keys_are_compared_without_accents_and_capitals() {
        for key in ["nơi nhận", "Nơi Nhận", "noi_nhan", "NOI-NHAN", " nơi  nhận "]
        {
            assert_eq!(fold(key), "noi_nhan");
        }
        for key in ["ĐỊA DANH", "\u{d0}ịa danh", "\u{f0}ia-danh"] {
            assert_eq!(fold(key), "dia_danh");
        }
    }
}

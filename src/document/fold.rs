//! Names as they are compared: of fields, choices, templates.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::source::{is_unseen, letter};

/// Folds a name as keys are compared: no accents, no capitals, words joined by `_`.
/// `Nơi nhận`, `noi_nhan` and `NOI-NHAN` are all `noi_nhan`.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.trim().nfd() {
        match letter(c) {
            'đ' | 'Đ' => out.push('d'),
            c if is_combining_mark(c) || is_unseen(c) => {}
            c if c.is_whitespace() || c == '-' || c == '_' => {
                if !out.ends_with('_') && !out.is_empty() {
                    out.push('_');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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

//! A text with its first letter as a capital, or as a small one.

/// With a capital: `Kết luận` of `kết luận`.
#[must_use]
pub fn capitalised(text: &str) -> String {
    with_first(text, |first| first.to_uppercase().collect())
}

/// With a small letter: `kết luận` of `Kết luận`.
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    with_first(text, |first| first.to_lowercase().collect())
}

fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map(change).unwrap_or_default() + letters.as_str()
}

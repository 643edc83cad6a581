//! Where an item stands among the others, by its number and those above it.

/// The number of an item with those above it: `I`, `2.1` under `2` under `II` is `II.2.1`.
#[must_use]
pub fn item_path(above: &str, label: &str) -> String {
    let own = label.trim_matches(|c: char| !c.is_alphanumeric());
    if own.is_empty() || above.is_empty() {
        return format!("{above}{own}");
    }
    // A decimal number repeats that of the item above, which is not said twice.
    let last = own.split('.').next().unwrap_or(own);
    let base = match above.rsplit_once('.') {
        Some((base, end)) if own.contains('.') && end == last => base,
        None if own.contains('.') && above == last => "",
        _ => above,
    };
    if base.is_empty() { own.to_owned() } else { format!("{base}.{own}") }
}

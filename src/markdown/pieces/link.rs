//! Links: which addresses can be followed from paper or PDF.

use pulldown_cmark::LinkType;

/// Longest address that a link may have, in bytes.
const MAX_ADDRESS: usize = 2_000;

/// The address that a link leads to; `None` where only its text is printed.
pub(crate) fn address(kind: LinkType, url: &str) -> Option<String> {
    // `<a@b.vn>` has no scheme of its own.
    let url = if kind == LinkType::Email && !url.starts_with("mailto:") {
        format!("mailto:{url}")
    } else {
        url.to_owned()
    };
    let lower = url.get(..8).unwrap_or(&url).to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme) && url.len() > scheme.len());
    (known && url.len() < MAX_ADDRESS).then_some(url)
}

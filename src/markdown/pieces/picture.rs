//! Pictures: where the file lies that an image of the text names.

use std::ops::Range;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::shared::picture_missing;
use crate::document::Text;
use crate::document::outline::Picture;
use crate::markdown::fragment::Fragment;
use crate::markdown::problems::pictures;

/// The picture at `range`, with its destination and description; `None` with a problem.
pub(crate) fn picture(
    fragment: &Fragment,
    range: Range<usize>,
    destination: &str,
    description: &str,
    found: &mut Diagnostics,
) -> Option<Picture> {
    let whole = fragment.span(range.clone());
    let slice = fragment.slice(range.clone());
    let place = slice
        .rfind(destination)
        .filter(|_| !destination.is_empty())
        .map_or(range.clone(), |offset| {
            range.start + offset..range.start + offset + destination.len()
        });
    let place = fragment.span(place);
    if description.trim().is_empty() {
        found.push(pictures::picture_without_text(), whole);
    }
    let decoded = decode(destination).replace('\\', "/");
    if is_outside(&decoded) {
        found.push(pictures::picture_outside(destination), place);
        return None;
    }
    let parts = decoded.split('/').filter(|part| !matches!(*part, "" | "."));
    let path = parts.collect::<Vec<_>>().join("/");
    if path.is_empty() {
        found.push(picture_missing(destination), place);
        return None;
    }
    let description = Text::new(description.trim(), whole);
    Some(Picture { path: Text::new(&path, place), description })
}

/// Whether a path with `/` leads out of the document's folder: absolute, on a drive, on
/// the network, or upwards.
fn is_outside(path: &str) -> bool {
    let scheme = path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    scheme || path.starts_with('/') || path.split('/').any(|part| part == "..")
}

/// Undoes percent-encoding; what is no UTF-8 then stays as it was.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .filter(|code| *first == b'%' && code.iter().all(u8::is_ascii_hexdigit))
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

//! What an open file is to this program, by its name and how it begins.

use std::ops::Range;
use std::path::Path;

use super::yaml;
use crate::cli::files::folder::is_defaults;
use crate::document::field::{self, ALL};
use crate::document::fold;

/// What an open file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A document.
    Document,
    /// The defaults of an office.
    Defaults,
    /// A text that may become a document: nothing is wrong with it yet.
    Beginning,
    /// Something else: an editor opens many a text.
    Other,
}

/// What a file is.
pub(super) fn kind(path: &Path, text: &str) -> Kind {
    if is_defaults(path) {
        return Kind::Defaults;
    }
    let Some(yaml) = front_matter(path, text) else { return Kind::Other };
    let fields = yaml::fields(text, yaml);
    let names = fields.iter().filter(|field| field.path.is_empty());
    let names: Vec<String> = names.map(|field| fold(&field.name)).collect();
    let known = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&&**name));
    let is_document = if is_yaml(path) {
        known(&[field::SUBJECT.key, field::SYMBOL.key])
    } else {
        ALL.iter().any(|field| known(&[field.key]))
    };
    match is_document {
        true => Kind::Document,
        // One slip of a name is no other program's text yet.
        false if names.len() < 2 && !is_yaml(path) => Kind::Beginning,
        false => Kind::Other,
    }
}

/// The YAML in a file: all of one that is YAML, of another what stands between the first two
/// `---`, or behind the first one.
pub(super) fn front_matter(path: &Path, text: &str) -> Option<Range<usize>> {
    if is_yaml(path) {
        return Some(0..text.len());
    }
    let mut lines = yaml::lines(text, 0..text.len());
    let is_fence = |line: &Range<usize>| {
        text[line.clone()].trim_start_matches('\u{feff}').trim_end() == "---"
    };
    let fence = lines.find(|line| {
        let line = text[line.clone()].trim_start_matches('\u{feff}');
        !line.trim().is_empty()
    })?;
    if !is_fence(&fence) {
        return None;
    }
    let start = text[fence.end..].find('\n').map_or(text.len(), |at| fence.end + at + 1);
    let ends =
        |line: &Range<usize>| matches!(text[line.clone()].trim_end(), "---" | "...");
    let close = lines.find(|line| line.start >= start && ends(line));
    Some(start..close.map_or(text.len(), |line| line.start))
}

fn is_yaml(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    ["yaml", "yml"].iter().any(|yaml| extension.eq_ignore_ascii_case(yaml))
}

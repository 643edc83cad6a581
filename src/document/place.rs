//! Where a character of a value stands in the user's file, for fixes that touch only it.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::text::Text;
use crate::source::{Sources, Span, composed, offset_map};

/// The place of a part of a text, from its first character to its last; nothing where the file
/// does not have these so.
#[must_use]
pub fn range(text: &Text, part: Range<usize>, sources: &Sources) -> Option<Span> {
    let map = offset_map(&text.value, sources.slice(text.span));
    mapped_range(text, part, &map, sources)
}

/// The same, where the places of all bytes ([`offset_map`]) are known: of a long text with many
/// parts they are found once.
#[must_use]
pub fn mapped_range(
    text: &Text,
    part: Range<usize>,
    map: &[usize],
    sources: &Sources,
) -> Option<Span> {
    let (last, _) = text.value[part.clone()].char_indices().next_back()?;
    let first = mapped_character(text, part.start, map, sources)?;
    let last = mapped_character(text, part.start + last, map, sources)?;
    (first.start <= last.start).then_some(Span { end: last.end, ..first })
}

/// The place of the character at a byte of a text, with the marks on it; nothing where the file
/// does not have it so.
#[must_use]
pub fn character(text: &Text, at: usize, sources: &Sources) -> Option<Span> {
    let map = offset_map(&text.value, sources.slice(text.span));
    mapped_character(text, at, &map, sources)
}

fn mapped_character(
    text: &Text,
    at: usize,
    map: &[usize],
    sources: &Sources,
) -> Option<Span> {
    let wanted = text.value[at..].chars().next()?;
    let written = sources.slice(text.span);
    let start = *map.get(at)?;
    let rest = written.get(start..)?;
    let first = rest.chars().next()?;
    let marks = rest[first.len_utf8()..].chars().take_while(|c| is_combining_mark(*c));
    let length = first.len_utf8() + marks.map(char::len_utf8).sum::<usize>();
    let start = text.span.start + start;
    composed(&rest[..length])
        .chars()
        .eq([wanted])
        .then(|| Span::new(text.span.file, start..start + length))
}

//! Marks in plain text that were meant as Markdown but do nothing: `**chữ **`, `[^thiếu]`.

use std::ops::Range;

use crate::diagnostic::Diagnostics;
use crate::markdown::fragment::Fragment;
use crate::markdown::problems::{notes, pictures, text};

/// Longest name of a footnote that is looked for, in bytes.
const NAME: usize = 100;

/// Reports what was meant as a footnote or a picture in `range`, a stretch of plain text.
pub(crate) fn report(fragment: &Fragment, range: &Range<usize>, found: &mut Diagnostics) {
    let text = fragment.slice(range.clone());
    if !text.contains('[') {
        return;
    }
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let here = range.start + at;
        at += match c {
            '\\' => {
                c.len_utf8() + text[at + 1..].chars().next().map_or(0, char::len_utf8)
            }
            '!' if text[at..].starts_with("![") => {
                picture(fragment, &text[at..], here, found)
            }
            '[' => footnote(fragment, &text[at..], here, found),
            _ => c.len_utf8(),
        };
    }
}

/// Reports a run of `*` or `_` that is printed as it is, if it looks like a mark.
pub(crate) fn report_sign(
    fragment: &Fragment,
    run: Range<usize>,
    found: &mut Diagnostics,
) {
    let text = &*fragment.text;
    let Some(mark) = text[run.clone()].chars().next() else { return };
    if is_stray(text, run.clone(), mark) {
        let marks = text[run.clone()].to_owned();
        found.push(text::stray_marks(&marks), fragment.span(run));
    }
}

/// Reports `[^name]` at the start of `text`: a footnote that exists is no plain text.
fn footnote(
    fragment: &Fragment,
    text: &str,
    here: usize,
    found: &mut Diagnostics,
) -> usize {
    let name = text
        .strip_prefix("[^")
        .and_then(|rest| rest.split_once(']'))
        .map(|(name, _)| name)
        .filter(|name| (1..NAME).contains(&name.len()) && !name.contains(['[', '\n']));
    let Some(name) = name else { return 1 };
    let length = name.len() + "[^]".len();
    let span = fragment.span(here..here + length);
    found.push(notes::footnote_missing(name), span);
    length
}

/// Reports `![text](path)` at the start of `text`: a blank in the path keeps it from being a
/// picture.
fn picture(
    fragment: &Fragment,
    text: &str,
    here: usize,
    found: &mut Diagnostics,
) -> usize {
    let path = text
        .split_once("](")
        .filter(|(name, _)| !name["![".len()..].contains(['[', ']', '\n']))
        .and_then(|(name, rest)| Some((name.len() + 2, rest.split_once(')')?.0)))
        .filter(|(_, path)| path.trim().contains(' ') && !path.contains('\n'));
    let Some((start, path)) = path else { return 1 };
    let span = fragment.span(here + start..here + start + path.len());
    found.push(pictures::picture_blank(path), span);
    start + path.len() + 1
}

/// Whether a run of `*` or `_` looks as if it were to mark the text beside it.
fn is_stray(text: &str, run: Range<usize>, mark: char) -> bool {
    let before = text[..run.start].chars().next_back().filter(|c| !c.is_whitespace());
    let after = text[run.end..].chars().next().filter(|c| !c.is_whitespace());
    let inside_word = before.is_some_and(char::is_alphanumeric)
        && after.is_some_and(char::is_alphanumeric);
    let between = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphabetic) && b.is_some_and(|c| !c.is_alphanumeric())
    };
    match (mark, run.len()) {
        ('_', 1 | 2) if inside_word => false,
        ('_', 1) => before.is_some() != after.is_some(),
        // A longer line of `_` is a gap to fill in by hand.
        ('_', 3..) => false,
        ('*', 1) => {
            before.is_some() != after.is_some()
                || between(before, after)
                || between(after, before)
        }
        _ => before.is_some() || after.is_some(),
    }
}

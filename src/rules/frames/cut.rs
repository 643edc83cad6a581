//! Takes pasted lines out of the file: whole lines, and only where nothing else stands on them.

use unicode_normalization::UnicodeNormalization;

use super::Found;
use super::lines::{Line, Mark};
use crate::diagnostic::Fix;
use crate::source::{FileId, Source, Sources, Span};

/// The fix of each part that was found, where there is one.
pub(super) fn fixes(
    found: &[Found],
    lines: &[Line],
    sources: &Sources,
) -> Vec<Option<Fix>> {
    let places: Vec<Option<Span>> =
        found.iter().map(|part| place(part, lines, sources)).collect();
    let mut fixes = vec![None; found.len()];
    let mut first = 0;
    while first < places.len() {
        let mut last = first;
        while last + 1 < places.len() && adjoin(places[last], places[last + 1], sources) {
            last += 1;
        }
        for (index, cut) in cuts(&places[first..=last], sources).into_iter().enumerate() {
            fixes[first + index] = Some(Fix::from_iter([(cut, String::new())]));
        }
        first = last + 1;
    }
    fixes
}

/// The whole lines of the file that a part takes up.
fn place(part: &Found, lines: &[Line], sources: &Sources) -> Option<Span> {
    let lines = &lines[part.lines.clone()];
    let file = lines.first()?.span.file;
    let is_here = |line: &Line| line.span.file == file && line.mark != Mark::Other;
    if !part.same || !lines.iter().all(is_here) {
        return None;
    }
    let source = sources.get(file);
    let start = line_start(source, lines.iter().map(|line| line.span.start).min()?);
    let end = line_end(source, lines.iter().map(|line| line.span.end).max()?);
    let typed: String = lines.iter().map(|line| letters(&line.text)).collect();
    let whole = letters(&source.slice(start..end).replace("<br", "<"));
    (whole == typed).then(|| Span::new(file, start..end))
}

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.nfc().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether nothing but blank lines stands between two places.
fn adjoin(one: Option<Span>, other: Option<Span>, sources: &Sources) -> bool {
    let Some((one, other)) = one.zip(other) else { return false };
    one.file == other.file
        && one.end <= other.start
        && sources.slice(Span::new(one.file, one.end..other.start)).trim().is_empty()
}

/// What to take out for each of some places that adjoin: together they leave the lines before
/// and behind them apart as they were.
fn cuts(places: &[Option<Span>], sources: &Sources) -> Vec<Span> {
    let places: Vec<Span> = places.iter().copied().flatten().collect();
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Vec::new();
    };
    let Some((start, end)) = margins(first.file, first.start, last.end, sources) else {
        return Vec::new();
    };
    let bound = |index: usize| match index {
        0 => start,
        index => places.get(index).map_or(end, |place| place.start),
    };
    (0..places.len())
        .map(|index| Span::new(first.file, bound(index)..bound(index + 1)))
        .collect()
}

/// How far to cut about some lines: from the end of the text above them, or, where the text
/// below follows directly, from their start to its own. Nothing where a mark above needs them.
fn margins(
    file: FileId,
    start: usize,
    end: usize,
    sources: &Sources,
) -> Option<(usize, usize)> {
    let text = sources.get(file).text();
    let above = text[..start].trim_end_matches([' ', '\t', '\r', '\n']);
    if above.ends_with('\\') || above.ends_with('>') {
        return None;
    }
    let below = &text[end..];
    let next = below.find('\n').map_or(below.len(), |at| at + 1);
    let follows = !below[next..].split('\n').next().unwrap_or_default().trim().is_empty();
    Some(if follows { (start, end + next) } else { (above.len(), end) })
}

fn line_start(source: &Source, at: usize) -> usize {
    source.text()[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(source: &Source, at: usize) -> usize {
    let rest = &source.text()[at..];
    let line = rest.split('\n').next().unwrap_or_default();
    at + line.trim_end_matches('\r').len()
}

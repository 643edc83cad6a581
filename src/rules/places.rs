//! The places that one message names: the line numbers of those that it does not underline, and
//! what mends a part of a line.

use std::ops::Range;

use crate::diagnostic::{Bilingual, Fix, both};
use crate::document::outline::Line;
use crate::source::{Sources, Span};

/// Most line numbers that one message names.
const MOST: usize = 12;

/// The lines of some places, each once: `12, 15, 20`; of another file than the first place with
/// its name.
pub(super) fn line_numbers(places: &[Span], sources: &Sources) -> String {
    let first = places.first().map(|span| span.file);
    let mut lines: Vec<String> = Vec::new();
    for span in places {
        let source = sources.get(span.file);
        let line = source.position(span.start).line;
        let own = Some(span.file) == first;
        let line =
            if own { line.to_string() } else { format!("{}:{line}", source.name()) };
        if !lines.contains(&line) {
            lines.push(line);
        }
        // Only whether there are more is asked for.
        if lines.len() > MOST {
            break;
        }
    }
    let more = lines.len() > MOST;
    lines.truncate(MOST);
    lines.join(", ") + if more { " …" } else { "" }
}

/// The words for the places behind the first: `; còn ở dòng 15, 20`. Nothing where there are none.
pub(super) fn also(places: &[Span], sources: &Sources) -> Bilingual {
    let line = |span: &Span| sources.get(span.file).position(span.start).line;
    let first = places.first();
    let rest: Vec<Span> = places.iter().skip(1).copied().collect();
    let elsewhere =
        rest.iter().any(|span| first.is_some_and(|first| line(first) != line(span)));
    if rest.is_empty() || !elsewhere {
        return Bilingual::default();
    }
    let lines = line_numbers(&rest, sources);
    both!("; còn ở dòng {lines}", "; also on line {lines}")
}

/// Where a part of a line stands: letter by letter where the file has it so, else about there.
pub(super) fn place(line: &Line<'_>, part: Range<usize>) -> Span {
    line.written(part.clone()).unwrap_or_else(|| line.span(part))
}

/// What puts other words in the place of a part of a line, where the file has that part as it is.
pub(super) fn replaced(
    line: &Line<'_>,
    part: Range<usize>,
    by: &str,
) -> Option<(Span, String)> {
    Some((line.written(part)?, by.to_owned()))
}

/// What puts words right behind a place of a line.
pub(super) fn inserted(
    line: &Line<'_>,
    behind: usize,
    words: &str,
) -> Option<(Span, String)> {
    let (last, _) = line.text[..behind].char_indices().next_back()?;
    let end = line.written(last..behind)?.end;
    Some((Span { start: end, ..line.written(last..behind)? }, words.to_owned()))
}

/// A fix of all these edits; none where one of them is not certain.
pub(super) fn fix(
    edits: impl IntoIterator<Item = Option<(Span, String)>>,
) -> Option<Fix> {
    edits.into_iter().collect::<Option<Vec<_>>>().map(Fix::from_iter)
}

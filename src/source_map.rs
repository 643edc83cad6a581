//! The way back from a generated text to the user's text. Imports `source`.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use crate::source::{Source, Sources, Span, offset_map};

/// What stands in a part of the generated text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text that is printed.
    Printed(String),
    /// A text that is not printed: an address, a description.
    Hidden(String),
    /// The path of a picture.
    Picture(String),
    /// Code around texts.
    Code,
}

/// A part of the generated text that the user wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The bytes of the generated text.
    pub range: Range<usize>,
    /// Where it came from.
    pub span: Span,
    /// What stands there.
    pub content: Content,
}

impl Segment {
    /// Every place of the user's file at which this segment prints such a character.
    pub fn places(
        &self,
        is_such: impl Fn(char) -> bool,
        sources: &Sources,
    ) -> Vec<(Span, char)> {
        let Content::Printed(value) = &self.content else { return Vec::new() };
        if !value.contains(&is_such) {
            return Vec::new();
        }
        let starts = offset_map(value, sources.slice(self.span));
        let found = value.char_indices().filter(|(_, c)| is_such(*c));
        found
            .map(|(index, c)| {
                let (from, to) = (starts[index], starts[index + c.len_utf8()]);
                (self.part(from..to), c)
            })
            .collect()
    }

    /// Every place of the user's file at which this segment prints a text.
    #[must_use]
    pub fn stretches(&self, text: &str, sources: &Sources) -> Vec<Span> {
        let Content::Printed(value) = &self.content else { return Vec::new() };
        let found = value.match_indices(text).filter(|(_, text)| !text.is_empty());
        self.parts(value, found.map(|(at, text)| at..at + text.len()), sources)
    }

    /// The same, where the text may have other capitals.
    #[must_use]
    pub fn stretches_in_any_case(&self, text: &str, sources: &Sources) -> Vec<Span> {
        let Content::Printed(value) = &self.content else { return Vec::new() };
        let wanted: Vec<char> = text.chars().map(lower).collect();
        if wanted.is_empty() || value.len() < wanted.len() {
            return Vec::new();
        }
        let printed: Vec<(usize, char)> =
            value.char_indices().map(|(at, c)| (at, lower(c))).collect();
        let is_here = |part: &&[(usize, char)]| {
            part.iter().zip(&wanted).all(|((_, c), wanted)| c == wanted)
        };
        let found = printed.windows(wanted.len()).filter(is_here);
        let end = |at: usize| value.ceil_char_boundary(at + 1);
        let ranges = found.map(|part| part[0].0..end(part[part.len() - 1].0));
        self.parts(value, ranges, sources)
    }

    /// Where parts of what is printed were written.
    fn parts(
        &self,
        value: &str,
        ranges: impl Iterator<Item = Range<usize>>,
        sources: &Sources,
    ) -> Vec<Span> {
        let mut starts = None;
        ranges
            .map(|range| {
                let new = || offset_map(value, sources.slice(self.span));
                let starts = starts.get_or_insert_with(new);
                self.part(starts[range.start]..starts[range.end])
            })
            .collect()
    }

    /// A part of the span; the whole of it where the part is empty or beyond it.
    fn part(&self, part: Range<usize>) -> Span {
        let range = self.span.start + part.start..self.span.start + part.end;
        if range.is_empty() || range.end > self.span.end {
            return self.span;
        }
        Span::new(self.span.file, range)
    }
}

/// A letter without its capital; others stay.
fn lower(c: char) -> char {
    let mut small = c.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(c)
}

/// Which parts of a generated text came from where; parts may lie in each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    segments: Vec<Segment>,
    lines: Vec<Line>,
}

/// From where on the generated text was written by one line of a template.
#[derive(Debug, Clone)]
pub struct Line {
    /// The first byte of the generated text.
    pub start: usize,
    /// The template.
    pub source: Arc<Source>,
    /// Its line, from 1.
    pub line: usize,
    /// Whether the lines after it follow as they stand in the template.
    pub is_plain: bool,
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        let place = |line: &Self| (line.start, line.line, line.source.name().to_owned());
        place(self) == place(other)
    }
}

impl Eq for Line {}

impl SourceMap {
    /// A map of these segments.
    #[must_use]
    pub fn new(mut segments: Vec<Segment>) -> Self {
        segments.sort_by_key(|segment| (segment.range.start, Reverse(segment.range.end)));
        Self { segments, lines: Vec::new() }
    }

    /// The map with what is known of the lines of templates, in the order of the generated
    /// text.
    #[must_use]
    pub fn with_lines(self, lines: Vec<Line>) -> Self {
        Self { lines, ..self }
    }

    /// What of a template wrote the bytes `range` of the `generated` text: these very bytes,
    /// where they stand in the template, else the line that wrote them, or the last one before
    /// that is known.
    #[must_use]
    pub fn template(
        &self,
        range: &Range<usize>,
        generated: &str,
    ) -> Option<(&Source, Range<usize>)> {
        let after = self.lines.partition_point(|line| line.start <= range.start);
        let Line { start, source, line, is_plain } =
            self.lines.get(after.checked_sub(1)?)?;
        let passed = generated.get(*start..range.start).unwrap_or_default();
        let further = if *is_plain { passed.matches('\n').count() } else { 0 };
        let whole = source.line_range(line + further)?;
        let text = source.slice(whole.clone());
        let indent = text.len() - text.trim_start().len();
        let text = whole.start + indent..whole.start + text.trim_end().len().max(indent);
        let column = match passed.rfind('\n').filter(|_| *is_plain) {
            Some(end) => whole.start + passed.len() - end - 1,
            None => text.start + passed.len(),
        };
        let part = column..column + range.len();
        let same = generated.get(range.clone()) == source.text().get(part.clone());
        let within = part.end <= text.end && !part.is_empty();
        Some((source, if same && within { part } else { text }))
    }

    /// The smallest segment that encloses `range`.
    #[must_use]
    pub fn lookup(&self, range: &Range<usize>) -> Option<&Segment> {
        self.segments
            .iter()
            .take_while(|segment| segment.range.start <= range.start)
            .filter(|segment| range.end <= segment.range.end)
            .min_by_key(|segment| segment.range.len())
    }

    /// Whether a segment stands in `range` or reaches into it.
    #[must_use]
    pub fn has_segment(&self, range: &Range<usize>) -> bool {
        let before = self.segments.partition_point(|one| one.range.start < range.end);
        self.segments[..before].iter().any(|one| range.start < one.range.end)
    }

    /// The map of the text after `width` bytes were put in at each of these places, which are in
    /// order: before what stands at a place.
    #[must_use]
    pub fn widened(mut self, places: &[usize], width: usize) -> Self {
        let moved = |at: usize| at + places.partition_point(|place| *place < at) * width;
        for segment in &mut self.segments {
            segment.range = moved(segment.range.start)..moved(segment.range.end);
        }
        for line in &mut self.lines {
            line.start = moved(line.start);
        }
        self
    }

    /// The map of the text without some parts of lines, which are in order and have no segment.
    #[must_use]
    pub fn narrowed(mut self, parts: &[Range<usize>]) -> Self {
        let moved = without(parts);
        for segment in &mut self.segments {
            segment.range = moved(segment.range.start)..moved(segment.range.end);
        }
        for line in &mut self.lines {
            line.start = moved(line.start);
        }
        self
    }

    /// The map of the `generated` text without some parts, which are in order and have no segment.
    #[must_use]
    pub fn without(mut self, parts: &[Range<usize>], generated: &str) -> Self {
        let moved = without(parts);
        for segment in &mut self.segments {
            segment.range = moved(segment.range.start)..moved(segment.range.end);
        }
        let ends: Vec<usize> = self.lines.iter().skip(1).map(|line| line.start).collect();
        let ends = ends.into_iter().chain([generated.len()]);
        let mut lines = Vec::new();
        for (line, end) in std::mem::take(&mut self.lines).into_iter().zip(ends) {
            let first = parts.partition_point(|part| part.end <= line.start);
            let (mut from, mut counted, mut number) = (line.start, line.start, line.line);
            let within = parts[first..].iter().take_while(|part| part.start < end);
            for part in within.cloned().chain(std::iter::once(end..end)) {
                if from < part.start {
                    let passed = generated[counted..from].bytes();
                    number += passed.filter(|byte| *byte == b'\n').count();
                    counted = from;
                    lines.push(Line { start: moved(from), line: number, ..line.clone() });
                }
                from = part.end;
            }
        }
        self.lines = lines;
        self
    }

    /// What is known of the lines of templates, in the order of the generated text.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// All segments, in the order of the generated text, an enclosing one before its parts.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }
}

/// Where places of a text stand without some parts of it, which are in order.
fn without(parts: &[Range<usize>]) -> impl Fn(usize) -> usize {
    let mut gone = vec![0];
    for part in parts {
        gone.push(gone.last().copied().unwrap_or_default() + part.len());
    }
    move |at| at - gone[parts.partition_point(|part| part.end <= at)]
}

/// A text without some parts of it, which are in order.
#[must_use]
pub fn text_without(text: &str, parts: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for part in parts {
        out.push_str(&text[from..part.start]);
        from = part.end;
    }
    out + &text[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_enclosing_segment_wins() {
        let segment = |start, end, n| {
            let span = Span { start: n, end: n + 1, ..Span::default() };
            Segment { range: start..end, span, content: Content::Code }
        };
        let map =
            SourceMap::new(vec![segment(4, 6, 2), segment(0, 10, 1), segment(6, 10, 3)]);
        let found = |range| map.lookup(&range).map(|segment| segment.span.start);
        assert_eq!(found(4..5), Some(2));
        assert_eq!(found(6..10), Some(3));
        assert_eq!(found(5..7), Some(1));
        assert_eq!(found(9..11), None);
    }

    #[test]
    fn a_character_is_found_where_it_was_written() {
        let mut sources = Sources::default();
        let text = "trích yếu: \"Vie\u{302}\u{323}t \u{1d00} a\"";
        let file = sources.add(Source::new("a.md", text));
        let span = Span::new(file, text.find('"').unwrap()..text.len());
        let content = Content::Printed("Việt \u{1d00} a".into());
        let segment = Segment { range: 0..9, span, content };
        let places = |wanted| -> Vec<&str> {
            let found = segment.places(|c| c == wanted, &sources);
            found.into_iter().map(|(span, _)| sources.slice(span)).collect()
        };
        assert_eq!(places('ệ'), ["e\u{302}\u{323}"]);
        assert_eq!(places('\u{1d00}'), ["\u{1d00}"]);
        assert_eq!(places('x'), [""; 0]);
        let stretches = |wanted| -> Vec<&str> {
            let found = segment.stretches_in_any_case(wanted, &sources);
            found.into_iter().map(|span| sources.slice(span)).collect()
        };
        assert_eq!(stretches("VIỆT"), ["Vie\u{302}\u{323}t"]);
        assert_eq!(stretches("Nam"), [""; 0]);
        assert!(segment.stretches("VIỆT", &sources).is_empty());
        assert_eq!(segment.stretches("iệt", &sources).len(), 1);
    }
}

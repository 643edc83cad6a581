//! Marks: while a template runs, every value stands in its output as a mark, so that no
//! filter can touch a text; the last pass puts literals in their place and maps them.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::files::{built_in_count, built_in_file, built_in_number, is_plain};
use super::literal::{lines, literal, one_line, verbatim};
use crate::document::Text;
use crate::document::outline::Inline;
use crate::source::{Source, Span};
use crate::source_map::{Content, Line, Segment, SourceMap};

/// Starts a mark; the number of the value follows.
const START: char = '\u{e000}';
/// Ends a mark.
pub(super) const END: char = '\u{e001}';
/// Ends the part that was started last.
const CLOSE: char = '\u{e002}';

/// Starts the mark of a template's line: the numbers of the file and of the line follow.
pub(super) const TRACE: char = '\u{e003}';

/// Starts the mark of a whole file that is no template, plain Typst; its number follows.
const FILE: char = '\u{e004}';

/// What a mark stands for.
#[derive(Debug)]
enum Value {
    /// A text, what is known of where it came from, and what of it was written there.
    Text { printed: String, origin: Option<(Span, Content)> },
    /// The start of a part of the output that came from one place.
    Part(Span),
}

/// The first byte of all these characters in UTF-8, which little else begins with.
const FIRST: u8 = 0xee;

/// Where the first of some of these characters stands.
fn find(text: &str, wanted: &[char]) -> Option<usize> {
    let bytes = text.as_bytes().iter().enumerate();
    let mut places = bytes.filter(|(_, byte)| **byte == FIRST).map(|(at, _)| at);
    places.find(|at| text[*at..].starts_with(wanted))
}

/// The values that were written so far.
#[derive(Debug, Default)]
pub(super) struct Marks {
    values: Vec<Value>,
    /// The files that are not built in, which have the numbers behind those that are.
    files: Vec<Arc<Source>>,
    /// The file that was not read, and why: where it goes too deep.
    too_deep: Option<(Arc<Source>, Range<usize>)>,
}

/// The marks of one run, shared with the engine's formatter.
pub(super) type SharedMarks = Arc<Mutex<Marks>>;

/// The marks, for this thread alone.
pub(super) fn lock(marks: &SharedMarks) -> MutexGuard<'_, Marks> {
    marks.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Marks {
    /// Writes a text of the user's.
    pub(super) fn text(&mut self, out: &mut String, text: &Text) {
        let origin = (text.span, Content::Printed(text.value.clone()));
        self.value(out, one_line(&text.value), Some(origin));
    }

    /// Writes a text of the user's with its line breaks.
    pub(super) fn lines(&mut self, out: &mut String, text: &Text) {
        let origin = (text.span, Content::Printed(text.value.clone()));
        self.value(out, lines(&text.value), Some(origin));
    }

    /// Writes a line whose blanks count.
    pub(super) fn line(&mut self, out: &mut String, text: &Text) {
        let origin = (text.span, Content::Printed(text.value.clone()));
        self.value(out, verbatim(&text.value), Some(origin));
    }

    /// Writes a text of the user's that does not appear on the page.
    pub(super) fn hidden(&mut self, out: &mut String, text: &str, span: Span) {
        let origin = (span, Content::Hidden(text.to_owned()));
        self.value(out, one_line(text), Some(origin));
    }

    /// Writes the path of a picture of the user's.
    pub(super) fn picture(&mut self, out: &mut String, path: &Text) {
        let origin = (path.span, Content::Picture(path.value.clone()));
        self.value(out, one_line(&path.value), Some(origin));
    }

    /// Writes a text that has no place of its own.
    pub(super) fn plain(&mut self, out: &mut String, text: &str) {
        self.value(out, one_line(text), None);
    }

    /// Starts a part of the output that came from one place.
    pub(super) fn open(&mut self, out: &mut String, span: Span) {
        self.mark(out, Value::Part(span));
    }

    /// Ends the part that was started last.
    pub(super) fn close(out: &mut String) {
        out.push(CLOSE);
    }

    /// The number of a template's file.
    pub(super) fn file(&mut self, source: &Arc<Source>) -> usize {
        built_in_number(source).unwrap_or_else(|| {
            let known = self.files.iter().position(|file| Arc::ptr_eq(file, source));
            let own = known.unwrap_or_else(|| {
                self.files.push(Arc::clone(source));
                self.files.len() - 1
            });
            built_in_count() + own
        })
    }

    /// The template's file with that number.
    fn numbered(&self, number: usize) -> Option<&Arc<Source>> {
        let own = || self.files.get(number.checked_sub(built_in_count())?);
        built_in_file(number).or_else(own)
    }

    /// What the engine reads of a file that is no template: a mark, so that what stands in the file
    /// is neither run nor filtered.
    pub(super) fn whole_file(&mut self, source: &Arc<Source>) -> String {
        format!("{FILE}{}{END}", self.file(source))
    }

    /// How many bytes some output has with the files that are marked in it.
    pub(super) fn size(&self, marked: &str) -> usize {
        let mut size = marked.len();
        let mut rest = marked;
        while let Some(at) = find(rest, &[FILE]) {
            rest = &rest[at + FILE.len_utf8()..];
            size += self.file_of(rest).map_or(0, |(source, _)| source.text().len());
        }
        size
    }

    /// Notes that a file goes too deep to be read.
    pub(super) fn refuse(&mut self, source: &Arc<Source>, place: Range<usize>) {
        self.too_deep.get_or_insert_with(|| (Arc::clone(source), place));
    }

    /// The file that goes too deep, and where.
    pub(super) fn refused(&self) -> Option<(Arc<Source>, Range<usize>)> {
        self.too_deep.clone()
    }

    /// Every text and part that came from the user, and where from; a part is `Code`.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Span, &Content)> {
        self.values.iter().filter_map(|value| match value {
            Value::Text { origin: Some((span, content)), .. } => Some((*span, content)),
            Value::Part(span) => Some((*span, &Content::Code)),
            Value::Text { origin: None, .. } => None,
        })
    }

    fn value(
        &mut self,
        out: &mut String,
        printed: String,
        origin: Option<(Span, Content)>,
    ) {
        self.mark(out, Value::Text { printed, origin });
    }

    fn mark(&mut self, out: &mut String, value: Value) {
        // Writing to a string never fails.
        let _ = write!(out, "{START}{}{END}", self.values.len());
        self.values.push(value);
    }

    /// Puts the literals in the place of the marks and says where each came from.
    pub(super) fn resolve(&self, marked: &str) -> (String, SourceMap) {
        let mut out = String::with_capacity(marked.len() * 2);
        let mut segments = Vec::new();
        let mut lines = Vec::new();
        let mut open = Vec::new();
        let mut rest = marked;
        while let Some(at) = find(rest, &[START, CLOSE, TRACE, FILE]) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix(FILE) {
                rest = after;
                if let Some((source, after)) = self.file_of(after) {
                    let (start, source) = (out.len(), Arc::clone(source));
                    out.push_str(source.text());
                    let is_plain = is_plain(source.name());
                    lines.push(Line { start, source, line: 1, is_plain });
                    rest = after;
                }
                continue;
            }
            if let Some(after) = rest.strip_prefix(TRACE) {
                let line = self.line_of(after);
                rest = line.as_ref().map_or(after, |(_, _, after)| after);
                lines.extend(line.map(|(source, line, _)| {
                    let is_plain = is_plain(source.name());
                    Line { start: out.len(), source, line, is_plain }
                }));
                continue;
            }
            if let Some(after) = rest.strip_prefix(CLOSE) {
                segments.extend(open.pop().map(|(start, span)| {
                    let range = start..out.len();
                    Segment { range, span, content: Content::Code }
                }));
                rest = after;
                continue;
            }
            let Some((value, after)) = self.read(rest) else {
                rest = &rest[START.len_utf8()..];
                continue;
            };
            rest = after;
            let start = out.len();
            match value {
                Value::Part(span) => open.push((start, *span)),
                Value::Text { printed, origin } => {
                    out.push_str(&literal(printed));
                    segments.extend(origin.clone().map(|(span, content)| Segment {
                        range: start..out.len(),
                        span,
                        content,
                    }));
                }
            }
        }
        out.push_str(rest);
        (out, SourceMap::new(segments).with_lines(lines))
    }

    /// The texts of a plain text with marks, each at its place; what has none stands at `place`.
    pub(super) fn inlines(&self, marked: &str, place: Span) -> Vec<Inline> {
        let mut out = Vec::new();
        let mut words = String::new();
        let mut rest = marked.trim_end();
        while let Some(at) = find(rest, &[START, TRACE, FILE]) {
            words.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix(FILE) {
                rest = after;
                if let Some((source, after)) = self.file_of(after) {
                    words.push_str(source.text());
                    rest = after;
                }
                continue;
            }
            if let Some(after) = rest.strip_prefix(TRACE) {
                rest = after.split_once(END).map_or(after, |(_, after)| after);
                continue;
            }
            let Some((value, after)) = self.read(rest) else {
                rest = &rest[START.len_utf8()..];
                continue;
            };
            rest = after;
            let text = match value {
                Value::Text { origin: Some((span, Content::Printed(value))), .. } => {
                    Text { value: value.clone(), span: *span }
                }
                Value::Text { printed, .. } => Text::new(printed, place),
                Value::Part(_) => continue,
            };
            out.extend([Text::new(&std::mem::take(&mut words), place), text]);
        }
        words.push_str(rest);
        out.push(Text::new(&words, place));
        out.retain(|text| !text.value.is_empty());
        out.into_iter().map(Inline::Text).collect()
    }

    /// The file and the line in the mark that goes on with `marked`, and what follows it.
    fn line_of<'m>(&self, marked: &'m str) -> Option<(Arc<Source>, usize, &'m str)> {
        let (numbers, rest) = marked.split_once(END)?;
        let (file, line) = numbers.split_once(':')?;
        let source = self.numbered(file.parse().ok()?)?;
        Some((Arc::clone(source), line.parse().ok()?, rest))
    }

    /// The file in the mark that goes on with `marked`, and what follows it.
    fn file_of<'m>(&self, marked: &'m str) -> Option<(&Arc<Source>, &'m str)> {
        let (number, rest) = marked.split_once(END)?;
        Some((self.numbered(number.parse().ok()?)?, rest))
    }

    /// The value of the mark at the start of `marked`, and what follows it.
    fn read<'m>(&self, marked: &'m str) -> Option<(&Value, &'m str)> {
        let (number, rest) = marked.strip_prefix(START)?.split_once(END)?;
        Some((self.values.get(number.parse::<usize>().ok()?)?, rest))
    }
}

//! Recovers from YAML syntax errors: replaces each by something harmless of the same length, so
//! that everything else in the file can still be judged, and notes which lines were skipped.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::node::Node;
use super::problems::{Syntax, yaml_syntax};
use super::syntax_errors::key_end;
use super::tree;
use crate::diagnostic::Diagnostics;
use crate::document::fold;
use crate::source::{FileId, Source, Span};

/// Most syntax errors of one file: behind them the rest is not looked at.
const MOST: usize = 20;

/// The lines that syntax errors have made unreadable: nothing can be said of them.
#[derive(Debug, Default)]
pub(crate) struct SkippedRegions {
    /// The lines.
    pub(crate) lines: Vec<Span>,
    /// The folded keys of the fields that they would have given.
    pub(crate) keys: BTreeSet<String>,
}

impl SkippedRegions {
    /// Parses the YAML in `span` and reports each syntax error; the tree has something harmless
    /// in the place of each.
    pub(crate) fn parse<'s>(
        &mut self,
        span: Span,
        source: &'s Source,
        found: &mut Diagnostics,
    ) -> Option<(Node, Cow<'s, Source>)> {
        let typed = source;
        let mut source = Cow::Borrowed(source);
        for _ in 0..MOST {
            let error = match tree::parse(span, &source) {
                Ok(tree) => return Some((tree, source)),
                Err(error) => error,
            };
            // Blanks may stand where letters of several bytes were typed.
            let place = typed.whole_characters(error.span);
            found.push(yaml_syntax(&error.syntax), place);
            let recovered = self.replace_error(&error.syntax, error.span, span, &source);
            source = Cow::Owned(recovered?);
        }
        None
    }

    /// Whether nothing was skipped.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether lines of a file were skipped.
    pub(crate) fn is_in(&self, file: FileId) -> bool {
        self.lines.iter().any(|line| line.file == file)
    }

    /// Skips the lines in `range`, and notes which fields they would have given.
    pub(crate) fn skip(&mut self, range: Span, source: &Source) {
        self.lines.push(range);
        for line in source.slice(range.range()).lines() {
            let entry = line.trim_start_matches([' ', '\t', '-', '\u{feff}']);
            let colon = key_end(entry).or_else(|| entry.find([':', '：']));
            self.keys.insert(fold(&entry[..colon.unwrap_or(entry.len())]));
        }
    }

    /// Whether a field would have been given by a skipped line; where no colon ends its name, by
    /// one that begins like it (`ký hiệu TB/BCĐ`).
    pub(crate) fn would_give(&self, field: &str) -> bool {
        let field = fold(field);
        let begins = |key: &String| {
            key.strip_prefix(&field)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        };
        self.keys.iter().any(begins)
    }

    /// Replaces a syntax error by something harmless of the same length, so that every span
    /// still holds in the file as it was typed.
    fn replace_error(
        &mut self,
        syntax: &Syntax,
        slip: Span,
        yaml: Span,
        source: &Source,
    ) -> Option<Source> {
        let text = source.text();
        let line = source.position(slip.start).line;
        let whole = source.line_range(line)?;
        let (range, with) = replacement(syntax, slip, yaml, source)?;
        // A group whose fields are skipped has not been left empty: the whole field goes.
        let grouped = matches!(syntax, Syntax::Tab | Syntax::Indentation | Syntax::Other);
        let start = if grouped { head(line, yaml, source) } else { whole.start };
        self.skip(Span::new(yaml.file, start..range.end.max(whole.end)), source);
        let bytes = text.bytes().enumerate().map(|(index, byte)| {
            let kept = matches!(byte, b'\n' | b'\r') || !range.contains(&index);
            if kept { byte } else { with }
        });
        let recovered = String::from_utf8(bytes.collect())
            .ok()
            .filter(|recovered| recovered != text)?;
        Some(Source::new(source.name(), recovered))
    }
}

/// Which bytes to replace for a syntax error, and with what: blanks where the rest of the line can
/// be read without them, letters where a value must stay a value.
fn replacement(
    syntax: &Syntax,
    slip: Span,
    yaml: Span,
    source: &Source,
) -> Option<(Range<usize>, u8)> {
    let text = source.text();
    let line = source.position(slip.start).line;
    let whole = source.line_range(line)?;
    let next = text[slip.end..].chars().next().map_or(0, char::len_utf8);
    Some(match syntax {
        Syntax::TooComplex | Syntax::TooMany(_) => return None,
        // `trích yếu: Kết luận: họp` reads on as `Kết luận  họp`.
        Syntax::ColonInValue => (slip.range(), b' '),
        // `địa danh Lục Bình`: nobody knows where the name ends.
        Syntax::MissingColon if &text[slip.range()] != ":" => {
            (block(line, yaml, source), b' ')
        }
        // `-"Thành viên"`, `-{…}`: a blank would cut into the quotation or the bracket.
        Syntax::DashWithoutBlank
            if !text[slip.end..].starts_with(char::is_alphabetic) =>
        {
            (slip.start..whole.end, b' ')
        }
        // `số:12`, `-Thành viên`: the blank takes the place of the next character.
        Syntax::MissingColon | Syntax::DashWithoutBlank => {
            (slip.end..(slip.end + next).min(whole.end), b' ')
        }
        // `"kết luận`, `[một, hai`, `@ban`: `x` to the end of the line is a text.
        Syntax::UnclosedQuote
        | Syntax::UnclosedBracket
        | Syntax::CurlyQuote
        | Syntax::ReservedStart(_)
        | Syntax::Tag => (slip.start..whole.end, b'x'),
        // `"Ba sạch" ở xã`: what stands behind the value goes.
        Syntax::TextAfterEnd => (slip.start..whole.end, b' '),
        Syntax::Tab | Syntax::Indentation | Syntax::Other => {
            (block(line, yaml, source), b' ')
        }
    })
}

/// A line with all that is indented below it, or like it by tabs.
fn block(line: usize, yaml: Span, source: &Source) -> Range<usize> {
    let indent = |text: &str| text.len() - text.trim_start().len();
    let first = source.line(line);
    let belongs = |text: &str| {
        text.trim().is_empty()
            || indent(text) > indent(first)
            || (first.starts_with('\t') && text.starts_with('\t'))
    };
    let start = source.line_range(line).map_or(yaml.end, |range| range.start);
    let end = (line + 1..=source.line_count())
        .filter_map(|line| source.line_range(line))
        .take_while(|range| {
            range.end <= yaml.end && belongs(&source.text()[range.clone()])
        })
        .last();
    let own = source.line_range(line).map_or(start, |range| range.end);
    start.max(yaml.start)..end.map_or(own, |range| range.end).min(yaml.end)
}

/// Where the field of the document begins to which a line belongs.
fn head(line: usize, yaml: Span, source: &Source) -> usize {
    (1..=line)
        .rev()
        .filter_map(|line| source.line_range(line))
        .take_while(|range| range.start >= yaml.start)
        .find(|range| source.text()[range.clone()].starts_with(char::is_alphabetic))
        .map_or(yaml.start, |range| range.start)
}

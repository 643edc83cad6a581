//! Reads on after a slip: puts something harmless in its place, so that everything else in the
//! file can still be judged, and keeps quiet about what the slip itself has cost.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::node::Node;
use super::slips::key_end;
use super::split::Parts;
use super::tree;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::document::fold;
use crate::front_matter::problems::yaml::Syntax;
use crate::front_matter::problems::{fields, yaml};
use crate::source::{FileId, Source, Span};

/// After so many slips in one file the rest is not looked at.
const MOST: usize = 20;

/// What slips have cost: nothing can be said of it.
#[derive(Debug, Default)]
pub(crate) struct Losses {
    lines: Vec<Span>,
    keys: BTreeSet<String>,
}

impl Losses {
    /// Reads the YAML in `span`, with all slips in it; the tree has something harmless in
    /// their place.
    pub(crate) fn parse<'s>(
        &mut self,
        span: Span,
        source: &'s Source,
        found: &mut Diagnostics,
    ) -> Option<(Node, Cow<'s, Source>)> {
        let mut source = Cow::Borrowed(source);
        for _ in 0..MOST {
            let error = match tree::parse(span, &source) {
                Ok(tree) => return Some((tree, source)),
                Err(error) => error,
            };
            found.push(yaml::yaml_syntax(&error.syntax), error.span);
            let mended = self.mend(&error.syntax, error.span, span, &source);
            source = Cow::Owned(mended?);
        }
        None
    }

    /// Whether nothing was lost.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether something was lost in a file.
    pub(crate) fn touch(&self, file: FileId) -> bool {
        self.lines.iter().any(|line| line.file == file)
    }

    /// Notes that the lines in `range` say nothing, and which fields they would have given.
    pub(crate) fn lose(&mut self, range: Span, source: &Source) {
        self.lines.push(range);
        for line in source.slice(range.range()).lines() {
            let entry = line.trim_start_matches([' ', '\t', '-', '\u{feff}']);
            let colon = key_end(entry).or_else(|| entry.find([':', '：']));
            self.keys.insert(fold(&entry[..colon.unwrap_or(entry.len())]));
        }
    }

    /// Says where a `---` in the midst of the front matter has ended it: fields that are
    /// missing stand in the first lines of the body.
    pub(crate) fn ends_early(
        &mut self,
        parts: &Parts,
        source: &Source,
        file: FileId,
        found: &mut Diagnostics,
    ) {
        let first = source.position(parts.body.start).line;
        let lines =
            (first..=source.line_count()).filter_map(|line| source.line_range(line));
        let text = |range: &Range<usize>| &source.text()[range.clone()];
        let fields = lines
            .skip_while(|range| text(range).trim().is_empty())
            .take_while(|range| !text(range).trim().is_empty())
            .filter_map(|range| {
                Some((fold(&text(&range)[..key_end(text(&range))?]), range))
            });
        let fields: Vec<(String, Range<usize>)> = fields.collect();
        let is_missing = |name: &String| {
            found
                .iter()
                .any(|d| lacks_in_document(&d.problem).is_some_and(|f| fold(f) == *name))
        };
        let outside = fields.iter().find(|(name, _)| is_missing(name));
        if let Some((_, range)) = outside {
            let close = Span::new(file, parts.close.clone());
            let line = Span::new(file, range.clone());
            found.push_related(yaml::front_matter_ends_early(), close, line);
            self.keys.extend(fields.into_iter().map(|(name, _)| name));
        }
    }

    /// What is left to say when the losses are known.
    pub(crate) fn filter(&self, mut found: Diagnostics) -> Diagnostics {
        let slips: Vec<Span> = found
            .iter()
            .filter(|diagnostic| diagnostic.problem.breaks(&yaml::YAML_SYNTAX))
            .map(|diagnostic| diagnostic.span)
            .collect();
        let within = |inner: Span, outer: &Span| {
            outer.file == inner.file && outer.range().contains(&inner.start)
        };
        // What is missing may stand in the lost lines of the other file.
        let elsewhere = |span: Span| self.lines.iter().any(|line| line.file != span.file);
        found.retain(|Diagnostic { problem, span, .. }| {
            let lost = || self.lines.iter().any(|line| within(*span, line));
            let follows = || slips.iter().any(|slip| within(*slip, span));
            if problem.breaks(&yaml::YAML_SYNTAX) || problem.breaks(&yaml::CUT_BY_COMMENT)
            {
                return true;
            }
            match missing(problem) {
                Some(field) => !lost() && !self.lacks(field) && !elsewhere(*span),
                None => !lost() && !follows(),
            }
        });
        found
    }

    /// Whether a field would have been given by a lost line; where no colon ends its name, by
    /// one that begins like it.
    fn lacks(&self, field: &str) -> bool {
        let field = fold(field);
        let begins = |key: &String| {
            key.strip_prefix(&field)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        };
        self.keys.iter().any(begins)
    }

    /// The file with something harmless of the same length in the place of a slip.
    fn mend(
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
        // A group whose fields are lost has not been left empty.
        let grouped = matches!(syntax, Syntax::Tab | Syntax::Indentation | Syntax::Other);
        let start = if grouped { head(line, yaml, source) } else { whole.start };
        self.lose(Span::new(yaml.file, start..range.end.max(whole.end)), source);
        let bytes = text.bytes().enumerate().map(|(index, byte)| {
            let kept = matches!(byte, b'\n' | b'\r') || !range.contains(&index);
            if kept { byte } else { with }
        });
        let mended =
            String::from_utf8(bytes.collect()).ok().filter(|mended| mended != text)?;
        Some(Source::new(source.name(), mended))
    }
}

/// Which bytes to replace for a slip, and with what.
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
        Syntax::TooComplex => return None,
        Syntax::ColonInValue => (slip.range(), b' '),
        Syntax::MissingColon if &text[slip.range()] != ":" => {
            (block(line, yaml, source), b' ')
        }
        Syntax::DashWithoutBlank
            if !text[slip.end..].starts_with(char::is_alphabetic) =>
        {
            (slip.start..whole.end, b' ')
        }
        Syntax::MissingColon | Syntax::DashWithoutBlank => {
            (slip.end..(slip.end + next).min(whole.end), b' ')
        }
        Syntax::UnclosedQuote
        | Syntax::UnclosedBracket
        | Syntax::CurlyQuote
        | Syntax::ReservedStart(_)
        | Syntax::Tag => (slip.start..whole.end, b'x'),
        Syntax::TextAfterEnd => (slip.start..whole.end, b' '),
        Syntax::Tab | Syntax::Indentation | Syntax::Other => {
            (block(line, yaml, source), b' ')
        }
    })
}

/// Drops what is missing only because its name is mistyped: that is said at the name.
pub(crate) fn without_mistyped(mut found: Diagnostics) -> Diagnostics {
    let unknown = found.iter().filter(|d| d.problem.breaks(&fields::UNKNOWN_FIELD));
    let mistyped: Vec<String> =
        unknown.filter_map(|diagnostic| diagnostic.problem.suggestion.clone()).collect();
    found.retain(|diagnostic| {
        !missing(&diagnostic.problem)
            .is_some_and(|field| mistyped.iter().any(|m| m == field))
    });
    found
}

/// The field that a problem says is missing, wherever.
pub(crate) fn missing(problem: &Problem) -> Option<&str> {
    let path = problem.field.as_ref().filter(|_| problem.breaks(&fields::MISSING_FIELD));
    path.map(|path| path.field.as_str())
}

/// The field that a problem says is missing in the document itself.
pub(crate) fn lacks_in_document(problem: &Problem) -> Option<&str> {
    let of_document = problem.field.as_ref().is_some_and(|path| path.parent.is_none());
    missing(problem).filter(|_| of_document)
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

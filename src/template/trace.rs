//! Which line of which template wrote what: lines that templates print as they stand carry a
//! mark through the run, so that what Typst has against them can be shown in the template.

use super::marks::{END, TRACE};

/// The text of a template as the engine reads it.
pub(super) struct Traced {
    /// The text with its marks.
    pub(super) text: String,
    /// Where something was put in, and how much, in the original's order.
    inserted: Vec<(usize, usize)>,
}

impl Traced {
    /// The text of file `number` with a mark before each line that begins with what is printed
    /// as it stands.
    pub(super) fn of(number: usize, text: &str) -> Self {
        let mut traced =
            Self { text: String::with_capacity(text.len()), inserted: Vec::new() };
        let (mut at, mut line, mut starts) = (0, 1, true);
        while at < text.len() {
            let rest = &text[at..];
            if starts {
                let indent = rest.len() - rest.trim_start_matches([' ', '\t']).len();
                let content = &rest[indent..];
                traced.text.push_str(&rest[..indent]);
                at += indent;
                if !content.is_empty() && !content.starts_with(['{', '\n', '\r']) {
                    let mark = mark(number, line);
                    traced.inserted.push((at, mark.len()));
                    traced.text.push_str(&mark);
                }
                starts = false;
                continue;
            }
            let length = length(rest);
            let part = &rest[..length];
            starts = part == "\n";
            line += part.matches('\n').count();
            traced.text.push_str(part);
            at += length;
        }
        traced
    }

    /// Where an offset of the marked text lies in the original.
    pub(super) fn original(&self, offset: usize) -> usize {
        let mut before = 0;
        for (at, length) in &self.inserted {
            if at + before >= offset {
                break;
            }
            before += length.min(&(offset - at - before));
        }
        offset - before
    }
}

fn mark(number: usize, line: usize) -> String {
    format!("{TRACE}{number}:{line}{END}")
}

/// The length of the tag, the comment, the line end or the text at the start of `rest`.
fn length(rest: &str) -> usize {
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}")] {
        if rest.starts_with(open) {
            let end = if open == "{#" {
                rest.find(close).map(|at| at + close.len())
            } else {
                tag_end(rest, close)
            };
            let end = end.unwrap_or(rest.len());
            let is_raw = open == "{%" && word(&rest[..end]) == "raw";
            return if is_raw { raw_end(rest, end) } else { end };
        }
    }
    if rest.starts_with('\n') {
        return 1;
    }
    let first = rest.chars().next().map_or(0, char::len_utf8);
    rest[first..].find(['{', '\n']).map_or(rest.len(), |at| first + at)
}

/// Where a tag ends; what stands in quotation marks does not end it.
fn tag_end(tag: &str, close: &str) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in tag.char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            None if tag[at..].starts_with(close) => return Some(at + close.len()),
            _ => {}
        }
    }
    None
}

/// The first word of a tag.
pub(super) fn word(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['{', '%', '-', '+']).trim_start();
    inner.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// Where the part ends that a `raw` tag starts.
fn raw_end(rest: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(next) = rest[at..].find("{%") {
        let tag = &rest[at + next..];
        let end = tag.find("%}").map_or(tag.len(), |end| end + 2);
        at += next + end;
        if word(&tag[..end]) == "endraw" {
            return at;
        }
    }
    rest.len()
}

/// The tags of a template, `{% … %}`, each with its place.
pub(super) fn tags(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = length(&text[at..]);
        let part = &text[at..at + length];
        if part.starts_with("{%") && word(part) != "raw" {
            found.push((at, part));
        }
        at += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_printed_as_they_stand_are_marked() {
        let text = "a\n  b {{ \"}}\n\" }} c\n{% if x %}\nd\n\n{# e\nf #}g\n{% raw %}\nh\n{% endraw %}\ni";
        let traced = Traced::of(7, text);
        let shown = traced.text.replace(TRACE, "<").replace(END, ">");
        assert_eq!(
            shown,
            "<7:1>a\n  <7:2>b {{ \"}}\n\" }} c\n{% if x %}\n<7:5>d\n\n{# e\nf #}g\n\
             {% raw %}\nh\n{% endraw %}\n<7:12>i"
        );
        for (at, c) in text.char_indices() {
            let marked = traced.text.match_indices(c).map(|(at, _)| traced.original(at));
            assert!(marked.into_iter().any(|found| found == at), "{at} {c:?}");
        }
    }

    #[test]
    fn tags_are_found() {
        let text = "{% extends 'a' %}{# {% no %} #}{%- block b -%}x{% raw %}{% no %}{% endraw %}";
        let tags: Vec<&str> = tags(text).into_iter().map(|(_, tag)| word(tag)).collect();
        assert_eq!(tags, ["extends", "block"]);
    }
}

//! Which line of which template wrote what: lines that templates print as they stand carry a
//! mark through the run, so that what Typst has against them can be shown in the template.

use std::fmt::Write as _;

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
                    let start = traced.text.len();
                    // Writing to a string never fails.
                    let _ = write!(traced.text, "{TRACE}{number}:{line}{END}");
                    traced.inserted.push((at, traced.text.len() - start));
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

/// The length of the tag, the comment, the line end or the text at the start of `rest`.
fn length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let end = match bytes {
        [b'{', b'#', ..] => rest.find("#}").map(|at| at + 2),
        [b'{', b'{', ..] => tag_end(bytes, *b"}}"),
        [b'{', b'%', ..] => {
            let end = tag_end(bytes, *b"%}").unwrap_or(rest.len());
            let is_raw = word(&rest[..end]) == "raw";
            Some(if is_raw { raw_end(rest, end) } else { end })
        }
        [b'\n', ..] => Some(1),
        _ => {
            let mut behind_first = bytes.iter().skip(1);
            behind_first.position(|byte| matches!(byte, b'{' | b'\n')).map(|at| at + 1)
        }
    };
    end.unwrap_or(rest.len())
}

/// Where a tag ends; what stands in quotation marks does not end it.
fn tag_end(tag: &[u8], close: [u8; 2]) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (at, byte) in tag.iter().enumerate() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if *byte == b'\\' => escaped = true,
            Some(open) if byte == open => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None if tag[at..].starts_with(&close) => return Some(at + close.len()),
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
pub(super) fn tags(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    let parts = std::iter::from_fn(move || {
        let (at, rest) = (next, text.get(next..).filter(|rest| !rest.is_empty())?);
        next += length(rest);
        Some((at, &text[at..next]))
    });
    parts.filter(|(_, part)| part.starts_with("{%") && word(part) != "raw")
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
        let tags: Vec<&str> = tags(text).map(|(_, tag)| word(tag)).collect();
        assert_eq!(tags, ["extends", "block"]);
    }
}

//! Remarks of the user that silence a rule at one place: `<!-- vanban: bỏ qua number-gap -->` in
//! the text, `# vanban: bỏ qua number-gap` in YAML.

use std::ops::Range;

use crate::document::fold;
use crate::source::{FileId, Source, Span};

/// What a remark begins with, behind the mark of a comment.
const SIGN: &str = "vanban:";

/// A remark that silences one rule at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Silencer {
    /// The name of the rule as it was typed; empty where the remark names none.
    pub(super) rule: String,
    /// Where the name stands.
    pub(super) span: Span,
    /// Where the rule is silent, in bytes of the file.
    pub(super) range: Range<usize>,
}

/// The remarks in a file whose front matter, or all of which, is YAML up to the byte `yaml`.
pub(super) fn silencers(file: FileId, source: &Source, yaml: usize) -> Vec<Silencer> {
    if !source.text().contains(SIGN) {
        return Vec::new();
    }
    let lines: Vec<Line<'_>> = lines(source.text(), yaml);
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(remark) = &line.remark else { continue };
        let alone = line.before(remark.start).trim().is_empty();
        let range = if alone { below(&lines, index) } else { line.range() };
        for name in names(line, remark.clone()) {
            let rule = line.text[name.clone()].to_owned();
            let span = Span::new(file, line.start + name.start..line.start + name.end);
            found.push(Silencer { rule, span, range: range.clone() });
        }
    }
    found
}

/// A line, and where in it a remark to this program stands.
struct Line<'a> {
    start: usize,
    text: &'a str,
    yaml: bool,
    /// From the mark of the comment to its end.
    remark: Option<Range<usize>>,
}

impl Line<'_> {
    fn before(&self, at: usize) -> &str {
        &self.text[..at]
    }

    fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// How far it is set in.
    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }
}

fn lines(text: &str, yaml: usize) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut found = Vec::new();
    for text in text.split_inclusive('\n') {
        let own = text.trim_end_matches(['\n', '\r']);
        let is_yaml = start < yaml;
        found.push(Line {
            start,
            text: own,
            yaml: is_yaml,
            remark: remark(own, is_yaml),
        });
        start += text.len();
    }
    found
}

/// Where a remark to this program stands in a line: from `#` to the end of the line in YAML, from
/// `<!--` to `-->` in the text.
fn remark(line: &str, yaml: bool) -> Option<Range<usize>> {
    let open = if yaml { "#" } else { "<!--" };
    line.match_indices(open).find_map(|(start, _)| {
        // In YAML a comment begins the line or has a blank before it.
        if yaml && start > 0 && !line[..start].ends_with([' ', '\t']) {
            return None;
        }
        let from = start + open.len();
        let length = if yaml { line.len() - from } else { line[from..].find("-->")? };
        let end = from + length;
        line[from..end].trim_start().starts_with(SIGN).then_some(start..end)
    })
}

/// Where the names of rules stand in a remark: behind `bỏ qua`, with commas or blanks between
/// them. A remark that says something else names nothing: its place is that of all its words.
fn names(line: &Line<'_>, remark: Range<usize>) -> Vec<Range<usize>> {
    let sign = remark.start + line.text[remark.clone()].find(SIGN).unwrap_or_default();
    let from = sign + SIGN.len();
    let text = &line.text[from..remark.end];
    let mut words = Vec::new();
    let mut at = from;
    for word in text.split([' ', '\t', ',']) {
        if !word.is_empty() {
            words.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    let says = |index: usize, wanted: &str| {
        words.get(index).is_some_and(|word| fold(&line.text[word.clone()]) == wanted)
    };
    if says(0, "bo") && says(1, "qua") && words.len() > 2 {
        return words.split_off(2);
    }
    // An empty name at the end of the remark.
    std::iter::once(remark.end..remark.end).collect()
}

/// Where a remark on a line of its own holds: in the text the next paragraph, in YAML the next
/// field with all that is set in below it.
fn below(lines: &[Line<'_>], index: usize) -> Range<usize> {
    let rest = lines[index + 1..].iter();
    let is_said =
        |line: &&Line<'_>| !line.text.trim().is_empty() && line.remark.is_none();
    let mut rest = rest.skip_while(|line| !is_said(line)).peekable();
    let Some(first) = rest.next() else {
        let end = lines[index].range().end;
        return end..end;
    };
    let mut end = first.range().end;
    for line in rest {
        let belongs = if line.yaml {
            line.text.trim().is_empty() || line.indent() > first.indent()
        } else {
            !line.text.trim().is_empty()
        };
        if !belongs {
            break;
        }
        end = line.range().end;
    }
    first.start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The silencers of a text with the words at which they are silent.
    fn read(text: &str) -> Vec<(String, String)> {
        let yaml = text.find("\n---\n").unwrap_or(0);
        let source = Source::new("tb.md", text);
        let found = silencers(FileId::DOCUMENT, &source, yaml);
        found.into_iter().map(|one| (one.rule, text[one.range].to_owned())).collect()
    }

    fn silent(rule: &str, at: &str) -> (String, String) {
        (rule.to_owned(), at.to_owned())
    }

    #[test]
    fn a_remark_holds_for_its_line_or_for_what_is_below() {
        let text = "\n---\n<!-- vanban: bỏ qua a, b -->\n\n1. Một\nhai.\n\nBa. <!-- vanban: bo \
                    qua c --> Bốn.\n";
        let below = "1. Một\nhai.";
        let line = "Ba. <!-- vanban: bo qua c --> Bốn.";
        assert_eq!(
            read(text),
            [silent("a", below), silent("b", below), silent("c", line)]
        );
    }

    #[test]
    fn in_yaml_it_holds_for_a_field_with_all_below_it() {
        let text = "# vanban: bỏ qua a\nnơi nhận:\n  - x\n\n  - y\nký: z # vanban: bỏ qua b\n---\n# \
                    vanban: bỏ qua c\n";
        let list = "nơi nhận:\n  - x\n\n  - y";
        let found = [silent("a", list), silent("b", "ký: z # vanban: bỏ qua b")];
        assert_eq!(read(text), found);
    }

    #[test]
    fn a_remark_that_names_no_rule_is_found() {
        let text = "\n---\n<!-- vanban: bỏ qua -->\nMột.\n";
        assert_eq!(read(text), [silent("", "Một.")]);
        assert!(read("\n---\n<!-- vanban là gì -->\nMột.\n").is_empty());
    }
}

//! Where a remark that silences a rule is put, so that it silences it and changes nothing else.

use std::ops::Range;

use super::kind::Kind;
use super::paper::Paper;
use crate::cli::files::loaded::Loaded;
use crate::{Outcome, Parsed, Resolved, parse, resolve_defaults};

/// A remark, and the byte before which it is put.
pub(super) struct Remark {
    pub(super) at: usize,
    pub(super) text: String,
}

/// The remark that silences the rule `id` at a byte of a file; nothing where none can stand.
pub(super) fn remark(paper: &Paper<'_>, at: usize, id: &str) -> Option<Remark> {
    let text = paper.text;
    let at = text.floor_char_boundary(at);
    let end =
        if text[..at].ends_with("\r\n") || text.contains("\r\n") { "\r\n" } else { "\n" };
    let yaml = paper.yaml.clone().unwrap_or_default();
    let places = if yaml.contains(&at) {
        let heads = heads(text, yaml, at).into_iter();
        heads
            .map(|(line, indent)| Remark {
                at: line,
                text: format!("{indent}# vanban: bỏ qua {id}{end}"),
            })
            .collect()
    } else if at > yaml.end {
        let at = paragraph(text, yaml.end, at);
        vec![Remark { at, text: format!("<!-- vanban: bỏ qua {id} -->{end}") }]
    } else {
        Vec::new()
    };
    let before = said(paper, text.to_owned())?;
    places.into_iter().find(|remark| {
        let mut after = text.to_owned();
        after.insert_str(remark.at, &remark.text);
        said(paper, after).is_some_and(|after| after == before)
    })
}

/// The lines above which a remark holds for a place in the YAML: its own, and those of the fields
/// around it; each with what it is set in.
fn heads(text: &str, yaml: Range<usize>, at: usize) -> Vec<(usize, &str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    loop {
        let start = text[yaml.start..end]
            .rfind('\n')
            .map_or(yaml.start, |at| yaml.start + at + 1);
        let line = &text[start..end];
        let content = line.trim_start_matches(' ');
        let indent = &line[..line.len() - content.len()];
        let closer = found.last().is_none_or(|(_, last)| indent.len() < last.len());
        let says = !content.trim().is_empty() && !content.starts_with('#');
        if closer && says {
            found.push((start, indent));
        }
        if start <= yaml.start {
            return found;
        }
        end = start - 1;
    }
}

/// Where the paragraph at a place begins.
fn paragraph(text: &str, body: usize, at: usize) -> usize {
    let mut start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    while start > body {
        let above = text[..start - 1].rfind('\n').map_or(0, |end| end + 1);
        if above < body || text[above..start].trim().is_empty() {
            break;
        }
        start = above;
    }
    start
}

/// What a text says: its values, and the words of its body.
fn said(paper: &Paper<'_>, text: String) -> Option<Vec<String>> {
    let name = paper.loaded.name().to_owned();
    let loaded =
        paper.loaded.clone().without_own_code().renamed(&name, text.into_bytes());
    let value = |value: Resolved| format!("{:?} {:?}", value.path, value.value);
    if paper.kind == Kind::Defaults {
        let values = loaded.run(resolve_defaults).output?;
        return Some(values.into_iter().map(value).collect());
    }
    let Outcome { output, .. } = read(loaded);
    let parsed = output?;
    let values = parsed.values().into_iter().map(value);
    let texts = parsed.outline.texts().map(|text| text.value.clone());
    let items =
        parsed.outline.blocks().filter_map(|block| block.as_item()?.number.clone());
    let labels = items.map(|number| number.label);
    Some(values.chain(texts).chain(labels).collect())
}

fn read(loaded: Loaded) -> Outcome<Parsed> {
    loaded.run(parse)
}

//! Blanks between words: one is as good as many, and none stand at the end of a line.

use crate::document::outline::Inline;

/// So many blanks leave room to write a number by hand.
const ROOM: usize = 4;

/// Runs of blanks, tabs and line ends become one blank; a no-break space stays. The room for a
/// number, `Số:      /QĐ-UBND`, keeps its width as such spaces.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte.is_ascii_whitespace()) {
        out.push_str(&rest[..at]);
        let behind = rest[at..].trim_ascii_start();
        let run = &rest[at..rest.len() - behind.len()];
        let is_room = run.len() >= ROOM && run.bytes().all(|byte| byte == b' ');
        if is_room && out.ends_with("Số:") && behind.starts_with('/') {
            out.extend(std::iter::repeat_n('\u{a0}', run.len()));
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Takes blanks and line breaks off the end.
pub(crate) fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(last) = inlines.last_mut() {
        match last {
            Inline::Text(text) => {
                text.value.truncate(text.value.trim_end_matches(' ').len());
                if !text.value.is_empty() {
                    return;
                }
                inlines.pop();
            }
            Inline::LineBreak => {
                inlines.pop();
            }
            Inline::Strong(_)
            | Inline::Emphasis(_)
            | Inline::Link { .. }
            | Inline::Footnote(_) => return,
        }
    }
}

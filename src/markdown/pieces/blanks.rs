//! Blanks between words: one is as good as many, and none stand at the end of a line.

use crate::document::outline::Inline;

/// Runs of blanks, tabs and line ends become one blank; a no-break space stays.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = c.is_ascii_whitespace();
        if !blank {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
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

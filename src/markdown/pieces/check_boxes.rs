//! Check boxes: `[ ]` and `[x]` in a text become the signs ☐ and ☒.

use crate::document::check_box;

/// A box in a text.
struct CheckBox {
    start: usize,
    end: usize,
    ticked: bool,
    /// Whether a letter or digit stands right beside it.
    is_beside_word: bool,
    /// Whether a backslash stands before one of its brackets.
    is_escaped: bool,
}

/// A text with its boxes as signs; `written` is the Markdown that it comes from, where backslashes
/// tell what is to be printed as it is.
pub(crate) fn drawn(text: &str, written: &str) -> String {
    if !text.contains('[') {
        return text.to_owned();
    }
    let (boxes, typed) = (boxes(text), boxes(written));
    // `&#91; ]` is a box in one of them only.
    if boxes.len() != typed.len() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    let real = boxes
        .iter()
        .zip(typed)
        .filter(|(one, typed)| !one.is_beside_word && !typed.is_escaped);
    for (one, _) in real {
        out.push_str(&text[done..one.start]);
        out.push(if one.ticked { check_box::CROSSED } else { check_box::EMPTY });
        done = one.end;
    }
    out + &text[done..]
}

/// What looks like a box in a text.
fn boxes(text: &str) -> Vec<CheckBox> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('[') {
        let start = from + at;
        from = start + 1;
        let inner = text[from..].trim_start_matches([' ', '\u{a0}']);
        let blank = inner.len() < text.len() - from;
        let ticked = inner.starts_with(['x', 'X']);
        let behind = if ticked { &inner[1..] } else { inner };
        let escaped = behind.starts_with('\\');
        let Some(behind) = behind[usize::from(escaped)..].strip_prefix(']') else {
            continue;
        };
        if blank == ticked {
            continue;
        }
        let end = text.len() - behind.len();
        let before = text[..start].chars().next_back();
        let after = behind.chars().next();
        let slashes = start - text[..start].trim_end_matches('\\').len();
        found.push(CheckBox {
            start,
            end,
            ticked,
            is_beside_word: [before, after]
                .into_iter()
                .flatten()
                .any(char::is_alphanumeric),
            is_escaped: slashes % 2 == 1 || escaped,
        });
        from = end;
    }
    found
}

//! Comments, `<!-- … -->`: they print nothing, wherever they stand.

use std::ops::Range;

use super::line::LineEnds;
use super::marker;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::markdown::fragment::{Edit, Fragment};

/// A comment that is never closed, or text behind a comment that would be lost.
pub(crate) static COMMENT_SWALLOWS: Rule = Rule {
    id: "comment-swallows",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Ghi chú `<!-- … -->` không được in. Ghi chú không đóng bằng `-->` che mất \
             cả phần còn lại; theo Markdown, chữ đứng ngay sau nó cũng mất.",
        en: "A comment `<!-- … -->` is not printed. One that is not closed by `-->` \
             would hide all the rest; in Markdown the words right behind it vanish too.",
    },
    wrong: Example::body("<!-- hỏi lại chị Hoa\n\nCác thôn báo cáo tiến độ."),
    right: Example::body("<!-- hỏi lại chị Hoa -->\n\nCác thôn báo cáo tiến độ."),
    ..Rule::ERROR
};

/// A comment is never closed.
fn comment_swallows() -> Problem {
    COMMENT_SWALLOWS.problem(
        both!(
            "ghi chú `<!-- … -->` che mất nội dung",
            "a comment `<!-- … -->` hides text"
        ),
        both!("phần này sẽ không được in", "this will not be printed"),
        both!(
            "đóng ghi chú bằng `-->`, để một dòng trống rồi mới viết nội dung",
            "close the comment with `-->` and leave a blank line before the text"
        ),
    )
}

/// What a comment starts with.
const START: &str = "<!--";
/// What it ends with.
const END: &str = "-->";

/// A text without its comments. One that is never closed is an error: it would hide all the rest.
pub(crate) fn without<'a>(
    fragment: Fragment<'a>,
    diagnostics: &mut Diagnostics,
) -> Fragment<'a> {
    let fragment = without_markers(fragment);
    let text = &*fragment.text;
    if !text.contains(START) {
        return fragment;
    }
    let (mut edits, mut at) = (Vec::new(), 0);
    let fences = fences(text);
    while let Some(offset) = text[at..].find(START) {
        let start = at + offset;
        at = start + START.len();
        if is_literal(text, start) || fences.iter().any(|fence| fence.contains(&start)) {
            continue;
        }
        // `<!-->` and `<!--->` are whole comments.
        let behind = text[start + 2..].find(END).map(|end| start + 2 + end + END.len());
        let Some(end) = behind else {
            diagnostics
                .push(comment_swallows(), fragment.span(start..text.trim_end().len()));
            edits.push(Edit { range: start..text.len(), with: String::new() });
            break;
        };
        let words = |text: &str| !text.trim_matches([' ', '\t', '>']).is_empty();
        let between = words(line_before(text, start)) && words(line_behind(text, end));
        // `một<!-- x -->hai` are two words with two places in the file; a line that holds nothing
        // but a comment becomes empty.
        let with = if between { marker::COMMENT.to_string() } else { String::new() };
        edits.push(Edit { range: start..end, with });
        at = end;
    }
    if edits.is_empty() { fragment } else { fragment.edited(&edits) }
}

/// A text without characters that would act as markers: another one of their kind stands in their
/// place, which has no glyph and so is reported.
fn without_markers(fragment: Fragment<'_>) -> Fragment<'_> {
    if !fragment.text.as_bytes().contains(&marker::FIRST) {
        return fragment;
    }
    let typed = fragment.text.match_indices(marker::ALL);
    let other = |(at, typed): (usize, &str)| Edit {
        range: at..at + typed.len(),
        with: '\u{fdef}'.to_string(),
    };
    let edits: Vec<Edit> = typed.map(other).collect();
    if edits.is_empty() { fragment } else { fragment.edited(&edits) }
}

/// Whether the signs at a place are meant as they are: behind a backslash, or in code.
fn is_literal(text: &str, at: usize) -> bool {
    let before = line_before(text, at);
    let slashes = before.len() - before.trim_end_matches('\\').len();
    slashes % 2 == 1 || before.matches('`').count() % 2 == 1
}

/// What stands before a place in its line.
fn line_before(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    &text[start..at]
}

/// What stands behind a place in its line.
fn line_behind(text: &str, at: usize) -> &str {
    let end = text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
    &text[at..end]
}

/// The stretches between fences.
fn fences(text: &str) -> Vec<Range<usize>> {
    let (mut out, mut open, mut start) = (Vec::new(), None, 0);
    for length in LineEnds(text) {
        let line = text[start..start + length].trim_start_matches([' ', '\t', '>']);
        let mark = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        match (open, mark) {
            (None, Some(mark)) => open = Some((mark, start)),
            (Some((opened, from)), Some(mark)) if opened == mark => {
                out.push(from..start);
                open = None;
            }
            _ => {}
        }
        start += length;
    }
    out.extend(open.map(|(_, from)| from..text.len()));
    out
}

//! Marks in plain text that were meant as Markdown but do nothing: `**chữ **`, `[^thiếu]`.

use std::ops::Range;

use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::markdown::fragment::Fragment;

/// Emphasis marks that Markdown does not see as such.
pub(crate) static STRAY_MARKS: Rule = Rule {
    id: "stray-marks",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Dấu `**` hay `*` chỉ làm đậm, nghiêng khi sát chữ ở bên trong; nếu không \
             thì được in nguyên.",
        en: "`**` and `*` make words bold or italic only where they stand close to them; \
             else they are printed.",
    },
    wrong: Example::body("Các thôn ** báo cáo** tiến độ."),
    right: Example::body("Các thôn **báo cáo** tiến độ."),
    ..Rule::WARNING
};

/// Emphasis `marks` (`**`) that make nothing bold or italic.
fn stray_marks(marks: &str) -> Problem {
    let escaped: String = marks.chars().flat_map(|c| ['\\', c]).collect();
    STRAY_MARKS.problem(
        both!(
            "dấu `{marks}` được in nguyên ra giấy, không làm đậm hay nghiêng chữ",
            "the marks `{marks}` are printed as they are and make nothing bold or italic"
        ),
        both!("dấu này không có tác dụng", "without effect"),
        both!(
            "viết dấu sát chữ ở bên trong, cách chữ ở bên ngoài, ví dụ: `một \
             {marks}hai{marks} ba`; muốn in đúng dấu này thì viết `{escaped}`",
            "write the marks close to the text inside, with a blank outside: `một \
             {marks}hai{marks} ba`; to print the marks write `{escaped}`"
        ),
    )
}

/// A blank in the path of a picture, which keeps it from being one.
pub(crate) static PICTURE_BLANK: Rule = Rule {
    id: "picture-blank",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Theo Markdown, đường dẫn có dấu cách phải đặt trong `< >`; nếu không, cả \
             dòng bị in ra thành chữ.",
        en: "In Markdown a path with a blank stands between `<` and `>`; else the line \
             is printed as text.",
    },
    wrong: Example::body("![sơ đồ](so do.svg)"),
    right: Example::body("![sơ đồ](<so do.svg>)"),
    ..Rule::ERROR
};

/// A blank stands in the `path` of a picture.
fn picture_blank(path: &str) -> Problem {
    PICTURE_BLANK.problem(
        both!(
            "đường dẫn của ảnh có dấu cách nên ảnh không được in",
            "a blank in the path keeps this from being a picture"
        ),
        both!("đường dẫn này", "this path"),
        both!(
            "đặt đường dẫn trong dấu `<` `>`: `![mô tả](<{path}>)`",
            "put the path between `<` and `>`: `![description](<{path}>)`"
        ),
    )
}

/// A footnote that is referred to but not written.
pub(crate) static FOOTNOTE_MISSING: Rule = Rule {
    id: "footnote-missing",
    family: Family::Notes,
    explanation: Bilingual {
        vi: "Dấu chú thích `[^1]` cần có dòng `[^1]: …` nói nội dung của nó.",
        en: "The mark of a note, `[^1]`, needs a line `[^1]: …` with its text.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ[^1]."),
    right: Example::body("Các thôn báo cáo tiến độ[^1].\n\n[^1]: Theo Kế hoạch số 15."),
    ..Rule::ERROR
};

/// The footnote `name` is nowhere defined.
fn footnote_missing(name: &str) -> Problem {
    FOOTNOTE_MISSING.problem(
        both!("không có chú thích cuối trang `{name}`", "there is no footnote `{name}`"),
        both!("nhắc đến ở đây", "referred to here"),
        both!(
            "thêm ở cuối văn bản dòng `[^{name}]: nội dung chú thích`",
            "add a line `[^{name}]: text of the note` at the end"
        ),
    )
}

/// Longest name of a footnote that is looked for, in bytes.
const MAX_NAME: usize = 100;

/// Reports what was meant as a footnote or a picture in `range`, a stretch of plain text.
pub(crate) fn report_unresolved(
    fragment: &Fragment,
    range: &Range<usize>,
    diagnostics: &mut Diagnostics,
) {
    let text = fragment.slice(range.clone());
    if !text.contains('[') {
        return;
    }
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let here = range.start + at;
        at += match c {
            '\\' => {
                c.len_utf8() + text[at + 1..].chars().next().map_or(0, char::len_utf8)
            }
            '!' if text[at..].starts_with("![") => {
                picture(fragment, &text[at..], here, diagnostics)
            }
            '[' => footnote(fragment, &text[at..], here, diagnostics),
            _ => c.len_utf8(),
        };
    }
}

/// Reports a run of `*` or `_` that is printed as it is, if it looks like a mark.
pub(crate) fn report_sign(
    fragment: &Fragment,
    run: Range<usize>,
    diagnostics: &mut Diagnostics,
) {
    let text = &*fragment.text;
    let Some(mark) = text[run.clone()].chars().next() else { return };
    if is_stray(text, run.clone(), mark) {
        let marks = text[run.clone()].to_owned();
        diagnostics.push(stray_marks(&marks), fragment.span(run));
    }
}

/// Reports `[^name]` at the start of `text`: a footnote that exists is no plain text.
fn footnote(
    fragment: &Fragment,
    text: &str,
    here: usize,
    diagnostics: &mut Diagnostics,
) -> usize {
    let name = text
        .strip_prefix("[^")
        .and_then(|rest| rest.split_once(']'))
        .map(|(name, _)| name)
        .filter(|name| {
            (1..MAX_NAME).contains(&name.len()) && !name.contains(['[', '\n'])
        });
    let Some(name) = name else { return 1 };
    let length = name.len() + "[^]".len();
    let span = fragment.span(here..here + length);
    diagnostics.push(footnote_missing(name), span);
    length
}

/// Reports `![text](path)` at the start of `text`: a blank in the path keeps it from being a
/// picture.
fn picture(
    fragment: &Fragment,
    text: &str,
    here: usize,
    diagnostics: &mut Diagnostics,
) -> usize {
    // No further than to the next bracket: thousands may follow each other.
    let part = |start: usize, end: char| -> &str {
        let rest = &text[start..];
        &rest[..rest.find(['[', '\n', end]).unwrap_or(rest.len())]
    };
    let start = "![".len() + part("![".len(), ']').len() + "](".len();
    let is_picture = text.get(start - "](".len()..start) == Some("](");
    let path = is_picture.then(|| part(start, ')')).filter(|path| {
        path.trim().contains(' ') && text[start + path.len()..].starts_with(')')
    });
    let Some(path) = path else { return 1 };
    let span = fragment.span(here + start..here + start + path.len());
    diagnostics.push(picture_blank(path), span);
    start + path.len() + 1
}

/// Whether a run of `*` or `_` looks as if it were to mark the text beside it.
fn is_stray(text: &str, run: Range<usize>, mark: char) -> bool {
    let before = text[..run.start].chars().next_back().filter(|c| !c.is_whitespace());
    let after = text[run.end..].chars().next().filter(|c| !c.is_whitespace());
    let inside_word = before.is_some_and(char::is_alphanumeric)
        && after.is_some_and(char::is_alphanumeric);
    let between = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphabetic) && b.is_some_and(|c| !c.is_alphanumeric())
    };
    match (mark, run.len()) {
        ('_', 1 | 2) if inside_word => false,
        ('_', 1) => before.is_some() != after.is_some(),
        // A longer line of `_` is a gap to fill in by hand.
        ('_', 3..) => false,
        ('*', 1) => {
            before.is_some() != after.is_some()
                || between(before, after)
                || between(after, before)
        }
        _ => before.is_some() || after.is_some(),
    }
}

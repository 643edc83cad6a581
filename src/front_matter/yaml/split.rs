//! Finds the front matter: the YAML between the first two `---` lines, and the body after it.
//! In a file of YAML the lines may be missing.

use std::ops::Range;

use super::syntax_errors::key_end;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::source::{FileId, Source, Span, is_unseen};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&FRONT_MATTER_MISSING, &FRONT_MATTER_UNCLOSED];

/// The two parts of a source file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The opening `---` line, or where it would stand.
    pub(crate) fence: Range<usize>,
    /// The YAML, from the line after the opening fence.
    pub(crate) yaml: Range<usize>,
    /// The closing `---` line.
    pub(crate) close: Range<usize>,
    /// Everything after the closing fence.
    pub(crate) body: Range<usize>,
    /// The first line of the text, where the closing fence is missing before it.
    pub(crate) unclosed: Option<Range<usize>>,
}

/// Cuts a file at its fences. Blank lines before the first fence do not matter.
pub(crate) fn split(file: FileId, source: &Source) -> Result<Parts, Diagnostics> {
    if is_yaml(source.name()) {
        return Ok(split_yaml(source));
    }
    let first = (1..=source.line_count()).find(|line| !text_of(source, *line).is_empty());
    let Some(first) = first.filter(|line| text_of(source, *line) == "---") else {
        let line = first.and_then(|line| source.line_range(line)).unwrap_or(0..0);
        let start = line.start.max(source.start());
        let span = Span::new(file, start..line.end.max(start));
        return Err([(front_matter_missing(), span)].into_iter().collect());
    };
    let fence = trimmed(source, first);
    let yaml_start = next_line(source, first);
    let close = closing(source, first + 1);
    let end = close.unwrap_or(source.line_count() + 1);
    if let Some(text) = (first + 1..end).find(|line| is_text(source, *line, end)) {
        let unclosed = source.line_range(text).unwrap_or_default();
        let (start, close) = (unclosed.start, unclosed.start..unclosed.start);
        let body = start..source.text().len();
        let unclosed = Some(unclosed);
        return Ok(Parts { fence, yaml: yaml_start..start, close, body, unclosed });
    }
    let Some(close) = close else {
        let span = Span::new(file, fence);
        return Err([(front_matter_unclosed(), span)].into_iter().collect());
    };
    let yaml_end = source.line_range(close).map_or(yaml_start, |line| line.start);
    let body = next_line(source, close)..source.text().len();
    let close = trimmed(source, close);
    Ok(Parts { fence, yaml: yaml_start..yaml_end, close, body, unclosed: None })
}

/// Whether a line behind a blank one can be nothing but the text of the document: `Các thôn báo
/// cáo.`, where the closing `---` is missing. A line with `#` may be a heading or a comment, so the
/// line after it decides.
fn is_text(source: &Source, line: usize, end: usize) -> bool {
    if !source.line(line - 1).trim().is_empty() {
        return false;
    }
    let mut rest =
        (line..end).map(|line| source.line(line)).filter(|l| !l.trim().is_empty());
    let first = rest.next().unwrap_or_default();
    let is_heading =
        first.trim_start_matches('#').starts_with(' ') && first.starts_with('#');
    // A sentence may end with a colon, but then what follows it is no field either.
    let introduces = |line: &str| line.trim_end().ends_with(':') && !is_heading;
    let decisive = match rest.next() {
        Some(next) if is_heading || introduces(first) => next,
        _ => first,
    };
    let starts = decisive.starts_with(|c: char| c.is_alphanumeric() || "*(“".contains(c));
    !source.line(line).trim().is_empty() && starts && key_end(decisive).is_none()
}

/// Whether a file is one of YAML, by its name.
fn is_yaml(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|e| ["yaml", "yml"].iter().any(|y| e.eq_ignore_ascii_case(y)))
}

/// Cuts a file of YAML: all of it is front matter, up to a line that ends it.
pub(crate) fn split_yaml(source: &Source) -> Parts {
    let says =
        |line: &usize| !text_of(source, *line).is_empty() && !is_remark(source, *line);
    let first = (1..=source.line_count()).find(says);
    let start = first.map_or(source.start(), |line| trimmed(source, line).start);
    let first = first.filter(|line| text_of(source, *line) == "---");
    let (fence, yaml_start) = first.map_or((start..start, source.start()), |line| {
        (trimmed(source, line), next_line(source, line))
    });
    let end = source.text().len();
    let close = closing(source, first.map_or(1, |line| line + 1));
    let yaml_end = close.and_then(|l| source.line_range(l)).map_or(end, |l| l.start);
    let body = close.map_or(end, |line| next_line(source, line))..end;
    let close = close.map_or(end..end, |line| trimmed(source, line));
    let yaml = yaml_start..yaml_end.max(yaml_start);
    Parts { fence, yaml, close, body, unclosed: None }
}

/// Whether a line says something to machines or to nobody: a comment, a directive.
fn is_remark(source: &Source, line: usize) -> bool {
    text_of(source, line).starts_with(['#', '%'])
}

/// The line from `from` on that closes the front matter.
fn closing(source: &Source, from: usize) -> Option<usize> {
    (from..=source.line_count())
        .find(|line| matches!(text_of(source, *line), "---" | "..."))
}

/// A line without the byte order mark and the blanks at its end.
fn text_of(source: &Source, line: usize) -> &str {
    let line = source.line(line).trim_start_matches('\u{feff}');
    line.trim_end_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

fn trimmed(source: &Source, line: usize) -> Range<usize> {
    let range = source.line_range(line).unwrap_or(0..0);
    let start = range.start.max(source.start());
    start..start + text_of(source, line).len()
}

fn next_line(source: &Source, line: usize) -> usize {
    source.line_range(line + 1).map_or(source.text().len(), |next| next.start)
}

/// The file does not start with a front matter.
pub(crate) static FRONT_MATTER_MISSING: Rule = Rule {
    id: "front-matter-missing",
    family: Family::Yaml,
    explanation: Bilingual {
        vi: "Mỗi văn bản mở đầu bằng phần khai báo: các dòng `tên mục: giá trị` nằm giữa \
             hai dòng `---`. Số, ký hiệu, nơi nhận, chữ ký được lấy từ đó.",
        en: "Each document begins with a front matter: lines `name: value` between two \
             lines `---`. Number, symbol, recipients and signature come from it.",
    },
    wrong: Example::text("Các thôn báo cáo tiến độ.\n"),
    right: Example::text("---\nsố: 12\n---\n\nCác thôn báo cáo tiến độ.\n"),
    ..Rule::ERROR
};

pub(crate) fn front_matter_missing() -> Problem {
    FRONT_MATTER_MISSING.problem(
        both!("thiếu phần khai báo ở đầu tệp", "the file has no front matter"),
        both!(
            "tệp phải bắt đầu bằng dòng `---`",
            "the file must start with a line `---`"
        ),
        both!(
            "dòng đầu tiên viết `---`, tiếp theo là các dòng `tên mục: giá trị`, rồi \
             một dòng `---` nữa, sau đó mới đến nội dung",
            "write `---` on the first line, then the fields, one `name: value` a line, \
             then another `---`, and the text below it"
        ),
    )
}

/// The front matter is never closed.
pub(crate) static FRONT_MATTER_UNCLOSED: Rule = Rule {
    id: "front-matter-unclosed",
    family: Family::Yaml,
    explanation: Bilingual {
        vi: "Không có dòng `---` thứ hai thì không rõ phần khai báo dừng ở đâu.",
        en: "Without a second `---` nobody knows where the front matter ends.",
    },
    wrong: Example::text("---\nsố: 12\n\nCác thôn báo cáo tiến độ.\n"),
    right: Example::text("---\nsố: 12\n---\n\nCác thôn báo cáo tiến độ.\n"),
    ..Rule::ERROR
};

pub(crate) fn front_matter_unclosed() -> Problem {
    let problem = FRONT_MATTER_UNCLOSED.problem(
        both!(
            "phần khai báo ở đầu tệp chưa được đóng bằng dòng `---`",
            "the front matter is never closed by a line `---`"
        ),
        both!("phần khai báo mở ở đây", "opened here"),
        both!(
            "thêm một dòng `---` ngay sau dòng khai báo cuối cùng",
            "add a line `---` right after the last field"
        ),
    );
    problem.with_related(both!(
        "có lẽ thiếu `---` ở trước dòng này",
        "`---` is probably missing above"
    ))
}

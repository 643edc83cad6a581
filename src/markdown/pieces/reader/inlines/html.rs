//! Tags of HTML in a paragraph: `<br>` breaks the line, all others are refused.

use std::ops::Range;

use super::InlineBuilder;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::markdown::pieces::reader::Reader;

/// Raw HTML in the body.
pub(crate) static RAW_HTML: Rule = Rule {
    id: "raw-html",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Trang in không hiểu HTML: thẻ sẽ mất hoặc in ra thành chữ, nên bị từ chối.",
        en: "The page knows no HTML: a tag would vanish or be printed as text, so it is \
             refused.",
    },
    wrong: Example::body("Các thôn <b>báo cáo</b> tiến độ."),
    right: Example::body("Các thôn **báo cáo** tiến độ."),
    ..Rule::ERROR
};

/// A tag cannot be printed.
fn raw_html() -> Problem {
    RAW_HTML.problem(
        both!("không in được thẻ HTML", "HTML tags cannot be printed"),
        both!("thẻ HTML", "HTML tag"),
        both!(
            "xóa thẻ này; muốn xuống dòng thì để dấu `\\` ở cuối dòng, muốn in đúng \
             dấu `<` thì viết `\\<`",
            "remove the tag; for a line break end the line with `\\`, for a printed \
             `<` write `\\<`"
        ),
    )
}

impl InlineBuilder {
    /// Breaks the line at `<br>`, and reports any other tag.
    pub(super) fn html(
        &mut self,
        tag: &str,
        range: &Range<usize>,
        reader: &mut Reader<'_>,
    ) {
        if is_line_break(tag) {
            return self.line_break(range, reader);
        }
        self.flush(reader);
        // `<b><i>` is one report.
        let adjoins = self.tag_end == range.start && range.start > 0;
        if !adjoins {
            reader.diagnostics.push(raw_html(), reader.fragment.span(range.clone()));
        }
        self.tag_end = range.end;
    }
}

/// `<br>`, `<br/>`, `<br />`, `<BR>`.
fn is_line_break(tag: &str) -> bool {
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    inner.trim().eq_ignore_ascii_case("br")
}

//! Dates in numbers beside dates in words, in one text.

use super::DatedLine;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::mention::Mention;
use crate::source::Span;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&DATE_STYLES];

/// Dates in both forms in the sentences of one paper.
static DATE_STYLES: Rule = Rule {
    id: "date-styles",
    family: Family::Dates,
    explanation: Bilingual {
        vi: "Trong các câu của một văn bản nên viết ngày theo một cách: `ngày 05 tháng 6 năm \
             2026` hoặc `05/6/2026`. Ngày của văn bản viện dẫn, ngày trong bảng, trong chú thích \
             không tính; chỉ nhắc khi mỗi cách có từ hai ngày trở lên.",
        en: "The sentences of one paper had better have one form of dates: `ngày 05 tháng 6 năm \
             2026` or `05/6/2026`. Dates of cited papers, in tables and in notes do not count; \
             it is told only where each form stands twice.",
    },
    wrong: Example::body(
        "Các thôn báo cáo trước ngày 12/6/2023 và ngày 26/6/2023; tổng hợp xong trước ngày 14 \
         tháng 6 năm 2023 và ngày 28 tháng 6 năm 2023.",
    ),
    right: Example::body(
        "Các thôn báo cáo trước ngày 12/6/2023 và ngày 26/6/2023; tổng hợp xong trước ngày \
         14/6/2023 và ngày 28/6/2023.",
    ),
    ..Rule::NOTE
};

/// `words` dates are in words, `numbers` in numbers.
fn date_styles(words: usize, numbers: usize) -> Problem {
    DATE_STYLES
        .problem(
            both!(
                "ngày tháng viết theo hai cách: `{words}` chỗ bằng chữ (`ngày … tháng … năm …`), \
                 `{numbers}` chỗ bằng số",
                "dates are written in two forms: `{words}` in words (`ngày … tháng … năm …`), \
                 `{numbers}` in numbers"
            ),
            both!("ngày đầu tiên viết bằng số", "the first one in numbers"),
            both!(
                "viết mọi ngày trong các câu theo một cách, bằng chữ hoặc bằng số",
                "write all dates of the sentences in one form, in words or in numbers"
            ),
        )
        .with_related(both!("ngày đầu tiên viết bằng chữ", "the first one in words"))
}

/// Each form is told from so many dates on.
const FEW: usize = 2;

/// Says once where the sentences of a paper have dates of both forms.
pub(super) fn check(lines: &[DatedLine<'_>], found: &mut Diagnostics) {
    let (mut words, mut numbers): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
    for line in lines.iter().filter(|line| line.prose) {
        for mention in &line.mentions {
            if mention.date(&line.line.text).is_none() || is_cited(line, mention) {
                continue;
            }
            let in_words = line.word(mention.token) == "ngày";
            let span = line.line.span(mention.range.clone());
            if in_words { words.push(span) } else { numbers.push(span) }
        }
    }
    if words.len() < FEW || numbers.len() < FEW {
        return;
    }
    let problem = date_styles(words.len(), numbers.len());
    found.push_related(problem, numbers[0], words[0]);
}

/// Whether a date is that of a paper that the line cites: `Kế hoạch số 12-KH/ĐU, ngày 02/6/2026`.
fn is_cited(line: &DatedLine<'_>, mention: &Mention) -> bool {
    let first = mention.token.saturating_sub(CITATION);
    line.tokens[first..mention.token].iter().any(|token| token.text == "số")
}

/// Within so many words and marks before its date the number of a cited paper stands.
const CITATION: usize = 14;

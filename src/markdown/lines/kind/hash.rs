//! `##Tên mục`: a `#` right before a word makes no heading.

use super::Classifier;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::markdown::lines::appearance::Appearance;

/// `#` right before a word, which makes no heading.
pub(crate) static HASH_WITHOUT_BLANK: Rule = Rule {
    id: "hash-without-blank",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Tiêu đề có một dấu cách sau `#`; thiếu nó, dòng này là một đoạn văn và dấu \
             `#` được in.",
        en: "A heading has a blank behind `#`; without it the line is a paragraph and \
             `#` is printed.",
    },
    wrong: Example::body("##Đánh giá chung\n\nCác thôn báo cáo tiến độ."),
    right: Example::body("## Đánh giá chung\n\nCác thôn báo cáo tiến độ."),
    ..Rule::WARNING
};

/// The `marks` (`##`) make no heading of their line.
fn hash_without_blank(marks: &str) -> Problem {
    HASH_WITHOUT_BLANK.problem(
        both!(
            "dấu `{marks}` được in nguyên ra giấy, dòng này không thành tiêu đề",
            "`{marks}` is printed as it is and makes no heading of this line"
        ),
        both!("thiếu dấu cách sau đây", "a blank is missing behind these"),
        both!(
            "là tiêu đề thì để một dấu cách sau `{marks}`; muốn in đúng dấu này thì \
             viết `\\{marks}`",
            "put a blank behind `{marks}` if this is a heading; write `\\{marks}` to \
             print it"
        ),
    )
}

impl Classifier<'_> {
    /// Says that `##Tên mục` is no heading; `#việc` may be meant as it is.
    pub(super) fn report_hash(&mut self, look: &Appearance) {
        let slice = &self.fragment.text[look.text.clone()];
        let rest = slice.trim_start_matches('#');
        let length = slice.len() - rest.len();
        // Markdown knows six levels; seven `#` are a line drawn by hand.
        if (1..=6).contains(&length) && rest.starts_with(char::is_uppercase) {
            let marks = slice[..length].to_owned();
            let start = look.text.start;
            let span = self.fragment.span(start..start + length);
            self.diagnostics.push(hash_without_blank(&marks), span);
        }
    }
}

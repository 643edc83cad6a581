//! Footnotes.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&FOOTNOTE_MISSING, &FOOTNOTE_UNUSED];

/// A footnote that is referred to but not written.
pub(crate) static FOOTNOTE_MISSING: Rule = Rule {
    id: "footnote-missing",
    family: Family::Notes,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Dấu chú thích `[^1]` cần có dòng `[^1]: …` nói nội dung của nó.",
        en: "The mark of a note, `[^1]`, needs a line `[^1]: …` with its text.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ[^1]."),
    right: Example::body("Các thôn báo cáo tiến độ[^1].\n\n[^1]: Theo Kế hoạch số 15."),
};

pub(crate) fn footnote_missing(name: &str) -> Problem {
    FOOTNOTE_MISSING.problem(
        both!("không có chú thích cuối trang `{name}`", "there is no footnote `{name}`"),
        both!("nhắc đến ở đây", "referred to here"),
        both!(
            "thêm ở cuối văn bản dòng `[^{name}]: nội dung chú thích`",
            "add a line `[^{name}]: text of the note` at the end"
        ),
    )
}

/// A footnote that nothing refers to.
pub(crate) static FOOTNOTE_UNUSED: Rule = Rule {
    id: "footnote-unused",
    family: Family::Notes,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Chú thích không được nhắc đến thì không có chỗ để in.",
        en: "A note that nothing refers to has no place on the page.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ.\n\n[^1]: Theo Kế hoạch số 15."),
    right: Example::body("Các thôn báo cáo tiến độ[^1].\n\n[^1]: Theo Kế hoạch số 15."),
};

pub(crate) fn footnote_unused(name: &str) -> Problem {
    FOOTNOTE_UNUSED.problem(
        both!(
            "chú thích cuối trang `{name}` không được nhắc đến, nên không in",
            "nothing refers to footnote `{name}`, so it is not printed"
        ),
        both!("chú thích này", "this footnote"),
        both!(
            "đặt `[^{name}]` vào chỗ cần chú thích",
            "put `[^{name}]` where the note belongs"
        ),
    )
}

//! The numbers of headings and paragraphs.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&NUMBER_GAP, &NUMBER_MIXTURE, &NESTING_TOO_DEEP];

/// Typed numbers that skip or repeat.
pub(crate) static NUMBER_GAP: Rule = Rule {
    id: "number-gap",
    family: Family::Numbering,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d"),
    explanation: Bilingual {
        vi: "Số thứ tự gõ tay được in đúng như đã gõ. Nhảy số hoặc trùng số thường là do \
             thêm bớt mục mà quên sửa.",
        en: "A typed number is printed as typed. A number left out or given twice is \
             mostly a trace of editing.",
    },
    wrong: Example::body("1. Rà soát danh mục công trình.\n3. Báo cáo tiến độ."),
    right: Example::body("1. Rà soát danh mục công trình.\n2. Báo cáo tiến độ."),
};

pub(crate) fn number_gap(found: &str, expected: &str) -> Problem {
    NUMBER_GAP.problem(
        both!(
            "số thứ tự `{found}` không nối tiếp mục trước",
            "number `{found}` does not follow the one before"
        ),
        both!("số này", "this number"),
        both!("đúng thứ tự thì phải là `{expected}`", "`{expected}` would be next"),
    )
}

/// Typed numbers and headings without numbers in one document.
pub(crate) static NUMBER_MIXTURE: Rule = Rule {
    id: "number-mixture",
    family: Family::Numbering,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d"),
    explanation: Bilingual {
        vi: "Các mục cùng cấp hoặc đều có số, hoặc đều không.",
        en: "Items of one level have numbers, all or none.",
    },
    wrong: Example::body(
        "# I. Đánh giá\n\nCác thôn báo cáo.\n\n# Nhiệm vụ\n\nCác thôn thực hiện.",
    ),
    right: Example::body(
        "# I. Đánh giá\n\nCác thôn báo cáo.\n\n# II. Nhiệm vụ\n\nCác thôn thực hiện.",
    ),
};

pub(crate) fn number_mixture() -> Problem {
    NUMBER_MIXTURE.problem(
        both!(
            "mục này không có số, trong khi các mục khác có số",
            "this item has no number while others have one"
        ),
        both!("mục này", "this item"),
        both!(
            "ghi số cho tất cả các mục, hoặc bỏ hết số để máy tự đánh số",
            "number all items, or none, so that all are numbered for you"
        ),
    )
}

/// More nesting than the page can show.
pub(crate) static NESTING_TOO_DEEP: Rule = Rule {
    id: "nesting-too-deep",
    family: Family::Numbering,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Trang giấy không còn chỗ thụt vào cho quá nhiều cấp.",
        en: "The page has no room to indent so many levels.",
    },
    wrong: Example::described(
        "một mục nằm sâu hơn 24 cấp",
        "an item more than 24 levels deep",
    ),
    right: Example::described(
        "các mục lồng nhau vài cấp: I, 1, a), -",
        "items nested in a few levels: I, 1, a), -",
    ),
};

pub(crate) fn nesting_too_deep(limit: usize) -> Problem {
    NESTING_TOO_DEEP.problem(
        both!("các mục lồng nhau quá nhiều cấp", "too many levels in each other"),
        both!("từ đây", "from here on"),
        both!("bỏ bớt cấp: chỉ lồng tối đa {limit} cấp", "use at most {limit} levels"),
    )
}

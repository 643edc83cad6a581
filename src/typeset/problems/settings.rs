//! The settings that the regulations leave free, and how far.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&OUT_OF_RANGE, &NOT_FREE];

/// A choice of the secretary's outside of what the rules leave free.
pub(crate) static OUT_OF_RANGE: Rule = Rule {
    id: "out-of-range",
    family: Family::Page,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Quy định để ngỏ một khoảng cho cỡ chữ, giãn dòng, lề; ngoài khoảng ấy là \
             sai thể thức.",
        en: "The regulations leave a range for sizes, line spacing and margins; outside \
             of it a document is not in due form.",
    },
    wrong: Example::fields("trình bày: {cỡ chữ: 20}"),
    right: Example::fields("trình bày: {cỡ chữ: 14}"),
};

/// The setting `field` lies outside of a `range` (least, most) in a `unit`, which a `clause` sets;
/// an empty clause means a range of the house.
pub(crate) fn out_of_range(
    field: &str,
    range: (&str, &str),
    unit: &str,
    clause: &str,
) -> Problem {
    let (least, most) = range;
    let problem = OUT_OF_RANGE.problem(
        both!(
            "`{field}` nằm ngoài khoảng cho phép",
            "`{field}` is outside of what the rules leave free"
        ),
        both!("giá trị này", "this value"),
        both!(
            "chọn từ {least} đến {most} {unit}",
            "choose from {least} to {most} {unit}"
        ),
    );
    problem.with_clause(clause)
}

/// A choice that the rules of the layout do not leave to the secretary.
pub(crate) static NOT_FREE: Rule = Rule {
    id: "not-free",
    family: Family::Page,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Điều thể thức đã ấn định thì văn bản không tự chọn.",
        en: "What the layout fixes is no choice of a document's.",
    },
    wrong: Example::fields("trình bày: {lề trên: 22}"),
    right: Example::described(
        "bỏ mục mà thể thức đã ấn định",
        "the setting left out that the layout fixes",
    ),
};

/// The rules do not leave the setting `field` free, by a `clause` that may be empty.
pub(crate) fn not_free(field: &str, clause: &str) -> Problem {
    let problem = NOT_FREE.problem(
        both!(
            "thể thức này không cho chọn `{field}`",
            "the rules of this layout do not leave `{field}` free"
        ),
        both!("mục này", "this choice"),
        both!(
            "bỏ mục này: giá trị đã được ấn định",
            "take the field out: its value is fixed"
        ),
    );
    problem.with_clause(clause)
}

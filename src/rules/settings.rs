//! What a document chooses of its layout, against what its regime leaves free.

use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Document, Regulation, SettingValue};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&OUT_OF_RANGE, &NOT_FREE];

/// A choice of the secretary's outside of what the rules leave free.
pub(super) static OUT_OF_RANGE: Rule = Rule {
    id: "out-of-range",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Quy định để ngỏ một khoảng cho cỡ chữ, giãn dòng, lề; ngoài khoảng đó là \
             sai thể thức.",
        en: "The regulations leave a range for sizes, line spacing and margins; outside \
             of it a document is not in due form.",
    },
    wrong: Example::fields("trình bày: {cỡ chữ: 20}"),
    right: Example::fields("trình bày: {cỡ chữ: 14}"),
    ..Rule::ERROR
};

/// The setting `field` lies outside of a `range` (least, most) in a `unit`, which a `clause` sets;
/// an empty clause means a range of the house.
fn out_of_range(field: &str, range: (&str, &str), unit: &str, clause: &str) -> Problem {
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
pub(super) static NOT_FREE: Rule = Rule {
    id: "not-free",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Điều thể thức đã ấn định thì văn bản không tự chọn.",
        en: "What the layout fixes is no choice of a document's.",
    },
    wrong: Example::fields("trình bày: {lề trên: 22}"),
    right: Example::described(
        "bỏ mục mà thể thức đã ấn định",
        "the setting left out that the layout fixes",
    ),
    ..Rule::ERROR
};

/// The rules do not leave the setting `field` free, by a `clause` that may be empty.
fn not_free(field: &str, clause: &str) -> Problem {
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

/// So far (in the unit of a limit) a value may lie outside: a limit is a product.
const ROUNDING: f64 = 1e-6;

/// Every choice that the regime does not allow.
#[must_use]
pub fn settings(document: &Document, regulation: &Regulation) -> Diagnostics {
    let mut found = Diagnostics::default();
    let sizes = regulation.sizes(document.presentation.as_ref());
    for setting in document.presentation.iter().flat_map(|made| &made.0) {
        let (field, span) = (setting.field, setting.value.span());
        let rule = regulation.setting(setting.field);
        let Some(rule) = rule.filter(|rule| rule.at.is_some()) else {
            let clause = rule.map(|rule| rule.clause.clone()).unwrap_or_default();
            found.push(not_free(field, &clause), span);
            continue;
        };
        let value = match &setting.value {
            SettingValue::Points(points) => points.number(),
            SettingValue::Millimetres(millimetres) => millimetres.number(),
            SettingValue::Flag(_) | SettingValue::Sizes(_) => continue,
        };
        let Some((least, most)) = rule.limits(sizes) else { continue };
        if value < least.number - ROUNDING || value > most.number + ROUNDING {
            let [least_shown, most_shown] =
                [least, most].map(|limit| written(limit.number));
            let range = (least_shown.as_str(), most_shown.as_str());
            let (unit, clause) = (least.unit, &rule.clause);
            found.push(out_of_range(field, range, unit, clause), span);
        }
    }
    found
}

/// A number as an office writes it: `12,7`.
pub(super) fn written(number: f64) -> String {
    let rounded = format!("{number:.2}");
    rounded.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

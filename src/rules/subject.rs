//! The subject (trích yếu) of a State document starts with a capital.

use super::{Checked, Draft};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Regimes, Rule, both,
};
use crate::document::{Manifest, Regime, Text, place};
use crate::source::Sources;

/// The rules of the subject.
pub(super) const FAMILY: Checked = Checked { rules: &[&[&SUBJECT_SMALL]], check };

/// A subject of the State's regime that starts with a small letter.
static SUBJECT_SMALL: Rule = Rule {
    id: "subject-small",
    family: Family::Subject,
    regimes: Regimes::State,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5a"),
    explanation: Bilingual {
        vi: "Trích yếu của văn bản nhà nước viết hoa chữ đầu; của công văn thì viết \
             thường, sau `V/v`.",
        en: "The subject of a State document starts with a capital; that of a letter, \
             behind `V/v`, does not.",
    },
    wrong: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023"),
    right: Example::fields("trích yếu: Kết luận cuộc họp tháng 5 năm 2023"),
    ..Rule::BINDING
};

fn subject_small() -> Problem {
    SUBJECT_SMALL.problem(
        both!(
            "trích yếu bắt đầu bằng chữ thường",
            "the subject starts with a small letter"
        ),
        both!(
            "văn bản của Nhà nước viết hoa chữ đầu",
            "documents of the State start with a capital"
        ),
        both!(
            "viết hoa chữ cái đầu, ví dụ `Kết luận của …` hoặc `Về việc …`",
            "write the first letter as a capital, for example `Kết luận của …`"
        ),
    )
}

/// Checks the subject of a document.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Draft { document, templates, sources, .. } = draft;
    let is_letter = templates.chosen().is_some_and(Manifest::is_letter);
    if document.regime.value == Regime::State && !is_letter {
        subject(&document.subject, sources, found);
    }
}

/// A subject starts with a capital (NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5a), but for that of a
/// letter, which goes on after `V/v` (dòng 5b).
fn subject(subject: &Text, sources: &Sources, found: &mut Diagnostics) {
    let trimmed = subject.value.trim_start();
    let Some(first) = trimmed.chars().next().filter(|c| c.is_lowercase()) else { return };
    let at = subject.value.len() - trimmed.len();
    let fix = place::character(subject, at, sources)
        .map(|span| Fix::from_iter([(span, raised(sources.slice(span)))]))
        .filter(|_| first.to_uppercase().count() == 1);
    found.push_fixed(subject_small(), subject.span, fix);
}

/// A letter as a capital; the marks that stand behind it stay as they are.
fn raised(letter: &str) -> String {
    letter.chars().flat_map(char::to_uppercase).collect()
}

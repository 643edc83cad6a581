//! With which letter the subject begins: a capital with the State, a small one with the Party and
//! in letters.

use super::super::Draft;
use super::about::behind_about;
use super::{is_letter, raised};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Regimes, Rule, both,
};
use crate::document::{Regime, Text, place};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SUBJECT_SMALL, &SUBJECT_CAPITAL];

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

/// A subject of the Party's regime, or of a letter, that starts with a capital.
static SUBJECT_CAPITAL: Rule = Rule {
    id: "subject-capital",
    family: Family::Subject,
    clause: Some("HD 05-HD/VPTW, 5.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5b"),
    explanation: Bilingual {
        vi: "Trích yếu của văn bản Đảng, của công văn viết thường chữ đầu, trừ tên riêng: `kết \
             luận cuộc họp …`.",
        en: "The subject of a document of the Party, and of a letter, starts with a small letter \
             unless it is a name: `kết luận cuộc họp …`.",
    },
    wrong: Example::fields("trích yếu: Kết luận cuộc họp tháng 5 năm 2023"),
    right: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023"),
    ..Rule::WARNING
};

fn subject_capital(fit: &str) -> Problem {
    SUBJECT_CAPITAL.problem(
        both!(
            "trích yếu bắt đầu bằng chữ hoa",
            "the subject starts with a capital letter"
        ),
        both!(
            "văn bản Đảng, công văn viết thường chữ đầu",
            "documents of the Party and letters start with a small one"
        ),
        both!("viết `{fit} …`", "write `{fit} …`"),
    )
}

/// With what subjects begin that is no name.
const OPENERS: [&str; 33] = [
    "ban hành",
    "báo cáo",
    "bổ sung",
    "chuẩn bị",
    "công tác",
    "cuộc họp",
    "điều chỉnh",
    "đánh giá",
    "đề nghị",
    "đôn đốc",
    "giao",
    "họp",
    "hướng dẫn",
    "kết luận",
    "kết quả",
    "kiện toàn",
    "mời",
    "phân công",
    "phê duyệt",
    "rà soát",
    "sinh hoạt",
    "sửa đổi",
    "tăng cường",
    "thành lập",
    "thay đổi",
    "thực hiện",
    "tình hình",
    "tổ chức",
    "trả lời",
    "triển khai",
    "tuyển",
    "về việc",
    "về",
];

/// Checks the first letter of a subject.
pub(super) fn check(draft: &Draft<'_>, subject: &Text, found: &mut Diagnostics) {
    let Draft { document, sources, .. } = draft;
    match document.regime.value {
        Regime::State if !is_letter(draft) => small(subject, sources, found),
        Regime::State | Regime::Party => capital(subject, sources, found),
    }
}

/// The first letter of a subject that begins with words which are no name.
fn capital(subject: &Text, sources: &Sources, found: &mut Diagnostics) {
    let mut at = 0;
    while let Some(behind) = behind_about(&subject.value[at..]) {
        at += behind;
    }
    let at = at + (subject.value.len() - at - subject.value[at..].trim_start().len());
    let rest = &subject.value[at..];
    let mut letters = rest.chars();
    if !letters.next().is_some_and(char::is_uppercase)
        || !letters.next().is_some_and(char::is_lowercase)
    {
        return;
    }
    let small = rest.to_lowercase();
    let opener = OPENERS.iter().find(|opener| {
        let rest = small.strip_prefix(**opener);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let Some(opener) = opener else { return };
    let fix = place::character(subject, at, sources).map(|span| {
        let letter = sources.slice(span).chars().flat_map(char::to_lowercase);
        Fix::from_iter([(span, letter.collect::<String>())])
    });
    found.push_fixed(subject_capital(opener), subject.span, fix);
}

/// A subject starts with a capital (NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5a), but for that of a
/// letter, which goes on after `V/v` (dòng 5b).
fn small(subject: &Text, sources: &Sources, found: &mut Diagnostics) {
    let trimmed = subject.value.trim_start();
    let Some(first) = trimmed.chars().next().filter(|c| c.is_lowercase()) else { return };
    let at = subject.value.len() - trimmed.len();
    let fix = place::character(subject, at, sources)
        .map(|span| Fix::from_iter([(span, raised(sources.slice(span)))]))
        .filter(|_| first.to_uppercase().count() == 1);
    found.push_fixed(subject_small(), subject.span, fix);
}

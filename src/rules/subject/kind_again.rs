//! A subject does not say the kind of the paper again, which stands above it.

use super::super::Draft;
use super::super::wording::{begins, begins_any, words};
use super::{is_letter, raised};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::outline::Line;
use crate::document::{Regime, Text};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&KIND_AGAIN];

/// The kind of the paper at the beginning of its subject.
static KIND_AGAIN: Rule = Rule {
    id: "kind-again",
    family: Family::Subject,
    clause: Some("HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5"),
    explanation: Bilingual {
        vi: "Tên loại đã in hoa trên trích yếu; trích yếu chỉ nói về việc gì: `THÔNG BÁO`, `kết \
             luận cuộc họp …`.",
        en: "The kind stands in capitals above the subject, which only says what the paper is \
             about: `THÔNG BÁO`, `kết luận cuộc họp …`.",
    },
    wrong: Example::fields("trích yếu: thông báo kết luận cuộc họp tháng 5 năm 2023"),
    right: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023"),
    ..Rule::WARNING
};

fn kind_again(kind: &str) -> Problem {
    KIND_AGAIN.problem(
        both!("trích yếu ghi lại tên loại `{kind}`", "the subject says `{kind}` again"),
        both!("đã có ở dòng trên", "stands on the line above"),
        both!(
            "bỏ chữ `{kind}` ở đầu trích yếu",
            "leave `{kind}` out at the beginning of the subject"
        ),
    )
}

/// Words of other terms that begin like a kind: `Kế hoạch hóa gia đình`.
const TERMS: [&str; 6] =
    ["hoa gia dinh", "hoa dan so", "muc tieu quoc gia", "chinh tri", "hanh dong", "so"];

/// How a subject goes on that makes sense without the kind before it.
const GOES_ON: [&str; 20] = [
    "ban hanh",
    "cong tac",
    "cua",
    "cuoc hop",
    "giam sat",
    "hop",
    "ket luan",
    "ket qua",
    "kien toan",
    "kiem tra",
    "phan cong",
    "phe duyet",
    "ra soat",
    "thanh lap",
    "thuc hien",
    "tinh hinh",
    "to chuc",
    "trien khai",
    "ve viec",
    "ve",
];

/// Checks the first words of a subject.
pub(super) fn check(draft: &Draft<'_>, subject: &Text, found: &mut Diagnostics) {
    let Some(kind) = draft.kind().filter(|_| !is_letter(draft)) else { return };
    let line = Line::of_text(subject, draft.sources);
    let all = words(&line.text);
    let folded: Vec<String> =
        words(kind.as_str()).into_iter().map(|word| word.folded().to_owned()).collect();
    let Some(count) = begins(&all, &folded.join(" ")) else { return };
    let rest = &all[count..];
    let Some(next) = rest.first().filter(|_| begins_any(rest, &TERMS).is_none()) else {
        return;
    };
    let (first, last) = (&all[0].range, &all[count - 1].range);
    let sure = begins_any(rest, &GOES_ON).is_some();
    let letter = line.text[next.range.clone()].chars().next().map(char::len_utf8);
    let cut = first.start..next.range.start + letter.unwrap_or_default();
    let kept = line.text[next.range.start..cut.end].to_owned();
    let kept = match draft.document.regime.value {
        Regime::Party => kept,
        Regime::State => raised(&kept),
    };
    let fix = line.written(cut).filter(|_| sure);
    let fix = fix.map(|span| Fix::from_iter([(span, kept)]));
    let place = first.start..last.end;
    let problem = kind_again(&line.text[place.clone()]);
    found.push_fixed(problem, line.span(place), fix);
}

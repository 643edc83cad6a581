//! What a copy must say: number, date, who signs it, who gets it.

use super::Copied;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Text;
use crate::document::field::{self, Field};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&COPY_INCOMPLETE];

/// A copy without something that it must have.
static COPY_INCOMPLETE: Rule = Rule {
    id: "copy-incomplete",
    family: Family::Copies,
    clause: Some(
        "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II; HD 05-HD/VPTW, III.2 và Phụ lục 3",
    ),
    explanation: Bilingual {
        vi: "Bản sao giấy có số, ngày, người ký, nơi nhận; số, ngày, họ tên chừa được cho bút, chỉ xem \
             khi gõ `--for-issue`. Bản sao điện tử có ngày, giờ ký số.",
        en: "A copy on paper has a number, a date, a signer and recipients; number, date and name \
             may be left for the pen and are asked for by `--for-issue`. An electronic copy has the \
             day and the time of signing.",
    },
    wrong: Example::fields("sao: {hình thức: sao y, nơi nhận: [Các thôn]}"),
    right: Example::fields(
        "sao: {hình thức: sao y, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, nơi nhận: [Các \
         thôn]}",
    ),
    ..Rule::BINDING
};

fn copy_incomplete(field: Field, example: &str) -> Problem {
    let name = field.name;
    let problem = COPY_INCOMPLETE.problem(
        both!("bản sao chưa có `{name}`", "the copy has no `{name}`"),
        both!("mục `sao` này", "this `sao`"),
        both!(
            "thêm vào mục `sao`: `{name}: {example}`",
            "add to `sao`: `{name}: {example}`"
        ),
    );
    problem.of_field(name, Some(field::COPY.name))
}

pub(super) fn check(copied: &Copied<'_>, found: &mut Diagnostics) {
    let Copied { copy, for_issue, .. } = *copied;
    let mut lacks = |field, example, span: Option<Span>| {
        found.push(copy_incomplete(field, example), span.unwrap_or(copy.form.span()));
    };
    let date = copy.date.filter(|date| date.date.day().is_none()).map(|date| date.span);
    let has_day = copy.date.is_some_and(|date| date.date.day().is_some());
    let is_open = |text: Option<&Text>| text.is_none_or(Text::is_blank);
    if copy.is_electronic() {
        if !has_day {
            lacks(field::DATE, "28/11/2026", date);
        }
        if is_open(copy.time.as_ref()) {
            lacks(field::TIME, "10:15:30", None);
        }
        return;
    }
    match &copy.signature {
        None => lacks(
            field::SIGNATURES,
            "{chức vụ: Chánh Văn phòng, họ tên: Phạm Thị Lan}",
            None,
        ),
        Some(signature) if for_issue && is_open(signature.name.0.as_ref()) => {
            let place = signature.texts().next().map(|text| text.span);
            lacks(field::NAME, "Phạm Thị Lan", place);
        }
        Some(_) => {}
    }
    if copy.recipients.is_none() {
        lacks(field::RECIPIENTS, "[Trưởng các thôn, 'Lưu: VT']", None);
    }
    if for_issue && is_open(copy.number.as_ref()) {
        lacks(field::NUMBER, "5", None);
    }
    if for_issue && !has_day {
        lacks(field::DATE, "28/11/2026", date);
    }
}

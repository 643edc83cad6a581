//! Another body that makes the copy says with which symbol and where.

use super::Copied;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Text;
use crate::document::field::{self, Field};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&COPY_OF_OTHER_BODY];

/// Another body makes the copy, of which the symbol or the place is not said.
static COPY_OF_OTHER_BODY: Rule = Rule {
    id: "copy-of-other-body",
    family: Family::Copies,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, II.1; HD 05-HD/VPTW, Phụ lục 3"),
    explanation: Bilingual {
        vi: "Ký hiệu và địa danh của bản sao là của cơ quan sao. Cơ quan ban hành tự sao thì lấy từ \
             văn bản; cơ quan khác sao thì phải ghi.",
        en: "Symbol and place of a copy are those of the body that makes it. Where that is the \
             issuing one, both are known; another body has to say them.",
    },
    wrong: Example::fields(
        "sao: {hình thức: sao y, cơ quan: Đảng ủy xã Nà Phặc, ký: {chức vụ: Bí thư, họ tên: Hoàng \
         Hữu Khôi}, nơi nhận: [Các thôn]}",
    ),
    right: Example::fields(
        "sao: {hình thức: sao y, cơ quan: Đảng ủy xã Nà Phặc, ký hiệu: BS/ĐU, địa danh: Nà Phặc, \
         ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, nơi nhận: [Các thôn]}",
    ),
    ..Rule::ERROR
};

fn copy_of_other_body(field: Field, example: &str) -> Problem {
    let name = field.name;
    let problem = COPY_OF_OTHER_BODY.problem(
        both!(
            "cơ quan khác sao văn bản mà chưa ghi `{name}` của bản sao",
            "another body makes the copy, and its `{name}` is not given"
        ),
        both!("cơ quan sao", "who makes the copy"),
        both!(
            "thêm vào mục `sao`: `{name}: {example}`",
            "add to `sao`: `{name}: {example}`"
        ),
    );
    problem.of_field(name, Some(field::COPY.name))
}

pub(super) fn check(copied: &Copied<'_>, found: &mut Diagnostics) {
    let Copied { copy, document, .. } = copied;
    let Some(body) = copy.other_body(document).filter(|_| !copy.is_electronic()) else {
        return;
    };
    let is_open = |text: &Option<Text>| text.as_ref().is_none_or(Text::is_blank);
    if is_open(&copy.symbol) {
        let regime = document.regime.value;
        let code = copy.form().code(regime);
        let mark = crate::document::symbol::joint(regime);
        let problem = copy_of_other_body(field::SYMBOL, &format!("{code}{mark}…"));
        found.push(problem, body.span);
    }
    if is_open(&copy.place) {
        found.push(copy_of_other_body(field::PLACE, "…"), body.span);
    }
}

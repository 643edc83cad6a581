//! Another body that makes the copy says with which symbol and where.

use super::Copied;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::field::{self, Field};
use crate::document::{Text, symbol};

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

fn copy_of_other_body(field: Field, example: &str, is_joint: bool) -> Problem {
    let name = field.name;
    let problem = COPY_OF_OTHER_BODY.problem(
        if is_joint {
            both!(
                "văn bản liên tịch do một cơ quan sao mà chưa ghi `{name}` của bản sao",
                "one body makes a copy of a joint paper, and its `{name}` is not given"
            )
        } else {
            both!(
                "cơ quan khác sao văn bản mà chưa ghi `{name}` của bản sao",
                "another body makes the copy, and its `{name}` is not given"
            )
        },
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
    let other = copy.other_body(document);
    // The symbol of a joint paper has all of its bodies.
    let is_joint = other.is_none() && !document.issuer.others.is_empty();
    if copy.is_electronic() || (other.is_none() && !is_joint) {
        return;
    }
    let place = other.or(copy.body.as_ref()).unwrap_or(copy.form.text()).span;
    let is_open = |text: &Option<Text>| text.as_ref().is_none_or(Text::is_blank);
    if is_open(&copy.symbol) {
        let regime = document.regime.value;
        let (code, mark) = (copy.form().code(regime), symbol::joint(regime));
        let example = format!("{code}{mark}…");
        found.push(copy_of_other_body(field::SYMBOL, &example, is_joint), place);
    }
    if is_open(&copy.place) && !is_joint {
        found.push(copy_of_other_body(field::PLACE, "…", is_joint), place);
    }
}

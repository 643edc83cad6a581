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
             văn bản; cơ quan khác sao, hoặc văn bản không có ký hiệu, thì phải ghi.",
        en: "Symbol and place of a copy are those of the body that makes it. Where that is the \
             issuing one, both are known; another body has to say them, and so has a copy of what has \
             no symbol.",
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

/// Why the document does not say it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Another body makes the copy.
    OtherBody,
    /// Several bodies issued the document: its symbol has all of them.
    Joint,
    /// The document has no symbol: thư công.
    Unnumbered,
}

impl Why {
    fn of(copied: &Copied<'_>) -> Option<Self> {
        let Copied { copy, document, .. } = copied;
        if copy.other_body(document).is_some() {
            Some(Self::OtherBody)
        } else if !document.issuer.others.is_empty() {
            Some(Self::Joint)
        } else {
            document.symbol.is_none().then_some(Self::Unnumbered)
        }
    }
}

fn copy_of_other_body(field: Field, example: &str, why: Why) -> Problem {
    let name = field.name;
    let problem = COPY_OF_OTHER_BODY.problem(
        match why {
            Why::OtherBody => both!(
                "cơ quan khác sao văn bản mà chưa ghi `{name}` của bản sao",
                "another body makes the copy, and its `{name}` is not given"
            ),
            Why::Joint => both!(
                "văn bản liên tịch do một cơ quan sao mà chưa ghi `{name}` của bản sao",
                "one body makes a copy of a joint paper, and its `{name}` is not given"
            ),
            Why::Unnumbered => both!(
                "văn bản không có ký hiệu, bản sao chưa ghi `{name}`",
                "the document has no symbol, and the copy says no `{name}`"
            ),
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
    let Some(why) = Why::of(copied).filter(|_| !copy.is_electronic()) else { return };
    let other = copy.other_body(document);
    let place = other.or(copy.body.as_ref()).unwrap_or(copy.form.text()).span;
    let is_open = |text: &Option<Text>| text.as_ref().is_none_or(Text::is_blank);
    if is_open(&copy.symbol) {
        let regime = document.regime.value;
        let (code, mark) = (copy.form().code(regime), symbol::joint(regime));
        let example = format!("{code}{mark}…");
        found.push(copy_of_other_body(field::SYMBOL, &example, why), place);
    }
    if is_open(&copy.place) && why == Why::OtherBody {
        found.push(copy_of_other_body(field::PLACE, "…", why), place);
    }
}

//! The appendices: what stands above the title of one, how the text points to them.

mod announced;
mod pointers;

use super::{Checked, Draft};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::fold;

/// What issues regulations.
const ISSUING: [&str; 2] = ["quyet_dinh", "nghi_quyet"];

pub(super) const FAMILY: Checked =
    Checked { rules: &[&[&REGULATION_LABEL], announced::RULES], check };

/// A regulation issued with a decision, printed as an appendix.
static REGULATION_LABEL: Rule = Rule {
    id: "regulation-label",
    family: Family::Fields,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục III"),
    explanation: Bilingual {
        vi: "Quy chế, quy định, điều lệ ban hành kèm theo quyết định có tên loại và tên gọi của \
             nó, không có chữ `Phụ lục`.",
        en: "A regulation issued with a decision has its kind and its name for a title, and no \
             word `Phụ lục`.",
    },
    wrong: Example::fields(
        "mẫu: quyết định\nký hiệu: QĐ/BCĐ\nthẩm quyền: Đảng ủy\ncăn cứ: [Điều lệ Đảng]\n\
         phụ lục: [{tiêu đề: Quy chế làm việc, nội dung: Điều 1. Phạm vi}]",
    )
    .with_body("Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc."),
    right: Example::fields(
        "mẫu: quyết định\nký hiệu: QĐ/BCĐ\nthẩm quyền: Đảng ủy\ncăn cứ: [Điều lệ Đảng]\n\
         phụ lục: [{tiêu đề: \"Quy chế\\nLàm việc\", nội dung: Điều 1. Phạm vi}]",
    )
    .with_body("Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc."),
    ..Rule::WARNING
};

fn regulation_label(kind: &str) -> Problem {
    REGULATION_LABEL.problem(
        both!(
            "{kind} ban hành kèm theo quyết định được in dưới chữ `Phụ lục`",
            "a regulation (`{kind}`) issued with a decision is printed as a `Phụ lục`"
        ),
        both!("tiêu đề này", "this title"),
        both!(
            "viết `tiêu đề: |` rồi hai dòng: `{kind}` ở dòng đầu, tên gọi ở dòng sau; chỉ có một \
             dòng thì thêm `nhãn: không`; đúng là phụ lục thì thêm `nhãn: Phụ lục`",
            "write `tiêu đề: |` and two lines, `{kind}` and its name; for one line add `nhãn: \
             không`; for what is an appendix add `nhãn: Phụ lục`"
        ),
    )
}

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    announced::check(draft, found);
    if !draft.kind().is_some_and(|kind| ISSUING.contains(&fold(kind.as_str()).as_str())) {
        return;
    }
    for appendix in draft.document.appendices.iter() {
        if let Some(kind) = appendix.labelled_regulation() {
            found.push(regulation_label(kind), appendix.title.span);
        }
    }
}

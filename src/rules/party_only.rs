//! Fields that only documents of the Party have: whose paper it is above the subject, who confirms a
//! signature.

use super::{Checked, Draft};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Regimes, Rule, both,
};
use crate::document::field::{self, Field};
use crate::document::{Regime, Signature, Text};

/// The rules of these fields.
pub(super) const FAMILY: Checked = Checked { rules: &[&[&PARTY_ONLY]], check };

/// A field of the Party's layout in a document of the State.
static PARTY_ONLY: Rule = Rule {
    id: "party-only",
    family: Family::Fields,
    regimes: Regimes::State,
    clause: Some("HD 05-HD/VPTW, 5.1.1 và 7.1.4"),
    explanation: Bilingual {
        vi: "Dòng tác giả trên trích yếu và phần xác nhận chữ ký chỉ có trong thể thức văn \
             bản của Đảng; Nghị định 30/2020/NĐ-CP không có chỗ cho chúng.",
        en: "A line with the author above the subject and the confirmation of a signature \
             belong to the Party's layout alone; Decree 30/2020 has no place for them.",
    },
    wrong: Example::fields("tác giả: của Chủ tịch UBND xã"),
    right: Example::fields("trích yếu: Kết luận của Chủ tịch UBND xã tại cuộc họp"),
    ..Rule::ERROR
};

/// The State has no `field`; `help` says what stands there instead.
fn party_only(field: Field, help: Bilingual<String>) -> Problem {
    let name = field.name;
    let problem = PARTY_ONLY.problem(
        both!(
            "văn bản nhà nước không có mục `{name}`",
            "documents of the State have no `{name}`"
        ),
        both!("chỉ có trong thể thức Đảng", "only in the Party's layout"),
        help,
    );
    problem.of_field(name, None).with_clause(field.clause.unwrap_or_default())
}

/// Says where a document of the State has what only those of the Party have.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let document = draft.document;
    if document.regime.value != Regime::State {
        return;
    }
    let filled = |text: &&Text| !text.is_blank();
    if let Some(author) = document.author.as_ref().filter(filled) {
        let help = both!(
            "bỏ mục này, viết tác giả ngay trong trích yếu: `trích yếu: Kết luận của …`; hoặc \
             đổi `thể thức: đảng`",
            "leave it out and write the author in the subject: `trích yếu: Kết luận của …`; or \
             choose `thể thức: đảng`"
        );
        found.push(party_only(field::AUTHOR, help), author.span);
    }
    let mut confirmation = document.confirmation.iter().flat_map(Signature::texts);
    if let Some(text) = confirmation.next() {
        let help = both!(
            "bỏ mục này; ai ký văn bản thì ghi ở `ký`, kể cả khi có nhiều người ký; hoặc đổi \
             `thể thức: đảng`",
            "leave it out; whoever signs stands in `ký`, several people as well; or choose \
             `thể thức: đảng`"
        );
        found.push(party_only(field::CONFIRMATION, help), text.span);
    }
}

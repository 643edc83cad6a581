//! The layout is that of the issuing body: a committee of the Party issues no paper of the State's,
//! a people's committee none of the Party's.

use super::super::Draft;
use super::super::bodies::BodyKind;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Regime;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&REGIME_OF_ANOTHER];

/// A body of one regime in the layout of the other.
static REGIME_OF_ANOTHER: Rule = Rule {
    id: "regime-of-another",
    family: Family::Government,
    clause: Some("HD 05-HD/VPTW, 1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.1"),
    explanation: Bilingual {
        vi: "Văn bản của ủy ban nhân dân, hội đồng nhân dân có Quốc hiệu; của cấp ủy, chi bộ có \
             tiêu đề `ĐẢNG CỘNG SẢN VIỆT NAM`. Không ghi `thể thức` thì văn bản theo thể thức \
             Đảng.",
        en: "Papers of a people's committee or council have the national title of the State, those \
             of a committee or a cell of the Party that of the Party. A paper that says nothing \
             in `thể thức` has the layout of the Party.",
    },
    wrong: Example::fields("cơ quan ban hành: Ủy ban nhân dân xã Lục Bình"),
    right: Example::fields("cơ quan ban hành: Ban Chỉ đạo phát triển nông thôn"),
    ..Rule::BINDING
};

/// A body of a regime issues a paper of the other.
fn regime_of_another(issuer: &str, own: Regime) -> Problem {
    let own = own.name();
    REGIME_OF_ANOTHER.problem(
        both!(
            "`{issuer}` không ban hành văn bản theo thể thức này",
            "`{issuer}` does not issue papers in this layout"
        ),
        both!("cơ quan này theo thể thức `{own}`", "this body has the layout `{own}`"),
        both!(
            "ghi `thể thức: {own}`, hoặc sửa `cơ quan ban hành`",
            "write `thể thức: {own}`, or correct `cơ quan ban hành`"
        ),
    )
}

/// Compares the issuing bodies with the layout; several may be of both regimes.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let document = draft.document;
    let own = BodyKind::of_issuer(document).and_then(BodyKind::regime);
    if let Some(own) = own.filter(|own| *own != document.regime.value) {
        let issuer = &document.issuer.first;
        let name = issuer.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
        found.push(regime_of_another(&name, own), issuer.span);
    }
}

//! A symbol ends with the code of the body that issues the paper.

use super::super::Draft;
use super::super::bodies::BodyKind;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SYMBOL_OF_ANOTHER_BODY];

/// A symbol with the code of another body.
static SYMBOL_OF_ANOTHER_BODY: Rule = Rule {
    id: "symbol-of-another-body",
    family: Family::Number,
    clause: Some("HD 05-HD/VPTW, 3.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3"),
    explanation: Bilingual {
        vi: "Ký hiệu có chữ viết tắt của cơ quan ban hành: `BCĐ` của ban chỉ đạo, `ĐU` của đảng \
             ủy, `UBND` của ủy ban nhân dân; chép từ văn bản của cơ quan khác thì dễ còn chữ cũ.",
        en: "A symbol has the code of the issuing body: `BCĐ` of a steering board, `ĐU` of a \
             committee of the Party, `UBND` of a people's committee; one copied from another \
             body's paper keeps the old code.",
    },
    wrong: Example::fields("ký hiệu: TB/ĐU"),
    right: Example::fields("ký hiệu: TB/BCĐ"),
    ..Rule::WARNING
};

fn symbol_of_another_body(code: &str, issuer: &str, own: &str) -> Problem {
    SYMBOL_OF_ANOTHER_BODY.problem(
        both!(
            "ký hiệu có `{code}`, không phải chữ viết tắt của `{issuer}`",
            "the symbol has `{code}`, which is not the code of `{issuer}`"
        ),
        both!("ký hiệu này", "this symbol"),
        both!(
            "viết `{own}` thay cho `{code}`, hoặc sửa `cơ quan ban hành`",
            "write `{own}` for `{code}`, or correct `cơ quan ban hành`"
        ),
    )
}

/// The codes of the bodies whose names are known.
const CODES: [(BodyKind, &str); 5] = [
    (BodyKind::PartyCommittee, "ĐU"),
    (BodyKind::PartyCell, "CB"),
    (BodyKind::PeopleCommittee, "UBND"),
    (BodyKind::PeopleCouncil, "HĐND"),
    (BodyKind::Board, "BCĐ"),
];

/// Says where the symbol has the code of another of these bodies and not that of its own.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let document = draft.document;
    let Some(issuer) = BodyKind::of_issuer(document) else { return };
    let Some(symbol) = &document.symbol else { return };
    let parts: Vec<&str> = symbol.as_str().trim().split(['/', '-']).collect();
    let has = |code: &str| parts.iter().any(|part| part.to_uppercase() == code);
    let own = CODES.iter().find(|(kind, _)| *kind == issuer);
    let Some((_, own)) = own.filter(|(_, code)| !has(code)) else { return };
    // A committee of the Party may be one of a province (TU) or of a district (HU).
    if let Some((_, code)) = CODES.iter().find(|(_, code)| has(code)) {
        let name = document.issuer.first.as_str();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        found.push(symbol_of_another_body(code, &name, own), symbol.span);
    }
}

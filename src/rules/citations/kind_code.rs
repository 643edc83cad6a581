//! The code in a cited symbol is that of the kind before it: `Kế hoạch số 12/KH-UBND`.

use super::Cited;
use super::kinds::of_code;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CITATION_KIND];

/// A cited symbol with the code of another kind than the one named.
static CITATION_KIND: Rule = Rule {
    id: "citation-kind",
    family: Family::Citations,
    clause: Some("HD 05-HD/VPTW, 3.1.2.a; NĐ 30/2020/NĐ-CP, Phụ lục III"),
    explanation: Bilingual {
        vi: "Chữ viết tắt đầu ký hiệu là của tên loại: `KH` là kế hoạch, `QĐ` là quyết định. Tên \
             loại và ký hiệu nói hai điều khác nhau thì một trong hai đã gõ nhầm.",
        en: "The first letters of a symbol are the code of the kind: `KH` is `kế hoạch`, `QĐ` is \
             `quyết định`. Where the kind says another thing, one of them is a slip.",
    },
    wrong: Example::body(
        "Thực hiện Kế hoạch số 15-QĐ/TU, ngày 01/6/2023 của Tỉnh ủy về xây dựng nông thôn mới.",
    ),
    right: Example::body(
        "Thực hiện Kế hoạch số 15-KH/TU, ngày 01/6/2023 của Tỉnh ủy về xây dựng nông thôn mới.",
    ),
    ..Rule::WARNING
};

fn citation_kind(kind: &str, code: &str, other: &str, fit: Option<&str>) -> Problem {
    CITATION_KIND.problem(
        both!(
            "`{kind}` mà ký hiệu có `{code}`, chữ viết tắt của `{other}`",
            "`{kind}` has `{code}` in its symbol, the code of `{other}`"
        ),
        both!("tên loại và ký hiệu không khớp", "kind and symbol do not agree"),
        match fit {
            Some(fit) => both!(
                "xem lại văn bản đó: là `{other}`, hay ký hiệu có `{fit}`",
                "look at that document: it is a `{other}`, or its symbol has `{fit}`"
            ),
            None => both!(
                "xem lại văn bản đó: công văn không có chữ viết tắt tên loại",
                "look at that document: a letter has no code of a kind"
            ),
        },
    )
}

/// Says where kind and code differ. A code that several kinds have belongs to each.
pub(super) fn check(all: &[Cited<'_>], found: &mut Diagnostics) {
    for cited in all {
        let citation = &cited.citation;
        let symbol = &citation.symbol;
        // `Công văn số 12-CV/TU`, `Công văn số 77/HĐND-VP`: bodies and units stand there as well.
        let Some(group) = symbol.groups.first().filter(|_| symbol.groups.len() > 1)
        else {
            continue;
        };
        let code = group.letters.as_str();
        let own = citation.kind.codes.contains(&code) || citation.kind.codes.is_empty();
        let Some(other) = of_code(code).filter(|_| !own && !citation.is_compound) else {
            continue;
        };
        let kind = cited.text(&citation.named);
        let fit = citation.kind.codes.first().copied();
        let problem = citation_kind(kind, code, other.name, fit);
        found.push(problem, cited.span());
    }
}

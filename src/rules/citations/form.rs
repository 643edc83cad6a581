//! A cited number is written as its issuer writes it: `số 857-TB/HU`, `số 45/2018/QĐ-TTg`; behind
//! that of the Party's a comma.

use super::super::Draft;
use super::super::places::{also, fix, inserted, place, replaced};
use super::Cited;
use super::symbol::{Side, Symbol};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Regimes, Rule, both,
};
use crate::document::Regime;
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CITATION_FORM, &CITATION_COMMA];

/// A cited symbol in another form than its issuer's.
static CITATION_FORM: Rule = Rule {
    id: "citation-form",
    family: Family::Citations,
    clause: Some("HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c"),
    explanation: Bilingual {
        vi: "Số, ký hiệu viện dẫn viết đúng như trên văn bản đó: của Đảng là `857-TB/HU`, của Nhà \
             nước là `45/TB-UBND`, viết liền, dùng gạch ngắn; trong câu không có dấu hai chấm sau \
             chữ `số`.",
        en: "A cited number stands as on the document itself: `857-TB/HU` is the Party's, \
             `45/TB-UBND` the State's, in one piece with a hyphen; within a sentence no colon \
             stands behind `số`.",
    },
    wrong: Example::body(
        "Thực hiện Thông báo số: 857/TB-HU, ngày 01/6/2023 của Huyện ủy về xây dựng nông thôn mới.",
    ),
    right: Example::body(
        "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về xây dựng nông thôn mới.",
    ),
    ..Rule::WARNING
};

fn citation_form(written: &str, fit: &str, side: Option<Side>) -> Problem {
    let message = match side {
        Some(Side::Party) => both!(
            "`{written}` là văn bản của Đảng mà viết theo cách của văn bản nhà nước",
            "`{written}` is a document of the Party, written as the State has it"
        ),
        Some(Side::State) => both!(
            "`{written}` là văn bản của Nhà nước mà viết theo cách của văn bản đảng",
            "`{written}` is a document of the State, written as the Party has it"
        ),
        None => both!(
            "số, ký hiệu viện dẫn `{written}` có dấu cách, dấu gạch dài hoặc dấu hai chấm thừa",
            "the cited number `{written}` has blanks, a long dash or a colon too many"
        ),
    };
    CITATION_FORM.problem(
        message,
        both!("số, ký hiệu này", "this number"),
        both!("viết `{fit}`", "write `{fit}`"),
    )
}

/// A citation of a Party document without the comma before its date.
static CITATION_COMMA: Rule = Rule {
    id: "citation-comma",
    family: Family::Citations,
    regimes: Regimes::Party,
    clause: Some("HD 05-HD/VPTW, phần mở đầu"),
    explanation: Bilingual {
        vi: "Văn bản của Đảng có dấu phẩy giữa số, ký hiệu và ngày khi viện dẫn, như Hướng dẫn \
             05-HD/VPTW tự viết: `Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư`.",
        en: "A paper of the Party has a comma between number and date, as the guide itself \
             writes: `Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư`.",
    },
    wrong: Example::body(
        "Thực hiện Thông báo số 857-TB/HU ngày 01/6/2023 của Huyện ủy về xây dựng nông thôn mới.",
    ),
    right: Example::body(
        "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về xây dựng nông thôn mới.",
    ),
    ..Rule::NOTE
};

fn citation_comma(also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    CITATION_COMMA.problem(
        both!(
            "viện dẫn văn bản của Đảng thiếu dấu phẩy trước `ngày`{vi}",
            "a citation of a Party document has no comma before `ngày`{en}"
        ),
        both!("thêm dấu phẩy sau số, ký hiệu này", "a comma goes behind this number"),
        both!(
            "viết `số 857-TB/HU, ngày 01/6/2023 của …`",
            "write `số 857-TB/HU, ngày 01/6/2023 của …`"
        ),
    )
}

/// How a symbol is joined as its issuer has it; as it is where that is not known.
fn joints(symbol: &Symbol, side: Option<Side>, text: &str) -> Vec<&'static str> {
    let plain = |group: usize| {
        let joint = text[symbol.groups[group].joint.clone()].trim();
        if joint == "/" { "/" } else { "-" }
    };
    let count = symbol.groups.len();
    match side {
        Some(Side::Party) if count == 2 => vec!["-", "/"],
        Some(Side::State) => {
            (0..count).map(|at| if at == 0 { "/" } else { "-" }).collect()
        }
        Some(Side::Party) | None => (0..count).map(plain).collect(),
    }
}

/// Says which numbers are not written as their issuers write them.
pub(super) fn check(all: &[Cited<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    for cited in all {
        let symbol = &cited.citation.symbol;
        if symbol.is_open() || !symbol.has_letters() {
            continue;
        }
        let text = cited.line.text.as_str();
        let written = |at: usize| text[symbol.groups[at].joint.clone()].trim();
        let loose = (0..symbol.groups.len())
            .any(|at| !["-", "/"].contains(&&text[symbol.groups[at].joint.clone()]));
        let side = symbol.issuer();
        let joints = joints(symbol, side, text);
        let other = (0..joints.len()).any(|at| {
            let plain = if written(at) == "/" { "/" } else { "-" };
            plain != joints[at]
        });
        let colon = cited.citation.colon.clone();
        if !(loose || other || colon.is_some()) {
            continue;
        }
        let end =
            symbol.groups.first().map_or(symbol.range.end, |group| group.joint.start);
        let mut fit = text[symbol.range.start..end].to_owned();
        for (group, joint) in symbol.groups.iter().zip(&joints) {
            fit.push_str(joint);
            fit.push_str(&group.letters);
        }
        let mut edits = Vec::new();
        if let Some(colon) = colon {
            edits.push(replaced(cited.line, colon, ""));
        }
        for (group, joint) in symbol.groups.iter().zip(&joints) {
            if text[group.joint.clone()] != **joint {
                edits.push(replaced(cited.line, group.joint.clone(), joint));
            }
        }
        let shown = cited.text(&symbol.range).to_owned();
        let problem = citation_form(&shown, &format!("số {fit}"), side.filter(|_| other));
        let from =
            cited.citation.colon.as_ref().map_or(symbol.range.start, |colon| colon.start);
        found.push_fixed(problem, place(cited.line, from..symbol.range.end), fix(edits));
    }
    if draft.document.regime.value == Regime::Party {
        commas(all, draft, found);
    }
}

/// Says which citations of Party documents have no comma before the date.
fn commas(all: &[Cited<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let lacks = |cited: &&Cited<'_>| {
        let party = cited.citation.symbol.groups.len() == 2
            && cited.text(&cited.citation.symbol.groups[0].joint).trim() == "-";
        let date = cited.citation.date.as_ref();
        party && date.is_some_and(|date| date.is_behind_symbol && !date.comma)
    };
    let lacking: Vec<&Cited<'_>> = all.iter().filter(lacks).collect();
    let Some(first) = lacking.first() else { return };
    let spans: Vec<Span> = lacking.iter().map(|cited| cited.span()).collect();
    let edits = lacking
        .iter()
        .map(|cited| inserted(cited.line, cited.citation.symbol.range.end, ","));
    let problem = citation_comma(&also(&spans, draft.sources));
    found.push_fixed(problem, first.span(), fix(edits));
}

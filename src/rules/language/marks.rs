//! Dashes and quotation marks of one form, and brackets that are closed.

use super::consistency::{Mixture, Place};
use super::reading::Reading;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::language::{self, Mark, Signs};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] =
    &[&DASH_MIXED, &QUOTES_MIXED, &MARK_UNCLOSED];

/// Hyphens and dashes between words in one paper.
static DASH_MIXED: Rule = Rule {
    id: "dash-mixed",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Giữa hai từ (`kinh tế - xã hội`) cả văn bản dùng một dấu: gạch nối `-` hoặc gạch ngang \
             `–`.",
        en: "Between two words (`kinh tế - xã hội`) a paper has one mark: the hyphen `-` or the dash \
             `–`.",
    },
    wrong: Example::body(
        "Báo cáo kinh tế - xã hội, công tác văn hóa – thông tin hằng tháng.",
    ),
    right: Example::body(
        "Báo cáo kinh tế - xã hội, công tác văn hóa - thông tin hằng tháng.",
    ),
    ..Rule::WARNING
};

fn dash_mixed(rarer: &str, usual: &str, count: usize, lines: &str) -> Problem {
    let problem = DASH_MIXED.problem(
        both!(
            "giữa hai từ có chỗ dùng `{rarer}`, có chỗ dùng `{usual}`",
            "both `{rarer}` and `{usual}` stand between words"
        ),
        both!("dấu ít dùng hơn", "the rarer mark"),
        both!(
            "dùng một dấu trong cả văn bản, ở đây nhiều hơn là `{usual}` ({count} chỗ); những dòng \
             cần sửa: {lines}",
            "use one of them, here rather `{usual}` (found: {count}); the lines to be mended: {lines}"
        ),
    );
    problem.with_related(both!("dấu dùng nhiều hơn", "the usual mark"))
}

/// Straight and curly quotation marks in one paper.
static QUOTES_MIXED: Rule = Rule {
    id: "quotes-mixed",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Dấu ngoặc kép cả văn bản theo một kiểu: cong `“ ”` hoặc thẳng `\"`.",
        en: "The quotation marks of a paper have one form: curly `“ ”` or straight `\"`.",
    },
    wrong: Example::body("Phong trào “Xanh” và \"Sạch\" tổ chức hằng tháng."),
    right: Example::body("Phong trào “Xanh” và “Sạch” tổ chức hằng tháng."),
    ..Rule::WARNING
};

fn quotes_mixed(rarer: &str, usual: &str, lines: &str) -> Problem {
    let problem = QUOTES_MIXED.problem(
        both!(
            "dấu ngoặc kép hai kiểu: `{rarer}` và `{usual}`",
            "quotation marks of two forms: `{rarer}` and `{usual}`"
        ),
        both!("kiểu ít dùng hơn", "the rarer form"),
        both!(
            "dùng một kiểu trong cả văn bản; những dòng cần sửa: {lines}",
            "use one of them; the lines to be mended: {lines}"
        ),
    );
    problem.with_related(both!("kiểu dùng nhiều hơn", "the usual form"))
}

/// A bracket or a quotation mark without its partner.
static MARK_UNCLOSED: Rule = Rule {
    id: "mark-unclosed",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Ngoặc đơn, ngoặc vuông, ngoặc kép mở ra thì phải đóng lại trong cùng đoạn; lời trích dài \
             mở ở đầu mỗi đoạn thì đóng ở đoạn cuối.",
        en: "Brackets are closed in the paragraph in which they open; a long quotation that opens \
             every paragraph is closed in the last one.",
    },
    wrong: Example::body("Các thôn (trừ thôn Nà Pài báo cáo hằng tháng."),
    right: Example::body("Các thôn (trừ thôn Nà Pài) báo cáo hằng tháng."),
    ..Rule::WARNING
};

fn mark_unclosed(mark: &str) -> Problem {
    let opens = matches!(mark, "(" | "[" | "“");
    MARK_UNCLOSED.problem(
        if opens {
            both!("`{mark}` mở mà không đóng", "`{mark}` is not closed")
        } else {
            both!("`{mark}` đóng mà không mở", "`{mark}` closes nothing")
        },
        both!("thiếu dấu kia", "without its partner"),
        both!("thêm dấu còn thiếu, hoặc xóa dấu này", "add its partner, or delete it"),
    )
}

/// Says which brackets of a line have no partner.
pub(super) fn check(reading: &Reading<'_>, found: &mut Diagnostics) {
    if reading.prose && reading.signs.have(Signs::BRACKETS) {
        for range in language::lone_brackets(reading.text()) {
            let problem = mark_unclosed(&reading.text()[range.clone()]);
            found.push(problem, reading.span(range));
        }
    }
}

/// Says which marks of the whole paper are of two forms, or quotation marks without a partner.
pub(super) fn check_all(
    readings: &[Reading<'_>],
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let quoting = |reading: &Reading<'_>| reading.signs.have(Signs::QUOTES);
    let lines = readings.iter().map(|one| if quoting(one) { one.text() } else { "" });
    for (line, range) in language::lone_quotes(lines) {
        let reading = &readings[line];
        let problem = mark_unclosed(&reading.text()[range.clone()]);
        found.push(problem, reading.span(range));
    }
    if let Some(mixture) = Mixture::of(gather(readings, Signs::DASHES, language::dashes))
    {
        let (usual, lines) = (mixture.usual.text(), mixture.lines(sources));
        let first = &mixture.rarer[0];
        let problem = dash_mixed(first.text(), usual, mixture.count, &lines);
        let edits = mixture.rarer.iter();
        let fix: Fix = edits
            .filter_map(|place| place.reading.edit(place.range.clone(), usual))
            .collect();
        let is_certain = mixture.count > mixture.rarer.len() && fix.iter().len() > 0;
        let fix = is_certain.then_some(fix);
        found.push_related_fixed(problem, first.span(), mixture.usual.span(), fix);
    }
    if let Some(mixture) = Mixture::of(gather(readings, Signs::QUOTES, language::quotes))
    {
        let first = &mixture.rarer[0];
        let usual = mixture.usual.text();
        let problem = quotes_mixed(first.text(), usual, &mixture.lines(sources));
        found.push_related(problem, first.span(), mixture.usual.span());
    }
}

/// The marks of all running text that has their sign.
fn gather<'r, 'd>(
    readings: &'r [Reading<'d>],
    sign: Signs,
    find: fn(&str) -> Vec<Mark>,
) -> Vec<Place<'r, 'd>> {
    let prose = readings.iter().filter(|one| one.prose && one.signs.have(sign));
    prose
        .flat_map(|reading| {
            find(reading.text()).into_iter().map(move |mark| Place {
                reading,
                range: mark.range,
                second: mark.second,
            })
        })
        .collect()
}

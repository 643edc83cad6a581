//! A stop stands behind every number: `3.3.`, not `3.3 `.

use super::super::Draft;
use super::super::places::also;
use super::numbered;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::outline::{ItemNumber, Rank};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&NUMBER_WITHOUT_STOP];

/// Numbers without a stop behind them.
static NUMBER_WITHOUT_STOP: Rule = Rule {
    id: "number-without-stop",
    family: Family::Numbering,
    clause: Some("HD 05-HD/VPTW, 6.2.4.d; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.đ"),
    explanation: Bilingual {
        vi: "Sau số thứ tự bằng chữ số Ả Rập có dấu chấm: `3.3. Ủy ban nhân dân`.",
        en: "Behind a number in Arabic digits stands a stop: `3.3. Ủy ban nhân dân`.",
    },
    wrong: Example::body("3.1. Rà soát tiêu chí.\n\n3.2 Báo cáo tiến độ."),
    right: Example::body("3.1. Rà soát tiêu chí.\n\n3.2. Báo cáo tiến độ."),
    ..Rule::BINDING
};

fn number_without_stop(label: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    NUMBER_WITHOUT_STOP.problem(
        both!(
            "sau số `{label}` không có dấu chấm{vi}",
            "there is no stop behind number `{label}`{en}"
        ),
        both!("thiếu dấu chấm", "no stop"),
        both!("viết `{label}.`", "write `{label}.`"),
    )
}

/// Says which numbers have no stop.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let bare = |number: &&ItemNumber| {
        let decimal = matches!(number.rank, Rank::Decimal(_));
        decimal && number.typed && !number.label.ends_with('.')
    };
    let bare: Vec<&ItemNumber> = numbered(draft).map(|(_, n)| n).filter(bare).collect();
    let Some(first) = bare.first() else { return };
    let edits = bare.iter().map(|number| {
        let end = number.span.end;
        let written = draft.sources.slice(number.span) == number.label;
        written.then(|| (Span { start: end, ..number.span }, ".".to_owned()))
    });
    let fix = edits.collect::<Option<Vec<_>>>().map(Fix::from_iter);
    let spans: Vec<Span> = bare.iter().map(|number| number.span).collect();
    let problem = number_without_stop(&first.label, &also(&spans, draft.sources));
    found.push_fixed(problem, first.span, fix);
}

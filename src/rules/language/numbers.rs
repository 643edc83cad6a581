//! Numbers in the Vietnamese way: a stop for thousands, a comma for decimals.

use super::super::places::line_numbers;
use super::reading::Reading;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::language::{self, Signs};
use crate::source::{Sources, Span};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&NUMBER_STYLE];

/// A number in the English way.
static NUMBER_STYLE: Rule = Rule {
    id: "decimal-style",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Số viết theo lối Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân \
             (`1.500.000 đồng`, `12,5%`). Viết ngược lại thì người đọc dễ hiểu sai.",
        en: "Numbers are written the Vietnamese way: a stop for thousands, a comma for decimals \
             (`1.500.000 đồng`, `12,5%`). The other way round they are read wrong.",
    },
    wrong: Example::body("Tỷ lệ đạt 12.5% hằng tháng."),
    right: Example::body("Tỷ lệ đạt 12,5% hằng tháng."),
    ..Rule::NOTE
};

fn number_style(number: &str, lines: &str) -> Problem {
    let turned: String = number
        .chars()
        .map(|c| match c {
            ',' => '.',
            '.' => ',',
            c => c,
        })
        .collect();
    NUMBER_STYLE.problem(
        both!(
            "số viết theo lối Anh: `{number}`",
            "a number in the English way: `{number}`"
        ),
        both!("dấu chấm, phẩy ngược lối Việt", "stop and comma the other way round"),
        both!(
            "nếu là một số thì viết `{turned}`; những dòng có số như vậy: {lines}",
            "if it is one number, write `{turned}`; the lines with such numbers: {lines}"
        ),
    )
}

/// Says once which numbers are in the English way.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let mut spans: Vec<Span> = Vec::new();
    let mut first = None;
    for reading in readings.iter().filter(|one| one.signs.have(Signs::NUMBERS)) {
        for range in language::english_numbers(reading.text()) {
            first.get_or_insert_with(|| &reading.text()[range.clone()]);
            spans.push(reading.span(range));
        }
    }
    if let (Some(number), Some(span)) = (first, spans.first()) {
        found.push(number_style(number, &line_numbers(&spans, sources)), *span);
    }
}

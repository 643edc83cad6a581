//! The number and the symbol stand each in its own field: `số: 45`, `ký hiệu: TB-UBND`.

use std::ops::Range;

use super::within;
use super::written::{Numbered, is_joint};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::place;
use crate::document::{Document, Text};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&NUMBER_NOT_ALONE, &SYMBOL_NOT_ALONE];

/// A number that is written with the word `Số` or with the symbol.
static NUMBER_NOT_ALONE: Rule = Rule {
    id: "number-not-alone",
    family: Family::Number,
    clause: Some("HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c"),
    explanation: Bilingual {
        vi: "Số và ký hiệu là hai mục: chữ `Số`, dấu nối và ký hiệu được tự thêm khi in.",
        en: "Number and symbol are two fields: the word `Số`, the joint and the symbol \
             are added in print.",
    },
    wrong: Example::fields("số: Số 12-TB/BCĐ"),
    right: Example::fields("số: 12"),
    ..Rule::ERROR
};

/// `số` holds more than the number: the word `Số`, the symbol.
fn number_not_alone(number: Option<&str>, symbol: Option<&str>) -> Problem {
    let message = match symbol {
        Some(_) => both!("mục `số` ghi kèm cả ký hiệu", "`số` holds the symbol as well"),
        None => both!("mục `số` ghi kèm cả chữ `Số`", "`số` holds the word `Số` as well"),
    };
    let help = match (number, symbol) {
        (Some(number), Some(symbol)) => both!(
            "viết `số: {number}`, còn ký hiệu viết ở mục riêng: `ký hiệu: {symbol}`",
            "write `số: {number}`, and the symbol in its own field: `ký hiệu: {symbol}`"
        ),
        (Some(number), None) => both!(
            "viết `số: {number}`; chữ `Số` được tự thêm",
            "write `số: {number}`; the word `Số` is added"
        ),
        (None, _) => both!(
            "chưa có số thì để trống: `số:`; ký hiệu viết ở mục `ký hiệu`",
            "leave it open where there is no number yet: `số:`; the symbol goes to `ký \
             hiệu`"
        ),
    };
    let label = both!("ở đây chỉ ghi số", "only the number stands here");
    NUMBER_NOT_ALONE.problem(message, label, help)
}

/// A symbol that is written with the number.
static SYMBOL_NOT_ALONE: Rule = Rule {
    id: "symbol-not-alone",
    family: Family::Number,
    clause: Some("HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c"),
    explanation: Bilingual {
        vi: "Số và ký hiệu là hai mục; ghi cả số vào ký hiệu thì số in hai lần.",
        en: "Number and symbol are two fields; a number in the symbol would be printed \
             twice.",
    },
    wrong: Example::fields("ký hiệu: 12-TB/BCĐ"),
    right: Example::fields("ký hiệu: TB/BCĐ"),
    ..Rule::ERROR
};

/// `ký hiệu` holds the number, too.
fn symbol_not_alone(number: Option<&str>, symbol: Option<&str>) -> Problem {
    let help = match (number, symbol) {
        (Some(number), Some(symbol)) => both!(
            "viết `ký hiệu: {symbol}`, còn số viết ở mục `số`: `số: {number}`",
            "write `ký hiệu: {symbol}`, and the number in its own field: `số: {number}`"
        ),
        (None, Some(symbol)) => {
            both!("viết `ký hiệu: {symbol}`", "write `ký hiệu: {symbol}`")
        }
        (Some(number), None) => both!(
            "chuyển số sang mục `số`: `số: {number}`, ở đây viết ký hiệu, ví dụ \
             `TB-UBND`",
            "move the number to its field, `số: {number}`, and write the symbol here, \
             for example `TB-UBND`"
        ),
        (None, None) => both!(
            "viết ký hiệu, ví dụ `ký hiệu: TB-UBND`",
            "write the symbol, for example `ký hiệu: TB-UBND`"
        ),
    };
    SYMBOL_NOT_ALONE.problem(
        both!(
            "mục `ký hiệu` ghi kèm cả số văn bản",
            "`ký hiệu` holds the number as well"
        ),
        both!("ở đây chỉ ghi ký hiệu", "only the symbol stands here"),
        help,
    )
}

/// A number that is more than one (HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c).
/// It is mended where what is too much of it is printed anyway: the `symbol`.
pub(in crate::rules) fn number(
    number: &Text,
    symbol: &str,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let value = number.value.as_str();
    let Some(written) = Numbered::of(value) else {
        // No number at all, but the symbol: `TB-UBND`.
        let mut parts = value.trim().split(is_joint);
        let letters = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if value.contains(['/', '-']) && parts.any(letters) {
            let symbol = value.trim().trim_start_matches(|c: char| !c.is_alphanumeric());
            found.push(number_not_alone(None, Some(symbol)), number.span);
        }
        return;
    };
    if written.is_alone() {
        return;
    }
    let problem = number_not_alone(filled(written.number), filled(written.symbol));
    let printed = written.symbol.is_empty() || written.symbol == symbol.trim();
    let fix = (printed && !written.number.is_empty())
        .then(|| kept(number, within(value, written.number), sources))
        .flatten();
    found.push_fixed(problem, number.span, fix);
}

/// A symbol that begins with the number: mended where `số` says the same.
pub(super) fn symbol(
    symbol: &Text,
    written: &Numbered<'_>,
    document: &Document,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let problem = symbol_not_alone(filled(written.number), filled(written.symbol));
    let number = document.number.as_ref().map_or("", |number| number.value.trim());
    let bare = |number: &str| number.trim_start_matches('0').to_owned();
    let same = !written.symbol.is_empty() && bare(number) == bare(written.number);
    let fix = (same && !number.is_empty())
        .then(|| kept(symbol, within(&symbol.value, written.symbol), sources))
        .flatten();
    found.push_fixed(problem, symbol.span, fix);
}

/// What takes all but a part out of a text.
fn kept(text: &Text, part: Range<usize>, sources: &Sources) -> Option<Fix> {
    let value = text.value.as_str();
    let start = value.len() - value.trim_start().len();
    let around = [start..part.start, part.end..value.trim_end().len()];
    let cuts = around.into_iter().filter(|cut| !cut.is_empty());
    cuts.map(|cut| Some((place::range(text, cut, sources)?, String::new()))).collect()
}

/// A text that is not empty.
fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

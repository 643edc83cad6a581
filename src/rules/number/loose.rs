//! A symbol is one word, joined by `/` or a hyphen.

use super::within;
use super::written::{is_dash, is_joint};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::Text;
use crate::document::place;
use crate::source::{Sources, Span};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SYMBOL_LOOSE];

/// A symbol with blanks about what joins its parts, or with a dash for a hyphen.
static SYMBOL_LOOSE: Rule = Rule {
    id: "symbol-loose",
    family: Family::Number,
    clause: Some("HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c"),
    explanation: Bilingual {
        vi: "Ký hiệu viết liền, nối bằng `/` hoặc gạch ngắn `-`.",
        en: "A symbol is one word, joined by `/` or a hyphen.",
    },
    wrong: Example::fields("ký hiệu: TB / BCĐ"),
    right: Example::fields("ký hiệu: TB/BCĐ"),
    ..Rule::ERROR
};

fn symbol_loose(fit: &str) -> Problem {
    SYMBOL_LOOSE.problem(
        both!(
            "`ký hiệu` có dấu cách hoặc dấu gạch dài ở chỗ nối",
            "`ký hiệu` has blanks or a long dash where its parts join"
        ),
        both!("ký hiệu này", "this symbol"),
        both!(
            "viết liền, dùng dấu gạch ngắn: `{fit}`",
            "write it as one word with a hyphen: `{fit}`"
        ),
    )
}

/// Says where a symbol has blanks about what joins its parts, or a dash for a hyphen: `TB - UBND`,
/// `TB–UBND`.
pub(super) fn check(symbol: &Text, sources: &Sources, found: &mut Diagnostics) -> bool {
    let mut edits: Vec<Option<(Span, String)>> = Vec::new();
    let mut fit = String::new();
    let mut rest = symbol.value.trim();
    while let Some(at) = rest.find(is_joint) {
        let (part, behind) = rest.split_at(at);
        rest = behind.trim_start_matches(is_joint);
        let between = &behind[..behind.len() - rest.len()];
        fit.push_str(part);
        match tight(between).filter(|tight| *tight != between) {
            Some(tight) => {
                let place = place::range(symbol, within(&symbol.value, between), sources);
                edits.push(place.map(|span| (span, tight.to_owned())));
                fit.push_str(tight);
            }
            None => fit.push_str(between),
        }
    }
    fit.push_str(rest);
    if edits.is_empty() {
        return false;
    }
    let fix = edits.into_iter().collect::<Option<Fix>>();
    found.push_fixed(symbol_loose(&fit), symbol.span, fix);
    true
}

/// What joins two parts of a symbol, without blanks, where it is clear.
fn tight(between: &str) -> Option<&'static str> {
    match between.trim() {
        "" => None,
        "/" => Some("/"),
        dashes => dashes.chars().all(is_dash).then_some("-"),
    }
}

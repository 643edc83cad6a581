//! A symbol begins with the code of its kind of document.

use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::symbol::{code_of, is_code, is_plain_code, is_same_code, joint};
use crate::document::{Manifest, Regime, Text, field, fold};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SYMBOL_OF_ANOTHER];

/// A symbol with the code of another kind of documents.
static SYMBOL_OF_ANOTHER: Rule = Rule {
    id: "symbol-of-another",
    family: Family::Number,
    explanation: Bilingual {
        vi: "Ký hiệu mở đầu bằng chữ viết tắt của tên loại; chép từ văn bản khác thì dễ \
             còn chữ của loại cũ.",
        en: "A symbol begins with the code of the kind; one copied from another paper \
             often keeps that of the old kind.",
    },
    wrong: Example::fields("ký hiệu: QĐ/BCĐ"),
    right: Example::fields("ký hiệu: TB/BCĐ"),
    ..Rule::ERROR
};

/// A symbol has the `code` of another kind than `kind`, which would have it as `fit`.
fn symbol_of_another(code: &str, kind: &str, fit: &str) -> Problem {
    let problem = SYMBOL_OF_ANOTHER.problem(
        both!(
            "ký hiệu có `{code}`, không phải chữ viết tắt của `{kind}`",
            "the symbol has `{code}`, which is not the code of `{kind}`"
        ),
        both!("ký hiệu này", "this symbol"),
        both!(
            "viết `{fit}`; nếu đây là loại văn bản khác thì đổi `mẫu` hoặc khai báo `tên \
             loại`",
            "write `{fit}`; if this is another kind of document, change `mẫu` or give \
             `tên loại`"
        ),
    );
    problem.with_clause(field::clause("ký hiệu").unwrap_or_default())
}

/// A symbol with the code of another kind than that which the document names itself (`tên loại`).
pub(super) fn check_named(
    symbol: &Text,
    regime: Regime,
    kind: &Text,
    found: &mut Diagnostics,
) {
    let Some(own) = code_of(kind.as_str()) else { return };
    let value = symbol.value.trim();
    let Some((code, rest)) = value.split_once(['/', '-']) else { return };
    if is_plain_code(code) && !is_same_code(own, code) {
        let fit = format!("{own}{}{rest}", joint(regime));
        let kind = kind.value.trim();
        found.push(symbol_of_another(code, kind, &fit), symbol.span);
    }
}

/// A symbol with the code of another kind. What an office writes for all of its papers, and what
/// another paper has, takes the code of the paper before.
pub(super) fn check(
    symbol: &Text,
    regime: Regime,
    kind: &Manifest,
    found: &mut Diagnostics,
) {
    if !kind.abbreviation.is_given {
        return;
    }
    let mark = joint(regime);
    let value = symbol.value.trim();
    let Some((code, rest)) = value.split_once(['/', '-']) else { return };
    let own = kind.abbreviation.of(regime).map(Text::as_str);
    // The Party's regulations (quy định) are numbered `37-QĐ/TW`, like its decisions.
    let regulation = fold(kind.title.as_str()) == "quy_dinh" && is_same_code(code, "QĐ");
    let is_other = match own {
        Some(own) => is_code(code) && !is_same_code(own, code),
        None => is_plain_code(code),
    };
    if is_other && !(regulation && regime == Regime::Party) {
        let fit = own.map_or_else(|| rest.to_owned(), |own| format!("{own}{mark}{rest}"));
        let (code, kind) = (code.to_owned(), kind.title.value.clone());
        found.push(symbol_of_another(&code, &kind, &fit), symbol.span);
    }
}

//! A symbol is joined as its regime has it: `TB/BCĐ`, `TB-UBND`.

use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::place;
use crate::document::{Regime, Text};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SYMBOL_FORM];

/// A symbol in the form of the other regime.
static SYMBOL_FORM: Rule = Rule {
    id: "symbol-form",
    family: Family::Number,
    clause: Some("HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c"),
    explanation: Bilingual {
        vi: "Thể thức Đảng nối chữ viết tắt tên loại và cơ quan bằng `/` (`TB/BCĐ`), thể \
             thức nhà nước bằng `-` (`TB-UBND`).",
        en: "The Party joins the codes of kind and body by `/` (`TB/BCĐ`), the State by \
             `-` (`TB-UBND`).",
    },
    wrong: Example::fields("ký hiệu: TB-BCĐ"),
    right: Example::fields("ký hiệu: TB/BCĐ"),
    ..Rule::BINDING
};

fn symbol_form(regime: &str, fit: &str) -> Problem {
    SYMBOL_FORM.problem(
        both!(
            "ký hiệu không viết theo thể thức `{regime}`",
            "the symbol is not written as the layout `{regime}` has it"
        ),
        both!("ký hiệu này", "this symbol"),
        both!(
            "viết `{fit}`, hoặc đổi `thể thức`",
            "write `{fit}`, or choose another `thể thức`"
        ),
    )
}

/// `TB/BCĐ` for the Party (HD 05-HD/VPTW, 3.2.2), `TB-UBND` for the State (NĐ 30/2020/NĐ-CP,
/// Phụ lục I, II.3.c).
pub(super) fn check(
    symbol: &Text,
    regime: Regime,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let slash = symbol.value.contains('/');
    let wanted = regime == Regime::Party;
    if slash != wanted && symbol.value.contains(['/', '-']) {
        let (from, to, most) = match regime {
            Regime::Party => ('-', "/", 1),
            Regime::State => ('/', "-", usize::MAX),
        };
        let fit = symbol.value.replacen(from, to, most);
        let wrong = symbol.value.match_indices(from).take(most);
        let edits = wrong
            .map(|(at, _)| Some((place::character(symbol, at, sources)?, to.to_owned())));
        let fix = edits.collect::<Option<Fix>>();
        let regime = regime.name().to_owned();
        found.push_fixed(symbol_form(&regime, &fit), symbol.span, fix);
    }
}

//! The number of a copy stands alone; its symbol begins with the code of its form.

use super::super::number::number_alone;
use super::Copied;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::symbol::{is_code, joint};
use crate::document::{CopyForm, Regime, place};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&COPY_SYMBOL];

/// A symbol of a copy that is not that of its form.
static COPY_SYMBOL: Rule = Rule {
    id: "copy-symbol",
    family: Family::Copies,
    clause: Some(
        "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, II.1; Phụ lục III; HD 05-HD/VPTW, Phụ lục 3",
    ),
    explanation: Bilingual {
        vi: "Ký hiệu bản sao mở đầu bằng chữ viết tắt của hình thức sao: thể thức nhà nước `SY` (sao \
             y), `SL` (sao lục), `TrS` (trích sao), như `SY-UBND`; thể thức Đảng `BS` cho mọi hình \
             thức, như `BS/ĐU`.",
        en: "The symbol of a copy begins with the code of its form: with the State `SY` (of an \
             original), `SL` (of a copy), `TrS` (of a part), as `SY-UBND`; with the Party `BS` for \
             all, as `BS/ĐU`.",
    },
    wrong: Example::fields(
        "sao: {hình thức: sao y, ký hiệu: SY-BCĐ, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, \
         nơi nhận: [Các thôn]}",
    ),
    right: Example::fields(
        "sao: {hình thức: sao y, ký hiệu: BS/BCĐ, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, \
         nơi nhận: [Các thôn]}",
    ),
    ..Rule::BINDING
};

fn copy_symbol(form: &str, code: &str, fit: &str) -> Problem {
    COPY_SYMBOL.problem(
        both!(
            "ký hiệu của bản sao `{form}` phải mở đầu bằng `{code}`",
            "the symbol of such a copy (`{form}`) begins with `{code}`"
        ),
        both!("ký hiệu bản sao", "the symbol of the copy"),
        both!("viết `{fit}`", "write `{fit}`"),
    )
}

pub(super) fn check(copied: &Copied<'_>, sources: &Sources, found: &mut Diagnostics) {
    let Copied { copy, document, kind, .. } = copied;
    let own = kind.abbreviation.of(document.regime.value);
    let symbol = copy.symbol(document, own);
    if let Some(number) = &copy.number {
        number_alone(number, symbol.as_str(), sources, found);
    }
    let regime = document.regime.value;
    let code = copy.form().code(regime);
    let Some(written) = copy.symbol.as_ref().filter(|symbol| !symbol.is_blank()) else {
        return;
    };
    let fit = fitting(written.as_str(), regime, code);
    if fit != written.as_str().trim() {
        let span = place::range(written, 0..written.value.len(), sources);
        let fix = span.map(|span| Fix::from_iter([(span, fit.clone())]));
        found.push_fixed(copy_symbol(copy.form.name(), code, &fit), written.span, fix);
    }
}

/// A symbol with the code of the form in front: in the place of that of another form or of a kind of
/// documents. With the Party the code may stand alone (HD 05-HD/VPTW, Phụ lục 3, 1.2).
fn fitting(symbol: &str, regime: Regime, code: &str) -> String {
    let symbol = symbol.trim();
    if symbol == code && regime == Regime::Party {
        return symbol.to_owned();
    }
    let mark = joint(regime);
    let (first, rest) = symbol.split_once(['/', '-']).unwrap_or((symbol, ""));
    let has_code = CopyForm::is_code(first) || is_code(first);
    let body = match (has_code, rest) {
        (true, "") => "…",
        (true, rest) => rest,
        (false, _) => symbol,
    };
    format!("{code}{mark}{body}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_gets_the_code_of_its_form() {
        use Regime::{Party, State};
        for (symbol, regime, code, fit) in [
            ("SY-UBND", State, "SY", "SY-UBND"),
            (" SY-UBND ", State, "SY", "SY-UBND"),
            ("SY-UBND", State, "TrS", "TrS-UBND"),
            ("TRS-UBND", State, "TrS", "TrS-UBND"),
            ("SY/UBND", State, "SY", "SY-UBND"),
            ("TB-UBND", State, "SY", "SY-UBND"),
            ("UBND", State, "SL", "SL-UBND"),
            ("UBND-VP", State, "SL", "SL-UBND-VP"),
            ("SY", State, "SY", "SY-…"),
            ("BS", Party, "BS", "BS"),
            ("BS/ĐU", Party, "BS", "BS/ĐU"),
            ("BS-ĐU", Party, "BS", "BS/ĐU"),
            ("SY-ĐU", Party, "BS", "BS/ĐU"),
            ("ĐU", Party, "BS", "BS/ĐU"),
        ] {
            assert_eq!(fitting(symbol, regime, code), fit, "{symbol}");
        }
    }
}

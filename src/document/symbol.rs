//! The parts of a symbol (ký hiệu): the code of a kind, what stands behind it.

use super::fold;
use super::values::regime::Regime;

/// The codes of the kinds of documents (HD 05-HD/VPTW, 3.1.2; NĐ 30/2020/NĐ-CP, Phụ lục III, I).
const CODES: [&str; 32] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC",
    "BB", "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
    "KL", "CV", "TT", "GCN", "GĐĐ",
];

/// Those that begin no name of a body: `CT-TTHT` is the symbol of a letter of a Cục Thuế.
const PLAIN_CODES: [&str; 14] = [
    "NQ", "QĐ", "QyĐ", "TB", "KH", "BC", "BB", "TTr", "GM", "GGT", "GNP", "GUQ", "BGN",
    "BTT",
];

/// The codes of kinds by their folded names, as both regimes write them but for `quy định`, which is
/// `QĐ` with the Party and `QyĐ` with the State (HD 05-HD/VPTW, 3.1.2; NĐ 30/2020/NĐ-CP, Phụ lục III,
/// I).
const OF_KINDS: [(&str, &str); 31] = [
    ("nghi_quyet", "NQ"),
    ("quyet_dinh", "QĐ"),
    ("chi_thi", "CT"),
    ("quy_che", "QC"),
    ("thong_bao", "TB"),
    ("huong_dan", "HD"),
    ("chuong_trinh", "CTr"),
    ("ke_hoach", "KH"),
    ("phuong_an", "PA"),
    ("de_an", "ĐA"),
    ("du_an", "DA"),
    ("bao_cao", "BC"),
    ("bien_ban", "BB"),
    ("to_trinh", "TTr"),
    ("ket_luan", "KL"),
    ("giay_moi", "GM"),
    ("thong_cao", "TC"),
    ("thong_tri", "TT"),
    ("hop_dong", "HĐ"),
    ("cong_dien", "CĐ"),
    ("ban_ghi_nho", "BGN"),
    ("ban_thoa_thuan", "BTT"),
    ("giay_uy_quyen", "GUQ"),
    ("giay_gioi_thieu", "GGT"),
    ("giay_nghi_phep", "GNP"),
    ("giay_chung_nhan", "GCN"),
    ("giay_di_duong", "GĐĐ"),
    ("phieu_gui", "PG"),
    ("phieu_chuyen", "PC"),
    ("phieu_bao", "PB"),
    ("quy_hoach", "QH"),
];

/// The code of the kind that is called so, where it is one of those that offices know.
#[must_use]
pub fn code_of(kind: &str) -> Option<&'static str> {
    let name = fold(kind);
    OF_KINDS.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}

/// What stands after the code: `/` with the Party (HD 05-HD/VPTW, 3.1.2), `-` with the State
/// (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3).
#[must_use]
pub fn joint(regime: Regime) -> char {
    match regime {
        Regime::Party => '/',
        Regime::State => '-',
    }
}

/// Whether this is the code of a kind.
#[must_use]
pub fn is_code(text: &str) -> bool {
    CODES.iter().any(|code| is_same_code(code, text))
}

/// Whether this is the code of a kind and can hardly be the name of a body.
#[must_use]
pub fn is_plain_code(text: &str) -> bool {
    PLAIN_CODES.iter().any(|code| is_same_code(code, text))
}

/// Whether two codes are one, however they are capitalised: `TTr`, `TTR`.
#[must_use]
pub fn is_same_code(one: &str, other: &str) -> bool {
    one.to_uppercase() == other.to_uppercase()
}

/// What stands in a symbol for the body: `UBND` of `TB-UBND` and of a letter's `UBND-VP`, `ĐU` of
/// `TB/ĐU`. `code` is that of the kind, where it has one of its own.
#[must_use]
pub fn body<'s>(symbol: &'s str, regime: Regime, code: Option<&str>) -> &'s str {
    let symbol = symbol.trim();
    let Some((first, rest)) = symbol.split_once(joint(regime)) else { return symbol };
    let is_first = regime == Regime::State
        && !is_code(first)
        && !code.is_some_and(|code| is_same_code(code, first));
    if is_first { first } else { rest }
}

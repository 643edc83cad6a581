//! The number and the symbol of a document, each in its own field.

use unicode_normalization::UnicodeNormalization;

use crate::fix::fixed;
use crate::support::{notice, pages, printed_words, problems};

/// A notice with this number and this symbol.
fn with(layout: &str, number: &str, symbol: &str) -> String {
    let text = notice("Một.\n\nHai./.");
    let text = text.replace("---\ncơ", &format!("---\nthể thức: {layout}\ncơ"));
    let text = if layout == "đảng" {
        text.replace("Hai./.", "Hai.")
    } else {
        text.replace("Lưu Đảng ủy xã", "'Lưu: VT'")
            .replace("trích yếu: kết", "trích yếu: Kết")
    };
    text.replace("ký hiệu: TB/BCĐ", &format!("số: {number}\nký hiệu: {symbol}"))
}

#[test]
fn a_number_with_its_word_or_its_symbol_is_refused_and_mended() {
    for (layout, number, symbol, right, rest) in [
        ("nhà nước", "45/TB-BCĐ", "TB-BCĐ", "45", "TB-BCĐ"),
        ("nhà nước", "'45/TB-BCĐ'", "TB-BCĐ", "'45'", "TB-BCĐ"),
        ("nhà nước", "\"Số: 45\"", "TB-BCĐ", "\"45\"", "TB-BCĐ"),
        ("nhà nước", "Số 45", "TB-BCĐ", "45", "TB-BCĐ"),
        ("nhà nước", "số:45", "TB-BCĐ", "45", "TB-BCĐ"),
        ("nhà nước", "|\n  Số 45/TB-BCĐ", "TB-BCĐ", "|\n  45", "TB-BCĐ"),
        ("đảng", "45-TB/BCĐ", "TB/BCĐ", "45", "TB/BCĐ"),
        ("đảng", "Số 45 - TB/BCĐ", "TB/BCĐ", "45", "TB/BCĐ"),
        ("nhà nước", "16/2026/TB-BCĐ", "TB-BCĐ", "16/2026", "TB-BCĐ"),
        ("nhà nước", "45", "45/TB-BCĐ", "45", "TB-BCĐ"),
        ("đảng", "05", "5-TB/BCĐ", "05", "TB/BCĐ"),
        ("nhà nước", "45", "TB - BCĐ", "45", "TB-BCĐ"),
        ("nhà nước", "45", "TB–BCĐ", "45", "TB-BCĐ"),
        ("nhà nước", "45", "'TB\u{a0}- BCĐ—VP'", "45", "'TB-BCĐ-VP'"),
        ("đảng", "45", "TB / BCĐ", "45", "TB/BCĐ"),
    ] {
        let text = with(layout, number, symbol);
        let forms = [text.clone(), text.nfd().collect(), text.replace('\n', "\r\n")];
        let right = with(layout, right, rest);
        let rights = [right.clone(), right.nfd().collect(), right.replace('\n', "\r\n")];
        for (text, right) in forms.into_iter().zip(rights) {
            let found = problems(&text);
            assert_eq!(found.len(), 1, "{number}, {symbol}: {found:?}");
            assert_eq!(fixed(&text), right);
            assert_eq!(problems(&right), [""; 0]);
        }
    }
}

#[test]
fn what_is_not_certain_stays_for_a_person() {
    for (layout, number, symbol, found) in [
        ("nhà nước", "45/BC-BCĐ", "TB-BCĐ", "5:5 number-not-alone `45/BC-BCĐ`"),
        ("nhà nước", "TB-BCĐ", "TB-BCĐ", "5:5 number-not-alone `TB-BCĐ`"),
        ("nhà nước", "…/TB-BCĐ", "TB-BCĐ", "5:5 number-not-alone `…/TB-BCĐ`"),
        ("nhà nước", "'Số:'", "TB-BCĐ", "5:5 number-not-alone `'Số:'`"),
        ("nhà nước", "", "45/TB-BCĐ", "6:10 symbol-not-alone `45/TB-BCĐ`"),
        ("nhà nước", "46", "45/TB-BCĐ", "6:10 symbol-not-alone `45/TB-BCĐ`"),
        ("nhà nước", "46", "BC-BCĐ", "6:10 symbol-of-another `BC-BCĐ`"),
        ("đảng", "46", "QĐ/BCĐ", "6:10 symbol-of-another `QĐ/BCĐ`"),
    ] {
        let text = with(layout, number, symbol);
        let text = text.replace("thể thức", "mẫu: thông báo kết luận\nthể thức");
        let line = |text: &str| {
            let (at, rest) = text.split_once(':').unwrap();
            format!("{}:{rest}", at.parse::<u32>().unwrap() + 1)
        };
        assert_eq!(problems(&text), [line(found)], "{number}, {symbol}");
        assert_eq!(fixed(&text), text);
    }
}

#[test]
fn what_an_office_may_write_stays_silent() {
    for (layout, number, symbol) in [
        ("nhà nước", "", "TB-BCĐ"),
        ("nhà nước", "012", "TB-BCĐ"),
        ("nhà nước", "16/2026", "TB-BCĐ"),
        ("nhà nước", "12a", "TB-BCĐ"),
        ("nhà nước", "12 bis", "TB-BCĐ"),
        ("nhà nước", "……", "TB-BCĐ"),
        ("nhà nước", "45", "TB-BCĐ-VP"),
        ("nhà nước", "45", "BCĐ-VP"),
        ("nhà nước", "45", "BC-BCĐ\ntên loại: Báo cáo"),
        ("đảng", "45", "TB/BCĐ-VP"),
        ("đảng", "45", "tb/BCĐ"),
    ] {
        let text = with(layout, number, symbol);
        assert_eq!(problems(&text), [""; 0], "{number}, {symbol}");
        let words = printed_words(&pages(&text)).join(" ");
        let symbol = symbol.split('\n').next().unwrap();
        assert!(
            words.contains(&format!("{number}/{symbol}"))
                || layout == "đảng"
                || number.is_empty(),
            "{words}"
        );
    }
}

#[test]
fn the_code_of_the_body_is_that_of_the_issuer() {
    let said = |issuer: &str, symbol: &str, layout: &str| {
        let text = with(layout, "12", symbol);
        let name = "Ban Chỉ đạo thực hiện các Chương trình Mục tiêu quốc gia";
        let found = problems(&text.replace(name, issuer));
        let body = "symbol-of-another-body";
        found.into_iter().filter(|problem| problem.contains(body)).count()
    };
    for (issuer, symbol, layout, count) in [
        ("Ban Chỉ đạo", "TB/ĐU", "đảng", 1),
        ("Đảng ủy xã", "TB/BCĐ", "đảng", 1),
        ("Ủy ban nhân dân xã", "TB-HĐND", "nhà nước", 1),
        ("Ủy ban nhân dân xã", "HĐND-VP", "nhà nước", 1),
        ("Ủy ban nhân dân xã", "HĐND&UBND-VP", "nhà nước", 0),
        ("Ủy ban nhân dân xã", "UBND-VP", "nhà nước", 0),
        ("Ủy ban nhân dân xã", "TB-VP", "nhà nước", 0),
        ("Tỉnh ủy Thái Nguyên", "TB/TU", "đảng", 0),
        ("[Ban Chỉ đạo, Đảng ủy xã]", "TB/ĐU", "đảng", 0),
        ("Văn phòng Đảng ủy", "TB/ĐU", "đảng", 0),
    ] {
        assert_eq!(said(issuer, symbol, layout), count, "{issuer}, {symbol}");
    }
}

#[test]
fn a_cited_number_is_tightened() {
    for (written, right) in [
        (
            "Thông báo số 857 -TB/TU, ngày 01/6/2023",
            "Thông báo số 857-TB/TU, ngày 01/6/2023",
        ),
        ("Quyết định số 45/2018 /QĐ - TTg", "Quyết định số 45/2018/QĐ-TTg"),
        ("Thông báo số 12-TB/TU - UBND xã", "Thông báo số 12-TB/TU - UBND xã"),
    ] {
        let form =
            |text: &str| problems(text).iter().any(|one| one.contains(" citation-form "));
        let text =
            with("đảng", "12", "TB/BCĐ").replace("Một.", &format!("Theo {written}."));
        let after = fixed(&text);
        assert_eq!(after, text.replace(written, right));
        assert!(!form(&after), "{after}");
        assert_eq!(form(&text), written != right, "{written}");
    }
}

#[test]
fn the_code_fits_the_kind_that_a_document_names() {
    for (symbol, kind, found) in [
        ("TB/BCĐ", "Kế hoạch", Some("symbol-of-another `TB/BCĐ`")),
        ("KH/BCĐ", "Kế hoạch", None),
        ("QĐ/BCĐ", "Quy định", None),
        ("TB/BCĐ", "Thông báo liên tịch", None),
        ("TTR/BCĐ", "Tờ trình", None),
    ] {
        let text = with("đảng", "12", &format!("{symbol}\ntên loại: {kind}"));
        let said = problems(&text);
        let said = said.first().map(|one| one.split_once(' ').unwrap().1);
        assert_eq!(said, found, "{symbol}, {kind}");
    }
}

#[test]
fn a_body_has_the_layout_of_its_regime() {
    for (issuer, layout, count) in [
        ("Ủy ban nhân dân xã Lục Bình", "đảng", 1),
        ("|\n  Ủy ban nhân dân\n  xã Lục Bình", "đảng", 1),
        ("Đảng ủy xã Lục Bình", "nhà nước", 1),
        ("Chi bộ thôn Nà Nghịu", "nhà nước", 1),
        ("Ban Chỉ đạo", "nhà nước", 0),
        ("Ủy ban Kiểm tra Đảng ủy", "đảng", 0),
        ("[Ủy ban nhân dân xã, Đảng ủy xã]", "đảng", 0),
    ] {
        let text = with(layout, "12", "TB");
        let name = "Ban Chỉ đạo thực hiện các Chương trình Mục tiêu quốc gia";
        let found = problems(&text.replace(name, issuer));
        let said = found.iter().filter(|one| one.contains("regime-of-another"));
        assert_eq!(said.count(), count, "{issuer}: {found:?}");
    }
}

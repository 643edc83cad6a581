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
        ("nhà nước", "45/TB-UBND", "TB-UBND", "45", "TB-UBND"),
        ("nhà nước", "'45/TB-UBND'", "TB-UBND", "'45'", "TB-UBND"),
        ("nhà nước", "\"Số: 45\"", "TB-UBND", "\"45\"", "TB-UBND"),
        ("nhà nước", "Số 45", "TB-UBND", "45", "TB-UBND"),
        ("nhà nước", "số:45", "TB-UBND", "45", "TB-UBND"),
        ("nhà nước", "|\n  Số 45/TB-UBND", "TB-UBND", "|\n  45", "TB-UBND"),
        ("đảng", "45-TB/ĐU", "TB/ĐU", "45", "TB/ĐU"),
        ("đảng", "Số 45 - TB/ĐU", "TB/ĐU", "45", "TB/ĐU"),
        ("nhà nước", "16/2026/TB-UBND", "TB-UBND", "16/2026", "TB-UBND"),
        ("nhà nước", "45", "45/TB-UBND", "45", "TB-UBND"),
        ("đảng", "05", "5-TB/ĐU", "05", "TB/ĐU"),
        ("nhà nước", "45", "TB - UBND", "45", "TB-UBND"),
        ("nhà nước", "45", "TB–UBND", "45", "TB-UBND"),
        ("nhà nước", "45", "'TB\u{a0}- UBND—VP'", "45", "'TB-UBND-VP'"),
        ("đảng", "45", "TB / ĐU", "45", "TB/ĐU"),
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
        ("nhà nước", "45/BC-UBND", "TB-UBND", "5:5 number-not-alone `45/BC-UBND`"),
        ("nhà nước", "TB-UBND", "TB-UBND", "5:5 number-not-alone `TB-UBND`"),
        ("nhà nước", "…/TB-UBND", "TB-UBND", "5:5 number-not-alone `…/TB-UBND`"),
        ("nhà nước", "'Số:'", "TB-UBND", "5:5 number-not-alone `'Số:'`"),
        ("nhà nước", "", "45/TB-UBND", "6:10 symbol-not-alone `45/TB-UBND`"),
        ("nhà nước", "46", "45/TB-UBND", "6:10 symbol-not-alone `45/TB-UBND`"),
        ("nhà nước", "46", "BC-UBND", "6:10 symbol-of-another `BC-UBND`"),
        ("đảng", "46", "QĐ/ĐU", "6:10 symbol-of-another `QĐ/ĐU`"),
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
        ("nhà nước", "", "TB-UBND"),
        ("nhà nước", "012", "TB-UBND"),
        ("nhà nước", "16/2026", "TB-UBND"),
        ("nhà nước", "12a", "TB-UBND"),
        ("nhà nước", "12 bis", "TB-UBND"),
        ("nhà nước", "……", "TB-UBND"),
        ("nhà nước", "45", "TB-UBND-VP"),
        ("nhà nước", "45", "UBND-VP"),
        ("nhà nước", "45", "BC-UBND\ntên loại: Báo cáo"),
        ("đảng", "45", "TB/BCĐ-VP"),
        ("đảng", "45", "tb/ĐU"),
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

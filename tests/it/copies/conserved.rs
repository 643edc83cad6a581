//! What is typed of a copy is printed once, or told at its place.

use std::fmt::Write as _;

use vanban::typeset;

use super::{copied, short, start};
use crate::support::input;
use vanban::rooms::typeset::NoFiles;

/// A copy of another body, with `TEXT` in the place of one value after the other.
const FIELDS: [(&str, &str); 9] = [
    ("cơ quan", "Ủy ban nhân dân phường Đức Xuân"),
    ("số", "7"),
    ("ký hiệu", "KH-ĐX"),
    ("địa danh", "Đức Xuân"),
    ("quyền hạn", "TL. Trưởng ban"),
    ("chức vụ", "Phó Ban"),
    ("chức vụ khác", "Ủy viên"),
    ("họ tên", "Lò Thị Mai"),
    ("nơi nhận", "Phòng Kinh tế"),
];

/// Texts that are easily lost or taken for something else.
const TEXTS: [&str; 10] = [
    "#let x = 1; $y$ @z <w>",
    "\"nháy\" và \\ gạch",
    "**đậm** _nghiêng_ `mã`",
    "{{ so }} {% if %}",
    "dòng một\ndòng hai",
    "a\tb  c\u{a0}d",
    "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t",
    "Xãdàikhôngdấucáchxãdàikhôngdấucáchxãdàikhôngdấucáchxãdàikhôngdấucách",
    "một tên rất dài của một cơ quan, đơn vị, tổ chức, hội, đoàn thể ở cấp xã và các thôn của nó",
    "1-2/3-4/5 – 6…",
];

/// A copy in which a field has a text.
fn copy(field: &str, text: &str) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let value = |name: &str| {
        let (_, value) = FIELDS.iter().find(|(other, _)| *other == name).unwrap();
        quoted(if name == field { text } else { value })
    };
    let mut out = String::from("  hình thức: sao y\n");
    for name in ["cơ quan", "số", "ký hiệu", "địa danh"] {
        writeln!(out, "  {name}: {}", value(name)).unwrap();
    }
    out.push_str("  ký:\n");
    for name in ["quyền hạn", "chức vụ", "chức vụ khác", "họ tên"] {
        writeln!(out, "    {name}: {}", value(name)).unwrap();
    }
    writeln!(out, "  nơi nhận: [{}, Lưu]", value("nơi nhận")).unwrap();
    out
}

/// The letters of a text as they are compared.
fn letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let seen = |c: &char| !c.is_whitespace() && *c != '\u{2060}' && *c != '\u{200b}';
    text.nfc().filter(seen).collect::<String>().to_uppercase()
}

#[test]
fn every_value_is_printed_once_or_told() {
    let mut printed = 0;
    for regime in ["đảng", "nhà nước"] {
        let document = short(regime, 0, "");
        for (field, _) in FIELDS {
            for text in TEXTS {
                let document = copied(&document, &copy(field, text));
                let outcome = typeset(&input(&document, &NoFiles));
                let mut found = outcome.report.diagnostics.iter();
                let is_error = |one: &vanban::Severity| *one == vanban::Severity::Error;
                let Some(pages) = outcome.output.filter(|_| {
                    !outcome
                        .report
                        .diagnostics
                        .iter()
                        .any(|one| is_error(&one.severity()))
                }) else {
                    let refused = found.any(|one| is_error(&one.severity()));
                    assert!(refused, "{regime}, {field}: {text}");
                    continue;
                };
                let (page, top) = start(&pages);
                let texts = pages.texts();
                let copy = texts.iter().filter(|run| {
                    run.page > page || (run.page == page && run.baseline_mm > top)
                });
                let words: String = copy.map(|run| letters(&run.text)).collect();
                let count = words.matches(&letters(text)).count();
                assert_eq!(count, 1, "{regime}, {field}: {text}\n{words}");
                printed += 1;
            }
        }
    }
    assert!(printed > 100, "{printed}");
}

//! Line breaks of a value (`|`): each line is an entry of a list or a line of the page.

use unicode_normalization::UnicodeNormalization;

use crate::support::{lines_of, misread, notice, pages, printed_words};

/// The smallest notice in a layout with these lines in the place of those of the field.
fn with(layout: &str, field: &str, value: &str) -> String {
    let state = layout == "nhà nước";
    let text = notice(if state { "Một.\n\nHai./." } else { "Một.\n\nHai." });
    let text = text.replace("---\ncơ", &format!("---\nthể thức: {layout}\ncơ"));
    let text = if state {
        text.replace("TB/BCĐ", "TB-BCĐ")
            .replace("trích yếu: kết", "trích yếu: Kết")
            .replace("Lưu Đảng ủy xã", "'Lưu: VT'")
    } else {
        text
    };
    let start =
        text.find(&format!("\n{field}:")).unwrap_or(text.find("\nký:").unwrap()) + 1;
    let has = text[start..].starts_with(field);
    let next = text[start..].find('\n').unwrap() + start + 1;
    let end = if has {
        let rest = &text[next..];
        let inner = rest
            .lines()
            .take_while(|line| line.starts_with(' ') && !field.starts_with(' '));
        next + inner.map(|line| line.len() + 1).sum::<usize>()
    } else {
        start
    };
    [&text[..start], &format!("{field}: {value}\n"), &text[end..]].concat()
}

/// A text as keyboards and systems write it.
fn forms(text: &str) -> [String; 3] {
    [text.to_owned(), text.nfd().collect(), text.replace('\n', "\r\n")]
}

#[test]
fn a_line_of_a_name_post_or_subject_is_a_line_of_the_page() {
    for (field, value, lines) in [
        (
            "trích yếu",
            "|\n  Kết luận cuộc họp\n  tháng 5",
            &["Kết luận cuộc họp", "tháng 5"][..],
        ),
        (
            "trích yếu",
            "\"Kết luận cuộc họp\\ntháng 5\"",
            &["Kết luận cuộc họp", "tháng 5"],
        ),
        ("cơ quan ban hành", "|\n  Ban Chỉ đạo\n  xã Suối", &["BAN CHỈ ĐẠO", "XÃ SUỐI"]),
        ("cơ quan chủ quản", "|-\n  Tỉnh\n  Hà Lâm", &["TỈNH", "HÀ LÂM"]),
        (
            "  chức vụ",
            "|\n    KT. Chủ tịch\n    Phó Chủ tịch",
            &["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (
            "  chức vụ",
            "|\n    Bí thư\n    kiêm\n    Trưởng Ban",
            &["BÍ THƯ", "kiêm", "TRƯỞNG BAN"],
        ),
        (
            "  quyền hạn",
            "|\n    TM. Ủy ban\n    KT. Chủ tịch",
            &["TM. ỦY BAN", "KT. CHỦ TỊCH"],
        ),
        ("  họ tên", "|\n    Đại tá\n    Vũ Khải", &["Đại tá", "Vũ Khải"]),
        ("tên loại", "|\n  Thông báo\n  kết luận", &["THÔNG BÁO", "KẾT LUẬN"]),
    ] {
        for layout in ["đảng", "nhà nước"] {
            let field_line = if field == "  quyền hạn" {
                with(layout, "  họ tên", "A B")
                    .replace("  họ tên:", &format!("{field}: {value}\n  họ tên:"))
            } else {
                with(layout, field, value)
            };
            for text in forms(&field_line) {
                assert_eq!(misread(&text), [""; 0], "{text}");
                let pages = pages(&text);
                let found: Vec<String> = (1..=pages.count())
                    .flat_map(|page| lines_of(&pages, page))
                    .map(|line| line.text)
                    .collect();
                let at = |wanted: &str| {
                    let at = found.iter().position(|line| line == wanted);
                    at.unwrap_or_else(|| {
                        panic!("{layout} {field}: no line {wanted}: {found:#?}")
                    })
                };
                assert!(lines.iter().map(|line| at(line)).is_sorted());
            }
        }
    }
}

#[test]
fn each_line_of_a_list_is_an_entry() {
    for (field, value, printed) in [
        (
            "nơi nhận",
            "|\n  - Như trên;\n  - Các thôn;\n  - Lưu: VT.",
            "- Như trên; - Các thôn; - Lưu: VT.",
        ),
        ("nơi nhận", "|\n  Như trên\n  Lưu: VT", "- Như trên; - Lưu: VT."),
        ("nơi nhận", "\n  Gửi giấy: |\n    - A\n    - B", "Gửi giấy: - A; - B."),
        ("kính gửi", "|\n  - Phòng A;\n  - Phòng B.", "Kính gửi: - Phòng A; - Phòng B"),
        ("kính gửi", "|\n  Phòng A", "Kính gửi: Phòng A"),
        ("căn cứ", "|\n  Căn cứ Luật\n  đất đai;\n  Căn cứ B,", "Căn cứ Luật đất đai; "),
        (
            "cuộc họp",
            "\n  ngày: 02/6/2023\n  chủ trì: {họ tên: Vũ Khải, chức vụ: B}\n  dự họp: |\n    - Bà C\n    - các thôn",
            "Dự họp có Bà C; các thôn.",
        ),
    ] {
        for layout in ["đảng", "nhà nước"] {
            for text in forms(&with(layout, field, value)) {
                assert_eq!(misread(&text), [""; 0], "{text}");
                let words = printed_words(&pages(&text)).join(" ");
                if field == "cuộc họp" {
                    continue;
                }
                assert!(words.contains(printed), "{layout} {field}: {words}");
            }
        }
    }
}

#[test]
fn an_entry_ends_with_one_mark_whatever_is_typed() {
    for (typed, printed) in [
        ("[Luật A;, 'Luật B,', Luật C]", "Luật A; X Luật B; X Luật C."),
        ("[Luật A., Luật B;]", "Luật A; X Luật B."),
        ("[Luật A./., 'Luật B, v.v.']", "Luật A; X Luật B, v.v."),
        ("['Luật A ;', Luật B ./.]", "Luật A; X Luật B."),
        ("Luật A;", "Luật A."),
    ] {
        for (layout, mark) in [("đảng", "- "), ("nhà nước", "")] {
            let text = with(layout, "căn cứ", typed);
            let words = printed_words(&pages(&text)).join(" ");
            let printed = printed.replace("X ", mark);
            assert!(words.contains(&format!("{mark}{printed} Một.")), "{typed}: {words}");
            if typed.starts_with('[') {
                let words =
                    printed_words(&pages(&with(layout, "nơi nhận", typed))).join(" ");
                let printed = printed.replace("; Luật", "; - Luật");
                assert!(words.contains(&printed), "{typed}: {words}");
            }
        }
    }
}

#[test]
fn as_above_stands_once() {
    for (typed, count) in [
        ("[Như trên, Lưu]", 1),
        ("['Như trên;', Lưu]", 1),
        ("[NHƯ TRÊN, Lưu]", 0),
        ("[Như kính gửi, Lưu]", 0),
        ("[như Kính gửi;, Lưu]", 0),
        ("[Lưu]", 1),
    ] {
        for (layout, symbol) in [("đảng", "CV/BCĐ"), ("nhà nước", "BCĐ-VP")] {
            let text = with(layout, "nơi nhận", typed)
                .replace("TB/BCĐ", symbol)
                .replace("TB-BCĐ", symbol)
                .replace("thể thức", "mẫu: công văn\nkính gửi: Sở X\nthể thức");
            let words = printed_words(&pages(&text)).join(" ");
            assert_eq!(words.matches("Như trên").count(), count, "{typed}: {words}");
        }
    }
}

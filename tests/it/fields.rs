//! The fields around the text: each is printed in its place, or refused at its value.

use vanban::{NoFiles, parse};

use crate::support::{
    input, lines_of, notice, pages, path, printed_words, problems, said,
};

/// The smallest notice with these lines in its front matter.
fn with(layout: &str, fields: &str) -> String {
    let text = notice("Một.\n\nHai./.").replacen("---\n", &format!("---\n{fields}\n"), 1);
    match layout {
        "nhà nước" => text
            .replacen("---\n", "---\nthể thức: nhà nước\n", 1)
            .replace("TB/BCĐ", "TB-BCĐ")
            .replace("trích yếu: kết", "trích yếu: Kết")
            .replace("Lưu Đảng ủy xã", "'Lưu: VT'"),
        _ => text.replace("Hai./.", "Hai."),
    }
}

#[test]
fn every_field_is_printed() {
    for (layout, field, printed) in [
        ("đảng", "ngày ký: 2026", "Lục Bình, ngày tháng năm 2026"),
        ("nhà nước", "ngày ký: năm 2026", "Lục Bình, ngày tháng năm 2026"),
        ("đảng", "độ khẩn: Hoa-toc", "HỎA TỐC"),
        ("đảng", "độ khẩn: hoả tốc", "HOẢ TỐC"),
        ("nhà nước", "độ khẩn: thượng khẩn", "THƯỢNG KHẨN"),
        ("nhà nước", "độ mật: tối mật", "TỐI MẬT"),
        ("đảng", "phạm vi lưu hành: tài liệu thu hồi", "TÀI LIỆU THU HỒI"),
        (
            "đảng",
            "không phổ biến: có",
            "Không phổ biến trên phương tiện thông tin đại chúng",
        ),
        ("đảng", "dự thảo: 2", "Dự thảo lần 2"),
        ("đảng", "chữ ký số: 12-TB/ĐU; 05/6/2026 14:30", "12-TB/ĐU; 05/6/2026 14:30"),
        ("nhà nước", "chữ ký số: [Số 12, Xã A]", "Số 12"),
        ("đảng", "người soạn: NguyenVanAn-26", "- Lưu Đảng ủy xã. NguyenVanAn-26"),
        ("nhà nước", "người soạn: PL.(20)", "PL.(20)"),
        ("đảng", "liên hệ: 'điện thoại: 0209 387 0001'", "điện thoại: 0209 387 0001"),
        ("đảng", "kính gửi: Ban Thường vụ Tỉnh ủy", "Kính gửi: Ban Thường vụ Tỉnh ủy"),
        ("nhà nước", "kính gửi: [A, B]", "Kính gửi: - A; - B."),
        ("đảng", "căn cứ: [Quy chế A, Điều lệ B]", "- Quy chế A; - Điều lệ B. Một."),
        ("nhà nước", "căn cứ: Căn cứ Nghị định B", "Căn cứ Nghị định B. Một."),
    ] {
        let text = with(layout, field);
        let again =
            if field.starts_with("ngày ký") { "ngày ký: 6/2023\n" } else { "" };
        let text = text.replacen(again, "", 1);
        assert_eq!(problems(&text), [""; 0], "{field}");
        let words = printed_words(&pages(&text)).join(" ");
        let above: Vec<String> =
            lines_of(&pages(&text), 1).into_iter().map(|line| line.text).collect();
        let found = words.contains(printed) || above.iter().any(|line| line == printed);
        assert!(found, "{field}: {words}");
    }
}

#[test]
fn several_bodies_sign_together() {
    let text = with("nhà nước", "")
        .replace("cơ quan chủ quản: Đảng ủy xã Lục Bình\n", "")
        .replace(
            "cơ quan ban hành: Ban Chỉ đạo thực hiện các Chương trình Mục tiêu quốc gia",
            "cơ quan ban hành: [Sở Tài chính, Sở Nội vụ]",
        );
    let start = text.find("ký:\n").unwrap();
    let end = text.find("---\n\nMột").unwrap();
    let text = format!(
        "{}ký:\n- {{quyền hạn: KT. Giám đốc, chức vụ: Phó Giám đốc, họ tên: A B}}\n\
         - {{chức vụ: Giám đốc, chức vụ khác: Ủy viên, họ tên: }}\n{}",
        &text[..start],
        &text[end..]
    );
    assert_eq!(problems(&text), [""; 0]);
    let words = printed_words(&pages(&text)).join(" ");
    assert!(words.contains("SỞ TÀI CHÍNH - SỞ NỘI VỤ"), "{words}");
    assert!(words.contains("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC A B"), "{words}");
    assert!(words.contains("GIÁM ĐỐC Ủy viên"), "{words}");
    let missing = text.replace(", họ tên: }", "}");
    assert_eq!(
        problems(&missing),
        ["12:3 missing-field `{chức vụ: Giám đốc, chức vụ khác: Ủy viên`"]
    );
}

const APPENDICES: &str = "phụ lục:
- tiêu đề: Danh mục
  nội dung: |
    # Nhóm một

    | TT | Tên [nguồn](https://a.vn) |
    |---|---|
    | 1 | Nhà văn hóa[^a] |

    [^a]: Ghi chú.
- {tiêu đề: Bảng rộng, ngang: có, kèm theo: (Kèm theo), nội dung: Hai.}";

#[test]
fn appendices_have_pages_and_numbers_of_their_own() {
    let attached =
        "(Kèm theo Thông báo số …-TB/BCĐ, ngày … tháng 6 năm 2023 của Ban Chỉ đạo";
    for (layout, numbers, attached) in [
        ("đảng", ["Phụ lục 1", "Phụ lục 2"], attached),
        (
            "nhà nước",
            ["Phụ lục I", "Phụ lục II"],
            "(Kèm theo Thông báo số …/TB-BCĐ ngày …",
        ),
    ] {
        let text = with(layout, APPENDICES).replace("Một.", "Một bảng.");
        assert_eq!(problems(&text), [""; 0]);
        let pages = pages(&text);
        assert_eq!(pages.count(), 3);
        for (page, number) in [2, 3].into_iter().zip(numbers) {
            let lines = lines_of(&pages, page);
            assert_eq!(lines[0].text, number, "without a number of the page");
        }
        let words = printed_words(&pages).join(" ");
        assert!(words.contains(attached), "{words}");
        let wide = pages.size_mm(3);
        assert!((wide.0 - 297.0).abs() < 0.1 && (wide.1 - 210.0).abs() < 0.1);
    }
}

#[test]
fn a_setting_out_of_its_range_is_refused_with_the_clause() {
    for (layout, setting, found) in [
        ("đảng", "cỡ chữ: 15,5", "2:21 out-of-range `15,5`"),
        ("đảng", "giãn dòng: 17 pt", "2:24 out-of-range `17 pt`"),
        ("đảng", "lề trái: 31", "2:22 not-free `31`"),
        ("đảng", "bộ cỡ chữ: 12/13/13", "2:24 not-free `12/13/13`"),
        ("nhà nước", "lề trái: 36", "3:22 out-of-range `36`"),
        ("nhà nước", "in hai mặt: có", "3:25 not-free `có`"),
        ("nhà nước", "chức vụ in đậm: không", "3:29 not-free `không`"),
        ("đảng", "cỡ số trang: 13", "2:26 not-free `13`"),
        ("đảng", "cỡ liên hệ: 11", "2:25 not-free `11`"),
        ("đảng", "cỡ trích yếu công văn: 13", "2:36 not-free `13`"),
        ("nhà nước", "cỡ số trang: 12", "3:26 out-of-range `12`"),
        ("nhà nước", "cỡ liên hệ: 13", "3:25 out-of-range `13`"),
        ("nhà nước", "cỡ trích yếu công văn: 11", "3:36 out-of-range `11`"),
        ("nhà nước", "bộ cỡ chữ: 11/12/12", "3:24 wrong-choice `11/12/12`"),
        ("đảng", "chỗ ký: hẹp", "2:21 number-form `hẹp`"),
        ("đảng", "cỡ chữ: 5 mm", "2:21 number-form `5 mm`"),
    ] {
        let text =
            with(layout, &format!("trình bày: {{{setting}}}").replace("15,5", "'15,5'"));
        let found =
            found.replace("2:21 out-of-range `15,5`", "2:21 out-of-range `'15,5'`");
        assert_eq!(problems(&text), [found], "{setting}");
    }
    let both =
        with("đảng", "trình bày: {cỡ chữ: 9, lề trái: 1, giãn dòng: 20}\ndự thảo: hai");
    assert_eq!(problems(&both), ["3:10 number-form `hai`"]);
    let both = both.replace("hai\n", "2\n");
    assert_eq!(problems(&both), ["2:21 out-of-range `9`", "2:33 not-free `1`"]);
    let fine = "trình bày: {cỡ chữ: 15, giãn dòng: 22, cách đoạn: 8, thụt đầu dòng: 1 cm, \
                cỡ tên loại: 15, cỡ trích yếu: 15, in hai mặt: có, gạch chân dấu hai chấm: \
                không, chỗ ký: 25, chức vụ in đậm: không}";
    assert_eq!(problems(&with("đảng", fine)), [""; 0]);
    let fine = "trình bày: {cỡ chữ: 13, giãn dòng: 17, cách đoạn: 6, thụt đầu dòng: '12,7', \
                cỡ tên loại: 13, cỡ trích yếu: 13, bộ cỡ chữ: 12/13/13, lề trên: 25, \
                lề dưới: 25, lề trái: 35, lề phải: 20, chỗ ký: 35, cỡ số trang: 13, \
                cỡ liên hệ: 12, cỡ trích yếu công văn: 13}";
    assert_eq!(problems(&with("nhà nước", fine)), [""; 0]);
}

#[test]
fn an_address_is_cut_where_its_lines_may_end() {
    let address =
        format!("https://xalucbinh.gov.vn/vanban?{}", "maso=1234567890&".repeat(8));
    let text = |entry: &str| with("đảng", "").replace("Lưu", &format!("'{entry}', Lưu"));
    let wide =
        |entry: &str| problems(&text(entry)).iter().any(|one| one.contains("too-wide"));
    assert!(text(&address).contains(&address) && !wide(&address));
    assert!(wide(&address.replace(['/', '&', '=', '?', '.', ':'], "a")));
}

#[test]
fn what_is_too_wide_is_named() {
    let long = "Mườihailầnmộtchữdàinhấttrongthếgiớinàykhôngcóchỗ";
    let text = with("đảng", "").replace("Đảng ủy xã Lục Bình", long);
    assert_eq!(problems(&text), [format!("3:19 word-too-wide `{long}`")]);
    let issuer = with("nhà nước", "").replace("Ban Chỉ đạo thực hiện", long);
    assert_eq!(problems(&issuer)[0].split('`').next(), Some("5:19 word-too-wide "));
    let table = |head: &str| {
        let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(12));
        format!("Một.\n\n{}{}{}\nHai.", row(head), row("-"), row("Nghiêngnghiêngnghiêng"))
    };
    let found = problems(&notice(&table("a")));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("16:1 table-too-wide `|a|a|"), "{found:?}");
}

/// The first line of a front matter without a field, and the field's name, for each line that is
/// a field of one line.
fn without_one_line(text: &str) -> impl Iterator<Item = String> + '_ {
    let end = text[4..].find("\n---").unwrap() + 4;
    let lines = text[..end].lines().filter(|line| line.starts_with(char::is_alphabetic));
    lines.map(|line| text.replacen(&format!("{line}\n"), "", 1))
}

#[test]
fn the_line_of_the_help_is_what_was_missing() {
    let mut tried = 0;
    for entry in std::fs::read_dir(path("examples/loai")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for text in without_one_line(&text) {
            let missing = |text: &str| {
                let report = parse(&input(text, &NoFiles)).report;
                let found = report.diagnostics.iter();
                let missing = found.filter(|d| d.rule().id == "missing-field");
                missing.map(|d| d.problem.help.vi.clone()).collect::<Vec<_>>()
            };
            let [help] = &missing(&text)[..] else { continue };
            let line = help.split('`').nth(1).unwrap();
            let mended = text.replacen("---\n", &format!("---\n{line}\n"), 1);
            assert_eq!(missing(&mended), [""; 0], "{line}");
            assert!(!line.contains('…'), "{line}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

/// In braces a comma ends a value: the way out, followed literally, gives the whole of it.
#[test]
fn a_value_with_a_comma_is_given_in_quotation_marks() {
    for value in [
        "Phòng Kinh tế, Hạ tầng",
        "A, B, C",
        "Phòng \"Một cửa\", Văn thư",
        "Tổ \"A's\", B",
    ] {
        let text = notice("Một.\n\nHai.");
        let (start, rest) = text.split_once("ký:\n").unwrap();
        let body = rest.split_once("---\n").unwrap().1;
        let signed = |posts: &str| {
            format!("{start}ký: {{{posts}, họ tên: Hoàng Hữu Khôi}}\n---\n{body}")
        };
        let wrong = signed(&format!("chức vụ: {value}"));
        let report = vanban::typeset(&input(&wrong, &NoFiles)).report;
        assert_eq!(report.diagnostics.iter().count(), 1, "{value}: {}", said(&report));
        let told = said(&report);
        let way_out =
            told.split_once("ngoặc kép: `").unwrap().1.split_once("`\n").unwrap().0;
        let printed = printed_words(&pages(&signed(way_out))).join(" ");
        assert!(printed.contains(&value.to_uppercase()), "{way_out}: {printed}");
    }
}

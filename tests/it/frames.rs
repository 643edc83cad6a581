//! A frame that was pasted into the text is told, and taken out where it says what the fields say.

use std::fs;

use unicode_normalization::UnicodeNormalization;

use crate::cli::{ends, stderr, vanban};

/// The fields of a notice of the State's, without its end.
const FIELDS: &str = "---
thể thức: nhà nước
cơ quan chủ quản: Ủy ban nhân dân tỉnh Hà Lâm
cơ quan ban hành: Ủy ban nhân dân xã Suối Mơ
số: 45
ký hiệu: TB-UBND
địa danh: Suối Mơ
ngày ký: 12/6/2026
trích yếu: Kết luận cuộc họp giao ban
nơi nhận: [Thường trực Đảng ủy, 'Lưu: VT']
ký: {chức vụ: Chủ tịch, họ tên: Vũ Đình Khải}
---

";

const TEXT: &str = "Giao công chức rà soát.\n\nCác thôn thực hiện./.\n";

const HEAD: &str = "ỦY BAN NHÂN DÂN TỈNH HÀ LÂM\n\n**ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ**\n\n-----\n\n\
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n**Độc lập – Tự do – Hạnh phúc**\n\n\
    Số: 45/TB-UBND\n\n*Suối Mơ, ngày 12 tháng 6 năm 2026*\n\n\
    # THÔNG BÁO\n\n**Kết luận cuộc họp giao ban**\n\n";

const FEET: [&str; 7] = [
    "**Nơi nhận:**\n- Thường trực Đảng ủy;\n- Lưu: VT.\n\n**CHỦ TỊCH**\n\n**Vũ Đình Khải**\n",
    "Nơi nhận:\n\n- Thường trực Đảng ủy;\n\n- Lưu: VT.\n\nChủ tịch\n\nVũ Đình Khải\n",
    "Nơi nhận:\\\n- Thường trực Đảng ủy;\\\n- Lưu: VT.\\\nCHỦ TỊCH\\\nVũ Đình Khải\n",
    "*Nơi nhận:*\n* Thường trực Đảng ủy;\n* Lưu: VT.\n\n# CHỦ TỊCH\n\n# VŨ ĐÌNH KHẢI\n",
    "Nơi nhận: Thường trực Đảng ủy; Lưu: VT.\n\nCHỦ TỊCH\n\nVũ Đình Khải\n",
    "**CHỦ TỊCH**\n\n**Vũ Đình Khải**\n\n**Nơi nhận:**\n- Thường trực Đảng ủy;\n- Lưu: VT./.\n",
    "- Thường trực Đảng ủy;\n- Lưu: VT.\n\n**CHỦ TỊCH**\n\n**Vũ Đình Khải**\n",
];

/// What `check` says of a text, in one line a message, and the text that `check --fix` leaves.
fn mended(text: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    fs::write(&file, text).unwrap();
    let output = vanban(folder.path(), &["check", "tb.md", "--color", "never"]);
    ends(&output, 0);
    let said = stderr(&output);
    let said = said.lines().filter(|line| line.starts_with("cảnh báo["));
    let said: Vec<String> = said.map(str::to_owned).collect();
    ends(&vanban(folder.path(), &["check", "tb.md", "--fix"]), 0);
    (said.join("\n"), fs::read_to_string(&file).unwrap())
}

#[test]
fn a_frame_that_says_what_the_fields_say_is_taken_out() {
    let clean = format!("{FIELDS}{TEXT}");
    for foot in FEET {
        let (said, left) = mended(&format!("{FIELDS}{HEAD}{TEXT}\n{foot}"));
        assert_eq!(left, clean, "{foot}");
        assert_eq!(said.matches("[pasted-frame]").count(), 7, "{said}");
        assert_eq!(said.lines().count(), 7, "nothing else is said: {said}");
    }
}

#[test]
fn author_and_confirmation_of_the_party_are_taken_out() {
    let fields = "---
cơ quan ban hành: Đảng uỷ xã Suối Mơ
số: 45
ký hiệu: TB/ĐU
địa danh: Suối Mơ
ngày ký: 12/6/2026
tác giả: Ban Thường vụ Đảng uỷ
trích yếu: về kinh tế tư nhân
nơi nhận: [Các chi bộ, Lưu Văn phòng]
ký: {quyền hạn: T/M Ban Thường vụ, chức vụ: Bí thư, họ tên: Vũ Đình Khải}
xác nhận chữ ký: {quyền hạn: T/L Ban Thường vụ, chức vụ: Chánh Văn phòng, họ tên: Lê Thị Hai}
---

";
    let text = "Giao Phòng Kinh tế rà soát.\n\nCác chi bộ thực hiện.\n";
    let head =
        "# THÔNG BÁO\n\n**CỦA BAN THƯỜNG VỤ ĐẢNG UỶ**\n\n**về kinh tế tư nhân**\n\n";
    let foot = "\n**T/M BAN THƯỜNG VỤ**\n\nBÍ THƯ\n\n**Vũ Đình Khải**\n\nXác nhận chữ ký của đồng chí \
                Vũ Đình Khải\n\n**T/L BAN THƯỜNG VỤ**\n\nCHÁNH VĂN PHÒNG\n\n**Lê Thị Hai**\n";
    let (said, left) = mended(&format!("{fields}{head}{text}{foot}"));
    assert_eq!(left, format!("{fields}{text}"), "{said}");
}

#[test]
fn lines_that_follow_the_text_directly_are_taken_out_alone() {
    let (_, left) = mended(&format!("{FIELDS}{}{}", TEXT, FEET[0]));
    assert_eq!(left, format!("{FIELDS}{TEXT}"));
    let text = format!("{FIELDS}**THÔNG BÁO**\n{TEXT}");
    assert_eq!(mended(&text).1, format!("{FIELDS}{TEXT}"));
}

#[test]
fn letters_and_line_ends_of_any_kind_are_read_alike() {
    let clean = format!("{FIELDS}{TEXT}");
    let whole = format!("{FIELDS}{HEAD}{TEXT}\n{}", FEET[0]);
    let crlf = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(mended(&crlf(&whole)).1, crlf(&clean));
    let nfd = |text: &str| text.nfd().collect::<String>();
    assert_eq!(mended(&nfd(&whole)).1, nfd(&clean));
}

#[test]
fn what_differs_from_the_fields_stays_and_is_told() {
    for (old, new) in [
        ("Vũ Đình Khải**\n", "Vũ Đình Khai**\n"),
        ("- Lưu: VT.", "- Lưu: VT, KT."),
        ("Số: 45/", "Số: 54/"),
        ("ngày 12", "ngày 13"),
        ("họp giao ban**", "họp giao ban**\\\n(dự thảo)"),
        ("TỈNH HÀ LÂM", "TỈNH HÀ LAM"),
    ] {
        let foot = FEET[0];
        let whole = format!("{HEAD}{TEXT}\n{foot}").replacen(old, new, 1);
        let (said, left) = mended(&format!("{FIELDS}{whole}"));
        let new = new.lines().last().unwrap();
        assert!(left.contains(new), "{new}: {left}");
        assert!(said.matches("[pasted-frame]").count() >= 6, "{new}: {said}");
    }
}

#[test]
fn the_end_of_the_text_is_looked_for_above_the_frame() {
    for foot in FEET {
        let text = format!("{FIELDS}Giao các thôn\n\n{}", foot.replace("./.", "."));
        let (said, left) = mended(&text);
        assert!(said.contains("[end-mark-missing]"), "{said}");
        assert!(!left.contains("Khải./."), "{left}");
        // The mark goes to the text when the frame is gone.
        assert!(left.ends_with("Giao các thôn./.\n"), "{left}");
    }
}

#[test]
fn a_frame_in_columns_numbers_or_one_line_is_told_too() {
    for (foot, parts) in [
        ("Nơi nhận:\tCHỦ TỊCH\n- Thường trực Đảng ủy;\n- Lưu: VT.\tVũ Đình Khải\n", 2),
        (
            "Nơi nhận:\n1. Thường trực Đảng ủy;\n2. Lưu: VT.\n\nCHỦ TỊCH\n\nVũ Đình Khải\n",
            2,
        ),
        ("| Nơi nhận: | CHỦ TỊCH |\n|---|---|\n| - Lưu: VT. | Vũ Đình Khải |\n", 2),
        ("Nơi nhận: Thường trực Đảng ủy; Lưu: VT. CHỦ TỊCH Vũ Đình Khải\n", 1),
        ("CHỦ TỊCH\n\n(Đã ký)\n\nVũ Đình Khải\n", 1),
    ] {
        for end in ["thực hiện./.\n", "thực hiện.\n"] {
            let text = format!("{FIELDS}Các thôn {end}\n{foot}");
            let (said, left) = mended(&text);
            assert_eq!(said.matches("[pasted-frame]").count(), parts, "{foot}: {said}");
            let told = said.contains("[end-mark-missing]");
            assert_eq!(told, !end.contains("./."), "{foot}: {said}");
            assert!(!left.replacen("hiện./.", "", 1).contains("./."), "{left}");
        }
    }
}

#[test]
fn prose_quotations_and_other_papers_are_left_alone() {
    for text in [
        "Kính gửi các đồng chí: đề nghị đọc kỹ.",
        "Nơi nhận: Bộ phận Một cửa của xã.\n\nBa ngày sau thì trả.",
        "1. Nơi nhận hồ sơ: Bộ phận Một cửa.\n\n2. Nơi nhận:\n- Bộ phận Một cửa.",
        "> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n>\n> Nơi nhận:\n> - Lưu: VT.\n>\n> **CHỦ TỊCH**",
        "Giao các cơ quan:\n\n- Ủy ban nhân dân xã Suối Mơ;\n- Chủ tịch;\n- Vũ Đình Khải.",
        "**KẾT LUẬN**\n\nỦy ban nhân dân xã Suối Mơ, ngày 12 tháng 6 năm 2026, đã họp.",
        "Đảng Cộng sản Việt Nam",
        "Độc lập, tự do, hạnh phúc",
        "Giao ban tại:\n\nSuối Mơ, ngày 12 tháng 6 năm 2026\n\nCác ngày khác thì nghỉ.",
        "**CHỦ TỊCH**\n\nPhụ trách chung.\n\n**PHÓ CHỦ TỊCH**\n\nGiúp việc Chủ tịch.",
        "1. Thường trực Đảng ủy;\n\n2. Công an xã.",
        "Số 5/2026 của tạp chí.",
    ] {
        let whole = format!("{FIELDS}{text}\n\nCác thôn thực hiện./.\n");
        let (said, left) = mended(&whole);
        assert!(!said.contains("[pasted-frame]"), "{text}: {said}");
        assert_eq!(left, whole);
    }
}

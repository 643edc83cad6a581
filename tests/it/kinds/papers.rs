//! Papers that are forms: of labelled lines (giấy, phiếu), and those that several sides sign.

use super::{all_lines, centre, example, has_in_order, near, pages, words};
use vanban::rooms::typeset::NoFiles;

use crate::support::{input, line, problems, said};

const PT: f64 = 0.05;

#[test]
fn a_paper_without_subject_has_its_rule_below_its_kind() {
    // NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.8 and 1.10; Phụ lục I, II.5.b: 13-14, bold, the rule 1/3
    // to 1/2 of the line; HD 05-HD/VPTW, 5.2: 15-16, `-----`.
    for (kind, title) in
        [("giay-gioi-thieu", "GIẤY GIỚI THIỆU"), ("giay-nghi-phep", "GIẤY NGHỈ PHÉP")]
    {
        for (layout, size) in [("nha-nuoc", 14.0), ("dang", 16.0)] {
            let pages = pages(&example(kind, layout));
            assert_eq!(pages.count(), 1, "{kind} {layout}");
            let lines = all_lines(&pages);
            let title = line(&lines, title);
            near("size", title.runs[0].size_pt, size, PT);
            assert!(title.runs.iter().all(|run| run.bold), "{kind} {layout}");
            near("middle", centre(title), 112.5, 0.2);
            if layout == "dang" {
                near("mark", centre(line(&lines, "-----")), 112.5, 0.2);
                continue;
            }
            let rules = pages.rules();
            let below = |rule: &&vanban::rooms::typeset::geometry::Rule| {
                (0.0..4.0).contains(&(rule.y0 - title.baseline_mm))
            };
            let rule = rules.iter().find(below).unwrap();
            let part = (rule.x1 - rule.x0) / title.width_mm;
            assert!((1.0 / 3.0..0.5).contains(&part), "{kind}: {part}");
            near("rule", f64::midpoint(rule.x0, rule.x1), 112.5, 0.2);
        }
    }
}

/// Asserts that lines begin a paragraph each, in the letters of the body, in this order.
#[track_caller]
fn has_lines(text: &str, wanted: &[&str], size: f64) {
    let pages = pages(text);
    let lines = all_lines(&pages);
    let mut above = 0.0;
    for wanted in wanted {
        let one = line(&lines, wanted);
        near(wanted, one.x_mm, 40.0, 0.2);
        near(wanted, one.runs[0].size_pt, size, PT);
        assert!(!one.runs[0].bold && !one.runs[0].italic, "{wanted}");
        assert!(one.baseline_mm > above + 6.0, "{wanted}");
        above = one.baseline_mm;
    }
}

#[test]
fn an_introduction_has_the_lines_of_its_form() {
    // NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.8.
    let text = example("giay-gioi-thieu", "nha-nuoc");
    has_lines(
        &text,
        &[
            "Ủy ban nhân dân xã Lục Bình trân trọng giới thiệu:",
            "Bà: Triệu Thị Hoa",
            "Chức vụ: công chức",
            "Được cử đến: Sở Nội vụ",
            "Về việc: đối chiếu",
            "Đề nghị Quý cơ quan tạo điều kiện để bà có tên ở trên hoàn thành nhiệm vụ.",
            "Giấy này có giá trị đến hết ngày 31 tháng 12 năm 2026./.",
        ],
        14.0,
    );
    has_in_order(&pages(&text), &["2026./. Nơi nhận:", "- Như trên; - Lưu: VT."]);
    let nobody = text.replace("  xưng hô: bà\n", "");
    has_in_order(&pages(&nobody), &["Ông (bà): Triệu Thị Hoa", "để ông (bà) có tên"]);
    let typed = nobody.replace("họ tên: Triệu", "họ tên: bà Triệu");
    has_in_order(&pages(&typed), &["giới thiệu: Bà Triệu Thị Hoa Chức vụ:"]);
    let open = text.replace("giá trị đến: 31/12/2026", "giá trị đến:");
    has_in_order(&pages(&open), &["đến hết ngày …… tháng …… năm ……./."]);
    has_in_order(
        &pages(&example("giay-gioi-thieu", "dang")),
        &["Đồng chí: Nguyễn Văn Hậu", "để đồng chí có tên", "năm 2026. Nơi nhận"],
    );
}

#[test]
fn a_leave_has_the_lines_of_its_form() {
    // NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10.
    let text = example("giay-nghi-phep", "nha-nuoc");
    has_lines(
        &text,
        &[
            "Xét Đơn đề nghị nghỉ phép ngày 07 tháng 12 năm 2026 của ông Lý Văn Nam,",
            "Ủy ban nhân dân xã Lục Bình cấp cho:",
            "Ông: Lý Văn Nam",
            "Chức vụ: công chức",
            "Được nghỉ phép trong thời gian 05 ngày",
            "Số ngày nghỉ phép nêu trên",
        ],
        14.0,
    );
    has_in_order(
        &pages(&text),
        &[
            "kể từ ngày 14 tháng 12 năm 2026 đến hết ngày 18 tháng 12 năm 2026 tại xã Yên Thịnh, \
             tỉnh Thái Nguyên. Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm",
            "./. Nơi nhận:",
        ],
    );
    let typed = text.replace("họ tên: Lý Văn Nam", "họ tên: Ông Lý Văn Nam");
    let typed = typed.replace("  xưng hô: ông\n", "");
    has_in_order(&pages(&typed), &["của ông Lý Văn Nam,", "cho: Ông Lý Văn Nam"]);
}

#[test]
fn the_place_of_leave_confirms_below_at_the_left() {
    let text = example("giay-nghi-phep", "nha-nuoc");
    let pages_of = pages(&text);
    let lines = all_lines(&pages_of);
    let (label, note) = (line(&lines, "Xác nhận của"), line(&lines, "(Chữ ký, dấu)"));
    let name = line(&lines, "Lê Văn Minh");
    assert!(label.baseline_mm > name.baseline_mm + 4.0);
    near("label", centre(label), 71.0, 0.5);
    near("note", centre(note), 71.0, 0.5);
    assert_eq!(pages_of.marked("signature-field").len(), 2, "room for both to sign");
    let without = text.replace("nơi nghỉ xác nhận: có", "nơi nghỉ xác nhận: không");
    assert!(!words(&pages(&without)).contains("Xác nhận"));
}

#[test]
fn what_is_written_in_a_paper_stands_before_its_request() {
    let text = example("giay-gioi-thieu", "nha-nuoc");
    let text = format!("{text}\nMang theo 02 quyển sổ.\n");
    assert_eq!(problems(&text), [""; 0]);
    has_in_order(
        &pages(&text),
        &["Về việc: ", "năm 2027 Mang theo 02 quyển sổ. Đề nghị Quý cơ quan"],
    );
}

#[test]
fn a_paper_may_have_a_subject_all_the_same() {
    let text = example("giay-gioi-thieu", "nha-nuoc");
    let text = text.replace("nơi đến:", "trích yếu: Liên hệ công tác\nnơi đến:");
    assert_eq!(problems(&text), [""; 0]);
    has_in_order(&pages(&text), &["GIẤY GIỚI THIỆU Liên hệ công tác Ủy ban"]);
}

#[test]
fn a_kind_that_has_a_subject_is_asked_for_it() {
    for (kind, layout, line) in [("thong-bao", "nha-nuoc", 1), ("cong-van", "dang", 1)] {
        let text = example(kind, layout);
        let subject = text.lines().find(|line| line.starts_with("trích yếu")).unwrap();
        let without = text.replacen(&format!("{subject}\n"), "", 1);
        assert_eq!(
            problems(&without),
            [format!("{line}:1 missing-field `---`")],
            "{kind}"
        );
    }
}

#[test]
fn a_person_of_the_directory_is_known_in_a_paper() {
    let directory = "danh bạ:\n  - {họ tên: Triệu Thị Hoa, chức vụ: công chức Văn phòng, xưng hô: bà}\n";
    let text = example("giay-gioi-thieu", "nha-nuoc");
    let (head, rest) = text.split_once("người được giới thiệu:\n").unwrap();
    let rest = &rest[rest.find("nơi đến").unwrap()..];
    for (name, printed) in [
        (
            "Triệu Thị Hoa",
            "giới thiệu: Bà: Triệu Thị Hoa Chức vụ: công chức Văn phòng Được",
        ),
        ("{họ tên: Triệu Thị Hoa, chức vụ: Bí thư}", "Bà: Triệu Thị Hoa Chức vụ: Bí thư"),
        ("{họ tên: Lò A, chức vụ: Bí thư}", "Ông (bà): Lò A Chức vụ: Bí thư Được"),
    ] {
        let text = format!("{head}người được giới thiệu: {name}\n{rest}");
        let defaults = Some(("vanban.yaml", directory.as_bytes().to_vec()));
        let input = vanban::Input { defaults, ..input(&text, &NoFiles) };
        let outcome = vanban::typeset(&input);
        let pages = outcome.output.unwrap_or_else(|| panic!("{}", said(&outcome.report)));
        has_in_order(&pages, &[printed]);
    }
    let text = format!("{head}người được giới thiệu: Triệu Thị Hoà\n{rest}");
    let defaults = Some(("vanban.yaml", directory.as_bytes().to_vec()));
    let input = vanban::Input { defaults, ..input(&text, &NoFiles) };
    let report = vanban::typeset(&input).report;
    assert!(
        said(&report).contains("có phải định viết `Triệu Thị Hoa`?"),
        "{}",
        said(&report)
    );
}

#[test]
fn the_sides_of_a_contract_stand_and_sign_in_their_order() {
    // House form: NĐ 30/2020/NĐ-CP gives contracts none.
    let text = example("hop-dong", "nha-nuoc");
    let pages_of = pages(&text);
    has_in_order(
        &pages_of,
        &[
            "của hai bên. Hôm nay, ngày 02 tháng 11 năm 2026, tại Lục Bình, chúng tôi gồm:",
            "Bên A (bên thuê): Ủy ban nhân dân xã Lục Bình Đại diện: Ông Lê Văn Minh, Chủ tịch.",
            "Địa chỉ: Thôn Nà Chuông, xã Lục Bình, tỉnh Thái Nguyên. Tài khoản: 3716",
            "Bên B (bên cho thuê): Hợp tác xã Dịch vụ Nà Chuông Đại diện: Bà Hà Thị Thu",
            "Mã số thuế: 4700123456. Hai bên thống nhất ký hợp đồng này với những nội dung sau: Điều 1.",
        ],
    );
    let lines = all_lines(&pages_of);
    let place = |text: &str| {
        let mut all = lines.iter().flat_map(|line| &line.runs);
        let one = all.rfind(|run| run.text.contains(text));
        let one = one.unwrap_or_else(|| panic!("{text}"));
        (f64::midpoint(one.x_mm, one.end_mm()), one.baseline_mm)
    };
    let (a, b) = (place("ĐẠI DIỆN BÊN A"), place("ĐẠI DIỆN BÊN B"));
    near("abreast", a.1, b.1, 0.1);
    near("the first side at the left", a.0, 71.25, 1.0);
    near("the second at the right", b.0, 153.75, 1.0);
    near("who signs for it", place("Hà Thị Thu").0, b.0, 0.5);
    let three = words(&pages(&example("ban-thoa-thuan", "nha-nuoc")));
    assert!(three.contains("Các bên thống nhất ký bản thỏa thuận này"), "{three}");
}

#[test]
fn who_is_empowered_signs_at_the_left() {
    let pages = pages(&example("giay-uy-quyen", "nha-nuoc"));
    has_in_order(
        &pages,
        &[
            "1. Người ủy quyền: Ông Lê Văn Minh, Chủ tịch Ủy ban nhân dân xã Lục Bình. 2. Người \
             được ủy quyền: Bà Nông Thị Quyên",
            "3. Nội dung ủy quyền: - Chủ trì",
            "4. Thời hạn ủy quyền: từ ngày 14 tháng 12 năm 2026 đến hết ngày 18 tháng 12 năm 2026.",
            "không được ủy quyền lại cho người khác./. NGƯỜI ĐƯỢC ỦY QUYỀN Nông Thị Quyên NGƯỜI ỦY QUYỀN CHỦ TỊCH Lê Văn Minh",
            "Nơi nhận:",
        ],
    );
}

#[test]
fn papers_sent_along_stand_in_a_table() {
    for (layout, end) in
        [("dang", "sau khi nhận. Nơi"), ("nha-nuoc", "sau khi nhận./. Nơi")]
    {
        let pages = pages(&example("phieu-gui", layout));
        has_in_order(
            &pages,
            &[
                "gửi kèm theo phiếu này các văn bản, tài liệu sau: STT Số, ký hiệu Tên loại, trích yếu",
                "Số lượng 1 ",
                end,
                "NGƯỜI NHẬN (Ký, ghi rõ họ tên và ngày nhận)",
            ],
        );
    }
}

#[test]
fn a_letter_of_the_head_ends_as_its_writer_likes() {
    let text = example("thu-cong", "nha-nuoc");
    has_in_order(
        &pages(&text),
        &[
            "Hạnh phúc Lục Bình, ngày 18 tháng 11 năm 2026 THƯ CHÚC MỪNG Nhân dịp",
            "Kính gửi:",
            "Thân ái! Nơi nhận:",
        ],
    );
    let bare =
        text.replace("trích yếu: Nhân dịp Ngày Nhà giáo Việt Nam 20 tháng 11\n", "");
    assert_eq!(problems(&bare), [""; 0]);
    has_in_order(&pages(&bare), &["THƯ CHÚC MỪNG Kính gửi:"]);
}

#[test]
fn papers_of_the_party_say_what_they_certify() {
    has_in_order(
        &pages(&example("giay-chung-nhan", "dang")),
        &[
            "chứng nhận: Đồng chí: Hoàng Thị Lan Chức vụ: ",
            "Sinh ngày 12 tháng 5 năm 2004 Đã hoàn",
        ],
    );
    has_in_order(
        &pages(&example("giay-di-duong", "dang")),
        &[
            "cấp cho: Đồng chí: Nguyễn Văn Hậu",
            "Từ ngày 14 tháng 12 năm 2026 đến hết ngày 16 tháng 12 năm 2026 Phương tiện: ô tô khách",
            "Xác nhận (ký tên, đóng dấu) Nơi đi: Lục Bình Nơi đến: Nơi đi: Nơi đến: Lục Bình Nơi nhận:",
        ],
    );
}

#[test]
fn a_letter_of_the_head_has_a_number_only_where_it_is_given() {
    let text = example("thu-cong", "nha-nuoc");
    assert!(!words(&pages(&text)).contains("Số:"));
    for (fields, printed) in
        [("số: 3", "Số: 03 Lục"), ("số: 3\nký hiệu: UBND-VP", "Số: 03/UBND-VP Lục")]
    {
        let numbered = text.replace("địa danh:", &format!("{fields}\nđịa danh:"));
        assert_eq!(problems(&numbered), [""; 0], "{fields}");
        has_in_order(&pages(&numbered), &[printed]);
    }
    // Others have one: it is asked for.
    let notice = example("thong-bao", "nha-nuoc").replace("ký hiệu:", "# ký hiệu:");
    assert_eq!(problems(&notice), ["1:1 missing-field `---`"]);
}

#[test]
fn what_a_kind_does_without_is_not_asked_for_at_issue() {
    for kind in ["hop-dong", "ban-thoa-thuan", "thu-cong", "giay-gioi-thieu"] {
        let text = example(kind, "nha-nuoc");
        let input = vanban::Input { for_issue: true, ..input(&text, &NoFiles) };
        let report = vanban::typeset(&input).report;
        assert_eq!(said(&report), "", "{kind}");
    }
}

#[test]
fn any_count_of_sides_signs_a_contract() {
    let text = example("hop-dong", "nha-nuoc");
    let (head, rest) = text.split_once("các bên:\n").unwrap();
    let rest = &rest[rest.find("nơi nhận:").unwrap()..];
    for (count, last, whom) in [
        (1, "Bên A: Tổ 1", "Các bên"),
        (2, "Bên B: Tổ 2", "Hai bên"),
        (28, "Bên 28: Tổ 28", "Các bên"),
    ] {
        let sides = (1..=count).map(|side| {
            format!("  - {{tên: Tổ {side}, đại diện: {{họ tên: Lê Văn Minh, chức vụ: Tổ trưởng}}}}\n")
        });
        let text = format!("{head}các bên:\n{}{rest}", sides.collect::<String>());
        has_in_order(&pages(&text), &[last, whom, "thống nhất ký hợp đồng này"]);
        let signed = words(&pages(&text)).matches("ĐẠI DIỆN BÊN").count();
        assert_eq!(signed, count);
    }
}

//! Papers that are forms of labelled lines: giấy giới thiệu, giấy nghỉ phép.

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

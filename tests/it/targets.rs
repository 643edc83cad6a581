//! What is said of targets without a number and with two, and what is let pass though it looks
//! alike.

use vanban::rooms::diagnostic::Diagnostic;

use crate::support::{FRONT, input, said};

/// The rules about targets that a notice with this body breaks, in their order.
fn told(body: &str) -> Vec<&'static str> {
    let text = format!("{}{body}\n", FRONT.replace("6/2023", "05/6/2026"));
    let outcome = vanban::check(&input(&text, &vanban::NoFiles));
    assert!(!outcome.report.diagnostics.has_errors(), "{}", said(&outcome.report));
    let rules = outcome.report.diagnostics.iter().map(Diagnostic::rule);
    rules.map(|rule| rule.id).filter(|id| id.starts_with("target-")).collect()
}

#[test]
fn a_target_with_two_numbers_is_told() {
    for body in [
        "Phấn đấu đến cuối năm 2026 thu nhập bình quân đầu người đạt 42 triệu đồng.\n\nTiếp tục \
         thực hiện tiêu chí thu nhập, phấn đấu năm 2026 thu nhập đạt 45 triệu đồng/người/năm.",
        "# I. Mục tiêu năm 2026\n\nTỷ lệ hộ nghèo giảm còn dưới 3%.\n\n# II. Nhiệm vụ\n\nĐẩy mạnh \
         công tác giảm nghèo, phấn đấu đến hết năm 2026 giảm tỷ lệ hộ nghèo xuống còn dưới 4%.",
        "# I. Mục tiêu\n\nPhấn đấu tỷ lệ giải ngân đạt 95% trở lên.\n\n# II. Giải pháp\n\nTập trung \
         chỉ đạo, phấn đấu tỷ lệ giải ngân đạt từ 90%.",
        "# I. Mục tiêu năm 2026\n\n- Thu nhập bình quân đầu người đạt 42 triệu đồng/người/năm\n\n- Tỷ \
         lệ hộ nghèo còn 5%\n\n# II. Nhiệm vụ\n\nPhấn đấu năm 2026 tỷ lệ hộ nghèo còn 4%.",
        "1. Phấn đấu 100% (08/08) thôn có đường bê tông.\n\n2. Duy trì 100% (09/09) thôn đạt chuẩn.",
        "1. Phấn đấu 08/08 thôn có Nhà văn hóa.\n\n2. Tiếp tục phấn đấu 08/09 thôn có nhà văn hóa.",
    ] {
        assert_eq!(told(body), ["target-differs"], "{body}");
    }
}

#[test]
fn targets_that_are_not_one_are_let_pass() {
    for (first, second) in [
        // Other years, bounds, verbs, units, spans.
        (
            "Phấn đấu năm 2026 tỷ lệ hộ nghèo còn 3%.",
            "Phấn đấu năm 2027 tỷ lệ hộ nghèo còn 2%.",
        ),
        ("Phấn đấu tỷ lệ giải ngân đạt trên 90%.", "Phấn đấu tỷ lệ giải ngân đạt 95%."),
        ("Phấn đấu tỷ lệ hộ nghèo còn 3%.", "Phấn đấu tỷ lệ hộ nghèo giảm 4%."),
        (
            "Phấn đấu thu nhập đạt 4 triệu đồng/người/tháng.",
            "Phấn đấu thu nhập đạt 42 triệu đồng/người.",
        ),
        ("Phấn đấu tỷ lệ giải ngân đạt 90 - 95%.", "Phấn đấu tỷ lệ giải ngân đạt 95%."),
        (
            "Phấn đấu tỷ lệ giải ngân đạt 50% trong quý II.",
            "Phấn đấu tỷ lệ giải ngân đạt 95%.",
        ),
        (
            "Phấn đấu đến hết tháng 9, giải ngân đạt 70% kế hoạch.",
            "Phấn đấu giải ngân đạt 95% kế hoạch.",
        ),
        // What was reached, what others set.
        (
            "Năm 2025 tỷ lệ hộ nghèo còn 5%, đạt mục tiêu.",
            "Phấn đấu năm 2026 tỷ lệ hộ nghèo còn 3%.",
        ),
        (
            "Mục tiêu năm 2025 tỷ lệ hộ nghèo còn 5%.",
            "Mục tiêu năm 2025 tỷ lệ hộ nghèo còn 4%.",
        ),
        ("Đến nay tỷ lệ che phủ rừng đạt 70%.", "Phấn đấu tỷ lệ che phủ rừng đạt 72%."),
        (
            "Tỷ lệ giải ngân tỉnh giao phấn đấu đạt 95%.",
            "Phấn đấu tỷ lệ giải ngân đạt 98%.",
        ),
        (
            "Nghị quyết đề ra mục tiêu tỷ lệ hộ nghèo còn 3%.",
            "Phấn đấu tỷ lệ hộ nghèo còn 2%.",
        ),
        // Of a part, of others.
        (
            "Phấn đấu tỷ lệ hộ nghèo còn 3%.",
            "Tại các thôn vùng cao, phấn đấu tỷ lệ hộ nghèo còn 9%.",
        ),
        (
            "Phấn đấu tỷ lệ hộ nghèo còn 3%.",
            "Phấn đấu tỷ lệ hộ nghèo còn 9% ở thôn Cao Lộc.",
        ),
        (
            "Thôn Cao Lộc phấn đấu tỷ lệ hộ nghèo còn 3%.",
            "Thôn Nà Chuông phấn đấu tỷ lệ hộ nghèo còn 4%.",
        ),
        (
            "Các trường mầm non: phấn đấu tỷ lệ chuyên cần đạt 95%.",
            "Các trường tiểu học: phấn đấu tỷ lệ chuyên cần đạt 98%.",
        ),
        (
            "Về giáo dục mầm non, phấn đấu tỷ lệ trường chuẩn đạt 60%.",
            "Về giáo dục tiểu học. Phấn đấu tỷ lệ trường chuẩn đạt 80%.",
        ),
        (
            "Phương án 1: phấn đấu tỷ lệ thu gom đạt 80%.",
            "Phương án 2: phấn đấu tỷ lệ thu gom đạt 90%.",
        ),
        // Other wholes.
        ("08/08 thôn có Nhà văn hóa.", "05/05 thôn đặc biệt khó khăn có Nhà văn hóa."),
        (
            "08/08 thôn có Nhà văn hóa.",
            "Dự án triển khai tại 05 thôn; 05/05 thôn có Nhà văn hóa.",
        ),
        (
            "100% (08/08) thôn có Nhà văn hóa.",
            "Sau khi sáp nhập, 100% (06/06) thôn có Nhà văn hóa.",
        ),
        ("Năm 2026, 08/08 thôn có Nhà văn hóa.", "Năm 2020, 10/10 thôn có Nhà văn hóa."),
        (
            "Xã Lục Bình: 08/08 thôn có Nhà văn hóa.",
            "Xã Vi Hương: 10/10 thôn có Nhà văn hóa.",
        ),
        (
            "08/08 thôn có Nhà văn hóa.",
            "05/08 thôn có Nhà văn hóa đạt chuẩn; 03/05 thôn đạt.",
        ),
    ] {
        for body in [
            format!("1. {first}\n\n2. {second}"),
            format!("{first}\n\n{second}"),
            format!("{first} {second}"),
        ] {
            assert!(told(&body).is_empty(), "{body}: {:?}", told(&body));
        }
    }
}

#[test]
fn what_stands_above_targets_keeps_them_apart() {
    for body in [
        "# I. Kết quả\n\nPhấn đấu của năm: tỷ lệ hộ nghèo còn 5%.\n\n# II. Mục tiêu\n\nTỷ lệ hộ nghèo còn 3%.",
        "# I. Mục tiêu năm 2026\n\nTỷ lệ hộ nghèo còn 5%.\n\n# II. Mục tiêu năm 2030\n\nTỷ lệ hộ nghèo còn 3%.",
        "Mục tiêu đến năm 2026:\n\n- Tỷ lệ hộ nghèo còn 5%;\n\n- Hộ cận nghèo còn 4%.\n\nMục tiêu đến \
         năm 2030:\n\n- Tỷ lệ hộ nghèo còn 3%;\n\n- Hộ cận nghèo còn 2%.",
        "# I. Mục tiêu của mầm non\n\nTỷ lệ chuyên cần đạt 95%.\n\n# II. Mục tiêu của tiểu học\n\nTỷ lệ \
         chuyên cần đạt 98%.",
        "Mục tiêu\n\nĐến năm 2026\n\nTỷ lệ hộ nghèo còn 5%.\n\nĐến năm 2030\n\nTỷ lệ hộ nghèo còn 3%.",
        "> Phấn đấu tỷ lệ hộ nghèo còn 5%.\n\nPhấn đấu tỷ lệ hộ nghèo còn 3%.",
    ] {
        assert!(told(body).is_empty(), "{body}: {:?}", told(body));
    }
}

#[test]
fn tables_and_forms_want_no_numbers() {
    for body in [
        "| Chỉ tiêu | Kết quả |\n|---|---|\n| Phấn đấu tỷ lệ giải ngân | đạt trên % |",
        "Phấn đấu tỷ lệ giải ngân đạt trên ……%.",
        "> Phấn đấu tỷ lệ giải ngân đạt trên %.",
        "Biểu mẫu ghi tỷ lệ giải ngân (đạt trên %) của từng dự án.",
    ] {
        assert!(told(body).is_empty(), "{body}: {:?}", told(body));
    }
    assert_eq!(told("Phấn đấu tỷ lệ giải ngân đạt trên %."), ["target-without-number"]);
}

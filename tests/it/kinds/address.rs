//! Forms of address before a name: what is typed stands once, what is given stands before the name,
//! the Party says "đồng chí", and nobody's sex is guessed.

use super::{has_in_order, pages, words};
use crate::support::{FRONT, input, problems};

/// A notice or minutes of a layout with this chair, its opening written from the meeting.
fn paper(kind: &str, layout: &str, chair: &str) -> String {
    let code = if kind == "biên bản" { "BB" } else { "TB" };
    let meeting = format!(
        "cuộc họp:\n  ngày: 05/6/2023\n  chủ trì: {chair}\n  diễn biến: Các thôn báo cáo.\n\
         kết luận: [Giao các thôn báo cáo]\n---\n"
    );
    let text = FRONT.trim_end().trim_end_matches("---").to_owned() + &meeting;
    let text = text.replace("TB/BCĐ", &format!("{code}/BCĐ"));
    let text = text.replacen("---\n", &format!("---\nmẫu: {kind}\n"), 1);
    if layout == "đảng" {
        return text;
    }
    text.replacen("---\n", "---\nthể thức: nhà nước\n", 1)
        .replace("/BCĐ", "-BCĐ")
        .replace("trích yếu: kết", "trích yếu: Kết")
}

#[test]
fn a_chair_is_called_as_typed_or_as_given() {
    for (chair, party, state) in [
        ("Lý Thị A", "Đồng chí Lý Thị A chủ trì.", "do Lý Thị A chủ trì."),
        (
            "Đồng chí Lý Thị A",
            ". Đồng chí Lý Thị A chủ trì.",
            "do Đồng chí Lý Thị A chủ trì.",
        ),
        (
            "đồng chí Lý Thị A",
            ". Đồng chí Lý Thị A chủ trì.",
            "do đồng chí Lý Thị A chủ trì.",
        ),
        ("bà Lý Thị A", ". Bà Lý Thị A chủ trì.", "do bà Lý Thị A chủ trì."),
        (
            "{xưng hô: bà, họ tên: Lý Thị A}",
            ". Bà Lý Thị A chủ trì.",
            "do bà Lý Thị A chủ trì.",
        ),
        (
            "{xưng hô: bà, họ tên: bà Lý Thị A}",
            ". Bà Lý Thị A chủ trì.",
            "do bà Lý Thị A chủ trì.",
        ),
        (
            "{xưng hô: bà, họ tên: Lý Thị A, chức vụ: Bí thư}",
            ". Bà Lý Thị A, Bí thư chủ trì.",
            "do bà Lý Thị A, Bí thư, chủ trì.",
        ),
        (
            "{họ tên: Lý Thị A, chức vụ: Bí thư}",
            ". Đồng chí Lý Thị A, Bí thư chủ trì.",
            "do Bí thư Lý Thị A chủ trì.",
        ),
        // A family name.
        (
            "{xưng hô: đồng chí, họ tên: Ông Ích Khiêm}",
            ". Đồng chí Ông Ích Khiêm chủ trì.",
            "do đồng chí Ông Ích Khiêm chủ trì.",
        ),
        (
            "Thường trực Đảng ủy",
            ". Thường trực Đảng ủy chủ trì.",
            "do Thường trực Đảng ủy chủ trì.",
        ),
    ] {
        for (layout, wanted) in [("đảng", party), ("nhà nước", state)] {
            let text = paper("thông báo kết luận", layout, chair);
            let found = words(&pages(&text));
            assert!(found.contains(wanted), "{layout} {chair}: {found}");
        }
    }
}

#[test]
fn minutes_call_chair_and_secretary_alike() {
    for (chair, party, state) in [
        ("Lý Thị A", "Người chủ trì: đồng chí Lý Thị A.", "Chủ trì: Lý Thị A."),
        (
            "Đồng chí Lý Thị A",
            "Người chủ trì: Đồng chí Lý Thị A.",
            "Chủ trì: Đồng chí Lý Thị A.",
        ),
        (
            "{xưng hô: bà, họ tên: Lý Thị A}",
            "Người chủ trì: bà Lý Thị A.",
            "Chủ trì: Bà Lý Thị A.",
        ),
        ("Đoàn Chủ tịch", "Người chủ trì: Đoàn Chủ tịch.", "Chủ trì: Đoàn Chủ tịch."),
    ] {
        for (layout, wanted) in [("đảng", party), ("nhà nước", state)] {
            let both =
                format!("{chair}\n  thư ký: {}", chair.replace("Lý Thị A", "Hà Văn B"));
            let text = paper("biên bản", layout, &both);
            let pages = pages(&text);
            let clerk =
                wanted.replace("Lý Thị A", "Hà Văn B").replace("Chủ trì:", "Thư ký:");
            let clerk = clerk.replace("Người chủ trì:", "Người ghi biên bản:");
            has_in_order(&pages, &[wanted, &clerk]);
            // Below the text the name alone.
            let found = words(&pages);
            let signed = found.rsplit("kết thúc vào").next().unwrap();
            for form in ["đồng chí", "Đồng chí", "bà ", "Bà ", "Đoàn"] {
                assert!(!signed.contains(form), "{layout} {chair}: {signed}");
            }
        }
    }
}

#[test]
fn who_concludes_is_called_like_the_chair() {
    for (chair, said) in [
        ("Lý Thị A", "thảo luận, đồng chí Lý Thị A kết luận:"),
        ("đồng chí Lý Thị A", "thảo luận, đồng chí Lý Thị A kết luận:"),
        ("{xưng hô: bà, họ tên: Lý Thị A}", "thảo luận, bà Lý Thị A kết luận:"),
        ("Đoàn Chủ tịch", "thảo luận, Đoàn Chủ tịch kết luận:"),
    ] {
        has_in_order(&pages(&paper("biên bản", "đảng", chair)), &[said]);
    }
}

#[test]
fn those_who_attend_are_called_each_once() {
    let chair = "Lý Thị A\n  dự họp:\n    - {họ tên: Hà Văn B, chức vụ: Bí thư}\n    - ";
    for (second, party, state) in [
        (
            "{họ tên: Mã Thị C, chức vụ: Chủ tịch}",
            "có các đồng chí Hà Văn B, Bí thư; đồng chí Mã Thị C, Chủ tịch.",
            "có các ông, bà: Hà Văn B, Bí thư; Mã Thị C, Chủ tịch.",
        ),
        (
            "{xưng hô: bà, họ tên: Mã Thị C, chức vụ: Chủ tịch}",
            "có đồng chí Hà Văn B, Bí thư; bà Mã Thị C, Chủ tịch.",
            "có Hà Văn B, Bí thư; bà Mã Thị C, Chủ tịch.",
        ),
        (
            "{họ tên: đồng chí Mã Thị C, chức vụ: Chủ tịch}",
            "có đồng chí Hà Văn B, Bí thư; đồng chí Mã Thị C, Chủ tịch.",
            "có Hà Văn B, Bí thư; đồng chí Mã Thị C, Chủ tịch.",
        ),
    ] {
        for (layout, wanted) in [("đảng", party), ("nhà nước", state)] {
            let text = paper("thông báo kết luận", layout, &format!("{chair}{second}"));
            has_in_order(&pages(&text), &[wanted]);
        }
    }
}

#[test]
fn who_chairs_and_signs_does_so_once_however_called() {
    let text = paper("biên bản", "đảng", "đồng chí Hoàng Hữu Khôi");
    assert_eq!(problems(&text), [""; 0]);
    let found = words(&pages(&text));
    assert_eq!(found.matches("Hoàng Hữu Khôi").count(), 3, "two in the text: {found}");
}

#[test]
fn the_directory_knows_a_name_behind_a_form_of_address() {
    let office = "danh bạ:\n- {họ tên: Lý Thị A, chức vụ: Bí thư, xưng hô: bà}\n- {họ tên: \
                  Hoàng Hữu Khôi, chức vụ: Phó Bí thư}\n";
    for (chair, wanted) in [
        ("Lý Thị A", "Bà Lý Thị A, Bí thư chủ trì."),
        ("Đồng chí Lý Thị A", "Đồng chí Lý Thị A, Bí thư chủ trì."),
        ("{họ tên: Lý Thị A, xưng hô: cô}", "Cô Lý Thị A, Bí thư chủ trì."),
        ("{họ tên: Lý Thị A, chức vụ: Ủy viên}", "Bà Lý Thị A, Ủy viên chủ trì."),
        ("Tập thể Thường trực Đảng ủy", "Tập thể Thường trực Đảng ủy chủ trì."),
    ] {
        let text = paper("thông báo kết luận", "đảng", chair);
        let mut input = input(&text, &vanban::rooms::typeset::NoFiles);
        input.defaults = Some(("vanban.yaml", office.as_bytes().to_vec()));
        let outcome = vanban::typeset(&input);
        let pages = outcome
            .output
            .unwrap_or_else(|| panic!("{}", crate::support::said(&outcome.report)));
        has_in_order(&pages, &[wanted]);
    }
}

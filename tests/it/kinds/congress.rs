//! Papers of a congress of the Party: who issues them, who signs (HD 05-HD/VPTW, 2.1.1, 3.1.1.a,
//! 3.1.2.b, 7.1.4.a).

use super::{all_lines, centre, has_in_order, near, pages, words};
use crate::support::{line, misread};

/// A paper of a body of a congress, with these lines more.
fn paper(body: &str, symbol: &str, more: &str) -> String {
    format!(
        "---\nmẫu: báo cáo\n{body}số: 3\nký hiệu: {symbol}\nđịa danh: Lục Bình\nngày ký: \
         05/6/2026\ntrích yếu: kết quả đại hội nhiệm kỳ 2025 - 2030\nnơi nhận: [Các chi bộ, Lưu \
         Văn phòng Đảng uỷ]\n{more}---\n\nĐại hội tán thành Báo cáo chính trị.\n"
    )
}

const CONGRESS: &str = "|\n  Đại hội đại biểu\n  Đảng bộ xã Lục Bình lần thứ II\n";

#[test]
fn each_body_of_a_congress_signs_in_its_form() {
    // 7.1.4.a (i): the presidium without a post, the others with that of their head.
    for (body, post) in [
        ("Đoàn Chủ tịch", None),
        ("đoàn chủ tịch", None),
        ("Đoàn  Chủ tịch Đại hội", None),
        ("Đoàn Thư ký", Some("Trưởng đoàn")),
        ("Ban Thẩm tra tư cách đại biểu", Some("Trưởng ban")),
        ("Ban Kiểm phiếu", Some("Trưởng ban")),
    ] {
        let posts = post.map(|post| format!(", chức vụ: {post}")).unwrap_or_default();
        let head = format!("cơ quan chủ quản: {CONGRESS}cơ quan ban hành: {body}\n");
        let signed =
            format!("ký: {{quyền hạn: T/M {body}{posts}, họ tên: Hoàng Hữu Khôi}}\n");
        let text = paper(&head, "BC/ĐH", &signed);
        assert_eq!(misread(&text), [""; 0], "{body}");
        let shown = body.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
        let posts =
            post.map(|post| format!("{} ", post.to_uppercase())).unwrap_or_default();
        let found = words(&pages(&text));
        for part in [
            format!("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ LỤC BÌNH LẦN THỨ II {shown} * "),
            "Số 03-BC/ĐH".to_owned(),
            format!("T/M {shown} {posts}Hoàng Hữu Khôi"),
        ] {
            assert!(found.contains(&part), "{part}: {found}");
        }
    }
}

#[test]
fn a_congress_issues_in_its_own_name() {
    let head = format!("cơ quan ban hành: {CONGRESS}");
    let text = paper(
        &head,
        "NQ/ĐH",
        "tên loại: Nghị quyết\nký: {quyền hạn: T/M Đoàn Chủ tịch, họ tên: }\n",
    );
    assert_eq!(misread(&text), [""; 0]);
    let pages = pages(&text);
    let lines = all_lines(&pages);
    for name in ["ĐẠI HỘI ĐẠI BIỂU", "ĐẢNG BỘ XÃ LỤC BÌNH"] {
        assert!(line(&lines, name).runs[0].bold, "{name}");
    }
    has_in_order(
        &pages,
        &["LẦN THỨ II *", "NGHỊ QUYẾT kết quả đại hội", "T/M ĐOÀN CHỦ TỊCH"],
    );
}

#[test]
fn a_theme_may_stand_for_kind_and_subject() {
    // 5.1.2: the political report.
    let text = paper(
        "cơ quan ban hành: Đảng uỷ xã Lục Bình\n",
        "BC/ĐU",
        "\
        tên loại: Phát huy truyền thống đoàn kết, xây dựng Đảng bộ trong sạch, vững mạnh; đưa xã \
        phát triển nhanh và bền vững\nký: {quyền hạn: T/M Đảng uỷ, chức vụ: Bí thư, họ tên: A}\n",
    );
    let report =
        "(Báo cáo của Ban Chấp hành Đảng bộ xã khoá I trình Đại hội đại biểu lần thứ II)";
    let text = text.replace("kết quả đại hội nhiệm kỳ 2025 - 2030", report);
    assert_eq!(misread(&text), [""; 0]);
    let shown = format!("NHANH VÀ BỀN VỮNG {report} -----");
    has_in_order(&pages(&text), &["PHÁT HUY TRUYỀN THỐNG ĐOÀN KẾT,", &shown]);
}

#[test]
fn whoever_signs_for_another_body_has_a_post() {
    for authority in
        ["T/M Đảng uỷ", "T/M Đoàn Thư ký", "Đoàn Chủ tịch", "T/M Đoàn Chủ tịchs"]
    {
        let signed = format!("ký: {{quyền hạn: {authority}, họ tên: A}}\n");
        let said = misread(&paper("cơ quan ban hành: Đảng uỷ\n", "BC/ĐU", &signed));
        assert_eq!(said, ["10:1 missing-field `ký`"], "{authority}");
    }
    let left_open = "ký: {quyền hạn: T/M Đoàn Chủ tịch, chức vụ:, họ tên: A}\n";
    assert_eq!(
        misread(&paper("cơ quan ban hành: Đoàn Chủ tịch\n", "BC/ĐH", left_open)),
        [""; 0]
    );
}

/// Minutes of a congress, signed by these.
fn minutes(signers: &str) -> String {
    let meeting = "cuộc họp: {gọi là: đại hội, ngày: 05/6/2026, chủ trì: Đoàn Chủ tịch, thư ký: \
                   {họ tên: Triệu Thị Hoa, chức vụ: Trưởng Đoàn Thư ký}}\n";
    let head =
        format!("cơ quan chủ quản: {CONGRESS}cơ quan ban hành: Đoàn Thư ký\n{meeting}");
    paper(&head, "BB/ĐH", signers).replace("mẫu: báo cáo", "mẫu: biên bản")
}

#[test]
fn minutes_of_a_congress_are_signed_for_its_bodies() {
    // 7.1.4.a (ii), ví dụ 2 and 3.
    let presidium = "{quyền hạn: T/M Đoàn Chủ tịch, họ tên: Hoàng Hữu Khôi}";
    let clerks =
        "{quyền hạn: T/M Đoàn Thư ký, chức vụ: Trưởng đoàn, họ tên: Triệu Thị Hoa}";
    let writer = "{chức vụ: Người ghi biên bản, họ tên: Lý Văn Nam}";
    let confirmed = "xác nhận chữ ký: {quyền hạn: T/L Ban Thường vụ, chức vụ: Chánh Văn phòng, \
                     họ tên: Nông Thị Lan}\n";
    for (right, left, [at_right, at_left], signer) in [
        (presidium, clerks, ["T/M ĐOÀN CHỦ TỊCH", "T/M ĐOÀN THƯ KÝ"], "Hoàng Hữu Khôi"),
        (clerks, writer, ["T/M ĐOÀN THƯ KÝ", "NGƯỜI GHI BIÊN BẢN"], "Triệu Thị Hoa"),
    ] {
        let text = minutes(&format!("ký:\n- {right}\n- {left}\n{confirmed}"));
        assert_eq!(misread(&text), [""; 0]);
        let pages = pages(&text);
        let lines = all_lines(&pages);
        near("the right", centre(line(&lines, at_right)), 153.75, 0.5);
        near("the left", centre(line(&lines, at_left)), 71.25, 0.5);
        let confirms = format!("Xác nhận chữ ký của đồng chí {signer} T/L BAN THƯỜNG VỤ");
        has_in_order(&pages, &[&confirms]);
        assert!(!words(&pages).contains("CHỦ TRÌ"), "nobody signs as a chair");
    }
}

#[test]
fn the_directory_gives_the_presidium_no_post() {
    let office =
        "danh bạ:\n- {họ tên: Hoàng Hữu Khôi, chức vụ ký: Bí thư}\nký: Hoàng Hữu Khôi\n";
    let head = "cơ quan ban hành: Đoàn Chủ tịch\n";
    for signed in [
        "{quyền hạn: T/M Đoàn Chủ tịch, họ tên: Hoàng Hữu Khôi}",
        "{quyền hạn: T/M Đoàn Chủ tịch}",
    ] {
        let text = paper(head, "BC/ĐH", &format!("ký: {signed}\n"));
        let mut input = crate::support::input(&text, &vanban::rooms::typeset::NoFiles);
        input.defaults = Some(("vanban.yaml", office.as_bytes().to_vec()));
        let pages = vanban::typeset(&input).output.unwrap();
        let found = words(&pages);
        assert!(found.contains("T/M ĐOÀN CHỦ TỊCH Hoàng Hữu Khôi"), "{found}");
    }
}

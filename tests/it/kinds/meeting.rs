//! Invitations and minutes: what they say of the meeting, who signs.

use super::{centre, example, has_in_order, near, pages, words};
use crate::support::{line, lines_of};

#[test]
fn an_invitation_says_who_when_where_and_what_for() {
    // NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.7.
    has_in_order(
        &pages(&example("giay-moi", "nha-nuoc")),
        &[
            "Ủy ban nhân dân xã Lục Bình trân trọng kính mời: - Đại diện Thường trực Đảng ủy",
            "- Trần Thị Hoa, Phó Chủ tịch Ủy ban nhân dân xã; - Phạm Quốc Hưng",
            "trưởng các thôn. Tới dự cuộc họp rà soát công tác chuẩn bị",
            "Chủ trì: Lê Văn Minh, Chủ tịch Ủy ban nhân dân xã. Thời gian: 14 giờ 00, thứ Tư, \
             ngày 10 tháng 6 năm 2026. Địa điểm: Phòng họp số 1",
            "Nội dung: - Phương án ứng phó thiên tai năm 2026 (Phòng Kinh tế trình bày); - Phân",
            "ngày 09 tháng 6 năm 2026./. Nơi nhận:",
        ],
    );
    has_in_order(
        &pages(&example("giay-moi", "dang")),
        &[
            "Kính gửi: - Các đồng chí thành viên Ban Chỉ đạo;",
            "Ban Chỉ đạo thực hiện các Chương trình mục tiêu quốc gia trân trọng kính mời các đồng \
             chí tới dự cuộc họp đánh giá tiến độ",
            "- Chủ trì: đồng chí Hoàng Hữu Khôi, Bí thư Đảng ủy, Trưởng Ban Chỉ đạo. - Thời gian: \
             8 giờ 00, thứ Sáu, ngày 05 tháng 6 năm 2026. - Địa điểm: Hội trường Đảng ủy xã.",
            "- Nội dung: + Tiến độ",
            "ngày 04 tháng 6 năm 2026. Nơi nhận:",
        ],
    );
}

/// An example without what its secretary wrote below the front matter.
fn without_body(text: &str) -> String {
    let front = text.rfind("---\n").unwrap() + 4;
    text[..front].to_owned()
}

#[test]
fn an_invitation_by_default_ends_as_its_layout_wants() {
    let state = without_body(&example("giay-moi", "nha-nuoc"));
    has_in_order(
        &pages(&state),
        &["Đề nghị các đại biểu sắp xếp công việc, dự họp đầy đủ, đúng giờ./. Nơi nhận:"],
    );
    let party = without_body(&example("giay-moi", "dang"));
    has_in_order(
        &pages(&party),
        &["Đề nghị các đồng chí sắp xếp công việc, dự họp đầy đủ, đúng giờ. Nơi nhận:"],
    );
    let few =
        state.replace("  giờ: 14 giờ 00\n", "").replace("  mục đích:", "  cơ quan:");
    has_in_order(
        &pages(&few),
        &["Tới dự cuộc họp của rà soát", "Thời gian: Thứ Tư, ngày 10 tháng 6 năm 2026."],
    );
}

#[test]
fn minutes_tell_the_meeting_in_the_order_of_their_form() {
    // NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9.
    let state = pages(&example("bien-ban", "nha-nuoc"));
    has_in_order(
        &state,
        &[
            "Thời gian bắt đầu: 14 giờ 00, ngày 10 tháng 6 năm 2026. Địa điểm: Phòng họp số 1",
            "Thành phần tham dự: - Trần Thị Hoa, Phó Chủ tịch Ủy ban nhân dân xã;",
            "Vắng mặt: Ông Vi Văn Tú, Trưởng Công an xã",
            "Chủ trì: Lê Văn Minh, Chủ tịch Ủy ban nhân dân xã. Thư ký: Phạm Thị Lan, Chánh",
            "Nội dung: - Phương án ứng phó thiên tai năm 2026;",
            "Diễn biến cuộc họp 1. Phòng Kinh tế báo cáo",
            "Kết luận cuộc họp Sau khi nghe các ý kiến thảo luận, chủ tọa kết luận như sau: 1. Giao",
            "Cuộc họp kết thúc vào 16 giờ 45, ngày 10 tháng 6 năm 2026./. THƯ KÝ Phạm Thị Lan CHỦ TỌA",
        ],
    );
    let first = lines_of(&state, 1);
    assert!(!first.iter().any(|line| line.text.contains("Lục Bình, ngày")), "mẫu 1.9");
    has_in_order(
        &pages(&example("bien-ban", "dang")),
        &[
            "Lục Bình, ngày 05 tháng 6 năm 2026 BIÊN BẢN",
            "- Thời gian: bắt đầu vào hồi 8 giờ 00, ngày 05 tháng 6 năm 2026. - Địa điểm:",
            "- Người chủ trì: đồng chí Hoàng Hữu Khôi, Bí thư Đảng ủy, Trưởng Ban Chỉ đạo. - Người \
             ghi biên bản: đồng chí Triệu Thị Hoa, công chức Văn phòng Đảng ủy. - Tài liệu sử dụng",
            "Thành phần cuộc họp - Có mặt: + Đồng chí Nông Thị Quyên",
            "- Vắng mặt: Đồng chí Lý Văn Nam",
            "Diễn biến cuộc họp 1. Đồng chí Nguyễn Văn Hậu trình bày",
            "Kết luận cuộc họp Sau khi nghe các ý kiến thảo luận, đồng chí Hoàng Hữu Khôi kết luận: \
             1. Duy trì",
            "Cuộc họp kết thúc vào hồi 11 giờ 30, ngày 05 tháng 6 năm 2026. NGƯỜI GHI BIÊN BẢN",
        ],
    );
}

#[test]
fn the_chair_signs_at_the_right_and_the_secretary_at_the_left() {
    // HD 05-HD/VPTW, 7.1.4.e, 7.2.4; NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9.
    for (layout, chair, secretary, names) in [
        (
            "dang",
            "CHỦ TRÌ CUỘC HỌP",
            "NGƯỜI GHI BIÊN BẢN",
            ["Hoàng Hữu Khôi", "Triệu Thị Hoa"],
        ),
        ("nha-nuoc", "CHỦ TỌA", "THƯ KÝ", ["Lê Văn Minh", "Phạm Thị Lan"]),
    ] {
        let pages = pages(&example("bien-ban", layout));
        let lines = lines_of(&pages, pages.count());
        let [chair, secretary, left, right] =
            [chair, secretary, names[1], names[0]].map(|text| {
                lines
                    .iter()
                    .find(|line| line.text == text)
                    .unwrap_or_else(|| panic!("{text}"))
            });
        near("words level", chair.baseline_mm, secretary.baseline_mm, 0.01);
        near("names level", left.baseline_mm, right.baseline_mm, 0.01);
        near("the chair", centre(chair), 153.75, 0.5);
        near("the chair's name", centre(right), 153.75, 0.5);
        near("the secretary", centre(secretary), 71.25, 0.5);
        near("the secretary's name", centre(left), 71.25, 0.5);
        assert!([chair, secretary, left, right].iter().all(|line| line.runs[0].bold));
        assert!(line(&lines, "Nơi nhận:").baseline_mm > left.baseline_mm, "mẫu 1.9");
    }
}

#[test]
fn what_minutes_do_not_know_is_left_to_the_pen() {
    let text = example("bien-ban", "dang");
    let text =
        text.replace("  giờ: 8 giờ 00\n", "").replace("  giờ kết thúc: 11 giờ 30\n", "");
    let text = text.replace("  gọi là: cuộc họp\n", "");
    let start = text.find("  thư ký:").unwrap();
    let end = start + text[start..].find('\n').unwrap() + 1;
    let text = [&text[..start], &text[end..]].concat();
    let pages = pages(&text);
    has_in_order(
        &pages,
        &[
            "bắt đầu vào hồi …… giờ ……, ngày 05 tháng 6 năm 2026.",
            "- Người ghi biên bản: …… - Tài liệu",
            "Hội nghị kết thúc vào hồi …… giờ ……, ngày 05",
            "CHỦ TRÌ HỘI NGHỊ",
        ],
    );
    assert!(words(&pages).contains("NGƯỜI GHI BIÊN BẢN"));
}

#[test]
fn minutes_without_an_account_take_their_body_for_it() {
    let text = example("bien-ban", "nha-nuoc");
    let start = text.find("  diễn biến:").unwrap();
    let end = text.find("  giờ kết thúc:").unwrap();
    let text = [&text[..start], &text[end..]].concat();
    let pages = pages(&text);
    has_in_order(
        &pages,
        &["Diễn biến cuộc họp 1. Giao Phòng Kinh tế", "Cuộc họp kết thúc"],
    );
    assert!(!words(&pages).contains("Sau khi nghe"));
}

#[test]
fn a_purpose_with_its_own_word_gets_no_other() {
    for (typed, printed) in [
        ("đánh giá tình hình", "tổ chức họp để đánh giá tình hình."),
        ("để đánh giá tình hình", "tổ chức họp để đánh giá tình hình."),
        ("Để đánh giá tình hình", "tổ chức họp để đánh giá tình hình."),
        ("về tình hình", "tổ chức họp về tình hình."),
        ("Về việc giải ngân", "tổ chức họp về việc giải ngân."),
        ("nhằm thống nhất", "tổ chức họp nhằm thống nhất."),
    ] {
        let meeting = format!(
            "cuộc họp:\n  ngày: 05/6/2023\n  mục đích: {typed}\n  chủ trì: {{họ tên: Nguyễn A}}\n\
             kết luận: [Giao các thôn báo cáo]\n---\n"
        );
        let text = crate::support::FRONT.trim_end().trim_end_matches("---").to_owned();
        has_in_order(&pages(&(text + &meeting)), &[printed]);
    }
}

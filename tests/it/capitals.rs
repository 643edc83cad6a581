//! Capitals: names of bodies and units, words of honour, parts of documents, sentences, weekdays, one
//! way for one name.

use crate::wording::{PARTY, STATE, each, messages, paper, paper_with, said, silent};

const RULES: &[&str] = &["capital", "sentence-", "weekday-"];

#[test]
fn names_of_bodies_are_told_and_mended() {
    each(
        STATE,
        RULES,
        &[
            (
                "Thành viên Ban chỉ đạo, Ban chỉ Đạo họp với Ủy ban Nhân dân xã./.",
                &["capitals-of-body `Ban chỉ đạo`", "capitals-of-body `Ủy ban Nhân dân`"],
                "Thành viên Ban Chỉ đạo, Ban Chỉ đạo họp với Ủy ban nhân dân xã./.",
            ),
            (
                "Gửi Đảng Ủy xã và Ủy ban kiểm tra Tỉnh Uỷ; Hội Đồng Nhân Dân giám sát./.",
                &[
                    "capitals-of-body `Đảng Ủy`",
                    "capitals-of-body `Ủy ban kiểm tra`",
                    "capitals-of-body `Tỉnh Uỷ`",
                    "capitals-of-body `Hội Đồng Nhân Dân`",
                ],
                "Gửi Đảng ủy xã và Ủy ban Kiểm tra Tỉnh uỷ; Hội đồng nhân dân giám sát./.",
            ),
            (
                "Ban chỉ đạo họp.\n\nBan Chỉ đạo kết luận./.",
                &["capitals-of-body `Ban chỉ đạo`"],
                "Ban Chỉ đạo họp.\n\nBan Chỉ đạo kết luận./.",
            ),
        ],
    );
    silent(
        PARTY,
        RULES,
        &[
            "Các ban chỉ đạo, tiểu ban, đảng ủy, uỷ ban kiểm tra các cấp thực hiện.",
            "Ban chỉ đạo các cấp do cấp ủy lập.",
            "# I. BAN CHỈ ĐẠO VÀ ỦY BAN NHÂN DÂN\n\nTrưởng ban chỉ đạo do cấp ủy cử.",
            "> Thành viên Ban chỉ đạo họp.",
            "Kiến nghị Quốc hội, Ủy ban Thường vụ Quốc hội; báo cáo Uỷ ban Thường vụ Quốc hội.",
            "Tiểu ban Chỉ đạo, Phân ban Chỉ huy của Ban Chỉ đạo họp.",
        ],
    );
}

#[test]
fn people_state_and_party_have_capitals() {
    each(
        STATE,
        RULES,
        &[
            (
                "Lấy ý kiến nhân dân; tiền của nhân dân./.",
                &["capital-of-honour `nhân dân`"],
                "Lấy ý kiến Nhân dân; tiền của Nhân dân./.",
            ),
            (
                "Chủ trương của đảng, chính sách của nhà nước; đảng và nhà nước quan tâm./.",
                &["capital-of-honour `đảng`", "capital-of-honour `nhà nước`"],
                "Chủ trương của Đảng, chính sách của Nhà nước; Đảng và Nhà nước quan tâm./.",
            ),
        ],
    );
    silent(
        STATE,
        RULES,
        &[
            "Ủy ban nhân dân, Hội đồng nhân dân, Công an nhân dân, Tòa án nhân dân, Quân đội nhân dân./.",
            "Ban nhân dân ấp; nghệ sĩ nhân dân; quỹ tín dụng nhân dân; 100 nhân dân tệ./.",
            "Quản lý nhà nước, ngân sách nhà nước, doanh nghiệp nhà nước, cơ quan nhà nước./.",
            "Đảng viên của đảng bộ, tổ chức đảng, kỷ luật đảng, chi bộ đảng của đảng ủy./.",
        ],
    );
    // A paper of the Party follows its own guide, but one way.
    silent(PARTY, RULES, &["Đồng thuận trong nhân dân; đời sống nhân dân."]);
    let both = paper(PARTY, "Đồng thuận trong nhân dân; đời sống Nhân dân.");
    assert_eq!(said(&both, RULES), ["capital-of-honour `nhân dân`"]);
}

#[test]
fn a_unit_has_a_small_common_noun() {
    each(
        PARTY,
        RULES,
        &[
            (
                "Họp tại Xã Lục Bình; báo cáo Tỉnh Thái Nguyên; gửi Xã Lục Bình.",
                &["capital-of-unit `Xã Lục Bình`", "capital-of-unit `Tỉnh Thái Nguyên`"],
                "Họp tại xã Lục Bình; báo cáo tỉnh Thái Nguyên; gửi xã Lục Bình.",
            ),
            (
                "Công tác ở Thành phố Cần Thơ.",
                &["capital-of-unit `Thành phố Cần Thơ`"],
                "Công tác ở thành phố Cần Thơ.",
            ),
        ],
    );
    silent(
        PARTY,
        RULES,
        &[
            "Xã Lục Bình họp. Giao: Xã Vi Hương báo cáo; “Phường Cao Lãnh” là tên mới.",
            "Họp tại Thành phố Hồ Chí Minh, Phường Ngô Quyền, Phường Điện Biên Phủ, Quận 1.",
            "Tỉnh đoàn, Huyện Đoàn, Thành Đoàn họp ở thôn Xã Lũng, thôn Bản Lạnh.",
            "Công an Xã báo cáo; gửi Tỉnh ủy Thái Nguyên.",
        ],
    );
}

#[test]
fn parts_of_documents_have_their_capitals() {
    each(
        STATE,
        RULES,
        &[
            (
                "Theo Điểm a Khoản 2 điều 5 của Quy chế./.",
                &["capitals-of-part `Điểm a Khoản 2 điều 5`"],
                "Theo điểm a khoản 2 Điều 5 của Quy chế./.",
            ),
            (
                "Khoản 2, điều 5 quy định; theo điều 7 Quy chế./.",
                &["capitals-of-part `Khoản 2, điều 5`"],
                "Khoản 2, Điều 5 quy định; theo Điều 7 Quy chế./.",
            ),
        ],
    );
    silent(
        STATE,
        RULES,
        &[
            "Theo điểm a khoản 2 Điều 5; Khoản 3 Điều 4 quy định khác./.",
            "Điểm a khoản 2 Điều 5 hết hiệu lực./.",
            "Tài khoản 123; nộp khoản 5 triệu; 10 điều đảng viên không làm; điểm 10; điều 2 bên nêu./.",
        ],
    );
}

#[test]
fn a_sentence_begins_with_a_capital_and_goes_on_without() {
    each(
        PARTY,
        RULES,
        &[
            (
                "Các thôn rà soát. văn phòng tổng hợp.\n\n1. Họp thôn.\n\n2. báo cáo xã.",
                &["sentence-small `văn`"],
                "Các thôn rà soát. Văn phòng tổng hợp.\n\n1. Họp thôn.\n\n2. Báo cáo xã.",
            ),
            (
                "Rà soát tiêu chí; Triển khai dự án, Tổ chức thực hiện.",
                &["capital-after-semicolon `Triển khai`"],
                "Rà soát tiêu chí; triển khai dự án, tổ chức thực hiện.",
            ),
        ],
    );
    silent(
        PARTY,
        RULES,
        &[
            "Thu 5 tr. đồng; v.v. và đ/c. tham dự; TP. huế; thư vp.lucbinh@a.vn. chờ… và làm.",
            "Gồm:\n\na) họp thôn;\n\nb) báo cáo.",
            "Giao Công an xã; Ủy ban Kiểm tra; Phòng Kinh tế, Văn phòng Đảng ủy.",
            "Các việc: Triển khai dự án. Tổ chức họp.",
            "- họp thôn.\n- báo cáo xã.",
        ],
    );
}

#[test]
fn a_day_of_the_week_has_a_capital() {
    each(
        STATE,
        RULES,
        &[(
            "Họp thứ hai, ngày 08/6/2026 và sáng thứ ba; nghỉ chủ nhật; trực thứ bảy hằng tuần./.",
            &["weekday-small `thứ hai`"],
            "Họp thứ Hai, ngày 08/6/2026 và sáng thứ Ba; nghỉ Chủ nhật; trực thứ Bảy hằng tuần./.",
        )],
    );
    silent(
        STATE,
        RULES,
        &["Họp lần thứ hai; ngày thứ ba của đợt; kỳ họp thứ hai, Hội đồng; thứ tư là./."],
    );
}

#[test]
fn one_name_in_two_ways_is_told_once_with_its_lines() {
    let body = "Giao công chức Văn Phòng – Thống kê xã.\n\nGửi công chức Văn phòng – Thống kê xã.\n\nDo \
                Văn phòng - Thống kê trình.";
    let found = messages(&paper(PARTY, body), RULES);
    assert_eq!(
        found,
        [
            "viết hoa hai cách: `Văn Phòng – Thống kê` ở dòng 13, `Văn phòng – Thống kê` ở dòng 15, 17"
        ]
    );
    let body = "Giao Hội liên hiệp phụ nữ xã. Mời Hội Liên hiệp Phụ nữ xã dự.";
    assert_eq!(
        said(&paper(PARTY, body), RULES),
        ["capitals-differ `Hội Liên hiệp Phụ nữ`"]
    );
    silent(
        PARTY,
        RULES,
        &[
            "Văn hóa xã hội phát triển. Giao Phòng Văn hóa - Xã hội.",
            "Bí thư Chi bộ thôn; Bí thư chi đoàn thôn.",
            "# VĂN PHÒNG THỐNG KÊ\n\nGiao Văn phòng - Thống kê xã.",
            "Giao Ban Chỉ đạo xã; các ban chỉ đạo huyện cũ.",
            "> Gửi công chức Văn Phòng – Thống kê xã.\n\nGửi công chức Văn phòng – Thống kê xã.",
            "Đồng chí Nguyễn Văn An; đồng chí Nguyễn văn phòng.",
        ],
    );
    let fields = "cuộc họp: {ngày: 05/6/2026, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Trưởng Ban chỉ \
                  đạo}}\n";
    let text = paper_with(PARTY, fields, "Các thôn làm.");
    assert_eq!(said(&text, RULES), ["capitals-of-body `Ban chỉ đạo`"]);
}

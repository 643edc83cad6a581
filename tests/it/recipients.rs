//! Who receives the paper, and where it is kept.

use crate::fix::fixed;
use crate::support::problems;

/// A document of a regime with this value of `nơi nhận` and more fields.
fn with(regime: &str, recipients: &str, fields: &str) -> String {
    let (issuer, symbol, subject, post, end) = match regime {
        "đảng" => ("Ban Chỉ đạo", "TB/BCĐ", "kết luận", "Trưởng Ban", "."),
        _ => ("Ủy ban nhân dân xã Lục Bình", "TB-UBND", "Kết luận", "Chủ tịch", "./."),
    };
    format!(
        "---\nthể thức: {regime}\ncơ quan ban hành: {issuer}\nsố: 12\nký hiệu: {symbol}\n\
         địa danh: Lục Bình\nngày ký: 05/6/2026\ntrích yếu: {subject} cuộc họp\n\
         nơi nhận:{recipients}\n{fields}ký: {{chức vụ: {post}, họ tên: Hoàng Hữu Khôi}}\n---\n\n\
         Các thôn báo cáo{end}\n"
    )
}

/// The rules that are broken, with what is underlined.
fn said(text: &str) -> Vec<String> {
    let cut = |line: String| line.split_once(' ').unwrap().1.to_owned();
    let found = problems(text).into_iter().map(cut);
    let of_words = ["abbreviation-", "blank-", "tone-mark-"];
    found.filter(|one| !of_words.iter().any(|rule| one.starts_with(rule))).collect()
}

#[test]
fn what_is_certain_of_the_file_is_mended() {
    for (regime, wrong, right, rule) in [
        ("đảng", " [Lưu VPĐU, A, B]", " [A, B, Lưu VPĐU]", "archive-not-last `Lưu VPĐU`"),
        (
            "đảng",
            "\n- 'A' # một\n- 'Lưu VPĐU'\n- 'B' # hai",
            "\n- 'A' # một\n- 'B'\n- 'Lưu VPĐU' # hai",
            "archive-not-last `'Lưu VPĐU'`",
        ),
        (
            "đảng",
            " |\n  - A;\n  - Lưu VPĐU;\n  - B.",
            " |\n  - A;\n  - B;\n  - Lưu VPĐU.",
            "archive-not-last `Lưu VPĐU`",
        ),
        ("đảng", " [A, 'Lưu: VPĐU']", " [A, 'Lưu VPĐU']", "archive-form `'Lưu: VPĐU'`"),
        (
            "đảng",
            " |\n  A\n  Lưu : VPĐU",
            " |\n  A\n  Lưu VPĐU",
            "archive-form `Lưu : VPĐU`",
        ),
        ("nhà nước", " [A, Lưu VT]", " [A, \"Lưu: VT\"]", "archive-form `Lưu VT`"),
        (
            "nhà nước",
            "\n- A\n- 'Lưu VT'",
            "\n- A\n- 'Lưu: VT'",
            "archive-form `'Lưu VT'`",
        ),
        (
            "nhà nước",
            "\n- A\n- Lưu VT\n",
            "\n- A\n- \"Lưu: VT\"\n",
            "archive-form `Lưu VT`",
        ),
        (
            "nhà nước",
            " |  # ghi chú\n  - A\n  - Lưu VT, VP",
            " |  # ghi chú\n  - A\n  - Lưu: VT, VP",
            "archive-form `Lưu VT, VP`",
        ),
        (
            "nhà nước",
            "\n  Giấy:\n  - A\n  - Lưu VT",
            "\n  Giấy:\n  - A\n  - \"Lưu: VT\"",
            "archive-form `Lưu VT`",
        ),
        (
            "nhà nước",
            " [\"Lưu: VT\", A, B]",
            " [A, B, \"Lưu: VT\"]",
            "archive-not-last `\"Lưu: VT\"`",
        ),
        ("đảng", " ['- A', Lưu VPĐU]", " ['A', Lưu VPĐU]", "recipient-dash `-`"),
    ] {
        let text = with(regime, wrong, "");
        assert_eq!(said(&text), [rule], "{wrong}");
        assert_eq!(fixed(&text), with(regime, right, ""), "{wrong}");
        assert_eq!(said(&with(regime, right, "")), [""; 0], "{right}");
    }
}

#[test]
fn mending_two_faults_of_one_entry_loses_none() {
    let mut text = with("nhà nước", " [Lưu VT, '- A', Các thôn]", "");
    for _ in 0..3 {
        text = fixed(&text);
    }
    assert_eq!(text, with("nhà nước", " ['A', Các thôn, \"Lưu: VT\"]", ""));
}

#[test]
fn what_is_not_certain_of_the_file_is_only_said() {
    for (regime, recipients, found) in [
        ("đảng", " [A, B]", "archive-missing ``"),
        ("nhà nước", " {Giấy: [A], Điện tử: [B]}", "archive-missing ``"),
        ("đảng", " [A, Lưu VPĐU, Lưu BCĐ]", "archive-twice `Lưu BCĐ`"),
        ("đảng", " [A, 'Lưu: VT']", "archive-form `'Lưu: VT'`"),
        ("đảng", " [A, Lưu VT]", "archive-form `Lưu VT`"),
        ("đảng", " [A, Lưu]", "archive-form `Lưu`"),
        ("nhà nước", " [A, 'Lưu: HS']", "archive-form `'Lưu: HS'`"),
        ("đảng", " {Giấy: [A, Lưu VPĐU], Điện tử: [B]}", "archive-not-last `Lưu VPĐU`"),
        ("đảng", " {Điện tử: [B], Giấy: [A, Lưu VPĐU]}", ""),
        ("đảng", " [Các cơ quan lưu trữ]", ""),
        ("đảng", " [Đồng chí Lưu Văn A, Lưu hồ sơ]", ""),
        ("nhà nước", " [A, 'Lưu: VT, VP (03b)']", ""),
        ("nhà nước", " [A, 'Lưu: Văn thư, VP']", ""),
    ] {
        let text = with(regime, recipients, "");
        assert_eq!(said(&text).concat(), found, "{recipients}");
        assert_eq!(fixed(&text), text);
    }
}

#[test]
fn minutes_and_unfinished_lists_may_lack_the_file() {
    let minutes = "mẫu: biên bản\ncuộc họp: {ngày: 02/6/2026, chủ trì: {họ tên: Lý A, chức vụ: \
                   Trưởng Ban}, diễn biến: Một.}\n";
    let text = with("đảng", " [A]", minutes).replace("TB/", "BB/");
    assert!(!said(&text).concat().contains("archive"), "{:?}", said(&text));
    let open = with("đảng", " {Giấy: [A, Lưu VPĐU], Khác: [CẦN ĐIỀN, CẦN ĐIỀN]}", "");
    assert!(
        said(&open).iter().all(|one| one.starts_with("to-fill")),
        "{:?}",
        said(&open)
    );
}

#[test]
fn nobody_is_named_twice_or_pointed_to_above() {
    for (recipients, fields, found) in [
        (" [A, Như trên, Lưu VPĐU]", "", "as-above-of-nobody `Như trên`"),
        (" [Như trên, Lưu VPĐU]", "kính gửi: [Các chi bộ]\nmẫu: công văn\n", ""),
        (" [Như Điều 3, Như kính gửi, Lưu VPĐU]", "", ""),
        (" [Các chi bộ, A, Đồng chí A, Lưu VPĐU]", "", "recipient-twice `Đồng chí A`"),
        (
            " [Các chi bộ, CHI BỘ (để biết), Lưu]",
            "",
            "recipient-twice `CHI BỘ (để biết)`",
        ),
        (
            " [Đảng ủy (b/c), Đảng uỷ (để biết), Lưu]",
            "",
            "recipient-twice `Đảng uỷ (để biết)`",
        ),
        (" [Thành viên (Bí thư), Thành viên (Trưởng thôn), Lưu VPĐU]", "", ""),
        (" {Giấy: [Chi bộ A], Điện tử: [Chi bộ A, Lưu VPĐU]}", "", ""),
        (" [Chi bộ A, Chi bộ B, Lưu VPĐU]", "", ""),
    ] {
        let text = with("đảng", recipients, fields);
        let text = if fields.is_empty() { text } else { text.replace("TB/", "CV/") };
        let found_now =
            said(&text).into_iter().filter(|one| !one.starts_with("archive-form"));
        assert_eq!(found_now.collect::<String>(), found, "{recipients}");
    }
}

#[test]
fn nobody_of_a_group_is_named_twice() {
    for (recipients, found) in [
        (
            "[Thành viên BCĐ, Các thành viên Ban Chỉ đạo, Lưu VPĐU]",
            "recipient-twice `Các thành viên Ban Chỉ đạo`",
        ),
        (
            "['Phòng Kinh tế; Công an xã', Công an xã, Lưu VPĐU]",
            "recipient-twice `Công an xã`",
        ),
        (
            "[Công an xã, 'Phòng Kinh tế, Công an xã', Lưu VPĐU]",
            "recipient-twice `Công an xã`",
        ),
        (
            "[Các chi bộ, Chi bộ thôn Cao Lộc, Lưu VPĐU]",
            "recipient-twice `Chi bộ thôn Cao Lộc`",
        ),
        ("[Thôn Cao Lộc, Các thôn, Lưu VPĐU]", "recipient-twice `Thôn Cao Lộc`"),
        ("['Thường trực Đảng ủy, HĐND xã', HĐND xã, Lưu VPĐU]", ""),
        ("['Chủ tịch, các Phó Chủ tịch UBND xã', Chủ tịch UBND xã, Lưu VPĐU]", ""),
        ("[Các phòng chuyên môn, Phòng Kinh tế, Lưu VPĐU]", ""),
        ("[Các chi bộ nông thôn, Chi bộ Công an xã, Lưu VPĐU]", ""),
        ("[Trưởng các thôn, Các thôn, Lưu VPĐU]", ""),
        ("{Bản giấy: [Các chi bộ], Bản điện tử: [Chi bộ A], '': [Lưu VPĐU]}", ""),
    ] {
        let text = with("đảng", &format!(" {recipients}"), "");
        assert_eq!(said(&text).concat(), found, "{recipients}");
    }
}

#[test]
fn those_who_are_reported_to_come_first() {
    for (recipients, found) in [
        (
            "[Các chi bộ, Tỉnh ủy (để báo cáo), Lưu VPĐU]",
            "recipient-order `Tỉnh ủy (để báo cáo)`",
        ),
        (
            "[Tỉnh ủy (b/c), A, Đảng ủy (b/c), Lưu VPĐU]",
            "recipient-order `Đảng ủy (b/c)`",
        ),
        ("[Tỉnh ủy (b/c), Đảng ủy (để b/c), A, Lưu VPĐU]", ""),
        ("[Các chi bộ (để thực hiện), Tỉnh ủy, Lưu VPĐU]", ""),
        ("{Bản giấy: [A, Lưu VPĐU], Bản điện tử: [Tỉnh ủy (b/c), B]}", ""),
    ] {
        let text = with("đảng", &format!(" {recipients}"), "");
        let of_order = said(&text).into_iter().filter(|one| one.contains("recipient-"));
        assert_eq!(of_order.collect::<String>(), found, "{recipients}");
    }
    let answer = with(
        "đảng",
        " [Như trên, Tỉnh ủy (b/c), Lưu VPĐU]",
        "mẫu: công văn\nkính gửi: A\n",
    );
    assert!(!said(&answer).concat().contains("recipient-order"));
}

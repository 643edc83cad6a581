//! The subject of a paper and the place in its date line.

use crate::fix::fixed;
use crate::support::problems;

/// A paper of a regime and a kind with this subject and this place.
fn with(regime: &str, kind: &str, subject: &str, place: &str) -> String {
    let (issuer, archive, post, end) = match regime {
        "đảng" => ("Ban Chỉ đạo", "Lưu Văn phòng Đảng ủy", "Trưởng Ban", "."),
        _ => ("Ủy ban nhân dân xã Lục Bình", "'Lưu: VT'", "Chủ tịch", "./."),
    };
    let symbol = match (kind, regime) {
        ("công văn", "đảng") => "CV/BCĐ",
        ("công văn", _) => "UBND-VP",
        ("kế hoạch", "đảng") => "KH/BCĐ",
        ("kế hoạch", _) => "KH-UBND",
        ("báo cáo", "đảng") => "BC/BCĐ",
        ("báo cáo", _) => "BC-UBND",
        (_, "đảng") => "TB/BCĐ",
        (..) => "TB-UBND",
    };
    format!(
        "---\nmẫu: {kind}\nthể thức: {regime}\ncơ quan ban hành: {issuer}\nsố: 12\n\
         ký hiệu: {symbol}\nđịa danh: {place}\nngày ký: 05/6/2026\ntrích yếu: {subject}\n\
         kính gửi: Các thôn\nnơi nhận: [Các chi bộ, {archive}]\n\
         ký: {{chức vụ: {post}, họ tên: Hoàng Hữu Khôi}}\n---\n\nCác thôn báo cáo{end}\n"
    )
}

/// The rules that are broken, with what is underlined.
fn said(text: &str) -> Vec<String> {
    let cut = |line: String| line.split_once(' ').unwrap().1.to_owned();
    problems(text)
        .into_iter()
        .map(cut)
        .filter(|one| !one.contains("not-printed"))
        .collect()
}

const NOTICE: &str = "thông báo kết luận";

#[test]
fn a_subject_is_mended_to_what_stands_below_a_title() {
    for (regime, kind, wrong, right, rule) in [
        ("đảng", NOTICE, "Kết luận cuộc họp", "kết luận cuộc họp", "subject-capital"),
        ("đảng", "công văn", "Về việc Đôn đốc A", "Về việc đôn đốc A", "subject-capital"),
        ("nhà nước", "công văn", "V/v Trả lời A", "V/v trả lời A", "subject-capital"),
        ("đảng", NOTICE, "thông báo về việc A", "về việc A", "kind-again"),
        ("nhà nước", NOTICE, "Thông báo kết luận A", "Kết luận A", "kind-again"),
        ("nhà nước", "báo cáo", "Báo cáo tình hình A", "Tình hình A", "kind-again"),
        ("nhà nước", NOTICE, "'Về việc A./.'", "'Về việc A'", "subject-ended"),
        ("đảng", NOTICE, "kết luận A.", "kết luận A", "subject-ended"),
        ("đảng", NOTICE, "'“kết luận A”'", "'kết luận A'", "subject-quoted"),
        ("đảng", NOTICE, "'\"kết luận A\"'", "'kết luận A'", "subject-quoted"),
        ("nhà nước", NOTICE, "V/v A", "Về việc A", "about-short"),
        ("đảng", NOTICE, "V/v kiện toàn A", "về việc kiện toàn A", "about-short"),
        ("đảng", "công văn", "V/v về việc A", "V/v A", "about-again"),
        ("nhà nước", NOTICE, "Về việc V/v A", "Về việc A", "about-again"),
    ] {
        let text = with(regime, kind, wrong, "Lục Bình");
        let found = said(&text);
        assert_eq!(found.len(), 1, "{wrong}: {found:?}");
        assert!(found[0].starts_with(rule), "{wrong}: {found:?}");
        assert_eq!(fixed(&text), with(regime, kind, right, "Lục Bình"));
        assert_eq!(said(&with(regime, kind, right, "Lục Bình")), [""; 0], "{right}");
    }
}

#[test]
fn a_right_subject_stays_silent() {
    for (regime, kind, subject) in [
        ("đảng", NOTICE, "Đại hội Chi bộ thôn Nà Nghịu"),
        ("đảng", NOTICE, "Hội nghị Ban Chấp hành lần thứ 5"),
        ("đảng", NOTICE, "KẾT LUẬN CUỘC HỌP"),
        ("đảng", NOTICE, "kết luận về Thông báo số 5"),
        ("đảng", "kế hoạch", "kế hoạch hóa gia đình năm 2026"),
        ("nhà nước", NOTICE, "Về việc phòng, chống dịch bệnh, v.v."),
        ("nhà nước", NOTICE, "“Tuần lễ xanh” và “Ngày sạch”"),
        ("nhà nước", NOTICE, "Thông tin A"),
        ("nhà nước", "công văn", "V/v Đại hội Hội Nông dân xã"),
        ("nhà nước", "công văn", "thông báo kết quả A"),
    ] {
        assert_eq!(said(&with(regime, kind, subject, "Lục Bình")), [""; 0], "{subject}");
    }
    let sure = with("đảng", "báo cáo", "báo cáo thường kỳ", "Lục Bình");
    assert_eq!(said(&sure), ["kind-again `báo cáo`"]);
    assert_eq!(fixed(&sure), sure, "what is left may make no sense");
}

#[test]
fn a_place_is_a_name_alone() {
    for (wrong, underlined) in [
        ("Lục Bình, ngày 05 tháng 6 năm 2026", ", ngày 05 tháng 6 năm 2026"),
        ("Lục Bình ngày", "ngày"),
        ("'Lục Bình,'", ",'"),
        ("Lục Bình, ngày 05/6/2026", ", ngày 05/6/2026"),
    ] {
        let text = with("đảng", NOTICE, "kết luận A", wrong);
        assert_eq!(said(&text), [format!("place-with-date `{underlined}`")]);
        let right = if wrong.starts_with('\'') { "'Lục Bình'" } else { "Lục Bình" };
        assert_eq!(fixed(&text), with("đảng", NOTICE, "kết luận A", right));
    }
    for right in ["Lục Bình", "Phường Ngày Mới", "TP. Thủ Đức"] {
        assert_eq!(said(&with("đảng", NOTICE, "kết luận A", right)), [""; 0], "{right}");
    }
}

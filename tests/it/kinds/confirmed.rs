//! The confirmation of a signature and the author above the subject: what only documents of the
//! Party have.

use super::signers::{minutes, several};
use super::{all_lines, centre, example, has_in_order, near, pages, words};
use crate::support::{line, misread, notice};

const CONFIRMED: &str = "xác nhận chữ ký: {quyền hạn: T/L Ban Thường vụ, chức vụ: Chánh Văn \
                         phòng, họ tên: Nông Thị Lan}\n";

/// A document with more lines in its front matter.
fn with(text: &str, fields: &str) -> String {
    text.replacen("---\n", &format!("---\n{fields}"), 1)
}

#[test]
fn a_confirmation_stands_below_the_signature_at_the_right() {
    // HD 05-HD/VPTW, 7.1.4.a (ii) and (iii), 7.1.4.e (ii), 7.2.1.
    let minutes = example("bien-ban", "dang");
    for (text, centre_mm) in [(notice("Các thôn báo cáo."), 153.5), (minutes, 153.75)]
    {
        let text = with(&text, CONFIRMED);
        assert_eq!(misread(&text), [""; 0]);
        let pages = pages(&text);
        let signed = "Hoàng Hữu Khôi Xác nhận chữ ký của đồng chí Hoàng Hữu Khôi T/L BAN THƯỜNG VỤ \
                      CHÁNH VĂN PHÒNG Nông Thị Lan";
        has_in_order(&pages, &[signed]);
        let lines = all_lines(&pages);
        let [authority, post, name] =
            ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Nông Thị Lan"]
                .map(|text| line(&lines, text));
        let confirms =
            lines.iter().find(|line| line.text.starts_with("Xác nhận chữ ký")).unwrap();
        for one in [confirms, authority, post, name] {
            near(&one.text, centre(one), centre_mm, 0.6);
            assert_eq!(one.page, confirms.page, "not cut");
        }
        assert!(!confirms.runs[0].bold && authority.runs[0].bold && !post.runs[0].bold);
        let room = name.baseline_mm - post.baseline_mm;
        assert!((32.0..42.0).contains(&room), "for signature and seal: {room}");
        let signer = lines.iter().rfind(|line| line.text == "Hoàng Hữu Khôi").unwrap();
        assert!(signer.page < confirms.page || signer.baseline_mm < confirms.baseline_mm);
        near("below whom it confirms", centre(signer), centre_mm, 0.6);
    }
}

#[test]
fn a_confirmation_stands_below_all_who_sign() {
    let text = with(&minutes("dang", &several(2)), CONFIRMED);
    has_in_order(
        &pages(&text),
        &["Phạm Văn Ba Xác nhận chữ ký của đồng chí Hoàng Hữu Khôi T/L BAN"],
    );
}

#[test]
fn a_signature_left_open_is_confirmed_with_a_gap() {
    let text = with(&notice("Các thôn báo cáo."), CONFIRMED);
    let text = text.replace("  họ tên: Hoàng Hữu Khôi", "  họ tên:");
    has_in_order(&pages(&text), &["Xác nhận chữ ký của đồng chí …… T/L BAN THƯỜNG VỤ"]);
}

#[test]
fn the_author_stands_in_capitals_between_kind_and_subject() {
    // HD 05-HD/VPTW, 5.1.1, ví dụ 3; Phụ lục 2, 5.
    for author in [
        "của Ban Thường vụ Đảng uỷ",
        "Ban Thường vụ Đảng uỷ",
        "CỦA BAN THƯỜNG VỤ ĐẢNG UỶ",
    ] {
        let text = with(&notice("Các thôn báo cáo."), &format!("tác giả: {author}\n"));
        assert_eq!(misread(&text), [""; 0]);
        let pages = pages(&text);
        has_in_order(&pages, &["THÔNG BÁO CỦA BAN THƯỜNG VỤ ĐẢNG UỶ kết luận cuộc họp"]);
        assert_eq!(words(&pages).matches("BAN THƯỜNG VỤ").count(), 1);
        let lines = all_lines(&pages);
        let [kind, author] =
            ["THÔNG BÁO", "CỦA BAN THƯỜNG VỤ ĐẢNG UỶ"].map(|text| line(&lines, text));
        near("the author", centre(author), centre(kind), 0.3);
        assert!(author.runs.iter().all(|run| run.bold));
        near("its size", author.runs[0].size_pt, 14.0, 0.01);
    }
}

#[test]
fn a_long_author_takes_several_lines_or_is_told() {
    let long =
        format!("tác giả: Ban Chỉ đạo {}\n", "phát triển nông thôn ".repeat(8).trim());
    let text = with(&notice("Các thôn báo cáo."), &long);
    assert_eq!(misread(&text), [""; 0]);
    let lines = all_lines(&pages(&text));
    let of_author = lines.iter().filter(|line| line.text.contains("NÔNG THÔN"));
    assert!(of_author.count() > 1);
    let word = format!("tác giả: {}\n", "Nghiêng".repeat(30));
    let said = misread(&with(&notice("Các thôn báo cáo."), &word));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("word-too-wide") && said[0].starts_with("2:10"), "{said:?}");
}

#[test]
fn a_letter_that_has_no_title_tells_its_author() {
    let text = with(&example("cong-van", "dang"), "tác giả: của Văn phòng Đảng uỷ\n");
    assert_eq!(misread(&text), ["2:10 value-not-printed `của Văn phòng Đảng uỷ`"]);
}

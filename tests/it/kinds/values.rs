//! Whatever is written of a meeting is printed as it is written, and shown where it cannot be.

use super::{example, pages, words};
use crate::literal::{HOSTILE, quoted};
use crate::support::problems;

/// A front matter with this value in every field of the meeting that is printed as it is.
fn meeting(kind: &str, symbol: &str, value: &str) -> String {
    format!(
        "---\nmẫu: {kind}\ncơ quan ban hành: Ban\nký hiệu: {symbol}\nđịa danh: A\n\
         trích yếu: {value}\nngày ký: 6/2026\nnơi nhận: [B, Lưu C]\nký: {{chức vụ: C, họ tên: D}}\n\
         cuộc họp:\n  ngày: 05/6/2026\n  giờ: {value}\n  gọi là: {value}\n  cơ quan: {value}\n  \
         địa điểm: {value}\n  chủ trì: {{họ tên: {value}, chức vụ: {value}}}\n  \
         thư ký: {{họ tên: {value}, chức vụ: {value}}}\n  dự họp: [{value}, {value}]\n  \
         vắng: [{value}]\n  chương trình: [{value}, {value}]\n  căn cứ: [{value}]\n  \
         giờ kết thúc: {value}\n---\n"
    )
}

#[test]
fn every_field_of_a_meeting_prints_what_was_written() {
    for hostile in HOSTILE {
        // The first letter of a line in a list becomes a capital.
        let written = format!("X {hostile}");
        let plain = words_of(&written);
        for (kind, symbol, at_least) in
            [("biên bản", "BB/B", 15), ("giấy mời", "GM/B", 11)]
        {
            let text = meeting(kind, symbol, &quoted(&written));
            let found = words(&pages(&text));
            let count = found.matches(&plain).count();
            assert!(count >= at_least, "{kind}: {hostile}: {count} in {found}");
        }
    }
}

fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_cannot_be_printed_is_shown_where_it_was_written() {
    for kind in
        ["biên bản", "giấy mời", "thông báo kết luận", "báo cáo", "kế hoạch", "tờ trình"]
    {
        let text = meeting(kind, "A/B", "x").replace("gọi là: x", "gọi là: 会");
        let text = text.replace("nơi nhận:", "kính gửi: A\nnơi nhận:");
        let text = format!("{text}1. Một.\n");
        assert_eq!(problems(&text), ["14:11 glyph-missing `会`"], "{kind}");
    }
    let decision =
        example("quyet-dinh", "dang").replace("thẩm quyền: Ban", "thẩm quyền: 会");
    assert_eq!(problems(&decision), ["11:13 glyph-missing `会`"]);
}

#[test]
fn a_block_in_a_sentence_adds_no_blank() {
    for (kind, symbol) in [("báo cáo", "BC/B"), ("kế hoạch", "KH/B")] {
        let text = format!(
            "---\nmẫu: {kind}\ncơ quan ban hành: Ban\nký hiệu: {symbol}\nđịa danh: A\n\
             trích yếu: |\n  công tác\n  năm 2026\nngày ký: 6/2026\nnơi nhận: [B]\n\
             ký: {{chức vụ: C, họ tên: D}}\n---\n\n# I. Một\n\nHai.\n"
        );
        let runs = pages(&text).texts();
        let sentence = runs.iter().find(|run| run.text.contains("như sau"));
        let sentence = sentence.unwrap_or_else(|| panic!("{kind}: {runs:?}"));
        assert!(sentence.text.contains("công tác năm 2026 như sau"), "{}", sentence.text);
    }
}

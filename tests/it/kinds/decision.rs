//! Decisions: who decides, on which grounds, in the middle of the page.

use super::{all_lines, centre, example, has_in_order, near, pages};
use crate::support::line;

#[test]
fn who_decides_stands_in_the_middle_in_bold_capitals() {
    // NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2, II.6.a; HD 05-HD/VPTW, 6.2.3.
    let state = pages(&example("quyet-dinh", "nha-nuoc"));
    has_in_order(
        &state,
        &[
            "năm 2026 CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LỤC BÌNH Căn cứ Luật Tổ chức",
            "Theo đề nghị của Trưởng phòng Kinh tế. QUYẾT ĐỊNH: Điều 1.",
            "thi hành Quyết định này./.",
        ],
    );
    let party = pages(&example("quyet-dinh", "dang"));
    has_in_order(
        &party,
        &[
            "----- - Căn cứ Điều lệ Đảng Cộng sản Việt Nam; - Căn cứ Quy chế",
            "- Xét đề nghị của Văn phòng Đảng ủy. BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH Điều 1.",
        ],
    );
    for (pages, words) in [
        (&state, "CHỦ TỊCH ỦY BAN"),
        (&state, "QUYẾT ĐỊNH:"),
        (&party, "BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT"),
    ] {
        let lines = all_lines(pages);
        let line = line(&lines, words);
        near(words, centre(line), 112.5, 0.5);
        near(words, line.runs[0].size_pt, 14.0, 0.05);
        assert!(line.runs[0].bold && !line.runs[0].italic, "{words}");
    }
    let lines = all_lines(&state);
    assert!(line(&lines, "Căn cứ Luật Phòng").runs[0].italic);
}

#[test]
fn who_decides_is_never_the_last_line_of_a_page() {
    let text = example("quyet-dinh", "nha-nuoc");
    for grounds in 10..40 {
        let more = "  - Căn cứ Luật Phòng, chống thiên tai\n".repeat(grounds);
        let text = text.replace("  - Theo đề nghị", &format!("{more}  - Theo đề nghị"));
        let lines = all_lines(&pages(&text));
        let at = lines.iter().position(|line| line.text == "QUYẾT ĐỊNH:").unwrap();
        let next = lines[at + 1..].iter().find(|line| line.text.starts_with("Điều 1."));
        assert_eq!(lines[at].page, next.unwrap().page, "{grounds}");
    }
}

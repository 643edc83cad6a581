//! The numbers of headings and paragraphs: their style, their stops, what stands under them.

use crate::wording::{PARTY, STATE, each, messages, paper, said, silent};

const RULES: &[&str] =
    &["head-", "number-w", "number-s", "letter-", "level-", "heading-"];

#[test]
fn heads_of_two_styles_are_told_and_mended() {
    each(
        PARTY,
        RULES,
        &[
            (
                "**I. Một**\n\nViệc.\n\n**II- Hai**\n\nViệc.\n\n**III. Ba**\n\nViệc.",
                &["head-styles `II-`"],
                "**I. Một**\n\nViệc.\n\n**II. Hai**\n\nViệc.\n\n**III. Ba**\n\nViệc.",
            ),
            (
                "# I- Một\n\nViệc.\n\n# II- Hai\n\nViệc.\n\n# III. Ba\n\nViệc.",
                &["head-styles `III.`"],
                "# I- Một\n\nViệc.\n\n# II- Hai\n\nViệc.\n\n# III- Ba\n\nViệc.",
            ),
            (
                "# I. Một\n\nViệc.\n\n# II - Hai\n\nViệc.",
                &["head-styles `II -`"],
                "# I. Một\n\nViệc.\n\n# II. Hai\n\nViệc.",
            ),
        ],
    );
    silent(
        PARTY,
        RULES,
        &["# I- Một\n\nViệc.\n\n# II- Hai\n\nViệc.", "# Một\n\nViệc.\n\n# Hai\n\nViệc."],
    );
}

#[test]
fn a_number_without_its_stop_is_told_and_mended() {
    each(
        PARTY,
        RULES,
        &[
            (
                "1. Kinh tế\n\n1.1 Rà soát.\n\n1.2. Báo cáo.\n\n1.3 Tổng hợp.",
                &["number-without-stop `1.1`"],
                "1. Kinh tế\n\n1.1. Rà soát.\n\n1.2. Báo cáo.\n\n1.3. Tổng hợp.",
            ),
            (
                "1. Kinh tế\n\n**1.1 Rà soát**\n\nViệc.\n\n**1.2. Báo cáo**\n\nViệc.",
                &["number-without-stop `1.1`"],
                "1. Kinh tế\n\n**1.1. Rà soát**\n\nViệc.\n\n**1.2. Báo cáo**\n\nViệc.",
            ),
        ],
    );
    let text =
        paper(PARTY, "1. Kinh tế\n\n1.1 Rà soát.\n\n1.2. Báo cáo.\n\n1.3 Tổng hợp.");
    let found = messages(&text, RULES);
    assert_eq!(found, ["sau số `1.1` không có dấu chấm; còn ở dòng 19"]);
    silent(
        STATE,
        RULES,
        &[
            "1. Kinh tế\n\n1.1. Đạt 3.5 triệu đồng.\n\n1.2. Giảm./.",
            "Thu nhập\n\n3.3 triệu đồng mỗi người./.",
        ],
    );
}

#[test]
fn numbers_of_another_style_are_told_and_mended() {
    each(
        PARTY,
        RULES,
        &[
            (
                "Nhiệm vụ:\n\na. Rà soát.\n\nb. Báo cáo.",
                &["number-style `a.`"],
                "Nhiệm vụ:\n\na) Rà soát.\n\nb) Báo cáo.",
            ),
            (
                "1/ Rà soát.\n\n2/ Báo cáo.",
                &["number-style `1/`"],
                "1. Rà soát.\n\n2. Báo cáo.",
            ),
            (
                "a) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.\n\nf) Bảy.\n\ng) Tám.",
                &["letter-foreign `f)`"],
                "a) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.\n\nf) Bảy.\n\ng) Tám.",
            ),
        ],
    );
    silent(
        PARTY,
        RULES,
        &[
            "a. Lẻ loi.\n\nKhác.",
            "> a. Một.\n>\n> b. Hai.",
            "x. Phú.\n\ny. Lệ.",
            "1/5 là ngày nghỉ.\n\n2/9 là ngày nghỉ.",
            "w là ẩn số.",
        ],
    );
}

#[test]
fn a_level_left_out_is_told_once() {
    let body = "1. Kinh tế\n\n1.1.1. Một.\n\n1.1.2. Hai.\n\n2. Xã hội\n\n2.1. Ba.\n\n2.1.1. Bốn.\n\n\
                2.1.2. Năm.\n\n2.2. Sáu.";
    assert_eq!(said(&paper(PARTY, body), RULES), ["level-skipped `1.1.1.`"]);
    silent(
        PARTY,
        RULES,
        &["I. Một\n\na) Hai.\n\nb) Ba.", "**A. Một**\n\n1. Hai.\n\n2. Ba."],
    );
}

#[test]
fn headings_with_one_child_or_none_are_told_in_one_note() {
    let body = "**I. Một**\n\n**1. Duy trì tiêu chí**\n\n**2. Bổ sung**\n\nRà soát.\n\n**II. \
                Hai**\n\n1. Lẻ loi.\n\n**III. Ba**\n\n**1. Trống**\n\n**2. Có**\n\nViệc.";
    let found = messages(&paper(PARTY, body), RULES);
    assert_eq!(
        found,
        [
            "đề mục `1.` không có nội dung ở dưới; còn ở dòng 27",
            "mục `II.` chỉ có một mục con",
        ]
    );
    silent(
        STATE,
        RULES,
        &[
            "**I. Một**\n\n| A |\n|---|\n| 1 |\n\n**II. Hai**\n\n- Gạch đầu dòng./.",
            "**1. Các thôn báo cáo trước ngày 05.**\n\n**2. Các xã thực hiện./.**",
            "**Điều 1. Thành lập Tổ công tác**\n\n**Điều 2. Hiệu lực**\n\nTừ ngày ký./.",
        ],
    );
}

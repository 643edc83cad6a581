//! The sides of the sheet, the room for a digital signature and its text.

use super::cases::{Case, SIGNATURES};
use super::clauses::{all_lines, centre, near};
use crate::support::{TOP, line, lines_of, pages};
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::Line;

/// From the first to the last ends of the lines of a page's body, and the middle of its number.
fn sides(pages: &Pages, page: usize) -> (f64, f64, Option<f64>) {
    let lines = lines_of(pages, page);
    let body = || lines.iter().filter(|line| line.baseline_mm > TOP);
    let left = body().map(|line| line.x_mm).fold(f64::MAX, f64::min);
    let right = body().map(Line::end_mm).fold(0.0, f64::max);
    let number = lines.iter().find(|line| line.baseline_mm < TOP);
    (left, right, number.map(centre))
}

/// A text that fills lines, with an appendix of two pages that lies or stands.
fn two_sided(landscape: &str) -> Pages {
    let appendix = format!(
        "trình bày: {{in hai mặt: có}}\nphụ lục:\n- tiêu đề: Danh mục\n  ngang: {landscape}\n  \
         nội dung: |\n    {}",
        "Giao các đơn vị rà soát. ".repeat(240)
    );
    let case = Case { paragraphs: 90, ..Case::new(Regime::Party) };
    let long =
        "Giao các đơn vị thực hiện nội dung này đúng thời hạn đã định, báo cáo kết quả. ";
    let text = case.text().replacen("---\n", &format!("---\n{appendix}\n"), 1);
    pages(&text.replace("đúng thời hạn.", &format!("đúng thời hạn. {long}{long}")))
}

#[test]
fn the_back_of_a_sheet_has_its_margins_mirrored() {
    // HD 05-HD/VPTW, IV.4.2 and IV.5: 30 and 15 mm change sides, the number stays in the middle
    // of the text.
    for landscape in ["không", "có"] {
        let pages = two_sided(landscape);
        assert!(pages.count() >= 7, "{}", pages.count());
        let mut numbers = 0;
        for page in 1..=pages.count() {
            let (width, _) = pages.size_mm(page);
            let (inner, outer) = if page % 2 == 1 { (30.0, 15.0) } else { (15.0, 30.0) };
            let (left, right, number) = sides(&pages, page);
            let what = format!("page {page}, {landscape}");
            near(&what, left, inner, 0.5);
            near(&what, right, width - outer, 0.5);
            if let Some(number) = number {
                near(&what, number, f64::midpoint(inner, width - outer), 0.5);
                numbers += 1;
            }
        }
        // No number on the first page, nor on the first of the appendix.
        assert_eq!(numbers, pages.count() - 2);
    }
}

#[test]
fn the_room_of_a_digital_signature_is_between_post_and_name() {
    // NĐ 30/2020/NĐ-CP, Phụ lục I, II.7.đ; HD 05-HD/VPTW, 7.2.2: in the middle between them.
    for (regime, kinds) in [Regime::Party, Regime::State].into_iter().zip(SIGNATURES) {
        for (signature, heads) in kinds {
            let pages = Case { signature, ..Case::new(regime) }.pages();
            let fields = pages.marked("signature-field");
            let lines = all_lines(&pages);
            let signers: Vec<&Line> = lines
                .iter()
                .filter(|l| ["Nguyễn Văn A", "Trần Văn B"].contains(&l.text.as_str()))
                .collect();
            assert_eq!(fields.len(), signers.len(), "{signature}");
            for name in signers {
                // Columns are 82 and 83 mm, or halves of the text with a free edge.
                let column = |x: f64| x < centre(name) && centre(name) - x < 45.0;
                let (page, _, top) = *fields
                    .iter()
                    .find(|(_, x, _)| column(*x))
                    .unwrap_or_else(|| panic!("{signature}: {fields:?}"));
                assert_eq!(page, name.page);
                let above = lines.iter().filter(|l| {
                    l.page == page
                        && (centre(l) - centre(name)).abs() < 1.0
                        && heads.iter().any(|(head, _)| *head == l.text)
                        && l.text.to_uppercase() == l.text
                });
                let post = above.map(|l| l.baseline_mm).fold(0.0, f64::max);
                // Below the letters of the post, and high enough for signature and seal.
                near(signature, top, post + 4.0 * 25.4 / 72.0, 0.1);
                let room = name.baseline_mm - 14.0 * 25.4 / 72.0 - top;
                assert!(room > 25.0, "{signature}: {room}");
            }
        }
    }
}

#[test]
fn the_text_of_a_digital_signature_is_at_the_top_right() {
    // HD 05-HD/VPTW, III.3; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1.d: 10 pt, upright, page 1.
    for regime in [Regime::Party, Regime::State] {
        for mark in [
            "chữ ký số: '12-TB/ĐU; 05/6/2026 14:30:05 +07:00'",
            "chữ ký số: ['12-TB/ĐU; 05/6/2026 14:30:05 +07:00', Cơ quan A]\nphạm vi lưu hành: Lưu hành nội bộ",
        ] {
            let pages = Case { mark, ..Case::new(regime) }.pages();
            let lines = all_lines(&pages);
            let said = line(&lines, "12-TB/ĐU; 05/6/2026");
            near(mark, said.runs[0].size_pt, 10.0, 0.05);
            near(mark, said.end_mm(), 195.0, 0.5);
            assert!(!said.runs[0].bold && !said.runs[0].italic && said.page == 1);
            let head = if regime == Regime::Party {
                "ĐẢNG CỘNG SẢN"
            } else {
                "CỘNG HÒA"
            };
            assert!(said.baseline_mm < line(&lines, head).baseline_mm - 4.0, "{mark}");
        }
    }
}

#[test]
fn sizes_that_are_free_are_printed_as_chosen() {
    // NĐ 30/2020/NĐ-CP, Phụ lục I, I.7 and III.4.
    let mark = "trình bày: {cỡ số trang: 13, cỡ liên hệ: 12}\nliên hệ: Đường A";
    let pages = Case { mark, paragraphs: 75, ..Case::new(Regime::State) }.pages();
    let lines = all_lines(&pages);
    near("contact", line(&lines, "Đường A").runs[0].size_pt, 12.0, 0.05);
    let number = lines.iter().find(|l| l.page == 2 && l.baseline_mm < TOP).unwrap();
    near("number", number.runs[0].size_pt, 13.0, 0.05);
}

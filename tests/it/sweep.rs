//! However long the text: the signature block is whole, never alone, and pages are numbered.

use crate::support::{TOP, lines_of, notice, pages};
use vanban::rooms::typeset::geometry::Line;

const SENTENCE: &str = "Giao các thành viên Ban Chỉ đạo xã phụ trách các lĩnh vực, các tiêu chí và \
                        các thôn chủ động tham mưu, tổ chức triển khai thực hiện các nội dung, định \
                        kỳ hàng tháng báo cáo tiến độ thực hiện. ";

/// A body of `count` paragraphs, the last of them about `tail` lines long.
fn body(count: usize, tail: usize) -> String {
    let mut paragraphs: Vec<String> =
        (1..count).map(|n| SENTENCE.repeat(1 + n % 3).trim_end().to_owned()).collect();
    let line =
        "Trên đây là kết luận của Ban Chỉ đạo về các nội dung đã nêu trong cuộc họp. ";
    paragraphs.push(line.repeat(tail).trim_end().to_owned());
    paragraphs.join("\n\n")
}

fn check(count: usize, tail: usize) {
    let what = format!("{count} paragraphs, the last of {tail} lines");
    let pages = pages(&notice(&body(count, tail)));
    let last = pages.count();
    let block = ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO", "Hoàng Hữu Khôi"];
    let lines = lines_of(&pages, last);
    let at: Vec<f64> = block
        .iter()
        .map(|text| {
            let line = lines.iter().find(|line| line.text == *text);
            line.unwrap_or_else(|| panic!("{what}: {text} is not on the last page"))
                .baseline_mm
        })
        .collect();
    assert!(at.is_sorted(), "{what}");
    let recipients = lines.iter().find(|line| line.text == "Nơi nhận:");
    assert!((recipients.unwrap().baseline_mm - at[0]).abs() < 0.01, "{what}: level");
    let above = lines
        .iter()
        .filter(|line| line.baseline_mm > TOP && line.baseline_mm < at[0] - 1.0)
        .filter(|line| line.runs.iter().all(|run| !run.bold))
        .count();
    assert!(above >= 2, "{what}: {above} lines of text above the signature block");
    for page in 1..=last {
        let lines = lines_of(&pages, page);
        let number: Vec<&str> = lines
            .iter()
            .filter(|l| l.baseline_mm < TOP)
            .map(|l| l.text.as_str())
            .collect();
        if page == 1 {
            assert_eq!(number, [""; 0], "{what}");
        } else {
            assert_eq!(number, [page.to_string()], "{what}");
        }
        for line in &lines {
            assert!(line.x_mm > 29.9 && line.end_mm() < 195.1, "{what}: {}", line.text);
            assert!(line.baseline_mm < 277.0, "{what}: {}", line.text);
        }
    }
}

#[test]
fn the_signature_block_is_never_split_nor_alone() {
    for count in 1..=60 {
        check(count, [1, 2, 3, 10][count % 4].max(if count == 1 { 2 } else { 1 }));
    }
}

#[test]
fn short_last_paragraphs_bring_company_at_every_page_end() {
    for count in 8..=24 {
        for tail in [1, 2] {
            check(count, tail);
        }
    }
}

/// How high the text of a page is, in mm (HD 05-HD/VPTW, IV.4.1).
const TEXT_HEIGHT: f64 = 297.0 - 20.0 - 20.0;

#[test]
fn a_table_at_the_end_is_not_moved_whole_over_a_large_gap() {
    let (mut cut, mut moved) = (0, 0);
    for rows in [3, 5, 8, 12, 20] {
        let rows: String = (1..=rows).map(|n| format!("| {n} | Thôn {n} |\n")).collect();
        for count in 4..=34 {
            let text = "Các thôn báo cáo kết quả thực hiện nhiệm vụ.\n\n".repeat(count);
            let body = format!("{text}| TT | Thôn |\n|---|---|\n{rows}");
            let pages = pages(&notice(&body));
            assert!(pages.count() <= 3);
            let starts = |line: &Line| line.text.starts_with("TT");
            let first = (1..=pages.count())
                .find(|page| lines_of(&pages, *page).iter().any(starts))
                .unwrap();
            if first == 1 {
                cut += usize::from(pages.count() > 1);
                continue;
            }
            let lines = lines_of(&pages, first - 1);
            let last = lines.iter().map(|line| line.baseline_mm).fold(0.0, f64::max);
            let empty = 297.0 - 20.0 - last;
            assert!(empty < TEXT_HEIGHT / 5.0 + 4.0, "{count} paragraphs: {empty} mm");
            moved += 1;
        }
    }
    assert!(cut > 0 && moved > 0, "{cut} {moved}");
}

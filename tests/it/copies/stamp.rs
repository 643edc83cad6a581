//! The stamp of a copy of the Party, element by element (HD 05-HD/VPTW, III.2 and phụ lục 3).

use vanban::rooms::typeset::geometry::Line;

use super::{PARTY, copied, near, short, start};
use crate::support::{line, lines_of, pages, problems};

#[test]
fn the_stamp_has_its_size_and_its_place() {
    let pages = pages(&copied(&short("đảng", 0, ""), PARTY));
    let (page, top) = start(&pages);
    let lines = lines_of(&pages, page);
    // III.2.2: a rule across the text; III.2.2.1: at the left, below the recipients.
    let rules = pages.rules();
    let rule =
        rules.iter().find(|rule| rule.page == page && rule.y0 >= top - 0.1).unwrap();
    near(rule.x0, 30.0, 0.1);
    near(rule.x1, 195.0, 0.1);
    let boxes = pages.boxes();
    let [stamp] = boxes.as_slice() else { panic!("{boxes:?}") };
    // Phụ lục 3, 1.1: 80 mm x 50 mm.
    near(stamp.x1 - stamp.x0, 80.0, 0.01);
    near(stamp.y1 - stamp.y0, 50.0, 0.01);
    near(stamp.x0, 30.0, 0.01);
    let recipients = line(&lines, "Nơi nhận:");
    assert!(stamp.y0 > rule.y0 && rule.y0 > recipients.baseline_mm);
    // 1.1: the words above, 13, upright, bold, in the middle.
    let title = line(&lines, "BẢN SAO VĂN BẢN");
    near(title.runs[0].size_pt, 13.0, 0.05);
    assert!(title.runs[0].bold && !title.runs[0].italic);
    near(f64::midpoint(title.x_mm, title.end_mm()), 70.0, 0.5);
    // The five lines below, in their order, all within.
    let mut above = title.baseline_mm;
    for start in [
        "Cơ quan, tổ chức sao: Đảng ủy",
        "Số, ký hiệu bản sao: 05-BS/ĐU",
        "Hình thức sao: Sao lục",
        "Địa danh và ngày tháng năm sao: Lục Bình",
        "Nơi nhận bản sao: Các chi bộ trực thuộc;",
    ] {
        let line = line(&lines, start);
        assert!(line.baseline_mm > above, "{start}");
        above = line.baseline_mm;
        assert!(line.end_mm() < stamp.x1 && above < stamp.y1, "{start}");
    }
    // III.2.2.2: who signs the copy stands at the right, below who signed the document.
    for start in ["T/L BAN THƯỜNG VỤ", "Phạm Thị Lan"] {
        let line = line(&lines, start);
        near(f64::midpoint(line.x_mm, line.end_mm()), 30.0 + 82.0 + 41.5, 0.5);
        assert!(line.baseline_mm > rule.y0);
    }
}

#[test]
fn the_form_changes_no_symbol() {
    for form in ["sao y", "sao lục", "trích sao"] {
        let copy = PARTY.replace("sao lục", form);
        let pages = pages(&copied(&short("đảng", 0, ""), &copy));
        let lines = lines_of(&pages, start(&pages).0);
        line(&lines, "Số, ký hiệu bản sao: 05-BS/ĐU");
    }
}

/// More to write into the stamp makes its letters smaller; too much is refused.
#[test]
fn all_that_is_written_stands_in_the_stamp() {
    let sizes: Vec<f64> = [1, 4, 6]
        .into_iter()
        .map(|count| {
            let list = vec!["Chi bộ thôn Nà Chuông, Đảng bộ xã"; count];
            let list = format!("['{}']", list.join("', '"));
            let list =
                PARTY.replace("[Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]", &list);
            let pages = pages(&copied(&short("đảng", 0, ""), &list));
            let stamp = pages.boxes().pop().unwrap();
            let lines = lines_of(&pages, stamp.page);
            let inside = |line: &&Line| {
                let across = line.x_mm > stamp.x0 && line.x_mm < stamp.x1;
                across && line.baseline_mm > stamp.y0
            };
            let inside: Vec<&Line> = lines.iter().filter(inside).collect();
            assert!(inside.iter().all(|line| line.baseline_mm < stamp.y1), "{count}");
            inside[1].runs[0].size_pt
        })
        .collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b) && sizes[0] > sizes[2], "{sizes:?}");
    let list = format!("[{}]", vec!["Chi bộ thôn Nà Chuông"; 40].join(", "));
    let copy = PARTY.replace("[Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]", &list);
    let found = problems(&copied(&short("đảng", 0, ""), &copy));
    assert!(found.iter().any(|one| one.contains("stamp-too-full `Chi bộ")), "{found:?}");
}

#[test]
fn a_word_wider_than_the_stamp_is_refused_at_its_place() {
    let wide = "Chibộ".repeat(12);
    for (old, new) in [
        ("Các chi bộ trực thuộc", wide.clone()),
        ("  số: 5", format!("  số: 5\n  địa danh: {wide}")),
    ] {
        let found = problems(&copied(&short("đảng", 0, ""), &PARTY.replace(old, &new)));
        let told = format!("word-too-wide `{wide}`");
        assert!(found.iter().any(|one| one.contains(&told)), "{found:?}");
    }
}

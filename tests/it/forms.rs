//! Forms: lines between arrows and check boxes, on the page and in the PDF.

use crate::support::{
    built, line, lines_of, notice, pages, pdf_text, printed_words, problems,
};
use vanban::Format;
use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::Line;

/// The text of a Party page and of one across, in mm (HD 05-HD/VPTW, IV.4.1).
const LEFT: f64 = 30.0;
const RIGHT: f64 = 195.0;
const ACROSS: f64 = 297.0 - 15.0;

#[track_caller]
fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.3, "{found}, wanted {wanted}");
}

fn centre(line: &Line) -> f64 {
    f64::midpoint(line.x_mm, line.end_mm())
}

/// A notice with the text of an appendix.
fn with_appendix(text: &str, more: &str) -> String {
    let field = format!("phụ lục:\n  - tiêu đề: Biểu mẫu\n{more}    nội dung: |\n");
    let lines: String = text.lines().map(|line| format!("      {line}\n")).collect();
    notice("Các thôn báo cáo theo biểu.").replacen(
        "\n---\n",
        &format!("\n{field}{lines}---\n"),
        1,
    )
}

const SIGNED: &str = "-> Lục Bình, ngày … tháng … năm … ->\n-> **LÃNH ĐẠO ĐƠN VỊ** ->\n\
    -> *(Ký tên, đóng dấu)* ->\n-> ->\n-> **Hoàng Văn Bình** ->";

/// The lines from a page on which arrows stand between these margins.
fn check_places(pages: &Pages, page: usize, right: f64) {
    let lines = lines_of(pages, page);
    let at = |start| line(&lines, start);
    let (middle, width) = (f64::midpoint(LEFT, right), right - LEFT);
    near(centre(at("KẾT QUẢ RÀ")), middle);
    near(at("Mẫu số 01").end_mm(), right);
    near(centre(at("NGƯỜI LẬP")), LEFT + width / 4.0);
    near(centre(at("THỦ TRƯỞNG")), LEFT + width * 3.0 / 4.0);
    near(at("NGƯỜI LẬP").baseline_mm, at("THỦ TRƯỞNG").baseline_mm);
    near(centre(at("Thủ quỹ")), LEFT + width / 6.0);
    near(centre(at("Kế toán")), middle);
    for text in ["Lục Bình, ngày …", "LÃNH ĐẠO ĐƠN VỊ", "(Ký tên", "Hoàng Văn"]
    {
        near(centre(at(text)), LEFT + width * 3.0 / 4.0);
    }
    // Room for the signature and the seal: 25-35 mm.
    let room = at("Hoàng Văn").baseline_mm - at("(Ký tên").baseline_mm;
    assert!((30.0..40.0).contains(&room), "{room}");
    assert!(at("LÃNH ĐẠO").runs.iter().all(|run| run.bold));
    assert!(at("(Ký tên").runs.iter().all(|run| run.italic));
}

fn all_places() -> String {
    format!(
        "-> Mẫu số 01 ->\n\n-> KẾT QUẢ RÀ SOÁT <-\n\n-> NGƯỜI LẬP <-> THỦ TRƯỞNG <-\n\n\
         -> Thủ quỹ <-> Kế toán <-> Chủ tài khoản <-\n\n{SIGNED}"
    )
}

#[test]
fn lines_stand_where_the_arrows_say() {
    check_places(&pages(&notice(&all_places())), 1, RIGHT);
    check_places(&pages(&with_appendix(&all_places(), "")), 2, RIGHT);
    check_places(&pages(&with_appendix(&all_places(), "    ngang: có\n")), 2, ACROSS);
    assert_eq!(problems(&with_appendix(&all_places(), "")), [""; 0]);
}

#[test]
fn a_column_that_needs_more_room_gets_it() {
    let head = "-> TÊN CƠ QUAN <-> **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** <-\n\
                -> Số: … <-> **Độc lập - Tự do - Hạnh phúc** <-";
    let pages = pages(&with_appendix(head, ""));
    let lines = lines_of(&pages, 2);
    let nation = line(&lines, "CỘNG HÒA");
    assert!(nation.text.ends_with("VIỆT NAM"));
    near(centre(nation), centre(line(&lines, "Độc lập")));
    near(centre(line(&lines, "TÊN CƠ QUAN")), centre(line(&lines, "Số:")));
}

/// On which page two lines stand, and how many lines stand above the second one there.
fn places(pages: &Pages, first: &str, last: &str) -> (usize, usize, usize) {
    let lines = pages.lines();
    let (first, last) = (line(&lines, first), line(&lines, last));
    let above = lines.iter().filter(|one| {
        one.page == first.page
            && one.baseline_mm < first.baseline_mm
            && one.baseline_mm > 20.0
            && one.text.starts_with(['D', 'd'])
    });
    (first.page, last.page, above.count())
}

#[test]
fn signed_lines_never_stand_alone() {
    let mut moved = 0;
    for count in 1..36 {
        let text = vec!["Dòng chữ."; count].join("\n\n");
        for (below, name) in [("", "Hoàng Văn"), ("\n\nGhi chú: nộp hai bản.", "Ghi chú")]
        {
            let pages = pages(&with_appendix(&format!("{text}\n\n{SIGNED}{below}"), ""));
            let (first, _, above) = places(&pages, "Lục Bình, ngày …", name);
            let (_, last, _) = places(&pages, "Lục Bình, ngày …", "Hoàng Văn");
            assert_eq!(first, last, "{count}");
            assert!(above >= count.min(2), "{count}: {above}");
            moved += usize::from(first == 3 && above == 2);
        }
    }
    assert!(moved > 4, "{moved}");
}

#[test]
fn lines_in_the_body_stay_with_the_signature() {
    for count in 1..30 {
        let text = vec!["Dòng chữ."; count].join("\n\n");
        let pages = pages(&notice(&format!("{text}\n\n{SIGNED}")));
        let (first, last, above) = places(&pages, "Lục Bình, ngày …", "Hoàng Hữu Khôi");
        assert_eq!(first, last, "{count}");
        assert!(above >= count.min(2), "{count}: {above}");
    }
}

#[test]
fn a_line_that_introduces_goes_to_what_follows() {
    for count in 20..36 {
        let text = vec!["Dòng chữ."; count].join("\n\n");
        let table = "| Nội dung | Số |\n|---|---|\n| Thu | 1 |";
        let text = format!("{text}\n\n-> *Đơn vị: đồng* ->\n\n{table}");
        let pages = pages(&with_appendix(&text, ""));
        let (unit, head, _) = places(&pages, "Đơn vị", "Nội dung");
        assert_eq!(unit, head, "{count}");
    }
}

#[test]
fn more_lines_than_a_page_holds_are_printed() {
    let many: Vec<String> = (1..=90).map(|at| format!("-> dòng{at} ->")).collect();
    let found = printed_words(&pages(&with_appendix(
        &format!("Đầu.\n\n{}", many.join("\n")),
        "",
    )));
    for at in 1..=90 {
        assert_eq!(found.iter().filter(|word| **word == format!("dòng{at}")).count(), 1);
    }
    let blocks = vec![SIGNED; 120].join("\n\n");
    let found = printed_words(&pages(&notice(&blocks)));
    assert_eq!(found.iter().filter(|word| *word == "LÃNH").count(), 120);
}

const BOXES: &str = "Nam [ ] Nữ [x] Khác ☑\n\n- [ ] Có\n\n| Đạt | Số |\n|---|---|\n| [x] | 1 |\n\n\
    # Mục [ ] một\n\nHết[^1].\n\n[^1]: Ghi [x] chú.";

#[test]
fn boxes_are_copied_as_they_are_typed() {
    let text = notice(BOXES);
    assert_eq!(problems(&text), [""; 0]);
    let pdf = built(&text, Format::Pdf).remove(0);
    let copied = pdf_text(&pdf).replace(char::is_whitespace, "");
    for part in ["Nam[]Nữ[x]Khác[x]", "-[]Có", "[x]1", "Mục[]một", "Ghi[x]chú"] {
        assert!(copied.contains(part), "{part} in {copied}");
    }
}

#[test]
fn boxes_are_heard() {
    let pdf = built(&notice("Nam [ ] Nữ [x]"), Format::Pdf).remove(0);
    let pdf = String::from_utf8_lossy(&pdf).to_uppercase();
    for description in ["ô trống", "ô đã đánh dấu"] {
        let utf16 = description.encode_utf16().map(|unit| format!("{unit:04X}"));
        let alt = format!("/ALT<FEFF{}>", utf16.collect::<String>());
        assert_eq!(pdf.matches(&alt).count(), 1, "{description}");
    }
}

/// A field is a text of its own, which templates measure and change: no box is drawn there.
#[test]
fn boxes_in_fields_are_told() {
    let text = notice("Nội dung.").replace("kết luận cuộc họp", "kết luận ☐ cuộc họp ☒");
    let found = problems(&text);
    let ends = found.iter().map(|problem| problem.split_once(' ').unwrap().1);
    assert_eq!(ends.collect::<Vec<_>>(), ["glyph-missing `☐`", "glyph-missing `☒`"]);
}

//! The block of a copy of the State, element by element (NĐ 30/2020, phụ lục I, phần II, II; phụ lục
//! III, mẫu 3.1).

use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::Line;

use super::{STATE, copied, near, short, start};
use crate::support::{line, lines_of, pages};

/// The document, and the lines of its copy.
fn block(copy: &str) -> (Pages, Vec<Line>) {
    let pages = pages(&copied(&short("nhà nước", 0, ""), copy));
    let (page, top) = start(&pages);
    let lines = lines_of(&pages, page);
    (pages, lines.into_iter().filter(|line| line.baseline_mm > top).collect())
}

/// A line of one size, bold or not, italic or not.
#[track_caller]
fn looks(line: &Line, size: f64, bold: bool, italic: bool) {
    for run in &line.runs {
        near(run.size_pt, size, 0.05);
        assert_eq!((run.bold, run.italic), (bold, italic), "{}", line.text);
    }
}

fn centre(line: &Line) -> f64 {
    f64::midpoint(line.x_mm, line.end_mm())
}

#[test]
fn a_rule_goes_across_the_text() {
    // II.2.a: below the last part, a solid rule as wide as the text.
    let (pages, lines) = block(STATE);
    let (page, top) = start(&pages);
    let rules = pages.rules();
    let rule =
        rules.iter().find(|rule| rule.page == page && rule.y0 >= top - 0.1).unwrap();
    near(rule.x0, 30.0, 0.1);
    near(rule.x1, 195.0, 0.1);
    near(rule.thickness_pt, 0.7, 0.01);
    let closing = lines_of(&pages, page);
    let above = closing.iter().filter(|line| line.baseline_mm < rule.y0);
    let last = above.map(|line| line.baseline_mm).fold(0.0, f64::max);
    assert!((3.0..10.0).contains(&(rule.y0 - last)), "{last}");
    assert!(lines.iter().all(|line| line.baseline_mm > rule.y0));
}

#[test]
fn the_head_has_the_form_in_the_place_of_the_nation() {
    let (_, lines) = block(STATE);
    let at = |start| line(&lines, start);
    // II.2.b: 13-14, upright, bold; mẫu 3.1: level with the name of the body.
    let (body, form) = (at("ỦY BAN NHÂN DÂN"), at("SAO Y"));
    looks(form, 14.0, true, false);
    looks(body, 13.0, true, false);
    near(form.baseline_mm, body.baseline_mm, 0.01);
    // The columns of the letterhead.
    near(centre(form), 30.0 + 67.0 + 49.0, 0.5);
    near(centre(body), 30.0 + 33.5, 0.5);
    // II.2.c, phần I, II.3, II.4: number and date, as of a document, level with each other.
    let (number, date) = (at("Số: 05/SY-UBND"), at("Lục Bình, ngày 28 tháng 7 năm 2026"));
    looks(number, 13.0, false, false);
    looks(date, 14.0, false, true);
    near(number.baseline_mm, date.baseline_mm, 0.01);
    assert!(number.baseline_mm > form.baseline_mm + 4.0);
}

#[test]
fn the_closing_is_as_that_of_a_document() {
    let (pages, lines) = block(STATE);
    let at = |start| line(&lines, start);
    // II.2.c, phần I, II.7, II.9.
    let (title, post) = (at("Nơi nhận:"), at("TL. CHỦ TỊCH"));
    looks(title, 12.0, true, true);
    near(title.x_mm, 30.0, 0.1);
    near(title.baseline_mm, post.baseline_mm, 0.01);
    looks(at("- Trưởng các thôn;"), 11.0, false, false);
    looks(at("- Lưu: VT."), 11.0, false, false);
    for start in ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Phạm Thị Lan"] {
        looks(at(start), 14.0, true, false);
        near(centre(at(start)), 30.0 + 82.0 + 41.5, 0.5);
    }
    let room = at("Phạm Thị Lan").baseline_mm - at("CHÁNH VĂN PHÒNG").baseline_mm;
    near(room - 6.35, 32.0, 0.1);
    assert_eq!(pages.marked("copy-signature-field").len(), 1);
    assert_eq!(pages.marked("signature-field").len(), 1);
}

#[test]
fn each_form_has_its_code() {
    for (form, words, symbol) in [
        ("sao y", "SAO Y", "Số: 05/SY-UBND"),
        ("sao lục", "SAO LỤC", "Số: 05/SL-UBND"),
        ("trích sao", "TRÍCH SAO", "Số: 05/TrS-UBND"),
    ] {
        let (_, lines) = block(&STATE.replace("sao y", form));
        line(&lines, words);
        line(&lines, symbol);
    }
}

#[test]
fn another_body_has_its_own_name_symbol_and_place() {
    let copy = format!(
        "{STATE}  cơ quan: Ủy ban nhân dân phường Đức Xuân\n  cơ quan chủ quản: UBND tỉnh Thái \
         Nguyên\n  ký hiệu: SY-VP\n  địa danh: Đức Xuân\n"
    );
    let (_, lines) = block(&copy);
    for start in
        ["UBND TỈNH THÁI NGUYÊN", "PHƯỜNG ĐỨC XUÂN", "Số: 05/SY-VP", "Đức Xuân, ngày 28"]
    {
        line(&lines, start);
    }
}

#[test]
fn what_is_not_known_is_left_for_the_pen() {
    let copy = STATE.replace("  số: 5\n", "").replace("28/7/2026", "7/2026");
    let (_, lines) = block(&copy.replace("Phạm Thị Lan", ""));
    for start in ["Số:", "/SY-UBND", "Lục Bình, ngày", "tháng 7 năm 2026"] {
        line(&lines, start);
    }
    let (number, symbol) = (line(&lines, "Số:"), line(&lines, "/SY-UBND"));
    let gap = symbol.x_mm - number.end_mm();
    assert!((12.0..18.0).contains(&gap), "{gap}");
}

#[test]
fn the_room_of_the_original_may_say_that_it_was_signed() {
    let text = short("nhà nước", 0, "");
    let (before, after) =
        (pages(&text), pages(&copied(&text, &format!("{STATE}  đã ký: có\n"))));
    let marks: Vec<_> =
        after.texts().into_iter().filter(|run| run.text == "(Đã ký)").collect();
    let [mark] = marks.as_slice() else { panic!("{marks:?}") };
    let field = before.marked("signature-field");
    assert_eq!(field, after.marked("signature-field"));
    let (page, _, top) = field[0];
    assert_eq!(mark.page, page);
    near(mark.baseline_mm, top + 16.0 + 1.6, 1.0);
    for run in before.texts() {
        assert!(after.texts().contains(&run), "{run:?}");
    }
}

#[test]
fn recipients_without_end_go_on_on_the_next_page() {
    let many: Vec<String> = (1..=80).map(|n| format!("Trưởng thôn số {n}")).collect();
    let list = many.join(", ");
    let copy = STATE.replace("[Trưởng các thôn, 'Lưu: VT']", &format!("[{list}]"));
    let pages = pages(&copied(&short("nhà nước", 0, ""), &copy));
    let words: String = pages.texts().iter().map(|run| run.text.as_str()).collect();
    assert!(many.iter().all(|one| words.contains(one)));
}

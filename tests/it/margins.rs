//! Nothing leaves the margins in silence: rows of signs are cut, lines to fill in end at the
//! margin, and what no line end may cut is told where it stands.

use crate::support::{FRONT, input, lines_of, misread, notice, pages};
use vanban::rooms::typeset::NoFiles;
use vanban::rooms::typeset::geometry::TextRun;
use vanban::typeset;

/// The text of a Party page, in mm (HD 05-HD/VPTW, IV.4.1), and what is a rounding.
const LEFT: f64 = 30.0 - 0.25;
const RIGHT: f64 = 195.0 + 0.25;

/// Signs that an office types rows of, and stranger ones.
const SIGNS: &str = ".…_:-–—=*~·•→+^/\\|%@&°,;!?'\"“”()[]{}<>█■□★✓";

/// Everything that stands outside, as printed.
fn outside(runs: &[TextRun]) -> Vec<&str> {
    let is_outside = |run: &&TextRun| {
        run.x_mm < LEFT || run.end_mm() > RIGHT || run.baseline_mm > 297.0 - 15.0
    };
    let seen = runs.iter().filter(|run| !run.text.trim().is_empty());
    seen.filter(is_outside).map(|run| run.text.as_str()).collect()
}

#[test]
fn rows_of_signs_stay_within_the_margins() {
    // A bar parts the cells of the table.
    for sign in SIGNS.chars().filter(|sign| *sign != '|') {
        let row = |length: usize| sign.to_string().repeat(length);
        let (some, many) = (row(60), row(400));
        let body = format!(
            "Mẫu {some} và {many}a\n\n- Mục a{many} xong\n\n> Trích “{many}”\n\n\
             | Tên | Ghi chú |\n|---|---|\n| A a{many}a | b |\n\nHết."
        );
        let outcome = typeset(&input(&notice(&body), &NoFiles));
        let told = outcome.report.diagnostics.has_errors();
        let found = outcome.output.map(|pages| pages.texts()).unwrap_or_default();
        assert!(told || outside(&found).is_empty(), "{sign}: {:?}", outside(&found));
    }
}

#[test]
fn fields_with_rows_of_signs_are_set_or_told() {
    for sign in SIGNS.chars().filter(|sign| !"\"\\".contains(*sign)) {
        let row = format!("\"A {} a\"", sign.to_string().repeat(200));
        for field in ["trích yếu", "địa danh", "cơ quan ban hành", "cơ quan chủ quản"]
        {
            let mut text = String::new();
            for line in notice("Thân bài.").lines() {
                let own = line.starts_with(field).then(|| format!("{field}: {row}"));
                text.push_str(own.as_deref().unwrap_or(line));
                text.push('\n');
            }
            let outcome = typeset(&input(&text, &NoFiles));
            let told = outcome.report.diagnostics.has_errors();
            let found = outcome.output.map(|pages| pages.texts()).unwrap_or_default();
            assert!(
                told || outside(&found).is_empty(),
                "{field} {sign}: {:?}",
                outside(&found)
            );
        }
    }
}

#[test]
fn a_line_to_fill_in_ends_at_the_margin() {
    for row in ["........", "………", "________", &".".repeat(70), &"…".repeat(36)] {
        let body = format!(
            "Họ và tên: {row}\n\n**Ngày sinh: {row}**\n\n- Nơi ở:{row}\n\n{row}\n\nChữ ký {row}<br>Hết."
        );
        let pages = pages(&notice(&body));
        let lines = lines_of(&pages, 1);
        assert!(outside(&pages.texts()).is_empty());
        for start in ["Họ và tên:", "Ngày sinh:", "- Nơi ở:", "Chữ ký"] {
            let own = lines.iter().find(|line| line.text.starts_with(start));
            let own = own.unwrap_or_else(|| panic!("{start} {row}: {lines:?}"));
            // What goes on behind the typed signs is drawn, and ends at the margin.
            let rules = pages.rules();
            let drawn = |end: f64| {
                let near = |y: f64| (y - own.baseline_mm).abs() < 8.0;
                rules.iter().any(|rule| near(rule.y0) && (rule.x1 - end).abs() < 0.3)
            };
            assert!(drawn(195.0), "{start} {row}: {rules:?}");
        }
    }
}

#[test]
fn the_last_of_several_places_ends_where_it_was_typed() {
    for (line, goes_on) in [
        ("Ngày sinh: ......../......../........", false),
        ("Ngày ........ tháng ........ năm ........", false),
        ("Số: ………/QĐ ngày ………", false),
        ("Số: ..... Họ tên: ....................", true),
        ("Mục 1.2. Họ tên: ........", true),
    ] {
        let pages = pages(&notice(line));
        let is_drawn = pages.rules().iter().any(|rule| (rule.x1 - 195.0).abs() < 0.3);
        assert_eq!(is_drawn, goes_on, "{line}");
    }
}

#[test]
fn dots_that_close_a_sentence_stay_as_they_are() {
    let pages = pages(&notice("Trồng trọt, chăn nuôi...... Các thôn báo cáo v.v..."));
    let lines = lines_of(&pages, 1);
    assert!(
        lines
            .iter()
            .any(|line| line.text.ends_with("báo cáo v.v...") && line.end_mm() < 180.0)
    );
    let printed = |body: &str| {
        let text = crate::support::printed_words(&crate::support::pages(&notice(body)));
        text.into_iter().filter(|word| word.starts_with('.')).collect::<Vec<_>>()
    };
    assert_eq!(
        printed("Ngày ..... tháng ..... năm ......"),
        [".....", ".....", "......"]
    );
}

#[test]
fn what_cannot_be_cut_is_told_where_it_stands() {
    for word in ["a".repeat(200), "Đ".repeat(120), "9".repeat(150), "ab1".repeat(60)] {
        let before = "Thân bài.\n\nHọ tên: ..............\n\n";
        let text = notice(&format!("{before}Thôn a {word} b.\n\nHết."));
        let line = FRONT.lines().count() + 5;
        let found = misread(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(&format!("{line}:8 outside-margins")), "{found:?}");
    }
}

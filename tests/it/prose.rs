//! Text as readers want it: no line end between a number and its word, no lonely last word, tables
//! that say on each page what their columns are, notes below their mark, quotations set in.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{
    TOP, built_with, line, lines_of, notice, pages, path as path_of, problems,
};
use vanban::Format;
use vanban::rooms::typeset::geometry::Line;
use vanban::rooms::typeset::{Files, Pages};

/// The text of a Party page, in mm (HD 05-HD/VPTW, IV.4.1).
const LEFT: f64 = 30.0;
const RIGHT: f64 = 195.0;

fn all_lines(pages: &Pages) -> Vec<Line> {
    (1..=pages.count()).flat_map(|page| lines_of(pages, page)).collect()
}

/// The lines of the text, without the numbers of the pages.
fn text_lines(pages: &Pages) -> Vec<Line> {
    let mut lines = all_lines(pages);
    lines.retain(|line| line.baseline_mm > TOP);
    lines
}

/// Sentences with everything that a line end may not cut.
const NUMBERS: &str = "Ngày 02 tháng 6 năm 2023, theo Thông báo số 857-TB/HU và khoản 2, điểm a \
    Điều 5 Chương IV của Quy chế, xã giao 42 triệu đồng cho 03 thôn, hạn ngày 10/6/2023, gọi \
    số 0912 345 678, giai đoạn 2021-2025, đạt 19 tiêu chí và 1.250 ha. ";

/// Words that a number follows, and words that follow a number; a date may go on before its year.
const BEFORE: [&str; 9] =
    ["ngày", "tháng", "năm", "số", "khoản", "điểm", "điều", "chương", "đoạn"];
const AFTER: [&str; 5] = ["triệu", "thôn", "tiêu", "ha", "tháng"];

#[test]
fn numbers_do_not_part_from_their_words_at_a_line_end() {
    let mut ends = BTreeSet::new();
    for shift in 0..60 {
        let filler = "xã ".repeat(shift) + &"i".repeat(shift % 4) + " ";
        let pages = pages(&notice(&format!("{filler}{}", NUMBERS.repeat(4))));
        let lines = text_lines(&pages);
        let codes = lines.iter().map(|line| line.text.matches("857-TB/HU").count());
        assert_eq!(codes.sum::<usize>(), 4, "{shift}: a code is cut");
        for pair in lines.windows(2) {
            let last = pair[0].text.split_whitespace().last().unwrap_or_default();
            let next = pair[1].text.split_whitespace().next().unwrap_or_default();
            let numeric = |word: &str| {
                word.starts_with(|c: char| c.is_ascii_digit())
                    || ["a", "IV"].contains(&word.trim_end_matches(','))
            };
            let word = last.to_lowercase();
            assert!(
                !(BEFORE.contains(&&*word) && numeric(next)),
                "{shift}: {last} | {next}"
            );
            assert!(
                !(numeric(last) && AFTER.contains(&next)),
                "{shift}: {last} | {next}"
            );
            ends.insert(last.to_owned());
        }
    }
    assert!(ends.len() > 25, "the lines end in many places: {ends:?}");
}

#[test]
fn a_last_line_has_more_than_one_word() {
    let words = "Giao các cơ quan, đơn vị và các thôn chủ động rà soát, bổ sung kế hoạch thực hiện \
                 các tiêu chí của Chương trình trên địa bàn xã, định kỳ báo cáo Ban Chỉ đạo kết quả";
    let words: Vec<&str> = words.split(' ').collect();
    for count in 12..100 {
        let text: Vec<&str> = words.iter().cycle().take(count).copied().collect();
        let body = format!("{}.\n\nHết đoạn văn này.", text.join(" "));
        let lines = text_lines(&pages(&notice(&body)));
        let end =
            lines.iter().position(|line| line.text.starts_with("Hết đoạn")).unwrap();
        let last = &lines[end - 1];
        assert!(last.text.contains(' '), "{count} words: `{}` alone", last.text);
    }
}

const ROWS: usize = 60;

fn table() -> String {
    let head = "| TT | Nội dung công việc | Đơn vị chủ trì | Hạn |\n|--|--|--|--|\n";
    let row = |n: usize| {
        format!(
            "| {n} | Rà soát danh mục công trình đầu tư xây dựng nông thôn mới | Văn phòng - \
             Thống kê | 10/6/2023 |\n"
        )
    };
    head.to_owned() + &(1..=ROWS).map(row).collect::<String>()
}

#[test]
fn a_table_repeats_its_head_and_fits_columns_to_their_text() {
    let body = format!("Bảng:\n\n{}\nCác đơn vị thực hiện.", table());
    let pages = pages(&notice(&body));
    assert!(pages.count() >= 3);
    let lines = all_lines(&pages);
    let rows_on = |page| {
        let mut on_page = lines.iter().filter(move |l| l.page == page);
        on_page.any(|l| l.text.ends_with("10/6/2023"))
    };
    let mut heads = 0;
    for page in (1..=pages.count()).filter(|page| rows_on(*page)) {
        let head = lines_of(&pages, page).into_iter().find(|l| l.text == "TT");
        let head = head.unwrap_or_else(|| panic!("page {page} has no head"));
        assert!(head.runs.iter().all(|run| run.bold));
        assert!(page == 1 || head.baseline_mm < 30.0, "at the top of page {page}");
        heads += 1;
    }
    assert!(heads >= 2);
    // A date and a short word stand on one line; the longest text gets the most room.
    let runs = || lines.iter().flat_map(|line| &line.runs);
    let column =
        |start: &str| runs().find(|run| run.text.starts_with(start)).unwrap().x_mm;
    let (first, second, third) = (column("1"), column("Rà soát"), column("Văn phòng"));
    let fourth = column("10/6/2023");
    assert!(runs().filter(|run| run.text == "10/6/2023").count() == ROWS);
    assert!(third - second > fourth - third, "{first} {second} {third} {fourth}");
    assert!(second - first < 20.0 && RIGHT - fourth < 30.0);
    for rule in pages.rules() {
        assert!(rule.x0 > LEFT - 0.5 && rule.x1 < RIGHT + 0.5);
    }
}

#[test]
fn a_footnote_stands_on_the_page_of_its_mark() {
    for before in 20..=32 {
        let body = format!(
            "{}Ban Chỉ đạo họp[^1] và giao các thôn.\n\n{}[^1]: Phiên họp tháng 5.\n",
            "Giao các đơn vị thực hiện đúng thời hạn.\n\n".repeat(before),
            "Các thôn thực hiện.\n\n".repeat(6),
        );
        let pages = pages(&notice(&body));
        let lines = text_lines(&pages);
        let mark = line(&lines, "Ban Chỉ đạo họp");
        let note = lines.iter().find(|l| l.text.contains("Phiên họp")).unwrap();
        assert_eq!(mark.page, note.page, "{before}");
        assert!(note.baseline_mm > 255.0 || note.baseline_mm > mark.baseline_mm);
        let run = note.runs.iter().find(|run| run.text.contains("Phiên")).unwrap();
        assert!((run.size_pt - 11.0).abs() < 0.05);
        let raised = lines.iter().find(|l| l.text == "1" && l.page == mark.page).unwrap();
        assert!(raised.runs[0].size_pt < 10.0 && raised.baseline_mm < mark.baseline_mm);
    }
}

#[test]
fn a_long_quotation_is_set_in_on_every_page() {
    let sentence = "> Các cấp ủy, chính quyền lãnh đạo, chỉ đạo thực hiện các nội dung của Chương \
                    trình, trích lời đã nêu, đúng thời hạn.\n>\n";
    let body = format!("Trích:\n\n{}\nHết phần trích dẫn này.", sentence.repeat(40));
    let pages = pages(&notice(&body));
    let lines = text_lines(&pages);
    let start =
        lines.iter().position(|line| line.text.starts_with("Các cấp ủy")).unwrap();
    let end = lines.iter().position(|line| line.text.starts_with("Hết phần")).unwrap();
    let quoted = &lines[start..end];
    assert!(quoted.iter().map(|line| line.page).collect::<BTreeSet<_>>().len() >= 2);
    for line in quoted {
        let indent = line.x_mm - LEFT - 10.0;
        assert!(indent.abs() < 0.5 || (indent - 10.0).abs() < 0.5, "{}", line.text);
        assert!(line.end_mm() < RIGHT - 9.5, "{}", line.text);
    }
}

/// One line at the top or the bottom of a page is none: paragraphs break in two lines or more.
#[test]
fn a_paragraph_leaves_no_single_line_on_a_page() {
    let paragraph = "Giao các cơ quan, đơn vị và các thôn chủ động rà soát, bổ sung kế hoạch thực \
                     hiện các tiêu chí của Chương trình trên địa bàn xã, định kỳ báo cáo Ban Chỉ \
                     đạo kết quả thực hiện trước ngày 20 tháng 6 năm 2023 để tổng hợp chung.";
    for before in 0..12 {
        let filler = "Giao các thôn.\n\n".repeat(before);
        let body = filler + &format!("{paragraph}\n\n").repeat(16);
        let pages = pages(&notice(&body));
        let lines = text_lines(&pages);
        let starts = |line: &Line| (line.x_mm - LEFT - 10.0).abs() < 0.5;
        let text: Vec<&Line> = lines
            .iter()
            .skip_while(|line| !line.text.starts_with("Giao"))
            .take_while(|line| line.text != "Nơi nhận:")
            .collect();
        for pair in text.windows(3).filter(|pair| pair[0].page != pair[1].page) {
            let (above, first, second) = (pair[0], pair[1], pair[2]);
            assert!(starts(first) || !starts(second), "{before}: one line at the top");
            let alone = starts(above) && !starts(first);
            assert!(!alone, "{before}: one line at the bottom");
        }
    }
}

/// One picture beside the document.
struct Pictures;

impl Files for Pictures {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        (path == "so-do.png")
            .then(|| fs::read(path_of("examples/thong-bao-2023-06.png")).unwrap())
    }
}

#[test]
fn a_picture_is_described_to_those_who_cannot_see_it() {
    let text = notice("Sơ đồ:\n\n![So do cac thon](so-do.png)\n\nHết.");
    let pdf = built_with(&text, Format::Pdf, &Pictures).remove(0);
    let text = String::from_utf8_lossy(&pdf);
    let figure = text.find("/Alt").expect("a picture has another text");
    assert!(
        text[figure..].starts_with("/Alt(So do cac thon)"),
        "{}",
        &text[figure..figure + 60]
    );
}

#[test]
fn a_paragraph_may_be_as_long_as_a_report() {
    let sentence = |n: usize| {
        let day = n % 28 + 1;
        format!("Ngày {day:02} tháng 6 năm 2026, tổ số {n} nhận Công văn số {n}/UBND-VP.")
    };
    for many in [171, 1_000] {
        let text: Vec<String> = (1..=many).map(sentence).collect();
        let pages = pages(&notice(&text.join(" ")));
        let lines = text_lines(&pages);
        let whole: String = lines.iter().map(|line| format!("{} ", line.text)).collect();
        assert!(whole.contains(&sentence(many)), "{many}");
        assert!(!whole.contains('\u{2060}'), "nobody copies what keeps words together");
    }
}

#[test]
fn names_over_and_over_are_not_the_templates_fault() {
    for words in ["Việt Nam", "Ủy ban nhân dân xã", "số 12/TB-UBND", "42 triệu"]
    {
        let subject = |times| {
            notice("Thân bài.").replacen("kết luận cuộc họp", &again(words, times), 1)
        };
        pages(&subject(20));
        // Too long for a title, it is told as that.
        let found = problems(&subject(2_000));
        assert!(
            found.iter().all(|found| !found.contains("typeset")),
            "{words}: {found:?}"
        );
    }
}

/// A text several times, with blanks between.
fn again(words: &str, times: usize) -> String {
    vec![words; times].join(" ")
}

#[test]
fn numbers_in_a_row_are_cut_between_them() {
    let years: Vec<String> = (1990..=2049).map(|year| year.to_string()).collect();
    let phones = "0912 345 678 0209 387 0012 ".repeat(20);
    for row in [years.join(" "), phones, "250 ".repeat(300), "tháng 6 ".repeat(200)] {
        let pages = pages(&notice(&format!("Các thôn đã báo cáo: {row}.")));
        let lines = text_lines(&pages);
        let row = lines.iter().filter(|line| line.text.contains(char::is_numeric));
        assert!(row.filter(|line| line.width_mm > 150.0).count() >= 2);
    }
}

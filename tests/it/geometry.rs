//! Where everything stands on the page, in mm and pt, element by element, with its clause.

use crate::support::{line, lines_of, notice, pages, read};
use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::{Line, Rule};

const MM: f64 = 0.5;
const PT: f64 = 0.05;
/// The text block of a Party page, in mm (HD 05-HD/VPTW, IV.4.1).
const LEFT: f64 = 30.0;
const RIGHT: f64 = 195.0;
const BOTTOM: f64 = 277.0;

/// How a line looks.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Style {
    Regular,
    Bold,
    Italic,
}

#[track_caller]
fn near(what: &str, found: f64, wanted: f64, tolerance: f64) {
    assert!(
        (found - wanted).abs() <= tolerance,
        "{what}: {found:.3}, wanted {wanted:.3}"
    );
}

#[track_caller]
fn looks(line: &Line, size: f64, style: Style) {
    for run in &line.runs {
        near(&line.text, run.size_pt, size, PT);
        let found = match (run.bold, run.italic) {
            (true, false) => Style::Bold,
            (false, true) => Style::Italic,
            (false, false) => Style::Regular,
            (true, true) => panic!("{}: bold and italic", line.text),
        };
        assert_eq!(found, style, "{}", line.text);
        assert_eq!(run.family, "Tinos", "{}", line.text);
    }
}

fn centre(line: &Line) -> f64 {
    f64::midpoint(line.x_mm, line.end_mm())
}

#[track_caller]
fn rule_under<'a>(rules: &'a [Rule], line: &Line) -> &'a Rule {
    rules
        .iter()
        .find(|rule| {
            rule.page == line.page
                && rule.y0 > line.baseline_mm
                && rule.y0 < line.baseline_mm + 4.0
                && rule.x0 < line.end_mm()
                && rule.x1 > line.x_mm
        })
        .unwrap_or_else(|| panic!("no rule under {}", line.text))
}

fn example() -> Pages {
    pages(&read("examples/thong-bao-2023-06.md"))
}

#[test]
fn letterhead() {
    let pages = example();
    let lines = lines_of(&pages, 1);
    let at = |start| line(&lines, start);
    // HD 05-HD/VPTW, Phụ lục 2, dòng 1, 2: the bodies left, the Party right, on one baseline.
    let superior = at("ĐẢNG ỦY XÃ LỤC BÌNH");
    let party = at("ĐẢNG CỘNG SẢN VIỆT NAM");
    looks(superior, 14.0, Style::Regular);
    looks(party, 15.0, Style::Bold);
    near("first baselines", superior.baseline_mm, party.baseline_mm, 0.01);
    near("width of the Party's name", party.width_mm, 72.9, MM);
    near("centre of the left column", centre(superior), LEFT + 41.0, MM);
    near("centre of the right column", centre(party), LEFT + 82.0 + 41.5, MM);
    // 1.2: a rule as long as the name.
    let rules = pages.rules();
    let rule = rule_under(&rules, party);
    near("rule's start", rule.x0, party.x_mm, MM);
    near("rule's end", rule.x1, party.end_mm(), MM);
    near("rule's gap", rule.y0 - party.baseline_mm, 1.75, MM);
    // 2.2.1-2.2.3: the issuing body bold in balanced lines, a star below.
    let issuer =
        ["BAN CHỈ ĐẠO THỰC HIỆN", "CÁC CHƯƠNG TRÌNH", "MỤC TIÊU QUỐC GIA"].map(at);
    let mut above = superior;
    for part in issuer {
        looks(part, 14.0, Style::Bold);
        near(&part.text, centre(part), LEFT + 41.0, MM);
        near("pitch of the head", part.baseline_mm - above.baseline_mm, 6.0, MM);
        above = part;
    }
    let star = at("*");
    looks(star, 14.0, Style::Regular);
    near("star", centre(star), LEFT + 41.0, MM);
    assert!(star.baseline_mm > above.baseline_mm + 4.0);
    // 3.2, 4.2: number and date on one baseline below.
    let number = at("Số");
    let symbol = at("-TB/BCĐ");
    let date = at("Lục Bình, ngày");
    looks(number, 14.0, Style::Regular);
    looks(symbol, 14.0, Style::Regular);
    looks(date, 14.0, Style::Italic);
    near("number and date", number.baseline_mm, date.baseline_mm, 0.01);
    near("number and symbol", number.baseline_mm, symbol.baseline_mm, 0.01);
    near("number", f64::midpoint(number.x_mm, symbol.end_mm()), LEFT + 41.0, MM);
    assert!(number.baseline_mm > star.baseline_mm + 4.0);
    // The number and the day are written by hand: there is room.
    let gap = symbol.x_mm - number.end_mm();
    assert!((12.0..18.0).contains(&gap), "gap for the number: {gap}");
    let month = at("tháng 6 năm 2023");
    let gap = month.x_mm - date.end_mm();
    assert!((8.0..14.0).contains(&gap), "gap for the day: {gap}");
    near("date", f64::midpoint(date.x_mm, month.end_mm()), LEFT + 82.0 + 41.5, MM);
    near("first line", superior.baseline_mm, 24.76, MM);
}

#[test]
fn a_known_number_and_day_are_printed_with_leading_zeros() {
    let text = read("examples/thong-bao-2023-06-du-lieu.md").replace("số: 12", "số: 7");
    let pages = pages(&text);
    let lines = lines_of(&pages, 1);
    let number = line(&lines, "Số 07-TB/BCĐ");
    let date = line(&lines, "Lục Bình, ngày 05 tháng 6 năm 2023");
    near("level", number.baseline_mm, date.baseline_mm, 0.01);
    near("width of the date", date.width_mm, 73.3, MM);
    near("centre of the date", centre(date), LEFT + 82.0 + 41.5, MM);
}

#[test]
fn title() {
    let pages = example();
    let lines = lines_of(&pages, 1);
    let middle = f64::midpoint(LEFT, RIGHT);
    // HD 05-HD/VPTW, 5.1, 5.2; Phụ lục 2, dòng 5a.
    let kind = line(&lines, "THÔNG BÁO");
    looks(kind, 16.0, Style::Bold);
    near("kind", centre(kind), middle, MM);
    let subject = ["kết luận cuộc họp", "các Chương trình Mục tiêu quốc gia"]
        .map(|t| line(&lines, t));
    let mut above = kind;
    for part in subject {
        looks(part, 14.0, Style::Bold);
        near(&part.text, centre(part), middle, MM);
        assert!(part.baseline_mm > above.baseline_mm + 5.0);
        above = part;
    }
    let ratio = subject[0].width_mm / subject[1].width_mm;
    assert!((0.7..1.34).contains(&ratio), "balanced: {ratio}");
    let mark = line(&lines, "-----");
    near("mark's width", mark.width_mm, 8.2, MM);
    near("mark", centre(mark), middle, MM);
    near("mark below the subject", mark.baseline_mm - above.baseline_mm, 6.35, MM);
}

#[test]
fn body() {
    let pages = example();
    let rules = pages.rules();
    // HD 05-HD/VPTW, 6.2.2: 14 pt, justified, indent 10 mm, 18 pt from line to line, 6 pt more
    // between paragraphs.
    for page in 1..=pages.count() {
        let lines = lines_of(&pages, page);
        let start =
            if page == 1 { line(&lines, "-----").baseline_mm + 1.0 } else { 19.0 };
        let end = lines
            .iter()
            .find(|l| l.text == "Nơi nhận:")
            .map_or(BOTTOM, |l| l.baseline_mm);
        let text: Vec<&Line> = lines
            .iter()
            .filter(|l| l.baseline_mm > start && l.baseline_mm < end - 1.0)
            .collect();
        assert!(text.len() > 5);
        for pair in text.windows(2) {
            let pitch = (pair[1].baseline_mm - pair[0].baseline_mm) * 72.0 / 25.4;
            let first = (pair[1].x_mm - LEFT).abs() > 1.0;
            near(&pair[1].text, pitch, if first { 24.0 } else { 18.0 }, PT);
        }
        for (index, line) in text.iter().enumerate() {
            let first = (line.x_mm - LEFT).abs() > 1.0;
            near(&line.text, line.x_mm, if first { LEFT + 10.0 } else { LEFT }, MM);
            let next_starts =
                text.get(index + 1).is_some_and(|l| (l.x_mm - LEFT).abs() > 1.0);
            let last = next_starts || index + 1 == text.len();
            if !last {
                near(&line.text, line.end_mm(), RIGHT, MM);
            }
            assert!(line.end_mm() < RIGHT + MM, "{}", line.text);
            for run in &line.runs {
                near(&line.text, run.size_pt, 14.0, PT);
            }
        }
    }
    assert!(rules.iter().all(|rule| rule.x0 > LEFT - MM && rule.x1 < RIGHT + MM));
}

#[test]
fn headings_are_bold_and_numbered_paragraphs_regular() {
    let pages = example();
    let lines: Vec<Line> =
        (1..=pages.count()).flat_map(|p| lines_of(&pages, p)).collect();
    for heading in ["I. Đối với", "2. Bổ sung", "II. Đối với", "III. Tổ chức"]
    {
        looks(line(&lines, heading), 14.0, Style::Bold);
    }
    for item in ["1. Duy trì", "2.1. Tiêu chí", "1.1. Tham mưu", "3.3. UBND"] {
        looks(line(&lines, item), 14.0, Style::Regular);
    }
}

#[test]
fn page_numbers() {
    let pages = example();
    assert!(lines_of(&pages, 1).iter().all(|line| line.baseline_mm > 20.0));
    for page in 2..=pages.count() {
        let lines = lines_of(&pages, page);
        let number = &lines[0];
        assert_eq!(number.text, page.to_string());
        looks(number, 14.0, Style::Regular);
        near("page number", centre(number), f64::midpoint(LEFT, RIGHT), MM);
        // HD 05-HD/VPTW, IV.5: 10 mm from the upper edge; digits of Tinos are 0.66 em high.
        let top = number.baseline_mm - 0.66 * 14.0 * 25.4 / 72.0;
        near("top of the digits", top, 10.0, MM);
    }
}

#[test]
fn recipients_and_signature() {
    let pages = example();
    let lines = lines_of(&pages, pages.count());
    let rules = pages.rules();
    let at = |start| line(&lines, start);
    // HD 05-HD/VPTW, 9.2; Phụ lục 2, dòng 9.
    let heading = at("Nơi nhận:");
    looks(heading, 14.0, Style::Regular);
    near("recipients", heading.x_mm, LEFT, MM);
    near("width", heading.width_mm, 19.8, MM);
    let rule = rule_under(&rules, heading);
    near("rule's length", rule.x1 - rule.x0, heading.width_mm, MM);
    for group in ["Gửi bản giấy:", "Gửi bản điện tử:"] {
        looks(at(group), 12.0, Style::Italic);
    }
    let entries: Vec<&Line> = lines.iter().filter(|l| l.text.starts_with("- ")).collect();
    assert_eq!(entries.len(), 9);
    for entry in &entries {
        looks(entry, 12.0, Style::Regular);
        near(&entry.text, entry.x_mm, LEFT, MM);
    }
    assert!(at("- Lưu Đảng ủy xã.").text.ends_with('.'));
    assert!(at("- Thường trực Đảng ủy; HĐND xã;").text.ends_with("xã;"));
    // HD 05-HD/VPTW, 7.1.4.đ(ii), as the office prints it.
    let column = LEFT + 82.0 + 41.5;
    let (post, and, board) = (at("BÍ THƯ"), at("kiêm"), at("TRƯỞNG BAN CHỈ ĐẠO"));
    looks(post, 14.0, Style::Bold);
    looks(and, 14.0, Style::Italic);
    looks(board, 14.0, Style::Bold);
    let name = at("Hoàng Hữu Khôi");
    looks(name, 14.0, Style::Bold);
    for line in [post, and, board, name] {
        near(&line.text, centre(line), column, MM);
    }
    near("level", post.baseline_mm, heading.baseline_mm, 0.01);
    near("pitch", and.baseline_mm - post.baseline_mm, 6.35, MM);
    // Room for signature and seal: 30-35 mm between the two lines' boxes.
    let room = name.baseline_mm - board.baseline_mm - 6.35;
    assert!((30.0..=35.0).contains(&room), "{room}");
}

#[test]
fn a_setting_prints_the_posts_regular() {
    let text = notice("Một.\n\nHai.")
        .replace("\nký:", "\ntrình bày: {chức vụ in đậm: không}\nký:");
    let pages = pages(&text);
    let lines = lines_of(&pages, 1);
    looks(line(&lines, "BÍ THƯ"), 14.0, Style::Regular);
    looks(line(&lines, "TRƯỞNG BAN CHỈ ĐẠO"), 14.0, Style::Regular);
    looks(line(&lines, "Hoàng Hữu Khôi"), 14.0, Style::Bold);
}

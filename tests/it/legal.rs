//! Phần, chương, mục, điều on the page: sizes, weights, places, and what stays together.

use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;

use crate::support::{TOP, line, lines_of, misread, notice, pages, printed_words};
use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::Line;

/// The middle of the text, in mm: 30 to 195.
const MIDDLE: f64 = 112.5;

/// The same body in both layouts.
fn both(body: &str) -> [String; 2] {
    let party = notice(body);
    let state = party
        .replacen("---\n", "---\nthể thức: nhà nước\n", 1)
        .replace("TB/BCĐ", "TB-BCĐ")
        .replace("Lưu Đảng ủy xã", "'Lưu: VT'");
    [party, state]
}

const REGULATION: &str = "\
PHẦN THỨ NHẤT

QUY ĐỊNH CHUNG

# Chương I
## Những quy định chung về tổ chức, hoạt động và chế độ làm việc của Ban Chỉ đạo, các cơ quan, \
đơn vị, các thôn trên địa bàn xã và của các thành viên

**Mục 1. Phạm vi**

Tiểu mục 1
ĐỐI TƯỢNG

Điều 1. Phạm vi điều chỉnh

1. Quy chế này quy định:

a) Việc soạn thảo.

**2. Khoản có tên**

Chữ của khoản.

Điều 2. Quy chế này có hiệu lực từ ngày ký, các đồng chí thành viên Ban Chỉ đạo và các cơ quan, đơn \
vị có liên quan chịu trách nhiệm thi hành.
";

fn all_lines(pages: &Pages) -> Vec<Line> {
    (1..=pages.count()).flat_map(|page| lines_of(pages, page)).collect()
}

fn centre(line: &Line) -> f64 {
    f64::midpoint(line.x_mm, line.end_mm())
}

#[track_caller]
fn looks(line: &Line, bold: bool) {
    for run in line.runs.iter().filter(|run| !run.text.trim().is_empty()) {
        assert!((run.size_pt - 14.0).abs() < 0.05, "{}: {}", line.text, run.size_pt);
        assert_eq!((run.bold, run.italic), (bold, false), "{}", line.text);
    }
}

/// HD 05-HD/VPTW, 6.2.4, Phụ lục 2, dòng 6; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d and table V: label
/// in lower case, name in capitals below it, both bold and in the middle.
#[test]
fn divisions_stand_in_the_middle_with_their_name_below() {
    for text in both(REGULATION) {
        let lines = all_lines(&pages(&text));
        for (label, name) in [
            ("Phần thứ nhất", "QUY ĐỊNH CHUNG"),
            ("Chương I", "NHỮNG QUY ĐỊNH CHUNG VỀ"),
            ("Mục 1", "PHẠM VI"),
            ("Tiểu mục 1", "ĐỐI TƯỢNG"),
        ] {
            let at = lines.iter().position(|line| line.text == label).expect(label);
            assert!(
                lines[at + 1].text.starts_with(name),
                "{label}: {}",
                lines[at + 1].text
            );
            let pitch = (lines[at + 1].baseline_mm - lines[at].baseline_mm) * 72.0 / 25.4;
            assert!((pitch - 18.0).abs() < 0.05, "{label}: {pitch}");
            let next = lines[at + 1..].iter().take_while(|line| {
                line.text.to_uppercase() == line.text && !line.text.contains("MỤC 1")
            });
            for line in next.chain([&lines[at]]) {
                looks(line, true);
                assert!((centre(line) - MIDDLE).abs() < 0.5, "{}", line.text);
            }
        }
        // A long name takes lines of about equal length.
        let long: Vec<&Line> = lines
            .iter()
            .skip_while(|line| line.text != "Chương I")
            .skip(1)
            .take_while(|line| line.text != "Mục 1")
            .collect();
        assert!(long.len() >= 2);
        let width =
            |pick: fn(f64, f64) -> f64| long.iter().map(|l| l.width_mm).reduce(pick);
        let (least, most) = (width(f64::min).unwrap(), width(f64::max).unwrap());
        assert!(least / most > 0.7, "{least} of {most}");
    }
}

/// HD 05-HD/VPTW, 6.2.4.c-đ; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d: a named article and a clause with
/// a name are bold, an article whose text goes on only as far as its number.
#[test]
fn articles_clauses_and_points_are_set_in() {
    for text in both(REGULATION) {
        let lines = all_lines(&pages(&text));
        for (start, bold) in [
            ("Điều 1. Phạm vi điều chỉnh", true),
            ("1. Quy chế này quy định:", false),
            ("a) Việc soạn thảo.", false),
            ("2. Khoản có tên", true),
            ("Chữ của khoản.", false),
        ] {
            let line = line(&lines, start);
            looks(line, bold);
            assert!((line.x_mm - 40.0).abs() < 0.5, "{start}: {}", line.x_mm);
        }
        let article = line(&lines, "Điều 2. Quy chế");
        assert!((article.x_mm - 40.0).abs() < 0.5);
        let bold: String =
            article.runs.iter().filter(|run| run.bold).map(|run| &*run.text).collect();
        assert_eq!(bold.split_whitespace().collect::<Vec<_>>(), ["Điều", "2."]);
    }
}

/// Every way to type it gives the same pages.
#[test]
fn numbers_go_as_far_as_a_code_needs() {
    // HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.đ: chapters in Roman numbers, points in
    // the Vietnamese alphabet; articles with a letter are put in by an amendment.
    let roman = |tens: usize, ones: usize| {
        let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"][tens];
        [tens, ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]]
            .concat()
    };
    let letters: Vec<char> = "abcdđeghiklmnopqrstuvxy".chars().collect();
    let mut labels: Vec<String> = Vec::new();
    for chapter in 1..=99 {
        labels.push(format!("Chương {}", roman(chapter / 10, chapter % 10)));
    }
    labels.push("Điều 5.".to_owned());
    labels.extend(letters.iter().map(|letter| format!("Điều 5{letter}.")));
    labels.push("Điều 6.".to_owned());
    labels.extend(letters.iter().map(|letter| format!("{letter})")));
    let mut body = (1..5).fold(String::new(), |mut body, article| {
        let _ = write!(body, "Điều {article}. Giao Văn phòng.\n\n");
        body
    });
    for label in &labels {
        let text =
            if label.starts_with("Chương") { "\nQuy định" } else { " Báo cáo;" };
        let _ = write!(body, "{label}{text}\n\n");
    }
    body.push_str("Các thôn thực hiện./.");
    for (text, end) in both(&body).into_iter().zip([".", "./."]) {
        let text =
            text.replace("hiện./.", &format!("hiện{end}")).replace(": kết", ": Kết");
        assert_eq!(misread(&text), [""; 0]);
        let printed = printed_words(&pages(&text)).join(" ");
        let mut rest = printed.as_str();
        for label in &labels {
            let Some((_, behind)) = rest.split_once(&format!(" {label} ")) else {
                panic!("{label} is not in its place");
            };
            rest = &rest[rest.len() - behind.len() - 1..];
        }
    }
}

#[test]
fn marks_capitals_and_normal_forms_change_nothing() {
    let marked = "# Chương I\n# QUY ĐỊNH CHUNG\n# Điều 1. Phạm vi\n1. A.\n\n# Chương II\n# RIÊNG\n\
                  # Điều 2. Hiệu lực\nTừ ngày ký.";
    let unmarked = "CHƯƠNG I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. A.\nCHƯƠNG II\nRIÊNG\n\
                    Điều 2. Hiệu lực\n\nTừ ngày ký.";
    let bold = "**Chương I: Quy định chung**\n\n**Điều 1. Phạm vi**\n\n1. A.\n\n\
                **CHƯƠNG II – riêng**\n\n**ĐIỀU 2.** **Hiệu lực**\n\nTừ ngày ký.";
    let wanted = pages(&notice(marked)).texts();
    for typed in [unmarked, bold, &unmarked.nfd().collect::<String>()] {
        assert_eq!(misread(&notice(typed)), [""; 0]);
        assert_eq!(pages(&notice(typed)).texts(), wanted, "{typed}");
    }
}

#[test]
fn appendices_and_fields_are_read_alike() {
    let text = "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. A.";
    let field = text.replace('\n', "\n      ");
    let front =
        format!("phụ lục:\n  - tiêu đề: Quy chế\n    nội dung: |\n      {field}\nký:");
    let document =
        notice("Ban hành Quy chế kèm theo.").replacen("\nký:", &format!("\n{front}"), 1);
    let lines = all_lines(&pages(&document));
    let label = line(&lines, "Chương I");
    assert!((centre(label) - MIDDLE).abs() < 0.5);
    looks(label, true);
    let (article, clause) = (line(&lines, "Điều 1. Phạm vi"), line(&lines, "1. A."));
    looks(article, true);
    assert!((article.x_mm - 40.0).abs() < 0.5, "{}", article.x_mm);
    // A line of 18 pt and 6 pt between paragraphs, as in the text.
    let pitch = (clause.baseline_mm - article.baseline_mm) / 25.4 * 72.0;
    assert!((pitch - 24.0).abs() < 0.05, "{pitch}");
    let front = format!("kết thúc: |\n  {}\nký:", text.replace('\n', "\n  "));
    let document = notice("Mở đầu.").replacen("\nký:", &format!("\n{front}"), 1);
    let printed = printed_words(&pages(&document)).join(" ");
    assert!(printed.contains("Mở đầu. Chương I QUY ĐỊNH CHUNG Điều 1. Phạm vi 1. A."));
}

/// Where a line stands: page and height.
fn place(lines: &[Line], start: &str) -> (usize, f64) {
    let line = line(lines, start);
    (line.page, line.baseline_mm)
}

#[test]
fn a_title_is_never_last_on_its_page() {
    let sentence = "Giao các đơn vị thực hiện nội dung này đúng thời hạn.\n\n";
    for (above, below) in [
        (
            "Chương II\n\nTỔ CHỨC THỰC HIỆN\n\nMục 1\n\nTRÁCH NHIỆM\n\n",
            "Điều 2. Tên\n\nBan Chỉ đạo. ",
        ),
        ("Chương II\n\nTỔ CHỨC THỰC HIỆN\n\n", "Điều 2. Ban Chỉ đạo và "),
        ("# Chương II\n\n", "1. Ban Chỉ đạo. "),
    ] {
        for before in 20..=40 {
            let mut body =
                "# Chương I\n\n# Điều 1. A\n\n".to_owned() + &sentence.repeat(before);
            let text =
                "Các cơ quan, đơn vị và các thôn thực hiện đúng thời hạn. ".repeat(4);
            write!(body, "{above}{below}{text}\n\n{}", sentence.repeat(12)).unwrap();
            for document in both(&body) {
                let lines = all_lines(&pages(&document));
                let (page, mut height) = place(&lines, "Chương II");
                let titles = ["TỔ CHỨC", "Mục 1", "TRÁCH NHIỆM", "Điều 2. Tên"];
                let rest = titles
                    .iter()
                    .filter(|title| lines.iter().any(|l| l.text.starts_with(*title)));
                for title in
                    rest.copied().chain([below.rsplit("\n\n").next().unwrap().trim()])
                {
                    let (on, at) = place(&lines, title);
                    assert_eq!(on, page, "{before} lines before, {title}");
                    assert!(at > height, "{before}: {title}");
                    height = at;
                }
                let second = lines
                    .iter()
                    .filter(|l| {
                        l.page == page && l.baseline_mm > height && l.baseline_mm > TOP
                    })
                    .count();
                assert!(second >= 1, "{before}: two lines of text stay together");
            }
        }
    }
}

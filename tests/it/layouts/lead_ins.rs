//! What introduces something (`… như sau:`) never ends a page.

use super::cases::Case;
use crate::support::{lines_of, pages};
use vanban::rooms::document::Regime;

/// A sentence of about two lines.
const SENTENCE: &str = "Giao các thành viên Ban Chỉ đạo phụ trách các lĩnh vực chủ động tham mưu, tổ \
                        chức triển khai thực hiện các nội dung, định kỳ hàng tháng báo cáo";

/// Texts that end in a colon, of one line, two, three and more, some of them items, with what
/// follows: dashes, items, texts, tables, quotations, headings, further texts with a colon.
fn groups() -> Vec<String> {
    let long = [SENTENCE; 3].join(", ");
    let table =
        "| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |\n| ^^ | 15 |\n| Pác Cáp | 9 |";
    vec![
        "Nội dung như sau:\n\n- Một việc.\n\n- Hai việc.".to_owned(),
        format!("{SENTENCE} như sau:\n\n{table}"),
        format!("1. {SENTENCE} cụ thể:\n\na) {long}.\n\nb) Giao thôn:\n\n- Một việc."),
        format!("{long}, kết luận:\n\n{long}."),
        format!("{long}, kết luận:\n\n{SENTENCE} gồm:\n\n- Một việc.\n\n{table}"),
        format!("**Về kết quả:**\n\n> Đầu.\n>\n> Trích:\n>\n> {long}."),
        format!("{long}, {SENTENCE}:\n\n{table}\n\nViệc tiếp theo:\n\n> {SENTENCE}."),
    ]
}

#[test]
fn no_page_ends_with_a_colon() {
    for regime in [Regime::Party, Regime::State] {
        for before in 0..14 {
            let mut body = vec!["Giao các đơn vị thực hiện.".to_owned(); before];
            for (index, group) in groups().iter().cycle().take(28).enumerate() {
                body.push(group.clone());
                body.extend(vec![format!("{SENTENCE}."); index % 4]);
            }
            let text = Case::new(regime).text();
            let text =
                text.replacen("Giao các đơn vị", &(body.join("\n\n") + "\n\nGiao"), 1);
            let pages = pages(&text);
            assert!(pages.count() > 6);
            for page in 1..=pages.count() {
                let lines = lines_of(&pages, page);
                let last = lines.last().unwrap();
                let what = format!("{regime:?}, {before} before, page {page}");
                assert!(!last.text.ends_with(':'), "{what}: {}", last.text);
            }
        }
    }
}

/// The last lines of a longer text go along, the first ones stay: no page is left half empty.
#[test]
fn a_long_text_with_a_colon_leaves_its_first_lines() {
    let long = [SENTENCE; 6].join(", ");
    for regime in [Regime::Party, Regime::State] {
        let mut cut = 0;
        for before in 8..26 {
            let filler = "Giao các đơn vị thực hiện.\n\n".repeat(before);
            let body = format!("{filler}{long}, kết luận:\n\n- Một việc.\n\nGiao");
            let text = Case::new(regime).text().replacen("Giao các đơn vị", &body, 1);
            let pages = pages(&text);
            let first = lines_of(&pages, 1);
            let second = lines_of(&pages, 2);
            let in_long =
                |text: &str| !text.starts_with("Giao") && !text.starts_with("- ");
            let starts =
                first.iter().any(|line| line.text.starts_with("Giao các thành viên"));
            let ends = second.iter().any(|line| line.text.ends_with("kết luận:"));
            if starts && ends {
                cut += 1;
                let lines = second.iter().take_while(|line| in_long(&line.text)).count();
                assert!(lines > 2, "{regime:?} {before}: number and two lines of it");
            }
        }
        assert!(cut > 5, "{regime:?}: {cut}");
    }
}

/// An item that only names what those below it are about is a heading, whatever it looks like.
#[test]
fn no_page_ends_with_the_name_of_items() {
    let groups = [
        format!("1. Nông nghiệp\n\n1.1. {SENTENCE}.\n\n1.2. Hai việc."),
        format!("1. Nông nghiệp\n\na) Trồng trọt\n\n{SENTENCE}."),
        format!("**1. Nông nghiệp**\n\n- {SENTENCE};\n\n- Hai việc."),
        "1. Nông nghiệp\n\n| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |".to_owned(),
    ];
    for regime in [Regime::Party, Regime::State] {
        for (index, group) in groups.iter().enumerate() {
            for before in 18..32 {
                let filler = "Giao các đơn vị thực hiện.\n\n".repeat(before);
                let body = format!("{filler}{group}\n\nGiao các đơn vị");
                let text = Case::new(regime).text();
                let pages = pages(&text.replacen("Giao các đơn vị", &body, 1));
                for page in 1..pages.count() {
                    let lines = lines_of(&pages, page);
                    let last = &lines.last().unwrap().text;
                    let is_name = ["Nông nghiệp", "Trồng trọt"]
                        .iter()
                        .any(|name| last.ends_with(name));
                    assert!(!is_name, "{regime:?} {index}, {before} before: {last}");
                }
            }
        }
    }
}

//! Where pages end, whatever stands there: in regulations issued with a decision, in minutes with
//! many signers; and what never begins a line.

use proptest::prelude::*;
use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::Line;

use crate::support::{TOP, notice, pages, read};

/// A paragraph of about so many lines.
fn paragraph(lines: usize) -> String {
    let words =
        "các thôn, đơn vị báo cáo kết quả rà soát với Ủy ban nhân dân xã đúng thời hạn, ";
    format!("Đoạn văn: {}hết.", words.repeat(lines))
}

/// A text with articles, texts that introduce, lists and paragraphs of one line to six.
fn articles(count: usize) -> String {
    let article = |n: usize| {
        let text = paragraph(n % 6);
        let list = "\n\nCác việc sau đây:\n\na) Rà soát.\n\nb) Báo cáo.";
        format!(
            "Điều {n}. Trách nhiệm\n\n{text}{}\n\n",
            if n.is_multiple_of(3) { list } else { "" }
        )
    };
    (1..=count).map(article).collect()
}

/// The lines of the text, without the numbers of pages.
fn text_lines(pages: &Pages) -> Vec<Line> {
    pages.lines().into_iter().filter(|line| line.baseline_mm > TOP).collect()
}

/// No page ends with a heading or with what introduces, none begins or ends with one line of a
/// longer paragraph.
fn judge(lines: &[Line], what: &str) {
    for pair in lines.windows(2) {
        let [last, next] = pair else { continue };
        if last.page != next.page {
            assert!(!last.text.starts_with("Điều"), "{what}: {}", last.text);
            assert!(!last.text.ends_with(':'), "{what}: {}", last.text);
        }
    }
    let starts =
        lines.iter().enumerate().filter(|(_, line)| line.text.starts_with("Đoạn văn"));
    for (start, _) in starts {
        let length =
            lines[start..].iter().position(|line| line.text.ends_with("hết.")).unwrap()
                + 1;
        let parts = lines[start..start + length].chunk_by(|a, b| a.page == b.page);
        let parts: Vec<usize> = parts.map(<[Line]>::len).collect();
        assert!(
            parts.len() == 1 || parts.iter().all(|lines| *lines > 1),
            "{what}: {parts:?}"
        );
    }
}

#[test]
fn pages_of_a_regulation_end_well() {
    let mut ends = 0;
    for (regime, file) in [("đảng", "dang"), ("nhà nước", "nha-nuoc")] {
        let decision = read(&format!("examples/loai/quyet-dinh-{file}.md"));
        for count in 1..28 {
            let text = format!("Chương I\nQUY ĐỊNH CHUNG\n\n{}", articles(count));
            let text = text.replace('\n', "\n      ");
            let appendix = format!(
                "---\nphụ lục:\n  - tiêu đề: |\n      Quy chế\n      Làm việc của xã\n    nội dung: |\n      {text}\n"
            );
            let pages = pages(&decision.replacen("---\n", &appendix, 1));
            let lines = text_lines(&pages);
            judge(&lines, &format!("{regime}, {count} articles"));
            ends += pages.count() - 2;
        }
    }
    assert!(ends > 40, "{ends}");
}

/// Signatures never stand on a page without two lines of text above them.
#[test]
fn pages_of_minutes_of_six_signers_end_well() {
    let names = [
        "Lê Thị Hai",
        "Vi Văn Ba",
        "Ngô Văn Tư",
        "Đỗ Thị Năm",
        "Bùi Văn Sáu",
        "Mã Thị Bảy",
    ];
    let signers: String = names
        .iter()
        .map(|name| format!("- {{chức vụ: Đại diện, họ tên: {name}}}\n"))
        .collect();
    let mut moved = 0;
    for file in ["dang", "nha-nuoc"] {
        let example = read(&format!("examples/loai/bien-ban-{file}.md"));
        let (head, body) = example.rsplit_once("\n---\n").unwrap();
        let (head, _) = head.rsplit_once("\nký:").unwrap();
        for count in 1..24 {
            let more = (1..=count).map(|n| paragraph(n % 5) + "\n\n").collect::<String>();
            let text =
                format!("{head}\nký:\n{signers}---\n\n{more}{}", body.trim_start());
            let pages = pages(&text);
            let lines = text_lines(&pages);
            judge(&lines, &format!("{file}, {count} paragraphs"));
            let is_name =
                |line: &&Line| names.iter().any(|name| line.text.contains(name));
            let first = lines.iter().find(is_name).unwrap().page;
            let on_page: Vec<&Line> =
                lines.iter().filter(|line| line.page == first).collect();
            let is_post =
                |line: &&Line| line.runs[0].bold && line.text == line.text.to_uppercase();
            let signed = on_page.iter().position(is_post).unwrap();
            moved += usize::from(signed < 6);
            assert!(signed >= 2, "{file}, {count}: {signed} lines above the signatures");
        }
    }
    assert!(moved > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A dash between words ends a line and begins none; one that begins a paragraph is no such.
    #[test]
    fn a_dash_between_words_begins_no_line(
        words in prop::collection::vec("(thôn|Nà Chuông|Văn hóa|2026|chuyển đổi|a)( [-–]){0,1}", 20..120)
    ) {
        let text = format!("Đoạn {}.", words.join(" "));
        for regime in ["đảng", "nhà nước"] {
            let notice = notice(&text).replacen("---\n", &format!("---\nthể thức: {regime}\n"), 1);
            for line in text_lines(&pages(&notice)) {
                let recipient = line.runs[0].size_pt < 13.0;
                prop_assert!(recipient || !line.text.starts_with("- ") && !line.text.starts_with('–'), "{}", line.text);
            }
        }
    }
}

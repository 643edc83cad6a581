//! A footnote begins on the page of its first mark, wherever that stands, and is printed once.

use std::fmt::Write as _;

use super::cases::Case;
use crate::support::pages;
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;

/// A sentence of about two lines.
const SENTENCE: &str = "các thành viên Ban Chỉ đạo phụ trách các lĩnh vực chủ động tham mưu, tổ chức \
                        triển khai thực hiện các nội dung, định kỳ hàng tháng báo cáo tiến độ";

/// A text and its notes; the marks are counted through all of it.
#[derive(Default)]
struct Body {
    text: String,
    notes: String,
    marks: usize,
}

impl Body {
    /// Adds a block in which each `@` becomes a word with a mark.
    fn add(&mut self, block: &str) {
        let mut parts = block.split('@');
        self.text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.marks += 1;
            let number = self.marks;
            write!(self.text, "dấu{number}.[^{number}]{part}").unwrap();
            let long = if number.is_multiple_of(5) { SENTENCE } else { "" };
            writeln!(self.notes, "[^{number}]: Lời{number}. {long}").unwrap();
        }
        self.text.push_str("\n\n");
    }

    fn pages(&self, regime: Regime) -> Pages {
        let text = format!("{}{}\n\nGiao các đơn vị", self.text, self.notes);
        pages(&Case::new(regime).text().replacen("Giao các đơn vị", &text, 1))
    }
}

/// Texts in whose first, second, last but one and last line a mark stands, two marks in a line,
/// headings, texts with a colon, tables with a mark in the head and in rows, high and joined
/// ones as well, quotations.
fn blocks() -> Vec<String> {
    let long = [SENTENCE; 3].join(", ");
    let rows = "| 1 | 2 |\n".repeat(3);
    vec![
        "Giao @ thực hiện.".to_owned(),
        format!("Giao @ {long}."),
        format!("Giao {SENTENCE} @ hết."),
        format!("Giao {long}, {SENTENCE} @ và {SENTENCE}."),
        format!("Giao {long} @."),
        format!("Giao @ và @ cùng {long}."),
        "# I. Đề mục @".to_owned(),
        format!("Giao {SENTENCE} @."),
        "Giao @ như sau:\n\n- Một việc.".to_owned(),
        format!("| Thôn @ | Hộ |\n|---|---|\n{rows}"),
        format!("| Thôn | Hộ |\n|---|---|\n{rows}| @ | 2 |\n{rows}"),
        format!("| Thôn | Hộ |\n|---|---|\n{rows}| 1 | @ {SENTENCE} |\n{rows}"),
        format!(
            "| Thôn | Hộ |\n|---|---|\n{rows}| 1 | 2 |\n| ^^ | @ |\n| ^^ | 3 |\n{rows}"
        ),
        format!("> Đầu.\n>\n> Trích @ {SENTENCE}.\n>\n> Cuối."),
    ]
}

/// The page of the first line in which a word stands.
#[track_caller]
fn page_of(pages: &Pages, word: &str) -> usize {
    let word = word.to_lowercase();
    let lines = pages.lines();
    let line = lines.iter().find(|line| line.text.to_lowercase().contains(&word));
    line.unwrap_or_else(|| panic!("{word} is not printed")).page
}

#[test]
fn a_note_begins_on_the_page_of_its_mark() {
    for regime in [Regime::Party, Regime::State] {
        for before in 0..20 {
            let mut body = Body::default();
            body.add(&"Giao các đơn vị thực hiện.\n\n".repeat(before));
            for (index, block) in
                blocks().iter().cycle().skip(before).take(16).enumerate()
            {
                body.add(&format!("{SENTENCE}.\n\n").repeat(2 + index % 3));
                body.add(block);
            }
            let pages = body.pages(regime);
            for number in 1..=body.marks {
                let mark = page_of(&pages, &format!("dấu{number}."));
                let note = page_of(&pages, &format!("Lời{number}."));
                assert_eq!(mark, note, "{regime:?}, {before} before, note {number}");
            }
        }
    }
}

#[test]
fn a_note_comes_along_at_every_line_of_the_foot() {
    for regime in [Regime::Party, Regime::State] {
        for block in blocks() {
            for before in 15..24 {
                let mut body = Body::default();
                body.add(&"Giao các đơn vị thực hiện.\n\n".repeat(before));
                body.add(&block);
                body.add("Giao các đơn vị thực hiện.");
                let pages = body.pages(regime);
                for number in 1..=body.marks {
                    let mark = page_of(&pages, &format!("dấu{number}."));
                    let note = page_of(&pages, &format!("Lời{number}."));
                    assert_eq!(mark, note, "{regime:?}, {before} before, {block}");
                }
            }
        }
    }
}

#[test]
fn a_note_with_several_marks_is_printed_once() {
    let body = "Một[^1] hai[^2] ba[^1].\n\n| Cột[^2] |\n|---|\n| ô[^3] |\n\n\
                [^1]: Lời một[^3].\n\n[^2]: Lời hai[^1].\n\n[^3]: Lời ba[^3].\n\nGiao các đơn vị";
    for regime in [Regime::Party, Regime::State] {
        let text = Case::new(regime).text().replacen("Giao các đơn vị", body, 1);
        let pages = pages(&text);
        let lines = pages.lines();
        for words in ["Lời một", "Lời hai", "Lời ba"] {
            let found = lines.iter().filter(|line| line.text.contains(words)).count();
            assert_eq!(found, 1, "{regime:?}: {words}");
        }
        let small = |size: f64| size < 9.0;
        let runs = pages.texts();
        let marks: Vec<&str> = runs
            .iter()
            .filter(|run| small(run.size_pt) && run.text.trim().parse::<u8>().is_ok())
            .map(|run| run.text.trim())
            .collect();
        // In the text, the table, then at the start and the end of each note.
        assert_eq!(
            marks,
            ["1", "3", "1", "3", "2", "1", "2", "2", "2", "3", "1"],
            "{regime:?}"
        );
    }
}

//! Tables as offices fill them: heads of several rows, columns wide enough, rows that stay whole.

use super::cases::Case;
use crate::support::{TOP, lines_of, pages};
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;

const REGIMES: [Regime; 2] = [Regime::Party, Regime::State];

const LONG: &str = "Nâng cấp đường truyền số liệu chuyên dùng, lắp đặt các điểm truy cập tại nhà sinh \
                    hoạt cộng đồng, trang bị máy vi tính cho Trung tâm Phục vụ hành chính công";

fn laid_out(regime: Regime, before: usize, table: &str) -> Pages {
    let filler = "Giao các đơn vị thực hiện.\n\n".repeat(before);
    let body = format!("{filler}{table}\n\nGiao các đơn vị");
    pages(&Case::new(regime).text().replacen("Giao các đơn vị", &body, 1))
}

#[test]
fn a_head_of_several_rows_stands_on_each_page() {
    let rows: String =
        (1..=70).map(|n| format!("| {n} | Nguyễn A | | 1970 |\n")).collect();
    let heads = [
        (
            "| TT | Họ tên | Năm sinh | << |\n|:-:|---|---|---|\n| ^^ | ^^ | Nam | Nữ |\n",
            2,
        ),
        (
            "| TT | Họ tên | Năm sinh | << |\n|:-:|---|---|---|\n| ^^ | ^^ | Nam | Nữ |\n\
             | ^^ | ^^ | (1) | (2) |\n",
            3,
        ),
    ];
    for regime in REGIMES {
        for (head, height) in heads {
            let pages = laid_out(regime, 2, &format!("{head}{rows}"));
            assert!(pages.count() > 2);
            for page in 1..pages.count() {
                let words = ["TT", "Họ tên", "Năm sinh", "Nam", "Nữ", "(1)", "(2)"];
                let shown = if height == 3 { &words[..] } else { &words[..5] };
                for word in shown {
                    let runs = pages.texts().into_iter();
                    let found: Vec<_> = runs
                        .filter(|run| run.page == page && run.text == **word)
                        .collect();
                    assert_eq!(
                        found.len(),
                        1,
                        "{regime:?} {height}, page {page}: {word}"
                    );
                    assert!(found[0].bold, "{regime:?} {height}: {word}");
                }
            }
        }
    }
}

/// Texts that stay on one line, beside others so long that every column is narrow.
#[test]
fn what_is_never_cut_stays_in_its_cell() {
    let texts = [
        "Ngày 04/01",
        "2025 - 2026",
        "Số 857-TB/HU",
        "0912 345 678",
        "Từ 18/01 đến 29/01",
        "14.862 thửa",
        "MTTQ",
        "WWW III",
    ];
    for regime in REGIMES {
        for text in texts {
            let row = format!("| {text} | {LONG} | {text} | {LONG} |\n");
            let head = "| TT | Nội dung | Hạn | Ghi chú |\n|---|---|--:|---|\n";
            let pages = laid_out(regime, 1, &format!("{head}{row}{row}"));
            let rules = pages.rules();
            let upright = rules.iter().filter(|rule| rule.y1 - rule.y0 > 3.0);
            let upright: Vec<_> = upright.collect();
            assert!(upright.len() >= 5, "{upright:?}");
            for run in pages.texts().iter().filter(|run| run.baseline_mm > TOP) {
                let crossed = upright.iter().any(|rule| {
                    let (x0, x1) = (run.x_mm - 0.1, run.end_mm() + 0.1);
                    rule.page == run.page
                        && (rule.y0..rule.y1).contains(&(run.baseline_mm - 1.0))
                        && (x0..x1).contains(&rule.x0)
                });
                assert!(!crossed, "{regime:?} {text}: {}", run.text);
            }
        }
    }
}

#[test]
fn names_beside_long_texts_have_two_lines_at_most() {
    let names = ["Nguyễn Thị Kim Oanh", "Lương Thị Bích Hằng", "Đào Quang Khải"];
    let rows =
        names.map(|name| format!("| 1 | {name} | {LONG} | Thành viên |\n")).concat();
    let head = "| TT | Họ và tên | Chức vụ | Chức danh |\n|:-:|---|---|---|\n";
    for regime in REGIMES {
        let pages = laid_out(regime, 1, &format!("{head}{rows}"));
        for name in names {
            let lines = lines_of(&pages, 1);
            let start = name.rsplit_once(' ').unwrap().0.split(' ').take(2);
            let start = start.collect::<Vec<_>>().join(" ");
            assert!(
                lines.iter().any(|line| line.text.starts_with(&start)),
                "{regime:?}: {name}"
            );
        }
    }
}

#[test]
fn a_row_of_some_lines_is_never_cut() {
    let rows: String =
        (1..=12).map(|n| format!("| {n} | đầu{n} {LONG} cuối{n} | Phòng |\n")).collect();
    let table = format!("| TT | Việc | Ai |\n|:-:|---|---|\n{rows}");
    for regime in REGIMES {
        for before in (2..24).step_by(3) {
            let pages = laid_out(regime, before, &table);
            let page_of = |word: &str| {
                let runs = pages.texts().into_iter();
                let mut found = runs
                    .filter(|run| run.text.split_whitespace().any(|part| part == word));
                found.next().unwrap_or_else(|| panic!("no {word}")).page
            };
            // The first row keeps what introduces the table company.
            for n in 2..=12 {
                let (start, end) =
                    (page_of(&format!("đầu{n}")), page_of(&format!("cuối{n}")));
                assert_eq!(start, end, "{regime:?} {before}: row {n}");
            }
        }
    }
}

/// The places of the lines between the columns of a document's only table, in mm.
fn uprights(pages: &Pages) -> Vec<f64> {
    let rules = pages.rules().into_iter().filter(|rule| rule.y1 - rule.y0 > 3.0);
    let mut places: Vec<f64> = rules.map(|rule| rule.x0).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() < 0.5);
    places
}

#[test]
fn columns_to_be_filled_in_have_room_to_write() {
    let widths = |table: &str, regime| -> Vec<f64> {
        let pages = laid_out(regime, 1, table);
        uprights(&pages).windows(2).map(|pair| pair[1] - pair[0]).collect()
    };
    for regime in REGIMES {
        // Blank ones are as wide as each other, those below one head together.
        let form = "| TT | Họ tên | Sinh | << | Ghi chú |\n|:-:|---|---|---|---|\n\
                    | ^^ | ^^ | Nam | Nữ | ^^ |\n| 1 | | | | |\n| 2 | … | | | |\n";
        let found = widths(form, regime);
        let [_, name, man, woman, note] = found[..] else { panic!("{found:?}") };
        assert!((name - note).abs() < 0.5 && (man + woman - name).abs() < 0.5);
        assert!((name - 50.0).abs() < 0.5, "{regime:?}: {name}");
        let sum: f64 = widths(form, regime).iter().sum();
        assert!(sum <= 165.5, "{regime:?}: {sum}");
        let wide = form.replace("| Ghi chú |", "| Nghề | Nơi ở | Ghi chú |");
        let wide = wide.replace("---|---|\n", "---|---|---|---|\n");
        let wide =
            wide.replace("| ^^ |\n", "| ^^ | ^^ | ^^ |\n").replace("| |\n", "| | | |\n");
        let sum: f64 = widths(&wide, regime).iter().sum();
        assert!((sum - 165.0).abs() < 0.5, "{regime:?}: {sum}");
        // One alone takes no more than writing needs.
        let signed = widths("| TT | Họ tên | Ký |\n|---|---|---|\n| 1 | A | |\n", regime);
        assert!((signed[2] - 50.0).abs() < 0.5, "{signed:?}");
        // Where something is written, or there is nothing but boxes, all is as wide as its text.
        for full in ["| 1 | A | x |\n| 2 | B | |", "| 1 | A | [ ] |\n| 2 | B | [ ] |"] {
            let found =
                widths(&format!("| TT | Họ tên | Ký |\n|---|---|---|\n{full}\n"), regime);
            assert!(found[2] < 15.0, "{found:?}");
        }
    }
}

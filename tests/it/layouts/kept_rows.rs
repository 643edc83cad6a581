//! Rows of a table that stay with others: a sum with the row above it, a row that names those below
//! with the first of them.

use super::cases::Case;
use super::joined::{REGIMES, page_of};
use crate::support::pages;
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;

const HEAD: &str = "| TT | Nội dung | Đơn vị | Số tiền |\n|:-:|---|---|--:|\n";

/// An appendix with a table behind so many lines.
fn appendix(regime: Regime, before: usize, rows: &str) -> Pages {
    let filler = "Giao các đơn vị thực hiện.\n\n".repeat(before);
    let text = format!("{filler}{HEAD}{rows}").replace('\n', "\n      ");
    let front =
        format!("---\nphụ lục:\n  - tiêu đề: Danh mục\n    nội dung: |\n      {text}\n");
    pages(&Case::new(regime).text().replacen("---\n", &front, 1))
}

/// Rows of sections, each named by the first: `name` makes that of a number and a name.
fn sections(count: usize, name: impl Fn(usize) -> String) -> String {
    let section = |n: usize| {
        let row = |m: usize| format!("| {m} | việc{n}{m} | Văn phòng | {n} |\n");
        format!("{}{}", name(n), (1..=3).map(row).collect::<String>())
    };
    (1..=count).map(section).collect()
}

#[test]
fn a_sum_never_stands_alone_on_a_page() {
    for sum in
        ["| | Cộng | | 900 |", "| Cộng | << | << | 900 |", "| 99 | Cộng | Sở | 9 |"]
    {
        for regime in REGIMES {
            let mut moved = 0;
            for before in 10..24 {
                let rows = (1..=12).map(|n| format!("| {n} | hàng{n} | Sở | 1 |\n"));
                let rows = rows.collect::<String>() + sum + "\n";
                let pages = appendix(regime, before, &rows);
                let sum = page_of(&pages, "Cộng");
                assert_eq!(page_of(&pages, "hàng12"), sum, "{regime:?} {before}");
                assert!(page_of(&pages, "hàng1") <= sum);
                moved += usize::from(page_of(&pages, "hàng11") < sum);
            }
            assert!(moved > 0, "{regime:?}");
        }
    }
}

#[test]
fn a_row_that_names_others_stays_with_the_first() {
    let names: [fn(usize) -> String; 4] = [
        |n| format!("| I | nhóm{n} | | |\n"),
        |n| format!("| | nhóm{n} | << | << |\n"),
        |n| format!("| nhóm{n} | << | << | << |\n"),
        |n| format!("| II | nhóm{n} | << | 400 |\n"),
    ];
    for (index, name) in names.into_iter().enumerate() {
        let rows = sections(6, name);
        for regime in REGIMES {
            for before in 0..10 {
                let pages = appendix(regime, before, &rows);
                for n in 1..=6 {
                    let (head, first) = (format!("nhóm{n}"), format!("việc{n}1"));
                    let pages = (page_of(&pages, &head), page_of(&pages, &first));
                    assert_eq!(pages.0, pages.1, "{index} {regime:?} {before}: {head}");
                }
            }
        }
    }
}

#[test]
fn names_below_names_stay_together() {
    let rows = sections(5, |n| format!("| I | phần{n} | | |\n| 1 | nhóm{n} | | |\n"));
    for before in 0..10 {
        let pages = appendix(Regime::State, before, &rows);
        for n in 1..=5 {
            let of = |word: &str| page_of(&pages, &format!("{word}{n}"));
            assert_eq!(of("phần"), page_of(&pages, &format!("việc{n}1")), "{before}");
            assert_eq!(of("phần"), of("nhóm"), "{before}");
        }
    }
}

/// In a form to be filled in each row looks as if it named others: its table goes on on each page.
#[test]
fn rows_of_a_form_part_where_the_page_ends() {
    let rows: String = (1..=60).map(|n| format!("| {n} | hàng{n} | | |\n")).collect();
    for before in 0..4 {
        let pages = appendix(Regime::State, before, &rows);
        let of = |n: usize| page_of(&pages, &format!("hàng{n}"));
        assert_eq!(of(1), 2, "{before}: it begins where there is room");
        let last = (1..=60).filter(|n| of(*n) == 2).count();
        assert!(last > 20, "{before}: {last}");
        assert!(of(60) == 4 || of(60) == 3, "{before}: {}", of(60));
    }
}

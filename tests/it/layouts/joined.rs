//! Joined cells of a table: the rows under one stay on one page, and none is lost.

use super::cases::Case;
use super::pages::is_tidy;
use crate::support::pages;
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;

pub(super) const REGIMES: [Regime; 2] = [Regime::Party, Regime::State];

/// A document with a table behind so many lines.
fn laid_out(regime: Regime, before: usize, table: &str) -> Pages {
    let filler = "Giao các đơn vị thực hiện.\n\n".repeat(before);
    let body = format!("{filler}{table}\nGiao các đơn vị");
    pages(&Case::new(regime).text().replacen("Giao các đơn vị", &body, 1))
}

/// The page of the only place where a word stands.
#[track_caller]
pub(super) fn page_of(pages: &Pages, word: &str) -> usize {
    let runs = pages.texts();
    let found: Vec<usize> =
        runs.iter().filter(|run| run.text.trim() == word).map(|run| run.page).collect();
    let [page] = found[..] else { panic!("{word}: {found:?}") };
    page
}

#[test]
fn rows_under_one_cell_stay_on_one_page() {
    let rows = |group: usize| {
        format!(
            "| {group}. | nhóm{group} | mục{group}a | 1{group}1 |\n\
             | ^^ | ^^ | mục{group}b | 1{group}2 |\n| ^^ | ^^ | chung{group} | << |\n"
        )
    };
    let rows: String = (1..=9).map(rows).collect();
    let table = format!("| TT | Chỉ tiêu | Kết quả | << |\n|:-:|---|---|--:|\n{rows}");
    for regime in REGIMES {
        let mut cut = false;
        for before in 6..22 {
            let pages = laid_out(regime, before, &table);
            let what = format!("{regime:?} {before}");
            is_tidy(&what, &pages);
            let of = |group: usize| page_of(&pages, &format!("nhóm{group}"));
            for group in 1..=9 {
                let rows = ["mục{}a", "mục{}b", "chung{}", "1{}1", "1{}2"];
                for row in rows.map(|row| row.replace("{}", &group.to_string())) {
                    assert_eq!(page_of(&pages, &row), of(group), "{what}: {row}");
                }
            }
            cut |= of(1) != of(9);
        }
        assert!(cut);
    }
}

#[test]
fn rows_too_many_for_a_page_go_on_on_the_next() {
    let rows: String = (1..80).map(|n| format!("| ^^ | hàng{n} |\n")).collect();
    for regime in REGIMES {
        for head in ["", "| Đầu | hàng đầu |\n"] {
            for before in [0, 14, 18] {
                let table =
                    format!("| A | B |\n|---|---|\n{head}| Nhóm | hàng0 |\n{rows}");
                let pages = laid_out(regime, before, &table);
                is_tidy(&format!("{regime:?} {before}"), &pages);
                let of = |n: usize| page_of(&pages, &format!("hàng{n}"));
                assert!((1..80).all(|n| of(n - 1) <= of(n)));
                assert_eq!(
                    of(0),
                    1,
                    "{regime:?} {before}: it begins where there is room"
                );
                assert!(of(79) > 2);
            }
        }
    }
}

/// A cell over several columns is as wide as they are, and makes them wider where it needs it.
#[test]
fn a_cell_over_columns_finds_room() {
    let wide = "Tổngcộngcácthôntrongxã";
    let table =
        format!("| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n| {wide} | << | 9 |\n");
    for regime in REGIMES {
        let pages = laid_out(regime, 1, &table);
        let runs = pages.texts();
        let run = |word: &str| runs.iter().find(|run| run.text.trim() == word).unwrap();
        let gap = run("3").x_mm - run(wide).end_mm();
        assert!((2.0..6.0).contains(&gap), "{regime:?}: {gap}");
        assert!(run("2").x_mm > run("1").end_mm() + 10.0, "{regime:?}: both are wider");
    }
}

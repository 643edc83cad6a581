//! How paragraphs and lists end.

use crate::support::{notice, problems};

/// The rules that are broken by a body, with what is underlined.
fn said(body: &str) -> Vec<String> {
    let cut = |line: String| line.split_once(' ').unwrap().1.to_owned();
    problems(&notice(body)).into_iter().map(cut).collect()
}

const ENDED: &str = "Một.\n\nHai.\n\nBa.\n\nBốn.\n\nNăm.\n\n";
const OPEN: &str = "Phòng Kinh tế tổng hợp kết quả rà soát của các thôn";

#[test]
fn paragraphs_without_a_mark_are_told_once() {
    assert_eq!(said(&format!("{ENDED}{OPEN}\n\n{OPEN}\n\nHết.")), ["paragraph-open ``"]);
    for body in [
        format!("{OPEN}\n\n{OPEN}\n\nMột.\n\nHết."),
        format!("{ENDED}**{OPEN}**\n\nHết."),
        format!("{ENDED}# I. {OPEN}\n\nHết."),
        format!("{ENDED}{OPEN}\n\n- một;\n- hai.\n\nHết."),
        format!("{ENDED}| A | B |\n|---|---|\n| {OPEN} | 2 |\n\nHết."),
        format!("{ENDED}Các thôn rà soát\n\nHết."),
        format!("{ENDED}> {OPEN}\n\nHết."),
        format!("{ENDED}{OPEN} ........\n\nHết."),
    ] {
        let found = said(&body);
        assert!(!found.concat().contains("paragraph-open"), "{body}: {found:?}");
    }
}

#[test]
fn the_last_of_a_list_ends_with_a_stop() {
    for (body, found) in [
        ("Các thôn:\n\n- rà soát;\n- báo cáo;\n\nHết.", "list-open `;`"),
        ("1. Các thôn:\n\n- rà soát;\n- báo cáo;\n\n2. Hết.", "list-open `;`"),
        ("Các thôn:\n\n- rà soát;\n- báo cáo.\n\nHết.", ""),
        ("1. Một;\n\n2. Hai;\n\n3. Ba.", ""),
        ("1. Một;\n\na) Hai;\n\nb) Ba.\n\n2. Bốn.", ""),
    ] {
        let said = said(body).into_iter().filter(|one| one.starts_with("list-open"));
        assert_eq!(said.collect::<String>(), found, "{body}");
    }
}

#[test]
fn as_many_items_follow_as_are_announced() {
    for (body, found) in [
        ("Thống nhất 03 nội dung sau:\n\n1. Một.\n\n2. Hai.", "list-count `03`"),
        ("1. Giao 3 nhiệm vụ:\n\na) Một.\n\nb) Hai.\n\n2. Ba.", "list-count `3`"),
        ("Thống nhất 02 nội dung sau:\n\n1. Một.\n\n2. Hai.", ""),
        ("Thống nhất 02 nội dung sau:\n\n1. Một.\n\na) A.\n\n2. Hai.", ""),
        ("Thống nhất các nội dung sau:\n\n1. Một.\n\n2. Hai.", ""),
        ("Thống nhất 03 nội dung sau:\n\nMột.\n\nHai.", ""),
        ("Có 03 thôn báo cáo:\n\n1. Một.\n\n2. Hai.", ""),
    ] {
        let said = said(body).into_iter().filter(|one| one.starts_with("list-count"));
        assert_eq!(said.collect::<String>(), found, "{body}");
    }
}

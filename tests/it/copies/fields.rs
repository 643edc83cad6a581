//! What `sao` says and what it takes: from the office, into next month's draft.

use std::fs;

use super::{PARTY, STATE, copied, short};
use crate::cli::{ends, stderr, vanban};
use crate::support::{line, lines_of, pages, problems};

#[test]
fn a_sound_copy_is_not_doubted() {
    for (regime, copy) in [("đảng", PARTY), ("nhà nước", STATE)] {
        assert_eq!(problems(&copied(&short(regime, 0, ""), copy)), [""; 0]);
    }
}

#[test]
fn a_copy_that_finds_no_room_is_told() {
    for (regime, copy) in [("đảng", PARTY), ("nhà nước", STATE)] {
        let found = problems(&copied(&short(regime, 8, ""), copy));
        assert!(found.iter().any(|one| one.contains("copy-moved")), "{found:?}");
    }
}

/// What an office says of its copies once makes none of a document that says nothing of one.
#[test]
fn the_office_says_once_who_makes_copies() {
    let folder = tempfile::tempdir().unwrap();
    let office = "danh bạ:\n  - {họ tên: Phạm Thị Lan, chức vụ: Chánh Văn phòng}\nsao:\n  ký: {quyền \
                  hạn: TL. Chủ tịch, họ tên: Phạm Thị Lan}\n  nơi nhận: ['Lưu: VT']\n";
    fs::write(folder.path().join("vanban.yaml"), office).unwrap();
    let text = short("nhà nước", 0, "").replace("Lê Văn Minh", "Phạm Thị Lan");
    let set = |text: &str| {
        fs::write(folder.path().join("tb.md"), text).unwrap();
        let output = vanban(folder.path(), &["build", "tb.md", "--format", "typ"]);
        ends(&output, 0);
        (fs::read_to_string(folder.path().join("tb.typ")).unwrap(), stderr(&output))
    };
    let (typst, _) = set(&text);
    assert!(!typst.contains("copied("));
    let (typst, said) = set(&copied(&text, "  hình thức: sao y\n  ngày: 28/7/2026\n"));
    let copy = typst.split("#let copy = copied(").nth(1).unwrap();
    let copy = &copy[..copy.find("#finish(").unwrap()];
    for part in ["Chánh Văn phòng", "TL. Chủ tịch", "Lưu: VT"] {
        let unmarked = copy.replace("\\u{2060}", "");
        assert!(unmarked.contains(part), "{part}: {unmarked}\n{said}");
    }
}

#[test]
fn next_month_is_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    let text = copied(&crate::support::read("examples/thong-bao-ubnd-2026-06.md"), STATE);
    fs::write(folder.path().join("tb-2026-06.md"), &text).unwrap();
    let output = vanban(folder.path(), &["new", "--from", "tb-2026-06.md"]);
    ends(&output, 0);
    let next = fs::read_to_string(folder.path().join("tb-2026-07.md")).unwrap();
    assert!(next.contains("\nsao:\n---\n"), "{next}");
    assert!(!next.contains("sao y"), "{next}");
}

#[test]
fn a_symbol_takes_the_part_of_the_body() {
    for (regime, old, symbol, printed) in [
        ("nhà nước", "ký hiệu: TB-UBND", "ký hiệu: UBND-VP", "Số: 05/SY-UBND"),
        ("nhà nước", "ký hiệu: TB-UBND", "ký hiệu: TB-VPUBND", "Số: 05/SY-VPUBND"),
        (
            "đảng",
            "ký hiệu: TB/ĐU",
            "ký hiệu: TB/BCĐ-ĐU",
            "Số, ký hiệu bản sao: 05-BS/BCĐ-ĐU",
        ),
    ] {
        let text = short(regime, 0, "").replace(old, symbol);
        let copy = if regime == "đảng" { PARTY } else { STATE };
        let pages = pages(&copied(&text, copy));
        line(&lines_of(&pages, pages.count()), printed);
    }
}

/// Of an extract the numbers of what was left out are not missed.
#[test]
fn an_extract_has_gaps() {
    for (form, told) in [("trích sao", false), ("sao y", true)] {
        let text = short("đảng", 0, "").replace("2. Địa điểm", "4. Địa điểm");
        let found = problems(&copied(&text, &PARTY.replace("sao lục", form)));
        assert_eq!(found.iter().any(|one| one.contains("number-gap")), told, "{found:?}");
    }
}

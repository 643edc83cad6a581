//! A copy repeats what was issued: every letter and line of it stands where it stood.

use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::{Rule, TextRun};

use super::{PARTY, STATE, copied, short, start};
use crate::support::{pages, problems, read};

/// What stands on pages.
fn all(pages: &Pages) -> (Vec<TextRun>, Vec<Rule>) {
    let mut drawn = pages.rules();
    drawn.extend(pages.boxes());
    (pages.texts(), drawn)
}

/// What of `more` is not in `less`, each thing once; all of `less` has to be there.
#[track_caller]
fn added<T: PartialEq + std::fmt::Debug>(less: &[T], mut more: Vec<T>) -> Vec<T> {
    for one in less {
        let place = more.iter().position(|other| other == one);
        let place = place.unwrap_or_else(|| panic!("not in the copy: {one:?}"));
        more.remove(place);
    }
    more
}

/// Holds a copy against the document, and says whether it begins on the last page of that.
#[track_caller]
fn repeats(text: &str, copy: &str) -> bool {
    let (before, after) = (pages(text), pages(&copied(text, copy)));
    let ((texts, drawn), (more_texts, more_drawn)) = (all(&before), all(&after));
    let (page, top) = start(&after);
    let is_copy = |at: usize, y: f64| at > before.count() || (at == page && y >= top);
    let texts = added(&texts, more_texts);
    assert!(texts.len() > 8, "{texts:?}");
    for run in &texts {
        assert!(is_copy(run.page, run.baseline_mm), "{run:?}");
    }
    for rule in added(&drawn, more_drawn) {
        assert!(is_copy(rule.page, rule.y0), "{rule:?}");
    }
    assert!(page == before.count() || page == before.count() + 1);
    page == before.count()
}

#[test]
fn every_example_is_repeated() {
    for example in [
        "thong-bao-2023-06-du-lieu",
        "thong-bao-dang-uy-2026-06",
        "thong-bao-ubnd-2026-06",
        "thong-bao-phu-luc-2026-06",
        "ke-hoach-bieu-mau-2026-06",
        "dai-hoi/nghi-quyet-dai-hoi",
        "loai/bien-ban-nha-nuoc",
        "loai/giay-moi-dang",
        "loai/cong-van-nha-nuoc",
    ] {
        let text = read(&format!("examples/{example}.md"));
        let is_state = text.contains("thể thức: nhà nước");
        let copy = if is_state { STATE } else { PARTY };
        repeats(&text, copy);
    }
}

/// Page by page fuller: the copy stands below the closing as long as there is room, and then whole on
/// the next page, whatever stands at the foot and in the margin of the last one.
#[test]
fn a_page_of_any_length_is_repeated() {
    let contact = "liên hệ: 'Thôn Nà Chuông; điện thoại: 0209 387 0001'\n";
    let mark = "không phổ biến: có\n";
    for (regime, copy) in [("đảng", PARTY), ("nhà nước", STATE)] {
        for more in ["", contact, mark, &format!("{contact}{mark}")] {
            let below =
                [0, 5, 8, 12].map(|count| repeats(&short(regime, count, more), copy));
            assert!(below.contains(&true) && below.contains(&false), "{regime}{more}");
        }
    }
}

/// Footnotes take room from the copy, at the foot of the page above the address as well.
#[test]
fn a_page_with_footnotes_is_repeated() {
    let contact = "liên hệ: 'Thôn Nà Chuông; điện thoại: 0209 387 0001'\n";
    let long = "Theo báo cáo của các thôn và số liệu tổng hợp của Văn phòng. ".repeat(4);
    for (regime, copy) in [("đảng", PARTY), ("nhà nước", STATE)] {
        for more in ["", contact] {
            for (count, note) in
                [(0, "Ngắn."), (0, &long), (1, &long), (2, &long), (3, "Ngắn.")]
            {
                let text = short(regime, count, more);
                let text = format!("{}[^a]\n\n[^a]: {note}\n", text.trim_end());
                repeats(&text, copy);
            }
        }
    }
}

/// A closing that misses its page by a hair is tightened in the copy as in the document.
#[test]
fn a_tightened_document_is_repeated() {
    for (regime, copy) in [("đảng", PARTY), ("nhà nước", STATE)] {
        let is_one = |count: &usize| pages(&short(regime, *count, "")).count() == 1;
        let most = (6..30).take_while(is_one).last().unwrap();
        let spaced = |tenths: u32| {
            let points = f64::from(tenths) / 10.0;
            short(regime, most, &format!("trình bày: {{cách đoạn: {points}}}\n"))
        };
        let is_tightened =
            |text: &String| problems(text).iter().any(|one| one.contains("tightened"));
        let mut tightened = (60..110).step_by(3).map(spaced).filter(is_tightened);
        let text = tightened.next().unwrap();
        assert!(!repeats(&text, copy));
    }
}

#[test]
fn below_the_last_appendix_it_stands_as_well() {
    for (regime, copy) in [("đảng", PARTY), ("nhà nước", STATE)] {
        for body in [
            "Các thôn rà soát.",
            "Gồm:",
            "| TT | Thôn |\\n|---|---|\\n| 1 | Cao Lộc |",
            "1. Một.[^a]\\n\\n[^a]: Ghi chú.",
            "::: phải\\nNGƯỜI LẬP\\n:::",
        ] {
            for across in ["không", "có"] {
                let more = format!(
                    "phụ lục:\n  - {{tiêu đề: Một, nội dung: Các thôn.}}\n  - {{tiêu đề: Hai, ngang: \
                     {across}, nội dung: \"{body}\"}}\n"
                );
                let text = short(regime, 0, &more);
                assert!(repeats(&text, copy), "{body}");
            }
        }
    }
}

/// A document that is no copy has nothing of what copies need.
#[test]
fn documents_without_a_copy_cost_nothing() {
    for example in ["thong-bao-ubnd-2026-06", "thong-bao-phu-luc-2026-06"] {
        let pages = pages(&read(&format!("examples/{example}.md")));
        for word in ["copied", "copy-", "with-signed", "stamp-lines"] {
            assert!(!pages.typst().contains(word), "{example}: {word}");
        }
    }
}

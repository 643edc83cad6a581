//! The end of a text: `./.` once with the State, a full stop with the Party.

use unicode_normalization::UnicodeNormalization;

use crate::fix::fixed;
use crate::support::{notice, pages, printed_words, problems, read};

fn with(layout: &str, body: &str) -> String {
    let text = notice(body).replace("---\ncơ", &format!("---\nthể thức: {layout}\ncơ"));
    if layout == "đảng" {
        return text;
    }
    text.replace("TB/BCĐ", "TB-BCĐ")
        .replace("trích yếu: kết", "trích yếu: Kết")
        .replace("Lưu Đảng ủy xã", "'Lưu: VT'")
}

#[test]
fn a_mark_in_the_wrong_place_is_told_and_mended() {
    for (layout, body, rules, right) in [
        ("đảng", "Một./.", &["end-mark-of-state"][..], "Một."),
        ("đảng", "Một.\n\n1. Hai ./.", &["end-mark-of-state"], "Một.\n\n1. Hai."),
        ("đảng", "Một. ./.", &["end-mark-of-state"], "Một."),
        ("đảng", "**Một./.**", &["end-mark-of-state"], "**Một.**"),
        ("đảng", "**Một.**./.", &["end-mark-of-state"], "**Một.**"),
        ("đảng", "Một.\n\n./.", &["end-mark-of-state"], "Một.\n\n"),
        ("nhà nước", "Một./.\n\nHai./.", &["end-mark-early"], "Một.\n\nHai./."),
        (
            "nhà nước",
            "1. Một./.\n\n2. Hai./.",
            &["end-mark-early"],
            "1. Một.\n\n2. Hai./.",
        ),
        ("nhà nước", "Một.\n\n./.", &["end-mark-alone"], "Một./.\n\n"),
        ("nhà nước", "1. Một\n\n./.", &["end-mark-alone"], "1. Một./.\n\n"),
        ("nhà nước", "Một. ./.", &["end-mark-alone"], "Một./."),
        ("nhà nước", "**Một.**\n\n./.", &["end-mark-alone"], "**Một./.**\n\n"),
        ("nhà nước", "Một./.\n\n./.", &["end-mark-alone"], "Một./.\n\n"),
    ] {
        let text = with(layout, body);
        let forms = [text.clone(), text.nfd().collect(), text.replace('\n', "\r\n")];
        for text in forms {
            let found = problems(&text);
            let said: Vec<_> =
                found.iter().map(|p| p.split(' ').nth(1).unwrap()).collect();
            assert_eq!(said, rules, "{body}");
            assert!(found.iter().all(|p| p.ends_with("`./.`")), "{found:?}");
            let after = fixed(&text);
            let right: String = with(layout, right).nfc().collect();
            let same: String = after.replace('\r', "").nfc().collect();
            assert_eq!(same, right, "{body}");
            assert_eq!(problems(&after), [""; 0], "{after}");
        }
    }
}

#[test]
fn a_right_end_stays_silent() {
    for (layout, body) in [
        ("đảng", "Một.\n\nHai."),
        ("đảng", "Dấu ./. đứng giữa câu."),
        ("nhà nước", "Một.\n\nHai./."),
        ("nhà nước", "Một.\n\nHai ./."),
        ("nhà nước", "Một./.\n\n| A | B |\n|---|---|\n| 1 | 2 |"),
        ("nhà nước", "> Trích./.\n\nHai./."),
    ] {
        assert_eq!(problems(&with(layout, body)), [""; 0], "{layout}: {body}");
    }
}

/// The example of minutes with this text below, and what comes first in it.
fn minutes(layout: &str, opening: &str, body: &str) -> String {
    let text = read(&format!("examples/loai/bien-ban-{layout}.md"));
    let end = text.find("\n---\n\n").unwrap();
    format!("{}\nmở đầu: {opening}\n---\n\n{body}\n", &text[..end])
}

#[test]
fn minutes_begin_with_their_opening_and_end_with_one_mark() {
    for (layout, first, mark) in [
        ("dang", "- Thời gian: bắt đầu", "06 năm 2026."),
        ("nha-nuoc", "Thời gian bắt đầu:", "6 năm 2026./."),
    ] {
        for body in ["1. Việc A.", "Việc A.", ""] {
            let text = minutes(layout, "Hôm nay, chúng tôi họp.", body);
            assert_eq!(problems(&text), [""; 0], "{layout}");
            let words = printed_words(&pages(&text)).join(" ");
            let opening = words.find("Hôm nay, chúng tôi họp.").unwrap();
            assert!(opening < words.find(first).unwrap(), "{words}");
            assert_eq!(words.matches("Hôm nay, chúng tôi họp.").count(), 1, "{words}");
            assert!(mark == "06 năm 2026." || words.contains(mark), "{words}");
        }
    }
    let text = minutes("dang", "|\n  Một.\n\n  Hai.", "Ba.\n\n1. Bốn.");
    let words = printed_words(&pages(&text)).join(" ");
    assert!(
        words.contains("Một. Hai. - Thời gian") && words.contains("Ba. 1. Bốn."),
        "{words}"
    );
    let text = minutes("nha-nuoc", "Hôm nay.", "1. Việc A./.");
    assert_eq!(problems(&text).len(), 1, "{:?}", problems(&text));
    assert!(problems(&text)[0].contains("end-mark-early `./.`"));
    let words = printed_words(&pages(&text)).join(" ");
    assert_eq!(words.matches("./.").count(), 1, "{words}");
    assert_eq!(fixed(&text), text.replace("A./.", "A."));
}

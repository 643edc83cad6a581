//! The real notice, word for word, and the three ways to write its conclusions.

use std::fmt::Write as _;
use std::fs;

use unicode_normalization::is_nfc;

use crate::support::{
    built, pages, path, pdf_text, printed_words, problems, read, words,
};
use vanban::Format;

/// The notice as the office sent it: every text that must be on the page, in order.
const SEED: &str = "tests/notices/nguyen-van.md";

/// The body of a source file.
fn body(text: &str) -> &str {
    text.splitn(3, "---\n").nth(2).unwrap()
}

/// The body's text without Markdown's marks, as words.
fn plain(body: &str) -> Vec<String> {
    let lines = body.lines().map(|line| line.trim_start_matches('#'));
    let text = lines.collect::<Vec<_>>().join("\n").replace('*', "");
    words(&text).into_iter().map(str::to_owned).collect()
}

#[test]
fn every_sentence_of_the_notice_is_printed_as_it_is_in_order() {
    let text = read(SEED);
    let wanted = plain(body(&text));
    assert!(wanted.len() > 1500, "the whole notice is compared");
    let printed = printed_words(&pages(&text));
    let start = printed.windows(3).position(|w| w == ["Ngày", "02", "tháng"]).unwrap();
    let end = start + wanted.len();
    for (index, (wanted, printed)) in wanted.iter().zip(&printed[start..end]).enumerate()
    {
        assert_eq!(wanted, printed, "word {index}");
    }
    assert_eq!(printed[end..end + 2], ["Nơi", "nhận:"]);
}

#[test]
fn the_text_of_the_pdf_is_composed_vietnamese() {
    let text = read(SEED);
    let pdf = built(&text, Format::Pdf).remove(0);
    let extracted = pdf_text(&pdf);
    assert!(is_nfc(&extracted));
    assert!(!extracted.contains('\u{fffd}'));
    let found = words(&extracted).join(" ");
    for part in [
        "ĐẢNG ỦY XÃ LỤC BÌNH",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "-TB/BCĐ",
        "THÔNG BÁO",
        "Bổ sung, hoàn thiện một số tiêu chí sau:",
        "luôn “sáng - xanh - sạch - đẹp - an toàn”",
        "nghiêm túc thực hiện./.",
        "- Thành viên BCD xã (Bí thư các chi bộ thôn);",
        "TRƯỞNG BAN CHỈ ĐẠO",
        "Hoàng Hữu Khôi",
    ] {
        assert!(found.contains(part), "{part}");
    }
}

#[test]
fn the_notice_is_told_only_what_is_doubtful_in_it() {
    let mut told = String::new();
    for name in ["nguyen-van", "co-so", "khong-so", "du-lieu"] {
        let found = problems(&read(&format!("tests/notices/{name}.md")));
        let _ = writeln!(told, "{name}");
        for problem in found {
            let _ = writeln!(told, "  {}", problem.replace('\n', "⏎"));
        }
    }
    let kept = path("tests/notices/expected");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&kept, &told).unwrap();
    }
    assert_eq!(told, fs::read_to_string(kept).unwrap());
}

#[test]
fn three_ways_to_write_the_conclusions_give_one_page() {
    let page = |name: &str| pages(&read(&format!("tests/notices/{name}.md"))).texts();
    let typed = page("co-so");
    assert_eq!(typed, page("khong-so"));
    assert_eq!(typed, page("du-lieu"));
}

#[test]
fn the_skeleton_of_a_new_notice_builds_without_a_word() {
    let skeleton = read("templates/thong-bao-ket-luan/skeleton.md");
    assert_eq!(problems(&skeleton), Vec::<String>::new());
    pages(&skeleton);
}

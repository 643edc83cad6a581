//! Titles and names as offices write them, and where lines of them may end.

use super::*;

const TITLES: &str = include_str!("../../../../tests/titles/titles.txt");

/// Every title with its field; a `|` stands where a line may end.
fn titles() -> Vec<(Field, &'static str)> {
    let mut field = None;
    let mut found = Vec::new();
    for line in TITLES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line {
            "[trích yếu]" => field = Field::of("title-block", Some("subject")),
            "[cơ quan]" => field = Field::of("letterhead", Some("issuer")),
            "[trích yếu công văn]" => field = Field::of("letterhead", Some("about")),
            "[chức vụ]" => field = Field::of("signature", Some("posts")),
            "[phụ lục]" => field = Field::of("appendix", Some("title")),
            "[kính gửi]" => field = Field::of("addressees", None),
            _ => found.extend(field.map(|field| (field, line))),
        }
    }
    found
}

/// The text with a `|` for each blank at which a line may end.
fn broken(text: &str, field: Field) -> String {
    let held = joints(text, field);
    let ends = |at: usize| !held.iter().any(|(held, _)| *held == at + 1);
    let letters = text.char_indices();
    letters.map(|(at, c)| if c == ' ' && ends(at) { '|' } else { c }).collect()
}

#[test]
fn lines_end_where_an_editor_would_break_them() {
    let titles = titles();
    assert!(titles.len() >= 200, "{}", titles.len());
    let (mut wrong, mut kept, mut marked) = (Vec::new(), 0, 0);
    for (field, expected) in titles {
        let found = broken(&expected.replace('|', " "), field);
        assert_eq!(found.len(), expected.len());
        let pairs = || found.bytes().zip(expected.bytes());
        if pairs().any(|(found, expected)| found == b'|' && expected != b'|') {
            wrong.push(format!("{found}\n    {expected}"));
        }
        marked += expected.matches('|').count();
        kept += pairs().filter(|pair| *pair == (b'|', b'|')).count();
    }
    assert!(wrong.is_empty(), "{} titles:\n{}", wrong.len(), wrong.join("\n"));
    // What may break in so few places makes lines of very unequal length.
    assert!(kept * 100 >= marked * 75, "{kept} of {marked}");
}

#[test]
fn little_words_never_end_a_line() {
    let field = Field::of("title-block", Some("subject")).unwrap();
    for word in ["xã", "tỉnh", "và", "của", "về", "thành phố"] {
        for next in ["Lục Bình", "quản lý", "zzz"] {
            let text = format!("Kết quả thực hiện {word} {next} tại hội nghị");
            assert!(!broken(&text, field).contains(&format!("{word}|")), "{text}");
        }
    }
}

#[test]
fn what_finds_no_room_can_break() {
    let field = Field::of("letterhead", Some("issuer")).unwrap();
    for text in ["Nguyễn ".repeat(40), "của ".repeat(200), "quản lý ".repeat(30)] {
        let text = text.trim();
        let longest = broken(text, field).split('|').map(str::len).max();
        assert!(longest < Some(60), "{longest:?}");
    }
    assert_eq!(broken("UỶ BAN NHÂN DÂN XÃ", field), "UỶ BAN NHÂN DÂN|XÃ");
}

#[test]
fn typed_line_ends_and_wide_gaps_stay() {
    let field = Field::of("title-block", Some("subject")).unwrap();
    assert_eq!(broken("quản\nlý của\nxã Lục Bình", field), "quản\nlý|của\nxã Lục Bình");
    assert_eq!(broken("quản  lý", field), "quản||lý");
    assert_eq!(broken("", field), "");
}

#[test]
fn a_pair_may_begin_a_title() {
    let field = Field::of("title-block", Some("subject")).unwrap();
    for pair in ["1 – 2", "A - B", "1-2/3-4/5 – 6…", "a – b", "– –", "XÃ – XÃ"]
    {
        let _ = joints(pair, field);
    }
    assert_eq!(broken("1 – 2", field), "1 – 2");
}

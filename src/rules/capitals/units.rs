//! Units of administration: `xã Lục Bình`, with a small common noun.

use std::collections::BTreeMap;

use super::super::Draft;
use super::super::words::{Word, is_start};
use super::{CutLine, Wrong, say};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::uncapitalised;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CAPITAL_OF_UNIT];

/// The common noun of a unit with a capital.
static CAPITAL_OF_UNIT: Rule = Rule {
    id: "capital-of-unit",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, III.1"),
    explanation: Bilingual {
        vi: "Danh từ chung chỉ đơn vị hành chính viết thường: `xã Lục Bình`, `tỉnh Thái Nguyên`; \
             viết hoa khi đi với chữ số, tên người, tên sự kiện (`Quận 1`, `Phường Điện Biên Phủ`) \
             và trong `Thành phố Hồ Chí Minh`.",
        en: "The common noun of a unit is small: `xã Lục Bình`, `tỉnh Thái Nguyên`; with a number, \
             the name of a person or an event it has a capital (`Quận 1`, `Phường Điện Biên \
             Phủ`), as in `Thành phố Hồ Chí Minh`.",
    },
    wrong: Example::body("Công an báo cáo tình hình trên địa bàn Xã Lục Bình."),
    right: Example::body("Công an báo cáo tình hình trên địa bàn xã Lục Bình."),
    ..Rule::WARNING
};

fn capital_of_unit(written: &str, right: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    CAPITAL_OF_UNIT.problem(
        both!(
            "`{written}`: danh từ chung chỉ đơn vị hành chính viết thường{vi}",
            "`{written}`: the common noun of a unit is small{en}"
        ),
        both!("danh từ chung viết hoa", "a common noun with a capital"),
        both!("viết `{right}`", "write `{right}`"),
    )
}

/// The common nouns, each by its words. Those of hamlets (`bản`, `xóm`) are parts of names.
const UNITS: [&[&str]; 9] = [
    &["Thành", "phố"],
    &["Thị", "trấn"],
    &["Thị", "xã"],
    &["Đặc", "khu"],
    &["Xã"],
    &["Phường"],
    &["Huyện"],
    &["Quận"],
    &["Tỉnh"],
];

/// What a name of a person or an event begins with.
const PERSONS: [&str; 50] = [
    "An", "Bà", "Bùi", "Cao", "Chu", "Dương", "Đặng", "Điện", "Đinh", "Đoàn", "Đỗ",
    "Hai", "Hàm", "Hồ", "Hoàng", "Hùng", "Huỳnh", "Kim", "Lê", "Lương", "Lý", "Mạc",
    "Mai", "Ngô", "Nguyễn", "Ông", "Phạm", "Phan", "Phù", "Phùng", "Quang", "Tạ", "Tân",
    "Thái", "Thi", "Tô", "Tôn", "Trần", "Trịnh", "Trưng", "Trương", "Tự", "Văn", "Việt",
    "Võ", "Vũ", "Vua", "Xô", "Cách", "Giải",
];

/// Says which units have a capital in the middle of a sentence.
pub(super) fn check(lines: &[CutLine<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let mut wrong: Vec<Wrong<'_>> = Vec::new();
    for CutLine { line, words, .. } in lines {
        let text = line.text.as_str();
        for at in 0..words.len() {
            let Some(count) = unit(&words[at..], text) else { continue };
            let Some(name) = words.get(at + count) else { continue };
            let before = at.checked_sub(1).map(|before| &words[before]);
            // `thôn Xã Lũng`, `Công an Xã`: a part of a name, or of another fault.
            let in_name = before.is_some_and(|word| {
                let tight = text[word.range.end..words[at].range.start].trim().is_empty();
                tight && (word.is_capital() || is_unit_word(&word.small()))
            });
            let person =
                PERSONS.contains(&name.text) && is_named_after_persons(words[at].text);
            let city = text[name.range.start..].starts_with("Hồ Chí Minh");
            let body = ["Đoàn", "Đội", "Hội", "Ủy", "Uỷ"].contains(&name.text);
            let own = name.is_capital() && !name.is_all_capitals();
            let named = own && !(person || city || body);
            let start = words[at].range.start;
            if !named || in_name || is_start(text, start) {
                continue;
            }
            let end = words[at + count..]
                .iter()
                .take_while(|word| word.is_capital())
                .take(3)
                .last()
                .map_or(name.range.end, |word| word.range.end);
            let end = if text[start..end]
                .contains(|c: char| !c.is_alphanumeric() && c != ' ')
            {
                name.range.end
            } else {
                end
            };
            let right = uncapitalised(&text[start..end]);
            wrong.push(Wrong { line, range: start..end, right });
        }
    }
    let mut names: Vec<Vec<Wrong<'_>>> = Vec::new();
    let mut place_of: BTreeMap<String, usize> = BTreeMap::new();
    for one in wrong {
        let place = *place_of.entry(one.right.clone()).or_insert(names.len());
        if place == names.len() {
            names.push(Vec::new());
        }
        names[place].push(one);
    }
    for same in names {
        say(&same, draft, true, capital_of_unit, found);
    }
}

/// Whether units of a kind are named after persons: `Phường Ngô Quyền`, no province is.
fn is_named_after_persons(first: &str) -> bool {
    ["Phường", "Xã", "Quận", "Thị"].contains(&first)
}

/// How many words of a common noun stand first, with a blank and a name behind.
fn unit(words: &[Word<'_>], text: &str) -> Option<usize> {
    if !words.first()?.is_capital() {
        return None;
    }
    let unit = UNITS.iter().find(|unit| {
        words.len() > unit.len()
            && unit.iter().zip(words).all(|(own, word)| *own == word.text)
            && words[..=unit.len()]
                .windows(2)
                .all(|pair| &text[pair[0].range.end..pair[1].range.start] == " ")
    })?;
    Some(unit.len())
}

fn is_unit_word(small: &str) -> bool {
    [
        "xã",
        "phường",
        "huyện",
        "quận",
        "tỉnh",
        "thôn",
        "bản",
        "xóm",
        "ấp",
        "phố",
        "trấn",
        "khu",
    ]
    .contains(&small)
}

//! Names of bodies: `Ban Chỉ đạo`, `Ủy ban nhân dân`, `Đảng ủy`.

use std::sync::LazyLock;

use super::super::Draft;
use super::super::words::{all_capitals, is_start, is_whole};
use super::{CutLine, Wrong, say};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::outline::Line;
use crate::document::phrases::Phrases;
use crate::source::{lowercase, lowercase_in_place};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CAPITALS_OF_BODY];

/// The name of a body with other capitals than it has.
static CAPITALS_OF_BODY: Rule = Rule {
    id: "capitals-of-body",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, IV.1.a"),
    explanation: Bilingual {
        vi: "Tên cơ quan, tổ chức viết hoa chữ đầu của từ chỉ loại hình và của từ chỉ chức năng, \
             lĩnh vực: `Ban Chỉ đạo`, `Ủy ban Kiểm tra`; `Ủy ban nhân dân`, `Hội đồng nhân dân`, \
             `Đảng ủy` chỉ hoa chữ đầu. Nói chung chung (`các ban chỉ đạo`) thì viết thường.",
        en: "The name of a body has a capital where the word for its kind and the word for its \
             field begin: `Ban Chỉ đạo`, `Ủy ban Kiểm tra`; `Ủy ban nhân dân`, `Hội đồng nhân \
             dân`, `Đảng ủy` have the first one only. Where no certain body is meant, all is small.",
    },
    wrong: Example::body("Các thành viên Ban chỉ đạo xã báo cáo Đảng Ủy xã."),
    right: Example::body("Các thành viên Ban Chỉ đạo xã báo cáo Đảng ủy xã."),
    ..Rule::WARNING
};

fn capitals_of_body(written: &str, right: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    CAPITALS_OF_BODY.problem(
        both!(
            "tên cơ quan `{written}` viết hoa chưa đúng{vi}",
            "`{written}` has wrong capitals{en}"
        ),
        both!("viết hoa chưa đúng", "wrong capitals"),
        both!("viết `{right}`", "write `{right}`"),
    )
}

/// The names as they are written.
const BODIES: [&str; 20] = [
    "Ban Chỉ đạo",
    "Ban Chỉ huy",
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Ủy ban Kiểm tra",
    "Uỷ ban Kiểm tra",
    "Mặt trận Tổ quốc",
    "Đảng ủy",
    "Đảng uỷ",
    "Tỉnh ủy",
    "Tỉnh uỷ",
    "Thành ủy",
    "Thành uỷ",
    "Huyện ủy",
    "Huyện uỷ",
    "Chi ủy",
    "Chi uỷ",
];

/// The names in small letters.
static SMALL: LazyLock<[String; BODIES.len()]> =
    LazyLock::new(|| BODIES.map(str::to_lowercase));

/// The same, so that those at a word are found at once.
static NAMES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(&SMALL.each_ref().map(String::as_str)));

/// Whether a text is or holds one of the names, however it is written.
pub(super) fn names_body(small: &str) -> bool {
    SMALL.iter().any(|body| small.contains(body) || body.contains(small))
}

/// Says which names of bodies have other capitals.
pub(super) fn check(lines: &[CutLine<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    for ((body, name), places) in BODIES.into_iter().zip(&*SMALL).zip(places(lines)) {
        let (mut wrong, mut doubtful, mut right) = (Vec::new(), Vec::new(), false);
        for (line, at) in places {
            let text = line.text.as_str();
            let range = at..at + name.len();
            let written = &text[range.clone()];
            if !is_whole(text, &range) || written == *name || all_capitals(written) {
                continue;
            }
            if name.starts_with("ban ") && is_longer(&text[..at]) {
                continue;
            }
            if written == body {
                right = true;
                continue;
            }
            let rest_is_small = written.chars().skip(1).all(|c| !c.is_uppercase());
            let one = Wrong { line, range, right: body.to_owned() };
            // `Ban chỉ đạo các cấp …` at the beginning may mean none for certain.
            if rest_is_small && is_start(text, at) {
                doubtful.push(one);
            } else {
                wrong.push(one);
            }
        }
        if right {
            wrong.append(&mut doubtful);
        }
        say(&wrong, draft, true, capitals_of_body, found);
    }
}

/// The words that make `ban …` behind them the name of another body: `Ủy ban Thường vụ Quốc hội`,
/// `Tiểu ban Chỉ đạo`.
const LONGER: [&str; 5] = ["ủy", "uỷ", "tiểu", "phân", "liên"];

/// Whether `ban …` behind a text belongs to the word that stands there.
fn is_longer(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
    before.ends_with(' ') && word.is_some_and(|word| LONGER.contains(&&*lowercase(word)))
}

/// Where each of the names begins at a word, whatever its capitals: the lines with the places.
fn places<'d>(lines: &[CutLine<'d>]) -> [Vec<(&'d Line<'d>, usize)>; BODIES.len()] {
    let mut found = BODIES.map(|_| Vec::new());
    for CutLine { line, words, .. } in lines {
        let small = lowercase_in_place(&line.text);
        for start in words.iter().map(|word| word.range.start) {
            for name in NAMES.beginning(&small[start..]) {
                let body = SMALL.iter().position(|body| body == name);
                found[body.unwrap_or_default()].push((*line, start));
            }
        }
    }
    found
}

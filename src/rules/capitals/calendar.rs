//! Days of the week and months in words: `thứ Hai`, `Chủ nhật`.

use super::super::Draft;
use super::super::words::is_start;
use super::{CutLine, Wrong, say};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::capitalised;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&WEEKDAY_SMALL];

/// A day of the week in small letters.
static WEEKDAY_SMALL: Rule = Rule {
    id: "weekday-small",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, V.8.c"),
    explanation: Bilingual {
        vi: "Tên ngày trong tuần viết hoa chữ chỉ ngày: `thứ Hai`, `thứ Tư`, `Chủ nhật`. `Ngày \
             thứ hai` theo nghĩa thứ tự thì viết thường.",
        en: "In the name of a day of the week the word for the day has a capital: `thứ Hai`, \
             `thứ Tư`, `Chủ nhật`; `ngày thứ hai` in the sense of the second day has none.",
    },
    wrong: Example::body("Cuộc họp tổ chức vào thứ hai, ngày 08/6/2026."),
    right: Example::body("Cuộc họp tổ chức vào thứ Hai, ngày 08/6/2026."),
    ..Rule::NOTE
};

fn weekday_small(written: &str, right: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    WEEKDAY_SMALL.problem(
        both!(
            "tên ngày trong tuần `{written}` viết thường{vi}",
            "weekday `{written}` is small{en}"
        ),
        both!("ngày trong tuần", "a day of the week"),
        both!("viết `{right}`", "write `{right}`"),
    )
}

const DAYS: [&str; 7] = ["hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy"];

/// Says which days of the week are small. `thứ hai` is one only beside a date or a time of day.
pub(super) fn check(lines: &[CutLine<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let mut wrong = Vec::new();
    for CutLine { line, words, .. } in lines {
        let text = line.text.as_str();
        for at in 0..words.len().saturating_sub(1) {
            let (first, second) = (&words[at], &words[at + 1]);
            let range = first.range.start..second.range.end;
            if text[first.range.end..second.range.start] != *" " {
                continue;
            }
            if &text[range.clone()] == "chủ nhật" && !is_start(text, range.start) {
                wrong.push(Wrong { line, range, right: "Chủ nhật".to_owned() });
                continue;
            }
            if !first.is("thứ") || !DAYS.contains(&second.text) {
                continue;
            }
            let behind = text[range.end..].trim_start_matches([',', ' ', '(']);
            let before = at.checked_sub(1).map(|before| words[before].small());
            let dated = behind
                .strip_prefix("ngày ")
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
                || ["hằng tuần", "hàng tuần"].iter().any(|word| behind.starts_with(word));
            let timed =
                before.is_some_and(|word| ["sáng", "chiều", "tối"].contains(&&*word));
            if dated || timed {
                let right = format!("{} {}", first.text, capitalised(second.text));
                wrong.push(Wrong { line, range, right });
            }
        }
    }
    say(&wrong, draft, true, weekday_small, found);
}

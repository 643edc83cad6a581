//! Duties on a day of each month or week, without an end.

use super::spaced::Spaced;
use super::{OpenTask, place};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&DUTY_WITHOUT_END];

/// A duty that comes again on a set day and has no end.
static DUTY_WITHOUT_END: Rule = Rule {
    id: "duty-without-end",
    family: Family::Tasks,
    explanation: Bilingual {
        vi: "Việc làm vào một ngày nhất định hằng tháng, hằng tuần mà không ghi đến bao giờ thì \
             không biết khi nào thôi, và tháng nào cũng phải chép lại.",
        en: "Of a duty on a set day of each month or week nobody knows when it is over, and it is \
             copied from paper to paper.",
    },
    wrong: Example::body("1. Giao Văn phòng Đảng ủy báo cáo vào ngày 25 hằng tháng."),
    right: Example::body(
        "1. Giao Văn phòng Đảng ủy báo cáo vào ngày 25 hằng tháng, đến hết năm 2023.",
    ),
    ..Rule::NOTE
};

/// `count` duties have no end; the first one is on each `day`.
fn duty_without_end(count: usize, day: &str) -> Problem {
    DUTY_WITHOUT_END.problem(
        both!(
            "`{count}` việc định kỳ chưa ghi đến khi nào: `{day}`",
            "`{count}` recurring duties have no end: `{day}`"
        ),
        both!("việc định kỳ đầu tiên", "the first one"),
        both!(
            "thêm lúc kết thúc, ví dụ `đến hết năm 2026`; nếu đúng là lâu dài thì cứ để nguyên",
            "add an end, for example `đến hết năm 2026`; where it is to go on, let it stand"
        ),
    )
}

/// Says once which duties have no end.
pub(super) fn check(open: &[OpenTask<'_>], found: &mut Diagnostics) {
    let all = open.iter().filter_map(|open| Some((open.task, set_day(&open.work)?)));
    let all: Vec<_> = all.collect();
    if let Some((first, day)) = all.first() {
        found.push(duty_without_end(all.len(), day), place(first));
    }
}

/// Words that end what recurs.
const ENDS: [&str; 7] =
    ["đến hết", "cho đến", "đến khi", "đến ngày", "đến tháng", "trong năm", "đến cuối"];

/// The set day of a work without an end: `ngày 25 hằng tháng`, `thứ Hai hằng tuần`.
fn set_day(work: &Spaced) -> Option<String> {
    if !work.has_any(&["hằng", "hàng"]) {
        return None;
    }
    let words: Vec<&str> = work.text().split_whitespace().collect();
    let is_often = |pair: &&[&str]| {
        ["hằng", "hàng"].contains(&pair[2])
            && ["tháng", "quý", "tuần", "năm"].contains(&pair[3])
    };
    let is_day = |pair: &&[&str]| {
        let number = pair[1].bytes().all(|b| b.is_ascii_digit());
        (pair[0] == "ngày" && number) || pair[0] == "thứ"
    };
    let found = words.windows(4).find(|four| is_often(four) && is_day(four))?;
    (!work.has_any(&ENDS)).then(|| found.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_day_without_an_end_is_seen() {
        let day = |work: &str| set_day(&Spaced::of(work));
        assert_eq!(
            day("vệ sinh vào ngày 25 hằng tháng;").as_deref(),
            Some("ngày 25 hằng tháng")
        );
        assert_eq!(day("họp thứ Hai hàng tuần").as_deref(), Some("thứ hai hàng tuần"));
        for work in [
            "vào ngày 25 hằng tháng, đến hết năm 2026",
            "định kỳ hằng tháng báo cáo",
            "ngày 25 của tháng",
            "hằng tháng ngày 25",
        ] {
            assert_eq!(day(work), None, "{work}");
        }
    }
}

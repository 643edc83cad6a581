//! Days of the week that are not those of their dates: `thứ Hai, ngày 02/6/2026`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{DatedLine, in_numbers};
use crate::calendar::weekday;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::mention::Mention;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&WEEKDAY_WRONG];

/// A day of the week that is not that of its date.
static WEEKDAY_WRONG: Rule = Rule {
    id: "weekday-wrong",
    family: Family::Dates,
    explanation: Bilingual {
        vi: "Thứ và ngày không khớp thì người đọc đến nhầm ngày; một trong hai chắc chắn sai. \
             Ngày không ghi năm chỉ bị nhắc khi sai cả ở năm trước, năm nay và năm sau.",
        en: "Where the day of the week and the date do not agree, one of them is wrong and \
             people come on the wrong day. A date without its year is told only where it is wrong \
             in the year before, in this one and in the next.",
    },
    wrong: Example::body("Các thôn họp vào thứ Hai, ngày 13/6/2023."),
    right: Example::body("Các thôn họp vào thứ Ba, ngày 13/6/2023."),
    ..Rule::BINDING
};

/// The day is no `said`; `day` is what it is, and `near` the next one that is so called.
fn weekday_wrong(said: &str, day: NaiveDate, near: Option<NaiveDate>) -> Problem {
    let (date, right) = (in_numbers(day), weekday(day));
    let help = match near.map(in_numbers) {
        Some(near) => both!(
            "sửa thành `{right}`, hoặc sửa ngày: `{said}` gần nhất là ngày `{near}`",
            "write `{right}`, or mend the date: the nearest `{said}` is `{near}`"
        ),
        None => both!(
            "sửa thành `{right}`, hoặc sửa ngày",
            "write `{right}`, or mend the date"
        ),
    };
    WEEKDAY_WRONG.problem(
        both!(
            "ngày `{date}` là `{right}`, không phải `{said}`",
            "`{date}` is a `{right}`, not a `{said}`"
        ),
        both!("thứ và ngày không khớp", "the day of the week is not that of the date"),
        help,
    )
}

/// Says which days of the week of a line are not those of their dates.
pub(super) fn check(
    line: &DatedLine<'_>,
    issued: Option<NaiveDate>,
    found: &mut Diagnostics,
) {
    for mention in &line.mentions {
        let Some((said, from, to)) =
            said_before(line, mention).or_else(|| said_behind(line, mention))
        else {
            continue;
        };
        let days = days(line, mention, issued);
        let Some(day) = days.first().copied() else { continue };
        if days.iter().all(|day| day.weekday() != said) {
            let range = line.range(from, to);
            let name = name(line, from, to);
            found.push(
                weekday_wrong(&name, day, nearest(day, said)),
                line.line.span(range),
            );
        }
    }
}

/// The words of a day of the week without what stands about them: `thứ Hai`.
fn name(line: &DatedLine<'_>, from: usize, to: usize) -> String {
    let at = (from..=to).find(|at| weekday_at(line, *at).is_some()).unwrap_or(from);
    line.line.text[line.range(at, at + 1)].to_owned()
}

/// The days that a date can mean; without its year those of three years, this one first.
fn days(
    line: &DatedLine<'_>,
    mention: &Mention,
    issued: Option<NaiveDate>,
) -> Vec<NaiveDate> {
    if let Some(day) = mention.date(&line.line.text) {
        return vec![day];
    }
    let (None, Some(issued), Some(day)) = (&mention.year, issued, &mention.day) else {
        return Vec::new();
    };
    let Ok(day) = line.line.text[day.clone()].trim().parse() else { return Vec::new() };
    let year = issued.year();
    let years = [year, year.saturating_add(1), year.saturating_sub(1)];
    let all: Vec<NaiveDate> = years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, mention.month.number, day))
        .collect();
    if all.len() == years.len() { all } else { Vec::new() }
}

/// The day nearest to one that has this name.
fn nearest(day: NaiveDate, name: Weekday) -> Option<NaiveDate> {
    let near = (1..=3).flat_map(|step| {
        let step = chrono::Days::new(step);
        [day.checked_sub_days(step), day.checked_add_days(step)]
    });
    near.flatten().find(|day| day.weekday() == name)
}

type Said = Option<(Weekday, usize, usize)>;

/// `thứ Hai, ngày 02/6/2026`, `thứ Hai (02/6/2026)`: the day of the week before a date.
fn said_before(line: &DatedLine<'_>, mention: &Mention) -> Said {
    let between = |at: usize| [",", "(", "ngày", "là"].contains(&line.word(at));
    let mut at = mention.token;
    while at > 0 && mention.token - at < 2 && between(at - 1) {
        at -= 1;
    }
    let first = at.checked_sub(2)?;
    let said = weekday_at(line, first)?;
    // "kỳ họp thứ Ba, ngày …", "lần thứ năm, ngày …" count meetings.
    let before = line.before(first, 1);
    // "thứ Bảy, Chủ nhật, ngày 20/6/2026 và 21/6/2026"
    let listed = first.checked_sub(3).is_some_and(|at| weekday_at(line, at).is_some());
    let starts = (before.is_empty() || BEFORE.contains(&before)) && !listed;
    let last = last_token(line, mention);
    starts.then_some((said, first, last))
}

/// What stands before a day of the week that is one.
const BEFORE: [&str; 19] = [
    ",", ";", ":", ".", "(", "-", "–", "sáng", "trưa", "chiều", "tối", "ngày", "vào",
    "từ", "đến", "hôm", "là", "hết", "trước",
];

/// `ngày 02/6/2026 (thứ Hai)`: the day of the week in brackets behind a date.
fn said_behind(line: &DatedLine<'_>, mention: &Mention) -> Said {
    let open = last_token(line, mention) + 1;
    let said = weekday_at(line, open + 1)?;
    let bracketed = line.word(open) == "(" && line.word(open + 3) == ")";
    bracketed.then_some((said, open + 1, open + 2))
}

/// The number of the last token of a date.
fn last_token(line: &DatedLine<'_>, mention: &Mention) -> usize {
    let end = mention.range.end;
    line.tokens.partition_point(|token| token.range.end <= end).saturating_sub(1)
}

/// The day of the week whose two words begin at a token.
fn weekday_at(line: &DatedLine<'_>, at: usize) -> Option<Weekday> {
    Some(match (line.word(at), line.word(at + 1)) {
        ("thứ", "hai" | "2") => Weekday::Mon,
        ("thứ", "ba" | "3") => Weekday::Tue,
        ("thứ", "tư" | "4") => Weekday::Wed,
        ("thứ", "năm" | "5") => Weekday::Thu,
        ("thứ", "sáu" | "6") => Weekday::Fri,
        ("thứ", "bảy" | "bẩy" | "7") => Weekday::Sat,
        ("chủ", "nhật") => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::said_in;
    use chrono::NaiveDate;

    fn said(text: &str) -> String {
        let issued = NaiveDate::from_ymd_opt(2026, 6, 5);
        said_in(text, |line, found| super::check(line, issued, found))
    }

    #[test]
    fn a_weekday_that_is_not_is_told_in_each_form() {
        // 02/6/2026 is a Tuesday.
        for text in [
            "[thứ Hai, ngày 02/6/2026]",
            "vào hồi 8 giờ 00, [thứ hai ngày 02 tháng 6 năm 2026]",
            "sáng [thứ 4 (02/6/2026]), chiều thứ Ba (02/6/2026)",
            "[Chủ nhật, ngày 02/6/2026]",
            "ngày 02/6/2026 ([thứ Tư]) và 03/6/2026 (thứ Tư)",
            // Of 2025 to 2027 a Monday, a Tuesday and a Wednesday.
            "[thứ Bảy, ngày 02/6]",
        ] {
            assert_eq!(said(text), text);
        }
    }

    #[test]
    fn what_agrees_or_counts_is_let_pass() {
        for text in [
            "thứ Ba, ngày 02/6/2026 và Chủ nhật ngày 07/6/2026",
            "thứ Hai, ngày 02/6 và thứ Tư, ngày 02/6",
            "kỳ họp thứ Hai, ngày 02/6/2026",
            "Hội nghị lần thứ năm, ngày 02/6/2026",
            "từ thứ Hai đến thứ Sáu; ngày 02/6/2026",
            "sáng thứ Hai hằng tuần, báo cáo ngày 02/6/2026",
            "thứ Hai và thứ Tư, ngày 02/6/2026",
            "ngày 02/6/2026, thứ Tư ngày 03/6/2026",
            "đồng chí thứ ba, ngày 31/4/2026",
            "thứ Bảy, ngày 29/02",
            "ngày 20 và 21/6/2026 (thứ Bảy, Chủ nhật)",
            "thứ Bảy, Chủ nhật, ngày 20/6/2026 và 21/6/2026",
        ] {
            assert_eq!(said(text), text);
        }
    }
}

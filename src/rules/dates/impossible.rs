//! Days in the text that the calendar does not have: `31/4/2026`, `ngày 30 tháng 2`.

use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate};

use super::DatedLine;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&TEXT_DATE_IMPOSSIBLE];

/// A date in the text that the calendar does not have.
static TEXT_DATE_IMPOSSIBLE: Rule = Rule {
    id: "text-date-impossible",
    family: Family::Dates,
    explanation: Bilingual {
        vi: "Ngày trong câu phải có trong lịch: hạn `31/4` thì không ai biết là 30/4 hay 01/5. \
             Ngày âm lịch ghi rõ `âm lịch` thì không bị nhắc.",
        en: "A day in a sentence must be in the calendar: nobody knows whether a deadline of \
             `31/4` means the 30th of April or the 1st of May. A day of the lunar calendar is let \
             pass where the line says `âm lịch`.",
    },
    wrong: Example::body("Các thôn báo cáo trước ngày 31/6/2023."),
    right: Example::body("Các thôn báo cáo trước ngày 30/6/2023."),
    ..Rule::BINDING
};

/// The calendar has no such day as `text`; its month has `last_day` days, if there is that month.
fn text_date_impossible(text: &str, month: u32, last_day: Option<u32>) -> Problem {
    let help = match last_day {
        Some(day) => both!(
            "tháng `{month}` có `{day}` ngày: sửa ngày hoặc tháng; là ngày âm lịch thì ghi thêm `âm \
             lịch`",
            "month `{month}` has `{day}` days: mend the day or the month; for a day of the lunar \
             calendar add `âm lịch`"
        ),
        None => both!(
            "tháng phải từ 1 đến 12: viết ngày trước, tháng sau",
            "the month must be from 1 to 12: the day comes first"
        ),
    };
    TEXT_DATE_IMPOSSIBLE.problem(
        both!("`{text}` không có trong lịch", "the calendar has no day `{text}`"),
        both!("không có ngày này", "no such day"),
        help,
    )
}

/// Says which days of a line are in no calendar.
pub(super) fn check(line: &DatedLine<'_>, found: &mut Diagnostics) {
    for at in 0..line.tokens.len() {
        if let Some((range, month, year)) = words(line, at).or_else(|| numbers(line, at))
        {
            let text = &line.line.text[range.clone()];
            let last_day = last_day(month, year);
            found
                .push(text_date_impossible(text, month, last_day), line.line.span(range));
        }
    }
}

/// A date that is not: where it stands, its month, its year.
type Impossible = (Range<usize>, u32, Option<u32>);

/// `ngày 31 tháng 4`, with its year where that is said.
fn words(line: &DatedLine<'_>, at: usize) -> Option<Impossible> {
    let is_day = line.word(at) == "ngày" && line.word(at + 2) == "tháng";
    if !is_day || !both_short(line, at + 1, at + 3) {
        return None;
    }
    let linked = line.word(at + 4) == "năm"
        || line.word(at + 4) == "/" && line.is_tight(at + 3, at + 5);
    let has_year = linked && line.digits(at + 5) == 4;
    let end = if has_year { at + 5 } else { at + 3 };
    judged(line, (at + 1, at + 3, has_year.then_some(at + 5)), (at, end))
}

/// `31/4/2026`; without its year behind `ngày` only, and only where the month is one: `trong ngày
/// 12/15 thôn` counts villages.
fn numbers(line: &DatedLine<'_>, at: usize) -> Option<Impossible> {
    let parts = ["/", "-", "."];
    if line.word(at + 1) != "/" || !both_short(line, at, at + 2) {
        return None;
    }
    let before = line.before(at, 1);
    if parts.contains(&before) || before == "số" {
        return None;
    }
    let three = line.word(at + 3) == "/";
    let end = if three { at + 4 } else { at + 2 };
    let linked = |word: &str| ["/", "-"].contains(&word) || line.digits(end + 2) > 0;
    let next = line.word(end + 1);
    let goes_on = parts.contains(&next) && linked(next) && line.is_tight(end, end + 2);
    if !line.is_tight(at, end) || goes_on {
        return None;
    }
    if three {
        let year = (line.digits(at + 4) == 4).then_some(at + 4)?;
        return judged(line, (at, at + 2, Some(year)), (at, at + 4));
    }
    let is_month = (1..=12).contains(&line.tokens[at + 2].number()?);
    let is_day = (1..=31).contains(&line.tokens[at].number()?);
    (before == "ngày" && is_month && is_day)
        .then(|| judged(line, (at, at + 2, None), (at, at + 2)))
        .flatten()
}

/// Whether two tokens are numbers of one or two digits.
fn both_short(line: &DatedLine<'_>, day: usize, month: usize) -> bool {
    [day, month].iter().all(|at| (1..=2).contains(&line.digits(*at)))
}

/// The date of these tokens (day, month, year), which stands between two others, where the calendar
/// does not have it. Without its year the 29th of February may be.
fn judged(
    line: &DatedLine<'_>,
    (day, month, year): (usize, usize, Option<usize>),
    (from, to): (usize, usize),
) -> Option<Impossible> {
    let number = |at: usize| line.tokens.get(at)?.number();
    let (day, month, year) = (number(day)?, number(month)?, year.and_then(number));
    let in_year = i32::try_from(year.unwrap_or(LEAP_YEAR)).ok()?;
    let is_impossible = NaiveDate::from_ymd_opt(in_year, month, day).is_none();
    (is_impossible && !line.is_lunar(from, to))
        .then(|| (line.range(from, to), month, year))
}

/// A year with a 29th of February.
const LEAP_YEAR: u32 = 2024;

fn last_day(month: u32, year: Option<u32>) -> Option<u32> {
    let year = i32::try_from(year.unwrap_or(LEAP_YEAR)).ok()?;
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some(first.checked_add_months(Months::new(1))?.pred_opt()?.day())
}

#[cfg(test)]
mod tests {
    use super::super::tests::said_in as said;

    #[test]
    fn days_that_are_not_are_told_in_each_form() {
        for text in [
            "trước ngày [31/4/2026]. Từ ngày [31/4/2026].Các",
            "ngày [29/02/2026] và 28/02/2026",
            "[ngày 31 tháng 6 năm 2026]",
            "từ ngày 30/4 đến ngày [31/4]",
            "[ngày 30 tháng 2] hằng năm",
            "([15/13/2026])",
            "[ngày 32 tháng 5], [ngày 12 tháng 13 năm 2026]",
            "[ngày 31 tháng 11/2026]",
            "ngày 30 tháng 02 âm lịch, nộp báo cáo trước ngày [31/4/2026]",
        ] {
            assert_eq!(said(text, super::check), text);
        }
    }

    #[test]
    fn what_may_be_meant_otherwise_is_let_pass() {
        for text in [
            "ngày 29 tháng 2 và ngày 29/02/2028",
            "ngày 30 tháng 02 âm lịch, tức ngày 30/2 năm Bính Ngọ âm lịch",
            "âm lịch là ngày 30/02/2026",
            "Quyết định số 45/15/2026 và 31/4/2026/QĐ-UBND",
            "trong ngày 12/15 thôn đã báo cáo",
            "ngày 31/45 hộ, 31/4 hộ, 1.31.4/2026",
            "ngày … tháng 2 năm 2026",
            "trong 30 ngày; 2 tháng 2026",
            "ngày 100 tháng 4",
            "tỷ lệ 31/ 4/ 2026",
        ] {
            assert_eq!(said(text, super::check), text);
        }
    }
}

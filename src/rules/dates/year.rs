//! Years that are a slip of the paper's own: `2062` for `2026`, `1026`, `2206`.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::DatedLine;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&YEAR_FAR];

/// A year that is far from that of the paper.
static YEAR_FAR: Rule = Rule {
    id: "year-far",
    family: Family::Dates,
    explanation: Bilingual {
        vi: "Năm đảo chữ số (`2062` trong văn bản năm 2026), năm cách văn bản hơn 75 năm về \
             sau, hay năm như `1026` thường là gõ nhầm. Ngày lịch sử (`03/02/1930`), thời hạn 50 \
             năm, `tầm nhìn 2050` thì không bị nhắc.",
        en: "A year with its digits turned (`2062` in a paper of 2026), one more than 75 years \
             ahead or one like `1026` is mostly a slip. Days of history (`03/02/1930`), terms of \
             50 years, outlooks to 2050 are let pass.",
    },
    wrong: Example::fields(
        "ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp tháng 5 năm 2026",
    )
    .with_body("Các thôn báo cáo trước ngày 30/6/2062."),
    right: Example::fields(
        "ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp tháng 5 năm 2026",
    )
    .with_body("Các thôn báo cáo trước ngày 30/6/2026."),
    ..Rule::WARNING
};

/// The `year` is far from that of the paper, `own`.
fn year_far(year: i32, own: i32) -> Problem {
    YEAR_FAR.problem(
        both!(
            "năm `{year}` cách năm của văn bản (`{own}`) quá xa",
            "the year `{year}` is too far from that of the paper (`{own}`)"
        ),
        both!("có phải định viết `{own}`?", "is `{own}` meant?"),
        both!(
            "xem lại năm: nếu gõ nhầm thì sửa, ví dụ thành `{own}`; nếu đúng thì cứ để nguyên",
            "look at the year: mend it, for example to `{own}`; where it is meant, let it stand"
        ),
    )
    .suggesting(Some(&own.to_string()))
}

/// Says which years of a line are a slip of that in which the paper is issued.
pub(super) fn check(
    line: &DatedLine<'_>,
    issued: Option<NaiveDate>,
    found: &mut Diagnostics,
) {
    let Some(own) = issued.map(|day| day.year()) else { return };
    let dates = line.mentions.iter().filter_map(|mention| mention.year.as_ref());
    let in_dates = dates.map(|year| (year.range.clone(), year.number, true));
    let named = line.tokens.windows(2).filter(|pair| pair[0].text == "năm");
    let named = named.filter_map(|pair| {
        Some((
            pair[1].range.clone(),
            pair[1].number().filter(|year| is_year(*year))?,
            false,
        ))
    });
    let mut all: Vec<(Range<usize>, u32, bool)> = in_dates.chain(named).collect();
    all.sort_by_key(|(range, _, dated)| (range.start, !dated));
    all.dedup_by_key(|(range, _, _)| range.start);
    for (range, year, dated) in all {
        let Ok(year) = i32::try_from(year) else { continue };
        if is_turned(year, own) || (dated && is_far(year, own)) {
            found.push(year_far(year, own), line.line.span(range));
        }
    }
}

fn is_year(number: u32) -> bool {
    (1000..10_000).contains(&number)
}

/// Ahead of the paper by so many years a date is a slip: leases and plans last less.
const AHEAD: i32 = 75;

/// Before this year nothing is dated that an office writes of, but by its historians.
const MODERN: i32 = 1800;

/// Whether a year is that of no lease, no plan and no day of history.
fn is_far(year: i32, own: i32) -> bool {
    let near_end = (year % 100 - own % 100).abs() <= 2;
    year - own > AHEAD || (year < MODERN && near_end)
}

/// From so many years on a turned year is none that a plan reaches: 2032 in a paper of 2023 may
/// be meant.
const BEYOND: i32 = 15;

/// Whether a year is the other one with two neighbouring digits turned, and ahead of it.
fn is_turned(year: i32, own: i32) -> bool {
    if year - own < BEYOND {
        return false;
    }
    let (a, b) = (year.to_string(), own.to_string());
    (0..a.len().saturating_sub(1)).any(|at| {
        let mut turned: Vec<char> = a.chars().collect();
        turned.swap(at, at + 1);
        turned.into_iter().collect::<String>() == b
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::said_in;
    use chrono::NaiveDate;

    fn said(text: &str, year: i32) -> String {
        let issued = NaiveDate::from_ymd_opt(year, 6, 5);
        said_in(text, |line, found| super::check(line, issued, found))
    }

    #[test]
    fn slips_of_the_year_are_told() {
        for (text, year) in [
            ("trước ngày 30/6/[2062]", 2026),
            ("kế hoạch năm [2062], ngày 02 tháng 6 năm [2062]", 2026),
            ("tháng 5 năm [2206]", 2026),
            ("ngày 02/6/[1026]", 2026),
            ("ngày 02/6/[2105]", 2026),
            ("ngày 02/6/[2052]", 2025),
        ] {
            assert_eq!(said(text, year), text);
        }
    }

    #[test]
    fn history_terms_and_outlooks_are_let_pass() {
        for (text, year) in [
            ("kỷ niệm ngày sinh 19/5/1890, ngày thành lập Đảng 03/02/1930", 2026),
            ("khởi nghĩa năm 1418, chiến thắng ngày 30/01/1789", 2026),
            ("thuê đất 50 năm, đến ngày 15/10/2071 hoặc 15/10/2076", 2026),
            ("quy hoạch đến năm 2030, tầm nhìn đến năm 2065 và năm 2100", 2026),
            ("đến ngày 31/12/2032", 2023),
            ("số 2062 và 2062 hộ", 2026),
        ] {
            assert_eq!(said(text, year), text);
        }
        assert_eq!(said("năm 2062, ngày 02/6/2062", 2062), "năm 2062, ngày 02/6/2062");
    }
}

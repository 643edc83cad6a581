//! The days off of the State: those with a fixed date, and those that were announced for a year.
//!
//! A new year is a few rows of `ANNOUNCED`, its days that are worked in `WORKED`, and its number
//! in `YEARS`.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::{DayOff, Known};

/// The years whose days off are announced as a whole.
const YEARS: RangeInclusive<i32> = 2026..=2027;

/// A month and a day in it.
type Day = (u32, u32);

const LABOUR_CODE: &str = "Bộ luật Lao động 2019, Điều 112.1";
/// A holiday on a Saturday or Sunday is made up for on the next working day.
const MADE_UP: &str = "Bộ luật Lao động 2019, Điều 111.3";
const CULTURE: &str = "NQ 28/2026/QH16, Điều 2";
const NEW_YEAR_2026: &str = "12729/VPCP-KGVX, 25/12/2025";
const YEAR_2026: &str = "ý kiến của Thủ tướng, Văn phòng Chính phủ thông báo 13/10/2025";
const YEAR_2027: &str = "10065/VPCP-KGVX, 02/10/2026";

/// The days off with a fixed date, each with the first day of its kind: (month, day), year.
const FIXED: &[(Day, i32, DayOff)] = &[
    ((1, 1), 0, fixed("Tết Dương lịch", "New Year", LABOUR_CODE)),
    ((4, 30), 0, fixed("ngày Chiến thắng", "Victory Day", LABOUR_CODE)),
    ((5, 1), 0, fixed("ngày Quốc tế lao động", "Labour Day", LABOUR_CODE)),
    ((9, 2), 0, fixed("Quốc khánh", "National Day", LABOUR_CODE)),
    ((11, 24), 2026, fixed("ngày Văn hóa Việt Nam", "Vietnamese Culture Day", CULTURE)),
];

/// The days off that differ from year to year, from a day to a day.
#[rustfmt::skip]
const ANNOUNCED: &[(i32, RangeInclusive<Day>, DayOff)] = &[
    (2026, (1, 1)..=(1, 2), announced_day("Tết Dương lịch", "New Year", NEW_YEAR_2026)),
    (2026, (2, 16)..=(2, 20), announced_day("Tết Âm lịch", "Lunar New Year", YEAR_2026)),
    (2026, (4, 26)..=(4, 26), announced_day("Giỗ Tổ Hùng Vương", "Hung Kings' Day", LABOUR_CODE)),
    (2026, (4, 27)..=(4, 27), derived(
        "nghỉ bù Giỗ Tổ Hùng Vương", "the day made up for Hung Kings' Day", MADE_UP,
    )),
    (2026, (8, 31)..=(9, 2), announced_day("Quốc khánh", "National Day", YEAR_2026)),
    (2027, (2, 4)..=(2, 10), announced_day("Tết Âm lịch", "Lunar New Year", YEAR_2027)),
    (2027, (4, 16)..=(4, 16), announced_day("Giỗ Tổ Hùng Vương", "Hung Kings' Day", LABOUR_CODE)),
    (2027, (5, 3)..=(5, 3), derived(
        "nghỉ bù ngày Quốc tế lao động", "the day made up for Labour Day", MADE_UP,
    )),
    (2027, (9, 2)..=(9, 5), announced_day("Quốc khánh", "National Day", YEAR_2027)),
];

/// The Saturdays that are worked for a day off between a holiday and a weekend.
const WORKED: &[(i32, Day)] = &[(2026, (1, 10)), (2026, (8, 22))];

const fn fixed(vi: &'static str, en: &'static str, source: &'static str) -> DayOff {
    DayOff { vi, en, source, known: Known::Fixed }
}

const fn announced_day(
    vi: &'static str,
    en: &'static str,
    source: &'static str,
) -> DayOff {
    DayOff { vi, en, source, known: Known::Announced }
}

const fn derived(vi: &'static str, en: &'static str, source: &'static str) -> DayOff {
    DayOff { vi, en, source, known: Known::Derived }
}

/// Whether all days off of a year are announced; of the others only those with a fixed date are
/// known.
#[must_use]
pub fn announced(year: i32) -> bool {
    YEARS.contains(&year)
}

/// The holiday on a day.
pub(super) fn holiday(day: NaiveDate) -> Option<DayOff> {
    let (year, date) = (day.year(), (day.month(), day.day()));
    let of_year =
        ANNOUNCED.iter().find(|(y, days, _)| *y == year && days.contains(&date));
    let of_all = || FIXED.iter().find(|(day, since, _)| *day == date && *since <= year);
    of_year.map(|(_, _, off)| *off).or_else(|| of_all().map(|(_, _, off)| *off))
}

/// Whether a Saturday is worked for another day.
pub(super) fn is_worked(day: NaiveDate) -> bool {
    WORKED.contains(&(day.year(), (day.month(), day.day())))
}

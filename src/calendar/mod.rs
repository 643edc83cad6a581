//! The calendar of offices: on which days they work, on which they are off, and who set that.
//! Imports nothing of the house.
//!
//! Saturday and Sunday are off. The days of the State are a table with its sources (`table`):
//! whole for the years that are announced, else only those with a fixed date; the answers say
//! which of both ([`Known`], [`Reckoned`]). An office adds days of its own.

mod table;

use chrono::{Datelike, Days, NaiveDate, Weekday};

pub use table::announced;

/// Why a day is off, and who set that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOff {
    /// What it is in Vietnamese: `Quốc khánh`, `Chủ nhật`.
    pub vi: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// What sets it.
    pub source: &'static str,
    /// How it is known.
    pub known: Known,
}

/// How it is known that a day is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is so in every year.
    Fixed,
    /// The Government announced it for this year.
    Announced,
    /// It follows from the law: the day behind a holiday that falls on a Saturday or Sunday.
    Derived,
    /// The office says so.
    Office,
}

/// What was reckoned with the days off that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reckoned<T> {
    /// The answer.
    pub value: T,
    /// Whether all days off are known of the years that it goes through, so that it is certain.
    pub certain: bool,
}

/// The calendar of one office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// Days off of its own (ngày nghỉ).
    pub off: Vec<NaiveDate>,
    /// Days on which it works all the same (ngày làm bù).
    pub worked: Vec<NaiveDate>,
}

/// Longest time that is reckoned, in days: no office has a task for longer.
const LONGEST: usize = 4000;

impl Calendar {
    /// Why the office is off on a day; nothing where it works.
    #[must_use]
    pub fn day_off(&self, day: NaiveDate) -> Option<DayOff> {
        if self.worked.contains(&day) {
            return None;
        }
        if self.off.contains(&day) {
            return Some(OF_OFFICE);
        }
        if table::is_worked(day) {
            return None;
        }
        table::holiday(day).or_else(|| weekend(day))
    }

    /// The first day behind a day on which the office works.
    #[must_use]
    pub fn next_working_day(&self, day: NaiveDate) -> Option<Reckoned<NaiveDate>> {
        let next = behind(day).find(|day| self.day_off(*day).is_none())?;
        Some(Reckoned { value: next, certain: certain(day, next) })
    }

    /// The count of working days behind `from` up to `to`: of Thursday to the Monday behind it 2.
    #[must_use]
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> Reckoned<usize> {
        let days = behind(from).take_while(|day| *day <= to);
        let value = days.filter(|day| self.day_off(*day).is_none()).count();
        Reckoned { value, certain: certain(from, to) }
    }

    /// The day that is `count` working days behind `from`.
    #[must_use]
    pub fn after(&self, from: NaiveDate, count: usize) -> Option<Reckoned<NaiveDate>> {
        let mut days = behind(from).filter(|day| self.day_off(*day).is_none());
        let value = days.nth(count.checked_sub(1)?)?;
        Some(Reckoned { value, certain: certain(from, value) })
    }
}

/// The days behind a day.
fn behind(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let first = day.checked_add_days(Days::new(1)).unwrap_or(day);
    first.iter_days().take(LONGEST)
}

/// Whether the days off of all years between two days are announced.
fn certain(from: NaiveDate, to: NaiveDate) -> bool {
    (from.year()..=to.year()).all(announced)
}

fn weekend(day: NaiveDate) -> Option<DayOff> {
    let en = match day.weekday() {
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
            return None;
        }
    };
    let source = "QĐ 188/1999/QĐ-TTg";
    Some(DayOff { vi: weekday(day), en, source, known: Known::Fixed })
}

const OF_OFFICE: DayOff = DayOff {
    vi: "ngày nghỉ của cơ quan",
    en: "a day off of the office",
    source: "`ngày nghỉ`, vanban.yaml",
    known: Known::Office,
};

/// The day of the week with its capital (NĐ 30/2020/NĐ-CP, Phụ lục II, V.8.c): `thứ Sáu`.
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap()
    }

    /// The days of a year that are off or worked otherwise than the days of the week say.
    fn unusual(year: i32) -> String {
        let calendar = Calendar::default();
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take_while(|day| day.year() == year);
        let kept = days.filter(|day| {
            let off = calendar.day_off(*day).is_some();
            off != (day.weekday() == Weekday::Sat || day.weekday() == Weekday::Sun)
        });
        kept.map(|day| format!("{}/{}", day.day(), day.month()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn each_year_has_its_days_off_and_on() {
        let of_2026 = "1/1 2/1 10/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 22/8 31/8 1/9 2/9 \
                       24/11";
        assert_eq!(unusual(2026), of_2026);
        let of_2027 = "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11";
        assert_eq!(unusual(2027), of_2027);
        // Of other years the days of the moon and those beside 2/9 are not known.
        assert_eq!(unusual(2025), "1/1 30/4 1/5 2/9");
        assert_eq!(unusual(2029), "1/1 30/4 1/5");
    }

    #[test]
    fn a_day_off_says_who_set_it() {
        let calendar = Calendar::default();
        let said = |text: &str| {
            let off = calendar.day_off(day(text)).unwrap();
            (off.vi, off.source, off.known)
        };
        assert_eq!(
            said("03/05/2027"),
            (
                "nghỉ bù ngày Quốc tế lao động",
                "Bộ luật Lao động 2019, Điều 111.3",
                Known::Derived
            )
        );
        assert_eq!(
            said("06/02/2027"),
            ("Tết Âm lịch", "10065/VPCP-KGVX, 02/10/2026", Known::Announced)
        );
        assert_eq!(
            said("30/04/2031"),
            ("ngày Chiến thắng", "Bộ luật Lao động 2019, Điều 112.1", Known::Fixed)
        );
        assert_eq!(
            said("24/11/2031"),
            ("ngày Văn hóa Việt Nam", "NQ 28/2026/QH16, Điều 2", Known::Fixed)
        );
        assert_eq!(said("07/06/2026"), ("Chủ nhật", "QĐ 188/1999/QĐ-TTg", Known::Fixed));
        assert!(calendar.day_off(day("24/11/2025")).is_none(), "not yet a day off");
    }

    #[test]
    fn the_next_working_day_leaps_over_days_off() {
        let next = |text: &str| Calendar::default().next_working_day(day(text)).unwrap();
        assert_eq!(
            next("05/06/2026"),
            Reckoned { value: day("08/06/2026"), certain: true }
        );
        assert_eq!(
            next("13/02/2026"),
            Reckoned { value: day("23/02/2026"), certain: true }
        );
        assert_eq!(
            next("09/01/2026"),
            Reckoned { value: day("10/01/2026"), certain: true }
        );
        assert_eq!(
            next("29/04/2028"),
            Reckoned { value: day("02/05/2028"), certain: false }
        );
        assert_eq!(Calendar::default().next_working_day(NaiveDate::MAX), None);
    }

    #[test]
    fn working_days_are_counted_behind_the_first() {
        let count =
            |from: &str, to: &str| Calendar::default().working_days(day(from), day(to));
        assert_eq!(count("02/06/2026", "02/06/2026").value, 0);
        assert_eq!(count("02/06/2026", "09/06/2026").value, 5);
        assert_eq!(
            count("28/08/2026", "03/09/2026"),
            Reckoned { value: 1, certain: true }
        );
        assert_eq!(
            count("31/12/2027", "04/01/2028"),
            Reckoned { value: 2, certain: false }
        );
        assert_eq!(count("09/06/2026", "02/06/2026").value, 0, "never backwards");
        let after = |from: &str, n| Calendar::default().after(day(from), n);
        assert_eq!(after("02/06/2026", 5).unwrap().value, day("09/06/2026"));
        assert_eq!(after("02/06/2026", 0), None);
    }

    #[test]
    fn an_office_has_days_of_its_own() {
        let calendar = Calendar {
            off: vec![day("08/06/2026"), day("10/06/2026")],
            worked: vec![day("06/06/2026"), day("30/04/2026")],
        };
        let off = |text: &str| calendar.day_off(day(text)).map(|off| off.known);
        assert_eq!(off("08/06/2026"), Some(Known::Office));
        assert_eq!(off("06/06/2026"), None);
        assert_eq!(off("30/04/2026"), None);
        let next = calendar.next_working_day(day("05/06/2026")).unwrap().value;
        assert_eq!(next, day("06/06/2026"));
    }

    #[test]
    fn days_of_the_week_have_their_names() {
        let monday = day("01/06/2026");
        let names = monday.iter_days().take(7).map(weekday).collect::<Vec<_>>();
        assert_eq!(
            names.join(", "),
            "thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu, thứ Bảy, Chủ nhật"
        );
    }
}

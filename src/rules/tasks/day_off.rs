//! Deadlines on a day on which nobody works.

use chrono::{Datelike, NaiveDate};

use super::{Bound, OpenTask, bound};
use crate::calendar::{Calendar, DayOff, Reckoned, weekday};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Date, Deadline};
use crate::rules::Draft;
use crate::rules::dates::in_numbers;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&DEADLINE_DAY_OFF];

/// A deadline on a Saturday, a Sunday or a holiday.
static DEADLINE_DAY_OFF: Rule = Rule {
    id: "deadline-day-off",
    family: Family::Tasks,
    explanation: Bilingual {
        vi: "Hạn rơi vào thứ Bảy, Chủ nhật, ngày nghỉ lễ, tết hoặc `ngày nghỉ` của cơ quan thì \
             không có ai nộp và nhận; nên chuyển sang ngày làm việc kế tiếp. `Trước ngày` thứ Bảy \
             là hết ngày thứ Sáu, nên không bị nhắc. Cơ quan có làm việc ngày đó thì ghi vào \
             `ngày làm bù` trong `vanban.yaml`.",
        en: "On a Saturday, a Sunday, a holiday or a day off of the office (`ngày nghỉ`) nobody \
             hands in or takes in; the next working day is better. `Trước ngày` a Saturday is \
             Friday at the latest, so it is let pass. An office that works on that day says so \
             in `ngày làm bù` of `vanban.yaml`.",
    },
    wrong: Example::fields("ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp").with_body(
        "1. Giao Văn phòng Đảng ủy tổng hợp, báo cáo chậm nhất ngày 20/6/2026.",
    ),
    right: Example::fields("ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp").with_body(
        "1. Giao Văn phòng Đảng ủy tổng hợp, báo cáo chậm nhất ngày 22/6/2026.",
    ),
    ..Rule::WARNING
};

/// The deadline `day` is `off`; `next` is the next working day.
fn deadline_day_off(day: NaiveDate, off: &DayOff, next: Reckoned<NaiveDate>) -> Problem {
    let (said, vi, en) = (in_numbers(day), off.vi, off.en);
    let (name, date) = (weekday(next.value), in_numbers(next.value));
    let help = if next.certain {
        both!(
            "chuyển sang ngày làm việc kế tiếp: `{name}`, ngày `{date}`",
            "take the next working day: `{date}` (`{name}`)"
        )
    } else {
        let year = next.value.year();
        both!(
            "chuyển sang ngày làm việc kế tiếp: `{name}`, ngày `{date}` (lịch nghỉ lễ năm `{year}` chưa \
             đủ, xem lại)",
            "take the next working day: `{date}` (`{name}`); not all holidays of `{year}` are \
             known"
        )
    };
    DEADLINE_DAY_OFF
        .problem(
            both!("hạn `{said}` là `{vi}`", "the deadline `{said}` is `{en}`"),
            both!("ngày nghỉ", "a day off"),
            help,
        )
        .with_clause(off.source)
}

/// Says which deadlines are on days off.
pub(super) fn check(draft: &Draft<'_>, open: &[OpenTask<'_>], found: &mut Diagnostics) {
    let calendar = &draft.document.calendar;
    for OpenTask { task, .. } in open {
        let Some(Deadline::Day(date)) = &task.deadline else { continue };
        if date.open {
            continue;
        }
        let bound = bound(date, draft.sources);
        if let Some((off, next)) = off(calendar, date, bound) {
            found.push(deadline_day_off(date.day, &off, next), date.span);
        }
    }
}

/// Why the last day of a deadline is off, and the next working day. Before a day off there may be
/// a day that is worked.
fn off(
    calendar: &Calendar,
    date: &Date,
    bound: Bound,
) -> Option<(DayOff, Reckoned<NaiveDate>)> {
    let off = calendar.day_off(date.day)?;
    let is_off = match bound {
        Bound::Until => true,
        Bound::Before => calendar.day_off(date.day.pred_opt()?).is_some(),
        Bound::Through => false,
    };
    if is_off { Some((off, calendar.next_working_day(date.day)?)) } else { None }
}

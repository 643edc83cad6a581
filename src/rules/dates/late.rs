//! A State notice of conclusions that goes out later than five working days after the meeting.

use chrono::NaiveDate;

use super::in_numbers;
use crate::calendar::Calendar;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Regimes, Rule, both,
};
use crate::document::{Manifest, Regime};
use crate::rules::Draft;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&NOTICE_LATE];

/// A notice of conclusions that is late.
static NOTICE_LATE: Rule = Rule {
    id: "notice-late",
    family: Family::Dates,
    regimes: Regimes::State,
    clause: Some("QĐ 45/2018/QĐ-TTg"),
    explanation: Bilingual {
        vi: "Thông báo kết luận của cơ quan hành chính nhà nước ra trong 05 ngày làm việc kể từ \
             khi kết thúc cuộc họp. Thứ Bảy, Chủ nhật, ngày nghỉ lễ, tết và `ngày nghỉ` của cơ quan \
             không tính; năm chưa có lịch nghỉ thì chỉ nhắc khi chậm hơn nhiều.",
        en: "A State body gives notice of the conclusions of a meeting within five working days \
             after it. Saturdays, Sundays, holidays and the office's own days off (`ngày nghỉ`) do \
             not count; of years whose holidays are not announced only a much later one is told.",
    },
    wrong: Example::fields(
        "ngày ký: 15/6/2026\ntrích yếu: Kết luận cuộc họp tháng 5 năm 2026\n\
         cuộc họp: {ngày: 02/6/2026, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Chủ tịch}}",
    ),
    right: Example::fields(
        "ngày ký: 09/6/2026\ntrích yếu: Kết luận cuộc họp tháng 5 năm 2026\n\
         cuộc họp: {ngày: 02/6/2026, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Chủ tịch}}",
    ),
    ..Rule::WARNING
};

/// The notice of a meeting is signed `count` working days after it; `last` is the last day.
fn notice_late(count: usize, last: NaiveDate) -> Problem {
    let last = in_numbers(last);
    NOTICE_LATE.problem(
        both!(
            "ký sau cuộc họp `{count}` ngày làm việc; thông báo kết luận ra trong 05 ngày làm việc",
            "signed `{count}` working days after the meeting; notice of its conclusions is given \
             within 5"
        ),
        both!("ngày họp", "the day of the meeting"),
        both!(
            "hạn ký là ngày `{last}`; nếu `ngày` của cuộc họp hay `ngày ký` ghi nhầm thì sửa lại; \
             ngày nghỉ riêng của cơ quan thì ghi vào `ngày nghỉ` trong `vanban.yaml`",
            "the last day was `{last}`; mend `ngày` of the meeting or `ngày ký` where one is wrong; \
             days off of the office belong in `ngày nghỉ` of `vanban.yaml`"
        ),
    )
}

/// The working days after a meeting within which its notice goes out.
const WITHIN: usize = 5;

/// Most working days that may be days off which are not announced: those of Tết with one or two
/// beside them.
const UNKNOWN: usize = 9;

/// Says that a notice is late.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let document = draft.document;
    let notice = |kind: &Manifest| kind.is_called("thông báo kết luận");
    if document.regime.value != Regime::State
        || !draft.templates.chosen().is_some_and(notice)
    {
        return;
    }
    let Some(meeting) = document.meeting.as_ref().filter(|meeting| !meeting.date.open)
    else {
        return;
    };
    let Some(signed) = document.signing_date.day() else { return };
    if let Some((count, last)) = late(&document.calendar, meeting.date.day, signed) {
        found.push(notice_late(count, last), meeting.date.span);
    }
}

/// How many working days lie between a meeting and the signing, and the last day for it, where
/// it is late for certain.
fn late(
    calendar: &Calendar,
    held: NaiveDate,
    signed: NaiveDate,
) -> Option<(usize, NaiveDate)> {
    let count = calendar.working_days(held, signed);
    let allowed = if count.certain { WITHIN } else { WITHIN + UNKNOWN };
    let last = calendar.after(held, WITHIN)?.value;
    (count.value > allowed).then_some((count.value, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap()
    }

    #[test]
    fn days_off_do_not_count() {
        let late = |held: &str, signed: &str| {
            let late = late(&Calendar::default(), day(held), day(signed));
            late.map(|(count, last)| (count, in_numbers(last)))
        };
        assert_eq!(late("02/06/2026", "09/06/2026"), None);
        assert_eq!(late("02/06/2026", "10/06/2026"), Some((6, "09/6/2026".into())));
        // 31/8, 1/9 and 2/9 are off.
        assert_eq!(late("28/08/2026", "09/09/2026"), None);
        assert_eq!(late("28/08/2026", "10/09/2026"), Some((6, "09/9/2026".into())));
        // What was announced for 2024 is not known.
        assert_eq!(late("02/02/2024", "22/02/2024"), None);
        assert_eq!(late("02/02/2024", "23/02/2024").map(|(count, _)| count), Some(15));
    }

    #[test]
    fn days_off_of_the_office_do_not_count() {
        let calendar = Calendar { off: vec![day("03/06/2026")], ..Calendar::default() };
        assert_eq!(late(&calendar, day("02/06/2026"), day("10/06/2026")), None);
    }
}

//! A paper that tells of a meeting and was signed before it.

use super::{in_numbers, tells_of_meeting};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Meeting, SigningDate};
use crate::rules::Draft;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&SIGNED_BEFORE_MEETING];

/// A paper that was signed before the meeting that it tells of.
static SIGNED_BEFORE_MEETING: Rule = Rule {
    id: "signed-before-meeting",
    family: Family::Dates,
    explanation: Bilingual {
        vi: "Thông báo kết luận và biên bản được ký khi đã họp; ngày ký trước ngày họp là một \
             trong hai ngày ghi nhầm, thường do lấy lại văn bản tháng trước.",
        en: "A notice of conclusions and minutes are signed when the meeting was held; where \
             they are signed before it, one of both dates is wrong, mostly of last month's paper.",
    },
    wrong: Example::fields(
        "ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp\n\
         cuộc họp: {ngày: 22/6/2026, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}}",
    ),
    right: Example::fields(
        "ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp\n\
         cuộc họp: {ngày: 02/6/2026, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}}",
    ),
    ..Rule::BINDING
};

/// The paper is signed on `signed`, as it is typed; the meeting is on `held`.
fn signed_before_meeting(signed: &str, held: &str) -> Problem {
    SIGNED_BEFORE_MEETING.problem(
        both!(
            "ngày ký `{signed}` trước ngày họp `{held}`",
            "the day of signing `{signed}` is before that of the meeting `{held}`"
        ),
        both!("họp sau khi ký", "held after the signing"),
        both!(
            "sửa `ngày` của cuộc họp hoặc sửa `ngày ký`",
            "mend `ngày` of the meeting, or `ngày ký`"
        ),
    )
}

/// Says that a paper was signed before the meeting that it tells of.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Some(meeting) = &draft.document.meeting else { return };
    let signed = draft.document.signing_date;
    if tells_of_meeting(draft) && is_before(signed, meeting) {
        let problem =
            signed_before_meeting(&shown(signed), &in_numbers(meeting.date.day));
        found.push(problem, meeting.date.span);
    }
}

/// Whether all of what is known of the day of signing lies before the meeting. Of a meeting
/// whose day is open the month counts.
fn is_before(signed: SigningDate, meeting: &Meeting) -> bool {
    use chrono::Datelike;
    let held = meeting.date.day;
    let month = (held.year(), held.month());
    match signed {
        SigningDate::Day(day) if meeting.date.open => (day.year(), day.month()) < month,
        SigningDate::Day(day) => day < held,
        SigningDate::Month { year, month: signed } => (year, signed) < month,
        SigningDate::Year(year) => year < held.year(),
        SigningDate::Blank => false,
    }
}

/// What is known of the day of signing: `05/6/2026`, `6/2026`, `2026`.
fn shown(signed: SigningDate) -> String {
    match signed {
        SigningDate::Day(day) => in_numbers(day),
        SigningDate::Month { year, month } => format!("{month}/{year}"),
        SigningDate::Year(year) => year.to_string(),
        SigningDate::Blank => String::new(),
    }
}

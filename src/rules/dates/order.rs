//! Days in fields of a kind's own that come before others which they should follow, as the kind's
//! manifest says (`không trước`); a count of days of leave that is not theirs.

use chrono::NaiveDate;

use super::in_numbers;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{CustomEntry, CustomValue, Date, Document, Text, field, fold};
use crate::rules::Draft;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&DAYS_ORDER, &LEAVE_DAYS];

/// A day before the one that it should follow.
static DAYS_ORDER: Rule = Rule {
    id: "days-order",
    family: Family::Dates,
    explanation: Bilingual {
        vi: "Giấy có giá trị đến một ngày không trước ngày ký; nghỉ, đi, ủy quyền từ ngày nào thì \
             đến ngày đó hoặc sau đó. Mẫu ghi ở `không trước` ngày nào phải sau ngày nào.",
        en: "A paper is valid up to a day that is not before its signing; leave, travel and powers \
             end when they begin or later. The template says which day follows which (`không \
             trước`).",
    },
    wrong: Example::fields(
        "mẫu: giấy nghỉ phép\nký hiệu: GNP/BCĐ\nngười nghỉ phép: {họ tên: Nông Thị Quyên, chức vụ: Phó \
         Bí thư}\nnghỉ từ: 16/6/2023\nnghỉ đến: 12/6/2023",
    ),
    right: Example::fields(
        "mẫu: giấy nghỉ phép\nký hiệu: GNP/BCĐ\nngười nghỉ phép: {họ tên: Nông Thị Quyên, chức vụ: Phó \
         Bí thư}\nnghỉ từ: 12/6/2023\nnghỉ đến: 16/6/2023",
    ),
    ..Rule::WARNING
};

/// The field `name` has a `day` before that of the field `other`.
fn days_order(name: &str, day: NaiveDate, other: &str, before: NaiveDate) -> Problem {
    let (day, before) = (in_numbers(day), in_numbers(before));
    DAYS_ORDER.problem(
        both!(
            "`{name}` là ngày `{day}`, trước `{other}` là ngày `{before}`",
            "`{name}` is `{day}`, before `{other}`, which is `{before}`"
        ),
        both!("ngày này", "this day"),
        both!(
            "xem lại hai ngày, sửa ngày ghi nhầm",
            "mend the one of both that is wrong"
        ),
    )
}

/// A count of days of leave that is not what the two days come to.
static LEAVE_DAYS: Rule = Rule {
    id: "leave-days",
    family: Family::Dates,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10"),
    explanation: Bilingual {
        vi: "Số ngày nghỉ phép phải khớp với ngày đầu và ngày cuối: `ngày làm việc` thì không tính \
             thứ Bảy, Chủ nhật, ngày nghỉ lễ, tết và `ngày nghỉ` của cơ quan. Năm chưa có lịch nghỉ \
             thì không nhắc.",
        en: "The count of days of leave agrees with its first and last day; of working days \
             Saturdays, Sundays, holidays and the office's days off do not count. Nothing is said of \
             years whose holidays are not announced.",
    },
    wrong: Example::fields(
        "mẫu: giấy nghỉ phép\nký hiệu: GNP/BCĐ\nngười nghỉ phép: {họ tên: Nông Thị Quyên, chức vụ: Phó \
         Bí thư}\nsố ngày nghỉ: 06 ngày làm việc\nnghỉ từ: 14/12/2026\nnghỉ đến: 18/12/2026",
    ),
    right: Example::fields(
        "mẫu: giấy nghỉ phép\nký hiệu: GNP/BCĐ\nngười nghỉ phép: {họ tên: Nông Thị Quyên, chức vụ: Phó \
         Bí thư}\nsố ngày nghỉ: 05 ngày làm việc\nnghỉ từ: 14/12/2026\nnghỉ đến: 18/12/2026",
    ),
    ..Rule::WARNING
};

fn leave_days(said: &str, working: usize, all: usize) -> Problem {
    LEAVE_DAYS.problem(
        both!(
            "ghi nghỉ `{said}`, nhưng từ ngày đầu đến ngày cuối là `{working}` ngày làm việc, tính cả \
             ngày nghỉ là `{all}` ngày",
            "`{said}` of leave, but from the first day to the last there are `{working}` working days, \
             `{all}` days in all"
        ),
        both!("số này", "this count"),
        both!("sửa số ngày, hoặc sửa ngày ghi nhầm", "mend the count, or the day that is wrong"),
    )
}

/// Checks the days in the fields of the kind's own.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Some(kind) = draft.templates.chosen() else { return };
    let document = draft.document;
    for (name, form) in &kind.fields.0 {
        let Some(other) = &form.not_before else { continue };
        let Some(own) = day(document, name.as_str()) else { continue };
        let before = if fold(other.as_str()) == field::SIGNING_DATE.key {
            document.signing_date.day()
        } else {
            day(document, other.as_str()).map(|date| date.day)
        };
        if let Some(before) = before.filter(|before| own.day < *before) {
            let problem = days_order(name.as_str(), own.day, other.as_str(), before);
            found.push(problem, own.span);
        }
    }
    if let Some((text, [working, all])) = of_leave(document) {
        found.push(leave_days(text.value.trim(), working, all), text.span);
    }
}

fn value<'d>(document: &'d Document, name: &str) -> Option<&'d CustomValue> {
    let called = |entry: &&CustomEntry| fold(&entry.name) == fold(name);
    document.custom.iter().find(called)?.value.as_ref()
}

/// The day in a field, where all of it is known.
fn day(document: &Document, name: &str) -> Option<Date> {
    match value(document, name)? {
        CustomValue::Date(date) => Some(*date).filter(|date| !date.open),
        CustomValue::Text(_)
        | CustomValue::Flag(_)
        | CustomValue::Person(_)
        | CustomValue::List(_)
        | CustomValue::Group(_) => None,
    }
}

/// The count of days of leave that is written, where it is wrong, with the working days and all days
/// that there are.
fn of_leave(document: &Document) -> Option<(&Text, [usize; 2])> {
    let Some(CustomValue::Text(text)) = value(document, "số ngày nghỉ") else {
        return None;
    };
    let (from, to) = (day(document, "nghỉ từ")?.day, day(document, "nghỉ đến")?.day);
    let digits: String =
        text.value.trim().chars().take_while(char::is_ascii_digit).collect();
    let said: usize = digits.parse().ok()?;
    let all = usize::try_from(to.signed_duration_since(from).num_days()).ok()? + 1;
    let working = document.calendar.working_days(from.pred_opt()?, to);
    let is_working = text.value.to_lowercase().contains("làm việc");
    let fits = said == working.value || (said == all && !is_working);
    (working.certain && !fits).then_some((text, [working.value, all]))
}

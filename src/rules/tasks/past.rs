//! Deadlines that are over when the paper is issued.

use chrono::{Datelike, Months, NaiveDate};

use super::super::per_line::PerLine;
use super::spaced::Spaced;
use super::under::Surroundings;
use super::{Bound, OpenTask, bound};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::mention::{Mention, mentions, tokens};
use crate::document::{Deadline, Text};
use crate::rules::Draft;
use crate::rules::dates::in_numbers;
use crate::source::Span;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&DEADLINE_PAST];

/// A deadline before the day on which the paper is issued.
static DEADLINE_PAST: Rule = Rule {
    id: "deadline-past",
    family: Family::Tasks,
    explanation: Bilingual {
        vi: "Hạn đã qua khi văn bản ban hành thì không ai làm kịp; thường là hạn của văn bản tháng \
             trước còn sót lại. Câu nêu việc đã làm (`đã …`), phần đánh giá kết quả không bị nhắc; \
             hạn không ghi năm chỉ bị nhắc khi vừa qua chưa đến ba tháng.",
        en: "Nobody can keep a deadline that is over when the paper is issued; mostly it is left \
             from last month's. Sentences that tell what was done (`đã …`) and the part on results \
             are let pass; a deadline without its year is told only where it is over for less than \
             three months.",
    },
    wrong: Example::fields("ngày ký: 05/6/2023")
        .with_body("1. Giao Văn phòng Đảng ủy tổng hợp, báo cáo trước ngày 25/5/2023."),
    right: Example::fields("ngày ký: 05/6/2023")
        .with_body("1. Giao Văn phòng Đảng ủy tổng hợp, báo cáo trước ngày 27/6/2023."),
    ..Rule::BINDING
};

/// The deadline `said` is over on the day of the paper, `issued`, as far as that is known.
fn deadline_past(said: &str, issued: &str) -> Problem {
    DEADLINE_PAST.problem(
        both!(
            "hạn `{said}` đã qua khi văn bản ban hành (`{issued}`)",
            "the deadline `{said}` is over when the document is issued (`{issued}`)"
        ),
        both!("hạn đã qua", "over"),
        both!(
            "sửa hạn; việc làm rồi thì viết `đã …`, hoặc ghi `xong: có` nếu khai báo thành từng mục; \
             nếu ngày của văn bản ghi nhầm thì sửa `ngày ký`",
            "mend the deadline; of what is done say `đã …`, or `xong: có` where it is data; mend \
             `ngày ký` where that is wrong"
        ),
    )
}

/// Says which deadlines are over when the paper is issued.
pub(super) fn check(
    draft: &Draft<'_>,
    open: &[OpenTask<'_>],
    around: &Surroundings<'_>,
    found: &mut Diagnostics,
) {
    let Some((issued, shown)) = issued(draft) else { return };
    let telling = PerLine::default();
    for task in open {
        let Some((said, span)) = over(task, issued, draft) else { continue };
        if !tells_of_the_past(around, task, &telling) {
            found.push(deadline_past(&said, &shown), span);
        }
    }
}

/// The first day on which the paper can be issued, and what is known of it in words. An invitation
/// is sent before its meeting, other papers behind it.
fn issued(draft: &Draft<'_>) -> Option<(NaiveDate, String)> {
    let document = draft.document;
    let invites = draft.templates.chosen().is_some_and(|kind| kind.is_called("giấy mời"));
    let held = document.meeting.as_ref().filter(|meeting| !invites && !meeting.date.open);
    let held = held.map(|meeting| meeting.date.day);
    let signed = document.signing_date;
    let day = signed.day().or(held).map(|day| (day, in_numbers(day)));
    day.or_else(|| {
        let first = signed.first()?;
        let (month, year) = (first.month(), first.year());
        let known = signed.month().map(|_| format!("{month}/{year}"));
        Some((first, known.unwrap_or_else(|| year.to_string())))
    })
}

/// The deadline of a task and its place, where it is over.
fn over(
    task: &OpenTask<'_>,
    issued: NaiveDate,
    draft: &Draft<'_>,
) -> Option<(String, Span)> {
    match task.task.deadline.as_ref()? {
        Deadline::Day(day) => {
            let counts = !day.open && bound(day, draft.sources) != Bound::Through;
            let said = in_numbers(day.day);
            (counts && day.day < issued).then_some((said, day.span))
        }
        Deadline::Period(text) => {
            let over = is_over(text, issued);
            (over && !recurs(&task.work)).then(|| (text.value.clone(), text.span))
        }
    }
}

/// A deadline without its year that lies further back than so many days is one of the next year:
/// in December that of the 15th of January.
const RECENT: i64 = 92;

/// Whether a time in words is over, where that is a day or a month: `trước ngày 20/5`, `trong
/// tháng 5 năm 2026`.
fn is_over(text: &Text, issued: NaiveDate) -> bool {
    let tokens = tokens(&text.value);
    let all = mentions(&tokens);
    let [mention] = all.as_slice() else { return false };
    let last = last_day(mention, &text.value, issued.year());
    let recent = |last: NaiveDate| (issued - last).num_days() <= RECENT;
    last.is_some_and(|last| last < issued && (mention.year.is_some() || recent(last)))
}

/// The last day of a date or a month, which is in a year where it says no other.
fn last_day(mention: &Mention, text: &str, year: i32) -> Option<NaiveDate> {
    let said = mention.year.as_ref().map(|year| i32::try_from(year.number));
    let year = said.unwrap_or(Ok(year)).ok()?;
    let first = NaiveDate::from_ymd_opt(year, mention.month.number, 1)?;
    match &mention.day {
        Some(day) => first.with_day(text.get(day.clone())?.trim().parse().ok()?),
        None => first.checked_add_months(Months::new(1))?.pred_opt(),
    }
}

/// Whether a work comes again and again.
fn recurs(work: &Spaced) -> bool {
    work.has_any(&["hằng", "hàng", "mỗi", "định kỳ"])
}

/// Whether a task is none, but tells what was done.
fn tells_of_the_past(
    around: &Surroundings<'_>,
    task: &OpenTask<'_>,
    telling: &PerLine,
) -> bool {
    let results = ["kết quả", "đánh giá", "tình hình", "tồn tại", "hạn chế", "ưu điểm"];
    let of_results = |line: &str| Spaced::of(line).has_any(&results);
    task.work.has("đã")
        || around.above(task.task).iter().any(|line| telling.of(line, of_results))
}

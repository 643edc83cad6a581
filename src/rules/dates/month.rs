//! The month of a meeting in the subject against the day of the meeting.

use chrono::{Datelike, NaiveDate};

use super::{DatedLine, in_numbers, tells_of_meeting};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::mention::Mention;
use crate::document::outline::Line;
use crate::rules::Draft;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&SUBJECT_MONTH];

/// A subject with another month than that of the meeting.
static SUBJECT_MONTH: Rule = Rule {
    id: "subject-month",
    family: Family::Dates,
    explanation: Bilingual {
        vi: "Cuộc họp tháng 5 có thể họp ngày 02/6, nhưng không họp tháng 8: tháng trong trích \
             yếu cách ngày họp từ hai tháng trở lên thường là của văn bản trước.",
        en: "The meeting of May may be held on the 2nd of June, but not in August: a month in \
             the subject that is two or more away from the meeting is mostly that of an earlier \
             paper.",
    },
    wrong: Example::fields(
        "ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp Ban Chỉ đạo tháng 3 năm 2026\n\
         cuộc họp: {ngày: 02/6/2026, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}}",
    ),
    right: Example::fields(
        "ngày ký: 05/6/2026\ntrích yếu: kết luận cuộc họp Ban Chỉ đạo tháng 5 năm 2026\n\
         cuộc họp: {ngày: 02/6/2026, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}}",
    ),
    ..Rule::WARNING
};

/// The subject has the month `said`, the meeting is on `held`.
fn subject_month(said: &str, held: NaiveDate) -> Problem {
    let (date, month, year) = (in_numbers(held), held.month(), held.year());
    SUBJECT_MONTH
        .problem(
            both!(
                "trích yếu ghi `{said}`, nhưng cuộc họp là ngày `{date}`",
                "the subject says `{said}`, but the meeting is on `{date}`"
            ),
            both!("cách ngày họp từ hai tháng trở lên", "two or more months away"),
            both!(
                "sửa tháng trong trích yếu, ví dụ thành `tháng {month} năm {year}`, hoặc sửa `ngày` của \
                 cuộc họp",
                "mend the month in the subject, for example to `tháng {month} năm {year}`, or `ngày` \
                 of the meeting"
            ),
        )
        .with_related(both!("ngày họp", "the day of the meeting"))
}

/// Says that the subject has another month than the meeting.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Some(meeting) = &draft.document.meeting else { return };
    if !tells_of_meeting(draft) {
        return;
    }
    let Some(subject) = &draft.document.subject else { return };
    let line = Line::of_text(subject, draft.sources);
    let line = DatedLine::of(&line, false);
    let held = meeting.date.day;
    let Some(mention) = of_meeting(&line).filter(|mention| is_apart(mention, held))
    else {
        return;
    };
    let said = &line.line.text[mention.range.clone()];
    let span = line.line.span(mention.range.clone());
    found.push_related(subject_month(said, held), span, meeting.date.span);
}

/// What a meeting is called.
const MEETINGS: [[&str; 2]; 3] = [["cuộc", "họp"], ["phiên", "họp"], ["hội", "nghị"]];

/// Words behind which a month is that of the work, not of the meeting: "cuộc họp triển khai
/// nhiệm vụ tháng 8".
const WORK: [&str; 18] = [
    "về", "việc", "triển", "đánh", "chuẩn", "nhiệm", "công", "thực", "kế", "sơ", "tổng",
    "kết", "dự", "bàn", "cho", "góp", "giữa", "đến",
];

/// The only month of a subject, where it is that of the meeting.
fn of_meeting<'l>(line: &'l DatedLine<'_>) -> Option<&'l Mention> {
    let [mention] = line.mentions.as_slice() else { return None };
    let before = &line.tokens[..mention.token];
    let starts = before.windows(2).rposition(|pair| {
        MEETINGS.iter().any(|words| words[0] == pair[0].text && words[1] == pair[1].text)
    })?;
    let between = &before[starts + 2..];
    let of_work = between.iter().any(|token| WORK.contains(&&*token.text));
    (mention.day.is_none() && !of_work).then_some(mention)
}

/// Whether a month is two or more away from a day; without its year from that day of any year.
fn is_apart(mention: &Mention, held: NaiveDate) -> bool {
    let month = mention.month.number;
    let apart = if let Some(year) = &mention.year {
        let months = |year: i64, month: u32| year * 12 + i64::from(month);
        let held = months(held.year().into(), held.month());
        months(year.number.into(), month).abs_diff(held)
    } else {
        let apart = month.abs_diff(held.month());
        u64::from(apart.min(12 - apart))
    };
    apart >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use crate::source::Sources;

    /// Whether a subject is told of a meeting on 02/6/2026.
    fn told(subject: &str) -> bool {
        let sources = Sources::default();
        let text = Text::new(subject, crate::source::Span::default());
        let line = Line::of_text(&text, &sources);
        let line = DatedLine::of(&line, false);
        let held = NaiveDate::from_ymd_opt(2026, 6, 2).unwrap();
        of_meeting(&line).is_some_and(|mention| is_apart(mention, held))
    }

    #[test]
    fn a_month_that_cannot_be_that_of_the_meeting_is_told() {
        for subject in [
            "kết luận cuộc họp Ban Chỉ đạo tháng 3 năm 2026",
            "Kết luận phiên họp Ủy ban nhân dân xã tháng 5 năm 2025",
            "kết luận hội nghị Ban Thường vụ Đảng ủy tháng 9",
            "kết luận cuộc họp tháng 6/2027",
        ] {
            assert!(told(subject), "{subject}");
        }
    }

    #[test]
    fn what_may_be_so_is_let_pass() {
        for subject in [
            "kết luận cuộc họp Ban Chỉ đạo tháng 5 năm 2026",
            "kết luận cuộc họp tháng 7",
            "kết luận hội nghị triển khai nhiệm vụ tháng 9 năm 2026",
            "kết luận cuộc họp về chuẩn bị Đại hội tháng 12 năm 2026",
            "kết luận cuộc họp tháng 3 và tháng 4",
            "kết luận cuộc họp ngày 02/3/2026",
            "kết quả thực hiện tháng 3",
        ] {
            assert!(!told(subject), "{subject}");
        }
    }
}

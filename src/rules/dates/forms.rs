//! The zeros of dates in words: `ngày 5 tháng 06` is `ngày 05 tháng 6`.

use std::ops::Range;

use chrono::NaiveDate;

use super::DatedLine;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::date::{day_number, month_number};
use crate::document::outline::Line;
use crate::source::Span;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&DATE_ZEROS];

/// Dates in words whose zeros are not those of the date line.
static DATE_ZEROS: Rule = Rule {
    id: "date-zeros",
    family: Family::Dates,
    clause: Some("HD 05-HD/VPTW, 4.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.b"),
    explanation: Bilingual {
        vi: "Ngày dưới 10 và tháng 1, tháng 2 có số 0 ở trước; các tháng khác thì không: `ngày \
             05 tháng 6`. Dòng địa danh, ngày tháng được in đúng như vậy; trong câu nên viết cùng \
             một cách. Ngày viết bằng số (`05/06/2026`) không bị nhắc.",
        en: "Days below 10 and the months 1 and 2 have a 0 before them, other months have none: \
             `ngày 05 tháng 6`. The date line is printed so; sentences had better be alike. Dates \
             in numbers (`05/06/2026`) are let pass.",
    },
    wrong: Example::body("Các thôn báo cáo trước ngày 5 tháng 06 năm 2023."),
    right: Example::body("Các thôn báo cáo trước ngày 05 tháng 6 năm 2023."),
    ..Rule::NOTE
};

/// `count` dates have other zeros; the first one is `wrong` and should be `right`.
fn date_zeros(wrong: &str, right: &str, count: usize) -> Problem {
    let label = if count > 1 {
        both!("văn bản có `{count}` chỗ như vậy", "`{count}` such places in all")
    } else {
        both!("viết `{right}`", "write `{right}`")
    };
    DATE_ZEROS.problem(
        both!(
            "`{wrong}`: số 0 không theo cách viết ngày, tháng của thể thức",
            "`{wrong}`: the zeros are not those of a date in an official document"
        ),
        label,
        both!(
            "viết `{right}`: ngày dưới 10 và tháng 1, 2 có số 0 ở trước, tháng khác không có",
            "write `{right}`: days below 10 and the months 1 and 2 have a 0, others have none"
        ),
    )
}

/// Says once for all lines which dates in words have other zeros.
pub(super) fn check(lines: &[DatedLine<'_>], found: &mut Diagnostics) {
    let mut slips = lines.iter().flat_map(slips).peekable();
    let Some(first) = slips.peek() else { return };
    let (span, wrong, right) = (first.span, first.wrong.clone(), first.right.clone());
    let (mut count, mut edits) = (0, Vec::new());
    for slip in slips {
        count += 1;
        edits.extend(slip.edits);
    }
    let fix: Fix = edits.into_iter().collect();
    let fix = fix.iter().next().is_some().then_some(fix);
    found.push_fixed(date_zeros(&wrong, &right, count), span, fix);
}

/// A date with other zeros.
struct Slip {
    span: Span,
    wrong: String,
    right: String,
    edits: Vec<(Span, String)>,
}

fn slips<'l>(line: &'l DatedLine<'_>) -> impl Iterator<Item = Slip> + 'l {
    (0..line.tokens.len()).filter_map(|at| slip(line, at))
}

/// The date in words at a token, where its zeros are others.
fn slip(line: &DatedLine<'_>, at: usize) -> Option<Slip> {
    if line.word(at) != "ngày" || line.word(at + 2) != "tháng" {
        return None;
    }
    let day = line.tokens.get(at + 1)?;
    let month = line.tokens.get(at + 3)?;
    // Of any leap year; a day that is in none is told otherwise.
    let date = NaiveDate::from_ymd_opt(2024, month.number()?, day.number()?)?;
    let (wanted_day, wanted_month) = (day_number(date), month_number(date));
    let parts = [(&day.range, wanted_day), (&month.range, wanted_month)];
    let whole = line.range(at, at + 3);
    let mut right = line.line.text[whole.clone()].to_owned();
    let mut edits = Vec::new();
    let mut any = false;
    for (range, wanted) in parts.iter().rev() {
        if line.line.text[(*range).clone()] == **wanted {
            continue;
        }
        any = true;
        right.replace_range(range.start - whole.start..range.end - whole.start, wanted);
        edits.extend(edit(line.line, range, wanted));
    }
    let wrong = line.line.text[whole.clone()].to_owned();
    any.then(|| Slip { span: line.line.span(whole), wrong, right, edits })
}

fn edit(line: &Line<'_>, range: &Range<usize>, wanted: &str) -> Option<(Span, String)> {
    Some((line.written(range.clone())?, wanted.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::said_in;

    fn said(text: &str) -> String {
        said_in(text, |line, found| super::check(std::slice::from_ref(line), found))
    }

    #[test]
    fn zeros_are_told_once() {
        for text in [
            "[ngày 5 tháng 6] năm 2026, ngày 7 tháng 6",
            "trước [ngày 05 tháng 06] năm 2026",
            "[ngày 15 tháng 2] năm 2026",
        ] {
            assert_eq!(said(text), text);
        }
    }

    #[test]
    fn other_forms_are_let_pass() {
        for text in [
            "ngày 05 tháng 6 năm 2026, ngày 15 tháng 02, ngày 10 tháng 12",
            "5/6/2026, 05/06/2026, ngày 5/6, tháng 06 năm 2026, tháng 1",
            "ngày 5 hằng tháng, 5 ngày 6 tháng, ngày 30 tháng 2, ngày 5 tháng 13",
        ] {
            assert_eq!(said(text), text);
        }
    }
}

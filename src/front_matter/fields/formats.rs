//! What is wrong with a value that is not written in the form of its field: a date, a number.

use super::problems::wrong_choice;
use crate::diagnostic::shared::placeholder;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::document::{
    Count, Date, DateFault, Done, Millimetres, Points, SigningDate, Text, mark,
};
use crate::source::Span;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&NUMBER_FORM, &DATE_FORM, &DATE_IMPOSSIBLE];

/// What is wrong with a value of a format.
pub(crate) fn problem(field: &str, value: &str, format: &str) -> Problem {
    let unit = match format {
        Points::FORMAT => "pt",
        Millimetres::FORMAT => "mm",
        Count::FORMAT => "",
        Done::FORMAT if !value.contains(|c: char| c.is_ascii_digit()) => {
            let choices = ["có", "không", "06/6/2023"].map(str::to_owned);
            return wrong_choice(field, value, &choices);
        }
        _ => return date(value, format),
    };
    number_form(field, value, unit)
}

fn date(value: &str, format: &str) -> Problem {
    if !mark::marks(&Text::new(value, Span::default()).value).is_empty() {
        return placeholder(true);
    }
    let month_allowed = format == SigningDate::FORMAT;
    let fault = if month_allowed {
        SigningDate::parse(value).err()
    } else {
        Date::parse(value).err()
    };
    match fault {
        Some(DateFault::Impossible { last_day }) => date_impossible(value, last_day),
        Some(DateFault::Form) | None => date_form(value, month_allowed),
    }
}

/// A quantity that is not written as a number.
pub(crate) static NUMBER_FORM: Rule = Rule {
    id: "number-form",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Cỡ chữ, khoảng cách, lề là những con số; dấu phẩy ngăn phần lẻ.",
        en: "Sizes, distances and margins are numbers; a comma divides the fraction.",
    },
    wrong: Example::fields("trình bày: {cỡ chữ: to}"),
    right: Example::fields("trình bày: {cỡ chữ: 14}"),
    ..Rule::ERROR
};

/// The `value` of a `field` is no number of a `unit`, which is empty for a count.
pub(crate) fn number_form(field: &str, value: &str, unit: &str) -> Problem {
    let help = if unit.is_empty() {
        both!(
            "viết một số từ 1 đến 99, ví dụ `2`",
            "write a number from 1 to 99, for example `2`"
        )
    } else {
        both!(
            "viết một số, tính bằng {unit}, ví dụ `14` hoặc `12,7 {unit}`",
            "write a number of {unit}, for example `14` or `12,7 {unit}`"
        )
    };
    NUMBER_FORM.problem(
        both!(
            "`{field}` không nhận giá trị `{value}`",
            "field `{field}` does not take `{value}`"
        ),
        both!("phải là một số", "must be a number"),
        help,
    )
}

/// A date that is not written as a date.
pub(crate) static DATE_FORM: Rule = Rule {
    id: "date-form",
    family: Family::Dates,
    clause: Some("HD 05-HD/VPTW, 4.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
    explanation: Bilingual {
        vi: "Ngày viết bằng số, ngày trước tháng sau: từ đó mới in được “ngày 05 tháng 6 \
             năm 2023” và tính được hạn.",
        en: "A date is written in numbers, the day first: only so can it be printed in \
             words and deadlines be counted.",
    },
    wrong: Example::fields("ngày ký: mồng năm tháng sáu"),
    right: Example::fields("ngày ký: 05/6/2023"),
    ..Rule::ERROR
};

/// A `value` that is not written as a date; `month_allowed` where the day may be left out.
pub(crate) fn date_form(value: &str, month_allowed: bool) -> Problem {
    let help = if month_allowed {
        both!(
            "viết đủ ngày/tháng/năm, ví dụ `05/6/2023`; chưa biết ngày thì viết \
             `6/2023`, `2023` hoặc để trống",
            "write day/month/year, for example `05/6/2023`; where the day is not known, \
             `6/2023`, `2023` or nothing"
        )
    } else {
        both!(
            "viết đủ ngày/tháng/năm, ví dụ `05/6/2023`",
            "write day/month/year, for example `05/6/2023`"
        )
    };
    DATE_FORM.problem(
        both!(
            "`{value}` chưa phải là ngày, tháng, năm viết đúng cách",
            "`{value}` is not written as a date"
        ),
        both!("không đọc được thành ngày", "cannot be read as a date"),
        help,
    )
}

/// A date that the calendar does not have.
pub(crate) static DATE_IMPOSSIBLE: Rule = Rule {
    id: "date-impossible",
    family: Family::Dates,
    clause: Some("HD 05-HD/VPTW, 4.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
    explanation: Bilingual {
        vi: "Ngày phải có trong lịch.",
        en: "A date must be in the calendar.",
    },
    wrong: Example::fields("ngày ký: 31/6/2023"),
    right: Example::fields("ngày ký: 30/6/2023"),
    ..Rule::ERROR
};

/// A `value` that the calendar does not have; `last_day` is that of its month, if that exists.
pub(crate) fn date_impossible(value: &str, last_day: Option<u32>) -> Problem {
    let help = match last_day {
        Some(day) => both!(
            "tháng này chỉ có {day} ngày; viết lại, ví dụ `05/6/2023`",
            "this month has {day} days only"
        ),
        None => both!(
            "tháng phải từ 1 đến 12; viết ngày trước, tháng sau, ví dụ `05/6/2023`",
            "the month must be from 1 to 12; the day comes first: `05/6/2023`"
        ),
    };
    DATE_IMPOSSIBLE.problem(
        both!("ngày `{value}` không có trong lịch", "the calendar has no day `{value}`"),
        both!("không có ngày này", "no such day"),
        help,
    )
}

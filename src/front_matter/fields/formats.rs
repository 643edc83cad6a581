//! What is wrong with a value that is not written in the form of its field: a date, a number.

use crate::diagnostic::Problem;
use crate::diagnostic::shared::to_fill;
use crate::document::{
    Count, Date, DateFault, Done, Millimetres, Points, SigningDate, Text, mark,
};
use crate::front_matter::problems::{fields, values};
use crate::source::Span;

/// What is wrong with a value of a format.
pub(crate) fn problem(field: String, value: String, format: &str) -> Problem {
    let unit = match format {
        Points::FORMAT => "pt",
        Millimetres::FORMAT => "mm",
        Count::FORMAT => "",
        Done::FORMAT if !value.contains(|c: char| c.is_ascii_digit()) => {
            let choices = ["có", "không", "06/6/2023"].map(str::to_owned);
            return fields::wrong_choice(&field, &value, &choices);
        }
        _ => return date(value, format),
    };
    values::number_form(&field, &value, unit)
}

fn date(value: String, format: &str) -> Problem {
    if !mark::marks(&Text::new(&value, Span::default()).value).is_empty() {
        return to_fill(true);
    }
    let month_allowed = format == SigningDate::FORMAT;
    let fault = if month_allowed {
        SigningDate::parse(&value).err()
    } else {
        Date::parse(&value).err()
    };
    match fault {
        Some(DateFault::Impossible { last_day }) => {
            values::date_impossible(&value, last_day)
        }
        Some(DateFault::Form) | None => values::date_form(&value, month_allowed),
    }
}

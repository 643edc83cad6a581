//! What is wrong with a value that is not written in the form of its field: a date, a number.

use crate::diagnostic::Problem;
use crate::document::{Count, Date, DateFault, Millimetres, Points, SigningDate};

/// What is wrong with a value of a format.
pub(super) fn problem(field: String, value: String, format: &str) -> Problem {
    let unit = match format {
        Points::FORMAT => "pt",
        Millimetres::FORMAT => "mm",
        Count::FORMAT => "",
        _ => return date(value, format),
    };
    Problem::NumberForm { field, value, unit }
}

fn date(value: String, format: &str) -> Problem {
    let month_allowed = format == SigningDate::FORMAT;
    let fault = if month_allowed {
        SigningDate::parse(&value).err()
    } else {
        Date::parse(&value).err()
    };
    match fault {
        Some(DateFault::Impossible { last_day }) => {
            Problem::DateImpossible { value, last_day }
        }
        Some(DateFault::Form) | None => Problem::DateForm { value, month_allowed },
    }
}

//! Lines of a letterhead that are known by their form: the number, the place with the date.

use super::values::{folded, symbol};
use crate::source::is_alphanumeric;

/// The number and the symbol of a line that has nothing else.
pub(super) fn numbered(text: &str) -> Option<(String, String)> {
    let first = text.chars().find(|c| is_alphanumeric(*c));
    first.filter(|first| matches!(first, 's' | 'S'))?;
    let capital = text.chars().skip(1).any(char::is_uppercase);
    let text = folded(text);
    let rest = text.strip_prefix("số")?.trim_start_matches([':', ' ']);
    let at = rest.find(['/', '-'])?;
    let (number, written) = (rest[..at].trim(), symbol(&rest[at + 1..]));
    let open = |c: char| c.is_ascii_digit() || is_open(c);
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let is_one = number.chars().all(open)
        && letters > 1
        && capital
        && !rest[at + 1..].replace(" - ", "-").trim().contains(' ')
        && written.chars().all(|c| c.is_alphanumeric() || "/-.".contains(c));
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    is_one.then(|| (digits.trim_start_matches('0').to_owned(), written))
}

/// The place and the date of a line that has nothing else.
pub(super) fn dated(text: &str) -> Option<(String, [String; 3])> {
    // The year, or the word before it where it is open.
    let last = text.chars().rev().find(|c| is_alphanumeric(*c));
    last.filter(|last| last.is_numeric() || matches!(last, 'm' | 'M'))?;
    let text = folded(text);
    let (place, rest) = text.split_once(", ngày")?;
    let (day, rest) = rest.split_once("tháng")?;
    let (month, year) = rest.split_once("năm")?;
    let open = |c: char| c.is_ascii_digit() || is_open(c);
    let number = |part: &str| {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        let fits = part.chars().all(open) && digits.len() <= 4;
        fits.then(|| digits.trim_start_matches('0').to_owned())
    };
    Some((place.trim().to_owned(), [number(day)?, number(month)?, number(year)?]))
}

/// Whether a character stands where something is written by hand.
fn is_open(c: char) -> bool {
    c.is_whitespace() || "….·_".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_known_with_its_blanks_and_dots() {
        let number = |text| numbered(text).map(|(number, symbol)| number + "|" + &symbol);
        assert_eq!(number("Số: 45/TB-UBND").as_deref(), Some("45|tb-ubnd"));
        assert_eq!(number("Số 012-TB/BCĐ").as_deref(), Some("12|tb/bcđ"));
        assert_eq!(number("Số:      /TB – UBND").as_deref(), Some("|tb-ubnd"));
        assert_eq!(number("Số: …/QĐ-UBND").as_deref(), Some("|qđ-ubnd"));
        for text in
            ["Số 5/6 hộ dân", "Số 45/TB-UBND ngày 12/6/2026", "Số lượng: 3/4", "45/TB"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_known_behind_its_place() {
        let date = |text| dated(text).map(|(place, date)| place + "|" + &date.join("/"));
        let whole = Some("suối mơ|12/6/2026");
        assert_eq!(date("Suối Mơ, ngày 12 tháng 6 năm 2026").as_deref(), whole);
        assert_eq!(date("Suối Mơ, ngày 12 tháng 06 năm 2026.").as_deref(), whole);
        let open = Some("suối mơ|/6/2026");
        assert_eq!(date("Suối Mơ, ngày …… tháng 6 năm 2026").as_deref(), open);
        for text in ["Ngày 12 tháng 6 năm 2026", "Xã, ngày 12 tháng 6 năm 2026, họp tại"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }
}

//! Numbers in the English way: a comma for thousands, a stop for decimals. Vietnamese has it the
//! other way round (NĐ 30/2020 and the Civil Code write `1.500` and `12,5`). A part of `language`.

use std::ops::Range;

/// What a number counts or measures, in small letters.
const UNITS: &str =
    "% ‰ ha km m kg g tạ tấn lít m2 m3 m² m³ kw kwh mw tỷ tỉ triệu nghìn ngàn điểm đồng";

/// The numbers of a line that can only be read in the English way: `1,500,000`, `12.5%`.
#[must_use]
pub fn english_numbers(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find(|c: char| c.is_ascii_digit()).map(|i| at + i)
    {
        let rest = &line[start..];
        let length = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
            .unwrap_or(rest.len());
        let number = rest[..length].trim_end_matches(['.', ',']);
        let joined = line[..start]
            .ends_with(|c: char| c.is_alphanumeric() || "/-_.,:".contains(c));
        let behind = &rest[number.len()..];
        if !joined && is_english(number, behind) {
            found.push(start..start + number.len());
        }
        at = start + length;
    }
    found
}

fn is_english(number: &str, behind: &str) -> bool {
    let parts: Vec<&str> = number.split([',', '.']).collect();
    let (commas, stops) = (number.matches(',').count(), number.matches('.').count());
    let thousands = parts.len() > 1
        && (1..=3).contains(&parts[0].len())
        && parts[1..].iter().all(|part| part.len() == 3);
    match (commas, stops) {
        (2.., 0) => thousands,
        (1.., 1) => number.rfind('.') > number.rfind(','),
        (0, 1) => parts[1].len() < 3 && is_measured(behind),
        _ => false,
    }
}

/// Whether a unit follows.
fn is_measured(behind: &str) -> bool {
    let word = behind.trim_start();
    let end = word.find(|c: char| !(c.is_alphanumeric() || "%‰".contains(c)));
    let word = word[..end.unwrap_or(word.len())].to_lowercase();
    UNITS.split(' ').any(|unit| unit == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_the_english_way_are_found() {
        for (line, wanted) in [
            ("đạt 12.5% và 3.25 ha", vec!["12.5", "3.25"]),
            ("1,500,000 đồng; 1,250.5 tấn", vec!["1,500,000", "1,250.5"]),
            ("1.500.000 đồng; 12,5%; 1.250,5 tấn; 1.500 ha; 10,500 ha", vec![]),
            (
                "mục 3.3 UBND; 2.1. Các; ngày 05.6; v1.2; 45/2018; 8.30; tiêu chí 17.8",
                vec![],
            ),
            ("điều 5.1 km? QCVN 01-1:2018; 192.168.1.1; 2.5, 3.5", vec!["5.1"]),
        ] {
            let found: Vec<_> =
                english_numbers(line).into_iter().map(|range| &line[range]).collect();
            assert_eq!(found, wanted, "{line}");
        }
    }
}

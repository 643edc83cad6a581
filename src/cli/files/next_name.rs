//! The name of next month's file: the month in a name, moved on.

use std::ops::Range;
use std::path::{Path, PathBuf};

/// The name of a file so many months later: `thong-bao-05.md` → `thong-bao-06.md`,
/// `thong-bao-2023-12.md` → `thong-bao-2024-01.md`. The month is the one number from 1 to 12
/// that stands next to the year, or alone in a name without one.
pub(crate) fn next_name(path: &Path, months: i32) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_str()?;
    let (month, year) = month_of(stem)?;
    let number = |range: &Range<usize>| stem[range.clone()].parse::<i32>().ok();
    let first = year.as_ref().and_then(number).unwrap_or(2000);
    let index = first * 12 + number(&month)? - 1 + months;
    let width = month.len();
    let mut parts = vec![(month, format!("{:0width$}", index.rem_euclid(12) + 1))];
    parts.extend(year.map(|year| (year, index.div_euclid(12).to_string())));
    parts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut name = stem.to_owned();
    for (range, with) in parts {
        name.replace_range(range, &with);
    }
    if let Some(extension) = path.extension() {
        name = format!("{name}.{}", extension.to_string_lossy());
    }
    Some(path.with_file_name(name))
}

/// Where a name says a month, and the year.
fn month_of(stem: &str) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let numbers = numbers(stem);
    let is_year = |range: &Range<usize>| range.len() == 4 && &stem[range.clone()] > "1";
    let is_month = |range: &Range<usize>| {
        let number = stem[range.clone()].parse().unwrap_or_default();
        range.len() <= 2 && (1..=12).contains(&number)
    };
    let year = numbers.iter().find(|range| is_year(range)).cloned();
    let beside = |range: &Range<usize>| match &year {
        Some(year) => range.start == year.end + 1 || range.end + 1 == year.start,
        None => true,
    };
    let mut months = numbers.into_iter().filter(|range| is_month(range) && beside(range));
    let month = months.next()?;
    months.next().is_none().then_some((month, year))
}

/// The numbers in a name with nothing but a mark before and behind them.
fn numbers(stem: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in stem.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            Some(_) | None => found.push(at..at + 1),
        }
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    found.retain(|range| {
        !letter(stem[..range.start].chars().next_back())
            && !letter(stem[range.end..].chars().next())
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_move_on() {
        let next = |name: &str, months| {
            next_name(Path::new(name), months).map(|path| path.display().to_string())
        };
        for (name, months, wanted) in [
            ("thong-bao-05.md", 1, Some("thong-bao-06.md")),
            ("a/thong-bao-2023-12.md", 1, Some("a/thong-bao-2024-01.md")),
            ("thong-bao-2023-06-du-lieu.md", 1, Some("thong-bao-2023-07-du-lieu.md")),
            ("05.2023.yaml", 2, Some("07.2023.yaml")),
            ("tb thang 9.md", 1, Some("tb thang 10.md")),
            ("thong-bao-12.md", 1, Some("thong-bao-01.md")),
            ("thong-bao-2023-12.md", 13, Some("thong-bao-2025-01.md")),
            ("thong-bao.md", 1, None),
            ("thong-bao-02-06.md", 1, None),
            ("thong-bao-02-6-2023.md", 1, Some("thong-bao-02-7-2023.md")),
            ("thong-bao-so-15.md", 1, None),
            ("t5.md", 1, None),
        ] {
            assert_eq!(next(name, months).as_deref(), wanted, "{name}");
        }
    }
}

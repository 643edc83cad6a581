//! `vanban new --from`: the document of the month after another one's.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::document::Loaded;
use super::message::{Message, Misuse, Renewed};
use super::new::{Early, misused, write};
use super::terminal::Terminal;
use super::{Exit, NewArgs};
use crate::diagnostic::Problem;
use crate::document::Date;
use crate::renewal::Renewal;
use crate::source::Source;
use crate::{lay_out, renew};

/// Writes the next document, says what it changes and what must be filled in.
pub(super) fn run(
    from: &Path,
    arguments: &NewArgs,
    terminal: &Terminal,
) -> Result<Exit, Early> {
    let date = arguments.date.as_deref().map(date).transpose()?;
    let read = || Loaded::read(from, None).map_err(|m| (Some(m), Exit::Environment));
    let loaded = read()?;
    let (renewal, compilation) = loaded.clone().run_for(|input| renew(input, date));
    terminal.show(&compilation.found, &compilation.sources);
    let Some(renewal) = renewal else {
        terminal.count([&compilation]);
        return Err((None, Exit::Problems));
    };
    if let Some(date) = arguments.date.as_ref().filter(|_| renewal.months < 0) {
        return Err(misused(Misuse::DateBefore(date.clone())));
    }
    let output = arguments.output.as_deref();
    let name = match output {
        Some(output) => output.to_owned(),
        None => next_name(from, renewal.months)
            .ok_or_else(|| misused(Misuse::NoNextName(from.to_owned())))?,
    };
    let exit = write(output, name.clone(), &renewal.text, terminal)?;
    let name = if name.as_os_str() == "-" {
        "(đầu ra chuẩn)".to_owned()
    } else {
        name.display().to_string()
    };
    let checked = loaded.renamed(&name, renewal.text.clone().into_bytes());
    let (_, checked) = checked.run_for(|input| {
        let (_, compilation) = lay_out(input);
        ((), compilation)
    });
    let open = checked.found.iter().filter(|d| is_open(&d.problem));
    let open: Vec<usize> = open
        .filter(|d| d.span.file.number() == 0)
        .map(|d| checked.sources.get(d.span.file).position(d.span.start).line)
        .collect();
    terminal.say(&Message::Renewed(report(name, renewal, open)));
    let mut rest = checked.found;
    rest.retain(|diagnostic| !is_open(&diagnostic.problem));
    terminal.show(&rest, &checked.sources);
    Ok(exit)
}

fn is_open(problem: &Problem) -> bool {
    matches!(problem, Problem::ToFill { .. })
}

fn date(written: &str) -> Result<NaiveDate, Early> {
    Date::parse(written).map_err(|_| {
        misused(Misuse::WrongValue {
            argument: "--date <NGÀY>".into(),
            value: written.into(),
            valid: "05/7/2023, 2023-07-05".into(),
        })
    })
}

/// What is said of a new document, by line.
fn report(name: String, renewal: Renewal, mut open: Vec<usize>) -> Renewed {
    let source = Source::new("", renewal.text);
    let line = |at: usize| source.position(at).line;
    open.dedup();
    Renewed {
        name,
        changes: renewal.changes.into_iter().map(|(at, c)| (line(at), c)).collect(),
        open,
        notes: renewal.notes.into_iter().map(|(at, n)| (line(at), n)).collect(),
    }
}

/// The name of a file so many months later: `thong-bao-05.md` → `thong-bao-06.md`,
/// `thong-bao-2023-12.md` → `thong-bao-2024-01.md`. The month is the one number from 1 to 12
/// in the name that stands alone, or next to the year.
fn next_name(path: &Path, months: i32) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_str()?;
    let numbers = numbers(stem);
    let value = |range: &std::ops::Range<usize>| stem[range.clone()].parse::<i32>().ok();
    let year = numbers.iter().position(|n| n.len() == 4 && value(n) > Some(999));
    let is_month = |n: &std::ops::Range<usize>| {
        n.len() <= 2 && value(n).is_some_and(|n| (1..=12).contains(&n))
    };
    let beside = |index: usize| {
        let near = [index.checked_add(1), index.checked_sub(1)].into_iter().flatten();
        let near = near.filter(|at| {
            let other = numbers.get(*at);
            other.is_some_and(|n| {
                is_month(n)
                    && n.start
                        .abs_diff(numbers[index].end)
                        .min(numbers[index].start.abs_diff(n.end))
                        == 1
            })
        });
        near.map(|at| &numbers[at]).collect::<Vec<_>>()
    };
    let candidates: Vec<_> = match year {
        Some(index) => beside(index),
        None => numbers.iter().filter(|n| is_month(n)).collect(),
    };
    let [month] = candidates.as_slice() else { return None };
    let year = year.map(|index| &numbers[index]);
    let index = year.and_then(value).unwrap_or(2000) * 12 + value(month)? - 1 + months;
    let width = month.len();
    let mut parts =
        vec![((*month).clone(), format!("{:0width$}", index.rem_euclid(12) + 1))];
    parts.extend(year.map(|year| (year.clone(), index.div_euclid(12).to_string())));
    parts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut name = stem.to_owned();
    for (range, with) in parts {
        name.replace_range(range, &with);
    }
    let extension = path.extension().map(|e| format!(".{}", e.to_string_lossy()));
    Some(path.with_file_name(name + &extension.unwrap_or_default()))
}

/// The numbers in a name that stand alone: nothing but a mark before and behind them.
fn numbers(stem: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in stem.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            Some(_) | None => found.push(at..at + c.len_utf8()),
        }
    }
    let alone = |range: &std::ops::Range<usize>| {
        let before = stem[..range.start].chars().next_back();
        let behind = stem[range.end..].chars().next();
        !before.is_some_and(char::is_alphanumeric)
            && !behind.is_some_and(char::is_alphanumeric)
    };
    found.retain(alone);
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

//! Reads the targets of a line: what is measured, how much is to be reached.

use std::ops::Range;

use super::generic::{first_word, is_year};
use crate::source::is_alphanumeric;

/// A measure with its number: `tỷ lệ hộ nghèo giảm còn dưới 3%`.
#[derive(Debug, Clone)]
pub(super) struct Measured<'t> {
    /// From its first word to what belongs to its number behind the unit.
    pub(super) range: Range<usize>,
    /// Its number with the unit.
    pub(super) said: Range<usize>,
    /// The number alone, without noughts that say nothing.
    pub(super) number: &'t str,
    /// What is measured; nothing where that stands in a line above.
    pub(super) what: String,
    /// The words that must be the same of one target: unit, verb, bound, what follows.
    pub(super) kind: String,
}

/// The words between what is measured and its number.
const VERBS: [&str; 6] =
    ["giảm xuống còn", "xuống còn", "giảm xuống", "giảm còn", "còn", "đạt"];

/// The words before a number with the class of the bound that they set.
const BOUNDS: [(&str, char); 11] = [
    ("trên", '>'),
    ("từ", '>'),
    ("hơn", '>'),
    ("tối thiểu", '>'),
    ("ít nhất", '>'),
    ("dưới", '<'),
    ("tối đa", '<'),
    ("không quá", '<'),
    ("khoảng", '~'),
    ("bình quân", ' '),
    ("mức", ' '),
];

/// So many measures of one line are read.
const MOST: usize = 60;

/// The measures in a text in small letters, in their order.
pub(super) fn measured(small: &str) -> Vec<Measured<'_>> {
    let mut units: Vec<usize> = ["%", "triệu đồng", "tỷ đồng"]
        .iter()
        .flat_map(|unit| small.match_indices(unit))
        .map(|(at, _)| at)
        .collect();
    units.sort_unstable();
    units.truncate(MOST);
    let mut found: Vec<Measured<'_>> = Vec::new();
    for at in units {
        let from = found.last().map_or(0, |last| last.said.end);
        found.extend(at.checked_sub(from).and_then(|_| one(small, from, at)));
    }
    found
}

/// The measure whose unit stands at a place, behind all those before it.
fn one(small: &str, from: usize, at: usize) -> Option<Measured<'_>> {
    let before = small[from..at].trim_end();
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit() || ",.".contains(c));
    let digits = &before[rest.len()..];
    let (start, number) = (from + rest.len(), plain(digits)?);
    let mut rest = rest.trim_end();
    let mut bound = ' ';
    while let Some((word, class)) = BOUNDS.iter().find(|(word, _)| ends(rest, word)) {
        rest = rest[..rest.len() - word.len()].trim_end();
        bound = if *class == ' ' { bound } else { *class };
    }
    let verb = VERBS.iter().find(|verb| ends(rest, verb))?;
    let rest = &rest[..rest.len() - verb.len()];
    let clause = clause_start(rest);
    let unit_end = unit_end(small, at);
    let behind = &small[unit_end..];
    let tail = &behind[..clause_end(behind)];
    if tail.contains('%')
        || tail.bytes().any(|byte| byte.is_ascii_digit() && !names_year(tail))
    {
        return None;
    }
    let (tail_words, more) = tail_of(tail);
    let bound = more.unwrap_or(bound);
    let level = if *verb == "đạt" { "đạt" } else { "còn" };
    let what = what(&rest[clause..]);
    let (what, unit) = income(what, &small[at..unit_end]);
    Some(Measured {
        range: from + clause..unit_end + tail.len(),
        said: start..unit_end,
        number,
        what,
        kind: format!("{unit}|{level}|{bound}|{tail_words}"),
    })
}

/// Whether a text ends with some words.
fn ends(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|rest| !rest.ends_with(is_alphanumeric))
}

/// A number without noughts that say nothing: `08`, `42,0`.
fn plain(digits: &str) -> Option<&str> {
    let number = digits.trim_start_matches([',', '.']);
    let number = number.trim_start_matches('0');
    let fraction = number.split_once(',').is_some_and(|(_, end)| !end.contains('.'));
    let number = if fraction {
        number.trim_end_matches('0').trim_end_matches(',')
    } else {
        number
    };
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(number)
}

/// Where the last clause of a text begins: behind a mark that a blank follows.
fn clause_start(text: &str) -> usize {
    let marks = text.rmatch_indices([',', ';', ':', '.', '(', ')', '\n', '–', '-']);
    let mut starts = marks.map(|(at, mark)| at + mark.len());
    starts.find(|start| !text[*start..].starts_with(is_alphanumeric)).unwrap_or(0)
}

/// Where the first clause of a text ends.
fn clause_end(text: &str) -> usize {
    let mark = text.find([',', ';', ':', '.', '(', ')', '\n']).unwrap_or(text.len());
    text.find(" và ").map_or(mark, |and| and.min(mark))
}

/// Where the unit at a place ends: `triệu đồng/người/năm`.
fn unit_end(small: &str, at: usize) -> usize {
    let rest = &small[at..];
    let name = ["triệu đồng", "tỷ đồng"].iter().find(|name| rest.starts_with(**name));
    let mut end = at + name.map_or(1, |name| name.len());
    while let Some(part) = small[end..].strip_prefix('/') {
        let word = first_word(part);
        if word.is_empty() {
            break;
        }
        end += 1 + word.len();
    }
    end
}

/// Whether the digits of a text are those of years alone.
fn names_year(text: &str) -> bool {
    let words = text.split(|c: char| !is_alphanumeric(c));
    words.filter(|word| word.contains(|c: char| c.is_ascii_digit())).all(is_year)
}

/// What follows a unit, without times and bounds; the bound among it.
fn tail_of(tail: &str) -> (String, Option<char>) {
    let words = without_years(tail);
    let has = |words: &[&str], end: [&str; 2]| words.starts_with(&end);
    let (skip, bound) = if has(&words, ["trở", "lên"]) {
        (2, Some('>'))
    } else if has(&words, ["trở", "xuống"]) {
        (2, Some('<'))
    } else {
        (0, None)
    };
    (words[skip..].join(" "), bound)
}

/// The words of a text without `đến cuối năm 2026`.
fn without_years(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for word in text.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty())
    {
        if is_year(word) && found.last() == Some(&"năm") {
            found.pop();
            let time = ["đến", "cuối", "hết", "trong", "vào", "của"];
            while found.last().is_some_and(|last| time.contains(last)) {
                found.pop();
            }
        } else {
            found.push(word);
        }
    }
    found
}

/// What begins a clause before what is measured, and what ends it.
const BEGINS: [&[&str]; 14] = [
    &["phấn", "đấu"],
    &["phân", "đấu"],
    &["quyết", "tâm"],
    &["mục", "tiêu"],
    &["chỉ", "tiêu"],
    &["là"],
    &["và"],
    &["với"],
    &["để"],
    &["nâng"],
    &["đưa"],
    &["giảm"],
    &["có"],
    &["mức"],
];
const ENDS: [&[&str]; 5] = [
    &["của", "xã"],
    &["toàn", "xã"],
    &["trên", "địa", "bàn", "xã"],
    &["trên", "địa", "bàn"],
    &["lên"],
];

/// What a clause measures.
fn what(clause: &str) -> String {
    let words = without_years(clause);
    let mut words = words.as_slice();
    while let Some(begin) = BEGINS.iter().find(|begin| words.starts_with(begin)) {
        words = &words[begin.len()..];
    }
    while let Some(end) = ENDS.iter().find(|end| words.ends_with(end)) {
        words = &words[..words.len() - end.len()];
    }
    words.join(" ").replace("tỉ lệ", "tỷ lệ")
}

/// Income has several names and units that are one; other measures are as they are.
fn income(what: String, unit: &str) -> (String, String) {
    let names = [
        "",
        "thu nhập",
        "thu nhập bình quân",
        "thu nhập đầu người",
        "thu nhập bình quân đầu người",
        "thu nhập bình quân người",
        "bình quân thu nhập đầu người",
    ];
    let a_head = ["triệu đồng/người", "triệu đồng/người/năm"].contains(&unit)
        || (what.ends_with("đầu người")
            && ["triệu đồng", "triệu đồng/năm"].contains(&unit));
    if !a_head {
        return (what, unit.to_owned());
    }
    let what = match names.contains(&what.as_str()) {
        true if what.is_empty() => what,
        true => "thu nhập".to_owned(),
        false => what,
    };
    (what, "triệu đồng/người".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let one =
            |one: Measured<'_>| format!("{}: {} {}", one.what, one.number, one.kind);
        measured(text).into_iter().map(one).collect()
    }

    #[test]
    fn targets_are_read_with_what_they_measure() {
        for (text, wanted) in [
            (
                "phấn đấu đến cuối năm 2026, thu nhập bình quân đầu người đạt 42 triệu \
                 đồng/người/năm.",
                "thu nhập: 42 triệu đồng/người|đạt| |",
            ),
            (
                "thu nhập bình quân năm 2026 đạt trên 42,0 triệu đồng/người",
                "thu nhập: 42 triệu đồng/người|đạt|>|",
            ),
            (
                "phấn đấu năm 2023 đạt 42 triệu đồng/người.",
                ": 42 triệu đồng/người|đạt| |",
            ),
            ("giảm tỉ lệ hộ nghèo xuống còn dưới 3%", "tỷ lệ hộ nghèo: 3 %|còn|<|"),
            ("tỷ lệ giải ngân đạt 95% kế hoạch", "tỷ lệ giải ngân: 95 %|đạt| |kế hoạch"),
            ("tỷ lệ bao phủ đạt 95 % trở lên", "tỷ lệ bao phủ: 95 %|đạt|>|"),
        ] {
            assert_eq!(said(text), [wanted], "{text}");
        }
        let both = "hộ nghèo giảm còn 3% và thu nhập đạt 45 triệu đồng/người; tăng 5%";
        assert_eq!(
            said(both),
            ["hộ nghèo: 3 %|còn| |", "thu nhập: 45 triệu đồng/người|đạt| |"]
        );
    }

    #[test]
    fn spans_of_numbers_are_no_targets() {
        for text in [
            "tỷ lệ giải ngân đạt 90 - 95%",
            "tỷ lệ giải ngân đạt từ 90% đến 95%",
            "giảm 3%",
            "tỷ lệ đạt bao nhiêu %",
            "hỗ trợ 42 triệu đồng",
        ] {
            assert!(said(text).is_empty(), "{text}: {:?}", said(text));
        }
    }
}

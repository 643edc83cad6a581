//! The symbols that the text cites are written without blanks, like that of the paper.

use std::ops::Range;

use super::super::Draft;
use super::written::is_dash;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::symbol::is_code;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CITATION_LOOSE];

/// A cited symbol with blanks about what joins its parts.
static CITATION_LOOSE: Rule = Rule {
    id: "citation-loose",
    family: Family::Number,
    clause: Some("HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c"),
    explanation: Bilingual {
        vi: "Số và ký hiệu của văn bản được dẫn cũng viết liền: `857-TB/HU`, `45/2018/QĐ-TTg`.",
        en: "The number and the symbol of a paper that is cited have no blanks either: \
             `857-TB/HU`, `45/2018/QĐ-TTg`.",
    },
    wrong: Example::body(
        "Thực hiện Thông báo số 857 -TB/TU, ngày 01/6/2023 của Tỉnh ủy.",
    ),
    right: Example::body(
        "Thực hiện Thông báo số 857-TB/TU, ngày 01/6/2023 của Tỉnh ủy về kết quả giám sát.",
    ),
    ..Rule::BINDING
};

fn citation_loose(fit: &str) -> Problem {
    CITATION_LOOSE.problem(
        both!(
            "số, ký hiệu được dẫn có dấu cách ở chỗ nối",
            "the number that is cited has blanks where its parts join"
        ),
        both!("số, ký hiệu này", "this number"),
        both!("viết liền: `{fit}`", "write it as one word: `{fit}`"),
    )
}

/// Looks through everything that is printed.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let values = draft.values().iter().map(|value| &value.line);
    let lines = draft.lines().iter().map(|line| &line.line);
    for line in values.chain(lines) {
        for (range, fit) in loose(&line.text) {
            let fix = line
                .written(range.clone())
                .map(|span| Fix::from_iter([(span, fit.clone())]));
            found.push_fixed(citation_loose(&fit), line.span(range), fix);
        }
    }
}

/// The symbols with blanks in them, behind the word `số`, and how they should be.
fn loose(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices("số ") {
        let before = text[..at].chars().next_back();
        let from = at + word.len();
        let start =
            from + (text[from..].len() - text[from..].trim_start_matches(' ').len());
        if before.is_none_or(|c| !c.is_alphanumeric())
            && let Some((length, fit)) = symbol(&text[start..])
        {
            found.push((start..start + length, fit));
        }
    }
    found
}

/// The number and symbol with which a text begins, where blanks stand in it: how long it is, and
/// what it should be.
fn symbol(text: &str) -> Option<(usize, String)> {
    let mut parts: Vec<&str> = Vec::new();
    let mut fit = String::new();
    let (mut at, mut end, mut blanks) = (0, 0, false);
    loop {
        let part = &text[at..];
        let part =
            &part[..part.find(|c: char| !c.is_alphanumeric()).unwrap_or(part.len())];
        // `TTg`, `QyĐ`, but no words: `Ban`.
        let letters = |part: &str| {
            let small = part.chars().filter(|c| c.is_lowercase()).count();
            small < 2 && part.starts_with(char::is_uppercase)
        };
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        let fits = match parts.len() {
            0 => !part.is_empty() && part.starts_with(|c: char| c.is_ascii_digit()),
            1 => letters(part) || (digits(part) && part.len() == 4),
            _ => letters(part),
        };
        let joint = &text[end..at];
        // `12-TB/BCĐ - UBND xã`: the symbol ends before such a dash.
        let whole =
            parts.len() > 2 && parts[..parts.len() - 1].iter().any(|one| is_code(one));
        let apart = joint.starts_with(' ') && joint.ends_with(' ');
        if !fits || (whole && apart) {
            break;
        }
        blanks |= joint.contains([' ', '\u{a0}']);
        fit.push_str(match joint.trim_matches([' ', '\u{a0}']) {
            "" => "",
            "/" => "/",
            _ => "-",
        });
        fit.push_str(part);
        parts.push(part);
        end = at + part.len();
        let rest = text[end..].trim_start_matches([' ', '\u{a0}']);
        let Some(mark) = rest.chars().next().filter(|c| *c == '/' || is_dash(*c)) else {
            break;
        };
        let behind = rest[mark.len_utf8()..].trim_start_matches([' ', '\u{a0}']);
        at = text.len() - behind.len();
    }
    let is_symbol = parts.len() > 2 && parts.iter().any(|part| is_code(part));
    (is_symbol && blanks).then_some((end, fit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_with_blanks_are_found() {
        for (text, right) in [
            ("Thông báo số 857 -TB/TU, ngày", Some("857-TB/TU")),
            ("số 45/2018 /QĐ - TTg ngày", Some("45/2018/QĐ-TTg")),
            ("số 12/ KH-UBND", Some("12/KH-UBND")),
            ("số 12 – TB/BCĐ", Some("12-TB/BCĐ")),
            ("số 12-TB/BCĐ - Ban", None),
            ("số 12-TB/BCĐ - UBND xã", None),
            ("số 12-TB/BCĐ", None),
            ("số 12 - Tổ 3", None),
            ("Tiêu chí số 6 - Cơ sở vật chất / Văn hóa", None),
            ("tổng số 12 / 15 thôn", None),
            ("số 5 - 7", None),
            ("số ", None),
        ] {
            let found: Vec<String> =
                loose(text).into_iter().map(|(_, fit)| fit).collect();
            assert_eq!(found.first().map(String::as_str), right, "{text}");
        }
    }
}

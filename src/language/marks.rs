//! Dashes, quotation marks and brackets of a line. A part of `language`.

use std::ops::Range;

/// A mark that has two forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub range: Range<usize>,
    /// Whether it is the second form: the en dash; the curly quotation mark.
    pub second: bool,
}

/// The dashes between words, with blanks about them: `kinh tế - xã hội`, `kinh tế – xã hội`.
#[must_use]
pub fn dashes(line: &str) -> Vec<Mark> {
    let found = line.match_indices([' ', '\u{a0}']).filter_map(|(at, blank)| {
        let dash = line[at + blank.len()..].chars().next()?;
        let second = match dash {
            '-' => false,
            '–' => true,
            _ => return None,
        };
        let start = at + blank.len();
        let end = start + dash.len_utf8();
        let words = line[..at].ends_with(char::is_alphabetic)
            && line[end..].strip_prefix(' ')?.starts_with(char::is_alphabetic);
        words.then_some(Mark { range: start..end, second })
    });
    found.collect()
}

/// The double quotation marks; those behind digits stand for inches and seconds.
#[must_use]
pub fn quotes(line: &str) -> Vec<Mark> {
    let found = line.char_indices().filter_map(|(at, c)| {
        let second = match c {
            '"' => false,
            '“' | '”' => true,
            _ => return None,
        };
        let measure = !second
            && line[..at].ends_with(|c: char| c.is_ascii_digit())
            && !line[..at].contains('"');
        (!measure).then_some(Mark { range: at..at + c.len_utf8(), second })
    });
    found.collect()
}

/// What stands between double quotation marks, with them.
#[must_use]
pub fn cited(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in line.char_indices() {
        let closes = matches!((open, c), (Some((_, '“')), '”') | (Some((_, '"')), '"'));
        if let Some((start, _)) = open.filter(|_| closes) {
            found.push(start..at + c.len_utf8());
            open = None;
        } else if c == '“' || c == '"' {
            open = Some((at, c));
        }
    }
    found
}

/// The round and square brackets of a line that have no partner. `a)` and `a1)` are labels, no
/// brackets that close.
#[must_use]
pub fn lone_brackets(line: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut lone = Vec::new();
    for (at, c) in line.char_indices() {
        let opener = match c {
            '(' | '[' => {
                open.push((at, c));
                continue;
            }
            ')' => '(',
            ']' => '[',
            _ => continue,
        };
        if open.last().is_some_and(|(_, open)| *open == opener) {
            open.pop();
        } else if !is_label(&line[..at]) {
            lone.push(at..at + 1);
        }
    }
    lone.extend(open.into_iter().map(|(at, _)| at..at + 1));
    lone.sort_by_key(|range| range.start);
    lone
}

/// Whether a text ends in what a list counts by: a letter, a number, a Roman one, a letter with a
/// number (`a1`, `b.2`).
fn is_label(before: &str) -> bool {
    let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '.');
    let word = &before[start.map_or(0, |at| before.ceil_char_boundary(at + 1))..];
    let roman = |c: char| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x');
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    word.chars().count() == 1
        || word.chars().all(roman)
        || word.trim_end_matches(char::is_alphabetic).chars().all(digit)
            && word.trim_start_matches(digit).chars().count() < 2
        || word.trim_end_matches(digit).chars().count() < 2
}

/// The curly quotation marks without a partner in some lines, each by its line and place. One
/// that opens every paragraph of a long quotation has its partner at the end of the last.
#[must_use]
pub fn lone_quotes<'t>(
    lines: impl IntoIterator<Item = &'t str>,
) -> Vec<(usize, Range<usize>)> {
    let mut open: Option<(usize, Range<usize>)> = None;
    let mut lone = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        for (at, quote) in line.match_indices(['“', '”']) {
            let place = (index, at..at + quote.len());
            if quote == "”" {
                if open.take().is_none() {
                    lone.push(place);
                }
            } else if let Some(before) = open.replace(place) {
                let goes_on = line[..at].trim().is_empty();
                if !goes_on {
                    lone.push(before);
                }
            }
        }
    }
    lone.extend(open);
    lone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, marks: &[Mark]) -> String {
        let forms = marks.iter().map(|mark| {
            assert!(!line[mark.range.clone()].is_empty());
            if mark.second { '2' } else { '1' }
        });
        forms.collect()
    }

    #[test]
    fn dashes_between_words_are_seen() {
        for (line, wanted) in [
            ("kinh tế - xã hội, văn hóa – thông tin", "12"),
            ("2021 - 2025; 8 – 10; QĐ-UBND; a-b; - đầu; cuối -", ""),
        ] {
            assert_eq!(shown(line, &dashes(line)), wanted);
        }
    }

    #[test]
    fn quotation_marks_are_seen() {
        for (line, wanted) in
            [("“a” và \"b\"", "2211"), ("ống 21\" dài", ""), ("\"số 5\"", "11")]
        {
            assert_eq!(shown(line, &quotes(line)), wanted, "{line}");
        }
    }

    #[test]
    fn what_is_cited_is_seen() {
        let line = "a “b” c \"d\" “e";
        let found: Vec<&str> =
            cited(line).into_iter().map(|range| &line[range]).collect();
        assert_eq!(found, ["“b”", "\"d\""]);
    }

    #[test]
    fn brackets_without_partner_are_found() {
        for (line, wanted) in [
            ("(xã) [thôn] (a [b] c)", vec![]),
            ("điểm a), b) khoản 2; 1) 2.1) iv) đ) a1) đ2) b.1) 2a)", vec![]),
            ("Ban Chỉ đạo (sau đây gọi tắt là BCĐ", vec!["("]),
            ("Ban Chỉ đạo) họp", vec![")"]),
            ("(xã [thôn)", vec!["(", "[", ")"]),
        ] {
            let found: Vec<_> =
                lone_brackets(line).into_iter().map(|r| &line[r]).collect();
            assert_eq!(found, wanted, "{line}");
        }
    }

    #[test]
    fn quotes_without_partner_are_found() {
        for (lines, wanted) in [
            (vec!["“a” b", "“c”"], vec![]),
            (vec!["“Điều 1.", "“Điều 2.", "hết”"], vec![]),
            (vec!["a “b", "c"], vec![0]),
            (vec!["a b”"], vec![0]),
            (vec!["a “b “c”"], vec![0]),
        ] {
            let found = lone_quotes(lines.iter().copied());
            let found: Vec<usize> = found.into_iter().map(|(line, _)| line).collect();
            assert_eq!(found, wanted, "{lines:?}");
        }
    }
}

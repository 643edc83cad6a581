//! A table of values in rows (CSV), as spreadsheets save it, cut into its values, each with its
//! place. A part of `source`.
//!
//! Values stand between `;`, `,` or tabs, whichever the first row has; `sep=;` in front of it
//! says so. What stands in quotes may have them in it, and line ends.
//!
//! The crate `csv` says where a row begins, but not a value, to which problems have to point.

use std::ops::Range;

use super::characters::is_alphabetic;
use super::letters::composed;

/// A value of a row, without what quotes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowValue {
    /// What it says, without blanks about it.
    pub text: String,
    /// Where it is written, in bytes; the quotes belong to it.
    pub range: Range<usize>,
}

impl RowValue {
    /// Whether something stands there.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        !self.text.is_empty()
    }
}

/// Whether a column of a table of values is for those alone who keep the table, by its name: the
/// number of the row, what names a file, what is marked so.
#[must_use]
pub fn is_unused_column(name: &str) -> bool {
    let plain: String = name.to_lowercase().split_whitespace().collect();
    let composed = composed(&plain);
    name.starts_with('#') || ["stt", "tt", "sốtt", "sốthứtự"].contains(&composed.as_str())
}

/// A word in which `?` stands for a letter that an encoding does not have: `Nguy?n`. Behind a
/// question stands no letter.
#[must_use]
pub fn lost_letters(text: &str) -> Option<Range<usize>> {
    let is_lost = |word: &&str| {
        let behind = word.split('?').skip(1);
        !word.contains(['=', '/'])
            && behind.into_iter().any(|b| b.starts_with(is_alphabetic))
    };
    let word = text.split_whitespace().find(is_lost)?;
    let start = word.as_ptr().addr() - text.as_ptr().addr();
    Some(start..start + word.len())
}

/// The rows of a text but for blank lines, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// The values of each row.
    pub rows: Vec<Vec<RowValue>>,
    /// Where a quotation begins that does not end: what stands behind it is in no row.
    pub open_quote: Option<usize>,
}

/// Cuts a text into rows of values.
#[must_use]
pub fn rows(text: &str) -> Rows {
    let mut cutter = Cutter::of(text);
    let mut found = Rows::default();
    while cutter.at < text.len() {
        match cutter.row() {
            Ok(row) => {
                if row.len() > 1 || row.iter().any(|value| !value.text.is_empty()) {
                    found.rows.push(row);
                }
            }
            Err(quote) => {
                found.open_quote = Some(quote);
                break;
            }
        }
    }
    found
}

/// Goes through a text, value by value.
struct Cutter<'a> {
    text: &'a str,
    at: usize,
    separator: char,
}

impl<'a> Cutter<'a> {
    fn of(text: &'a str) -> Self {
        let first = text.lines().next().unwrap_or_default();
        let said = first.trim().strip_prefix("sep=").and_then(|rest| rest.chars().next());
        if let Some(separator) = said.filter(|c| [',', ';', '\t'].contains(c)) {
            let at =
                first.len() + text[first.len()..].find('\n').map_or(0, |end| end + 1);
            return Self { text, at, separator };
        }
        let mut quoted = false;
        let outside: String = first
            .chars()
            .filter(|c| {
                quoted ^= *c == '"';
                !quoted
            })
            .collect();
        let separator = ['\t', ';', ','].into_iter().find(|c| outside.contains(*c));
        Self { text, at: 0, separator: separator.unwrap_or(',') }
    }

    /// The next row, or where a quotation begins that does not end.
    fn row(&mut self) -> Result<Vec<RowValue>, usize> {
        let mut row = Vec::new();
        loop {
            row.push(self.value()?);
            match self.text[self.at..].chars().next() {
                Some(c) if c == self.separator => self.at += c.len_utf8(),
                Some(c) => {
                    self.at += c.len_utf8();
                    return Ok(row);
                }
                None => return Ok(row),
            }
        }
    }

    /// The value up to the next separator or line end.
    fn value(&mut self) -> Result<RowValue, usize> {
        let rest = &self.text[self.at..];
        let blank = |c: char| c != self.separator && c != '\n' && c.is_whitespace();
        let start = self.at + rest.len() - rest.trim_start_matches(blank).len();
        let mut text = String::new();
        let mut end = start;
        if let Some(quoted) = self.text[start..].strip_prefix('"') {
            let mut rest = quoted;
            loop {
                let Some((part, behind)) = rest.split_once('"') else {
                    return Err(start);
                };
                text.push_str(part);
                rest = behind;
                let Some(behind) = rest.strip_prefix('"') else { break };
                text.push('"');
                rest = behind;
            }
            end = self.text.len() - rest.len();
        }
        let ends = [self.separator, '\n'];
        let more = self.text[end..].find(ends).unwrap_or(self.text.len() - end);
        text.push_str(&self.text[end..end + more]);
        self.at = end + more;
        let length = self.text[start..self.at].trim_end().len();
        Ok(RowValue { text: text.trim().to_owned(), range: start..start + length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_were_lost_are_told_from_questions() {
        for (text, word) in [
            ("ông Nguy?n V?n An", Some("Nguy?n")),
            ("??ng Th? B?y", Some("??ng")),
            ("Ai? Tôi.", None),
            ("có dự không?", None),
            ("(?) hay “gì?”", None),
            ("https://a.vn/?b=c", None),
        ] {
            assert_eq!(lost_letters(text).map(|range| &text[range]), word, "{text}");
        }
    }
}

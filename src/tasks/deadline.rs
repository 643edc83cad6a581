//! Finds the deadline of a sentence.

use std::ops::Range;

use crate::document::mention::{Mention, Token, may_have_mention, mentions, tokens};
use crate::document::outline::Line;
use crate::document::{Date, Deadline};

/// The words directly before a day that make it a deadline, the longest first: "chậm nhất vào ngày
/// 08/6/2023". "ngày" alone dates a paper ("Kế hoạch ngày 02/6/2023") and is not among them.
const DAYS: &[&[&str]] = &[
    &["chậm", "nhất", "vào", "ngày"],
    &["chậm", "nhất", "đến", "ngày"],
    &["chậm", "nhất", "trước", "ngày"],
    &["chậm", "nhất", "là", "ngày"],
    &["chậm", "nhất", "ngày"],
    &["chậm", "nhất"],
    &["đến", "hết", "ngày"],
    &["hết", "ngày"],
    &["thời", "hạn"],
    &["hạn", "chót"],
    &["hạn"],
    &["trước", "ngày"],
    &["trước"],
    &["xong", "trong", "ngày"],
    &["xong", "ngày"],
    &["hoàn", "thành", "trong", "ngày"],
    &["hoàn", "thành", "ngày"],
];

/// The words directly before a month that make it a deadline: "xong trong tháng 6".
const MONTHS: &[&[&str]] = &[
    &["xong", "trong"],
    &["hoàn", "thành", "trong"],
    &["chậm", "nhất", "trong"],
    &["chậm", "nhất"],
    &["trước"],
    &["xong", "trước"],
];

/// The deadline in a part of a paragraph. Where there are several, the first one counts.
pub(super) fn find(line: &Line<'_>, range: &Range<usize>) -> Option<Deadline> {
    let text = &line.text[range.clone()];
    if !may_have_mention(text) {
        return None;
    }
    let tokens = tokens(text);
    mentions(&tokens).into_iter().find_map(|mention| {
        let words = if mention.day.is_some() { DAYS } else { MONTHS };
        let start = introduced(&tokens, &mention, words)?;
        let end = mention.range.end;
        // Of "trước ngày 08/6/2023" the date alone is the deadline; a month keeps its words, as
        // "trong tháng 6" and "trước tháng 6" are two deadlines.
        let place =
            |range: Range<usize>| line.cut(line_range(&range, start_of(line, text)));
        Some(match mention.date(text) {
            Some(day) => {
                let span = place(mention.range).span;
                Deadline::Day(Date { day, open: false, span })
            }
            None => Deadline::Period(place(start..end)),
        })
    })
}

/// The range of the paragraph for one of a part of it that starts at `base`.
fn line_range(range: &Range<usize>, base: usize) -> Range<usize> {
    base + range.start..base + range.end
}

/// Where a part of a paragraph, which is a slice of its text, starts in it.
fn start_of(line: &Line<'_>, part: &str) -> usize {
    part.as_ptr() as usize - line.text.as_ptr() as usize
}

/// Where the words before a date begin that make it a deadline.
fn introduced(
    tokens: &[Token<'_>],
    mention: &Mention,
    words: &[&[&str]],
) -> Option<usize> {
    let before = &tokens[..mention.token];
    let own = tokens.get(mention.token).map_or("", |token| &token.text);
    words.iter().find_map(|words| {
        // "ngày 08 tháng 6" brings its own "ngày".
        let words = match words {
            [rest @ .., "ngày"] if own == "ngày" => rest,
            all => all,
        };
        let start = before.len().checked_sub(words.len())?;
        let fits =
            before[start..].iter().map(|token| &*token.text).eq(words.iter().copied());
        (fits && !words.is_empty()).then(|| before[start].range.start)
    })
}

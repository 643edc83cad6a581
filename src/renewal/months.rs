//! Months in sentences, moved on.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::{Change, Note, Work};
use crate::document::date::month_number;
use crate::document::mark::MARK;
use crate::document::mention::{Mention, Part, Token, mentions, tokens};

/// How many months a month may lie from the document's own to move on with it: a notice of May
/// speaks of April and June; "tháng 01" there is a fixed date.
pub(super) const NEAR: i32 = 2;

/// A month so many months later.
pub(super) fn later(first: NaiveDate, months: i32) -> NaiveDate {
    let index = first.year() * 12 + first.month0().cast_signed() + months;
    let month = u32::try_from(index.rem_euclid(12)).unwrap_or_default() + 1;
    NaiveDate::from_ymd_opt(index.div_euclid(12), month, 1).unwrap_or(first)
}

/// What a text is in which months move on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It opens the document: the date at its start is the meeting's own.
    Opening,
    /// It may name the day of the meeting.
    Prose,
    /// It cites documents, which have dates of their own.
    Citation,
}

/// The day on which the meeting was held, where an opening starts with it or says of it that
/// there was a meeting.
pub(super) fn held(opening: &str) -> Option<NaiveDate> {
    let tokens = tokens(opening);
    let found = mentions(&tokens);
    let own = found.iter().find(|mention| {
        let starts = found.first() == Some(mention) && is_at_start(mention, &tokens);
        starts || tells_meeting(mention, &tokens, true)
    });
    own?.date(opening)
}

/// Moves the months on that stand in a range of the text.
pub(super) fn shift(work: &mut Work<'_>, range: Range<usize>, role: Role) {
    let text = work.last.source.slice(range.clone());
    let tokens = tokens(text);
    let found = mentions(&tokens);
    let opens = role == Role::Opening;
    let own = found.first().filter(|first| opens && is_at_start(first, &tokens));
    let is_held = |mention: &Mention, work: &Work<'_>| match work.held {
        // "Báo cáo ngày 02/6/2023" keeps its date, whatever happened on that day.
        _ if role == Role::Citation => false,
        Some(held) => is_day(mention, held, text),
        None => is_near(work, mention) && tells_meeting(mention, &tokens, opens),
    };
    for mention in &found {
        let at = range.start + mention.range.start;
        let words = &text[mention.range.clone()];
        if own == Some(mention) || is_held(mention, work) {
            meeting_day(work, mention, text, range.start);
            weekday(work, mention, &tokens, range.start);
        } else if mention.day.is_none() && moves(work, mention, &tokens) {
            let (old, new) = (words.to_owned(), moved(work, mention, text, range.start));
            work.edits.tell(at, Change::Replaced { old, new });
        } else {
            work.edits.note(at, Note::Kept { words: words.to_owned() });
        }
    }
    spans_of_time(work, &tokens, &found, text, range.start);
}

/// The words that may stand before the date on which a meeting was held.
const TIMES: &[&str] = &[
    "hôm", "nay", "vào", "lúc", "hồi", "sáng", "trưa", "chiều", "tối", "buổi", "giờ",
    "phút", "trong", "ngày", ",", ":", "(", ")", "thứ", "hai", "ba", "tư", "năm", "sáu",
    "bảy", "chủ", "nhật",
];

/// The words of which one says that there was a meeting.
const MEETINGS: [&[&str]; 5] =
    [&["họp"], &["hội", "nghị"], &["hội", "thảo"], &["làm", "việc"], &["giao", "ban"]];

/// How far a word may stand from the date of which it says something.
const AROUND: usize = 8;

/// Whether the words before a date (`behind`, also those after it) say that it is a meeting's,
/// and not that it is the date of some document.
fn tells_meeting(mention: &Mention, tokens: &[Token<'_>], behind: bool) -> bool {
    let ends = |token: &Token<'_>| [".", ";"].contains(&&*token.text);
    let has = |part: &[Token<'_>], words: &[&str]| {
        part.windows(words.len())
            .any(|part| part.iter().map(|token| &*token.text).eq(words.iter().copied()))
    };
    let met = |part: &[Token<'_>]| MEETINGS.iter().any(|words| has(part, words));
    let before = &tokens[mention.token.saturating_sub(AROUND)..mention.token];
    let start = before.iter().rposition(ends).map_or(0, |at| at + 1);
    let before = &before[start..];
    // "Thông báo số 12-TB/BCĐ ngày 02/6/2023" dates a paper, unless a meeting is named behind
    // the number: "số 12-TB/BCĐ tại cuộc họp ngày 02/6/2023".
    let last = before.iter().rposition(|token| token.text == "số");
    let cites = last.is_some_and(|at| !met(&before[at..]));
    let after = tokens[mention.token..]
        .iter()
        .position(|token| token.range.start >= mention.range.end);
    let after = after.map_or(&[][..], |at| &tokens[mention.token + at..]);
    let stop = after.iter().position(ends).unwrap_or(after.len());
    mention.day.is_some() && !cites && (met(before) || (behind && met(&after[..stop])))
}

/// Whether a date is a certain day, as far as it is said.
fn is_day(mention: &Mention, day: NaiveDate, text: &str) -> bool {
    let written = mention.day.clone().and_then(|day| text.get(day));
    let year = mention.year.as_ref().map(|year| year.number);
    written.is_some_and(|written| written.trim().parse() == Ok(day.day()))
        && mention.month.number == day.month()
        && year.is_none_or(|year| i32::try_from(year) == Ok(day.year()))
}

/// Leaves the day of the week beside the day of the meeting to be filled in, too: "thứ sáu, ngày
/// 02/6/2023".
fn weekday(work: &mut Work<'_>, mention: &Mention, tokens: &[Token<'_>], base: usize) {
    let from = mention.token.saturating_sub(4);
    let after = tokens.iter().position(|token| token.range.start >= mention.range.end);
    let after = after.unwrap_or(tokens.len());
    let near = [from..mention.token, after..tokens.len().min(after + 4)];
    for pair in near.into_iter().flat_map(|range| tokens[range].windows(2)) {
        let [first, second] = pair else { continue };
        let days = ["hai", "ba", "tư", "năm", "sáu", "bảy", "2", "3", "4", "5", "6", "7"];
        let range = match (&*first.text, &*second.text) {
            ("thứ", day) if days.contains(&day) => second.range.clone(),
            ("chủ", "nhật") => first.range.start..second.range.end,
            _ => continue,
        };
        let place = base + range.start;
        let old = work.last.source.slice(place..base + range.end).to_owned();
        work.edits.replace(place..base + range.end, MARK);
        work.edits.tell(place, Change::Replaced { old, new: MARK.to_owned() });
    }
}

/// Whether a date stands at the start of a text, but for words of time.
fn is_at_start(mention: &Mention, tokens: &[Token<'_>]) -> bool {
    let time =
        |token: &Token<'_>| token.number().is_some() || TIMES.contains(&&*token.text);
    mention.day.is_some() && tokens[..mention.token].iter().all(time)
}

/// The day of the meeting is to be filled in; its month moves on.
fn meeting_day(work: &mut Work<'_>, mention: &Mention, text: &str, base: usize) {
    let Some(day) = mention.day.clone() else { return };
    let mut new = moved(work, mention, text, base);
    let start = mention.range.start;
    // Moving the month may change the length before the day only where the day comes last
    // (`2023-06-02`); else the day stands where it stood.
    let (written, range) = (&text[day.clone()], day.start - start..day.end - start);
    if new.get(range.clone()) == Some(written) {
        new.replace_range(range, MARK);
    } else {
        new = new.replacen(written, MARK, 1);
    }
    work.edits.replace(base + day.start..base + day.end, MARK);
    let old = text[mention.range.clone()].to_owned();
    work.edits.tell(base + start, Change::Replaced { old, new });
}

/// Whether a month is the document's to move on: near its own, and not one of a list
/// ("tháng 5, 6 và 7").
fn moves(work: &Work<'_>, mention: &Mention, tokens: &[Token<'_>]) -> bool {
    let length = if mention.year.is_some() { 4 } else { 2 };
    let mut behind = tokens[mention.token + length..].iter();
    let joins = behind
        .next()
        .is_some_and(|token| [",", "và", "-", "–", "đến", "tới"].contains(&&*token.text));
    let number = behind.next().and_then(Token::number).is_some_and(|n| n <= 12);
    is_near(work, mention) && !(joins && number && mention.year.is_none())
}

/// Whether a month is near the document's own.
fn is_near(work: &Work<'_>, mention: &Mention) -> bool {
    let own = work.old.year() * 12 + work.old.month0().cast_signed();
    let distance = if let Some(first) = mention.first() {
        first.year() * 12 + first.month0().cast_signed() - own
    } else {
        // Without a year the nearest one is meant: in December "tháng 01" is next month.
        let month = mention.month.number.cast_signed() - 1;
        (month - own.rem_euclid(12) + 6).rem_euclid(12) - 6
    };
    distance.abs() <= NEAR
}

/// Moves a month and its year on; how the mention reads then.
fn moved(work: &mut Work<'_>, mention: &Mention, text: &str, base: usize) -> String {
    let Part { range, number } = &mention.month;
    let written = &text[range.clone()];
    let year = mention.year.as_ref();
    let first =
        mention.first().or_else(|| NaiveDate::from_ymd_opt(work.old.year(), *number, 1));
    let next = later(first.unwrap_or(work.old), work.months);
    // Two digits where the months 3 to 9 are written so; else as the rules want it.
    let padded = written.len() == 2 && (3..=9).contains(number);
    let iso = year.is_some_and(|year| year.range.start < range.start);
    let month =
        if padded || iso { format!("{:02}", next.month()) } else { month_number(next) };
    let mut parts = vec![(range.clone(), month)];
    if let Some(year) = year {
        let place = if iso { 0 } else { parts.len() };
        parts.insert(place, (year.range.clone(), next.year().to_string()));
    }
    let mut new = String::new();
    let mut done = mention.range.start;
    for (range, with) in parts {
        new.push_str(&text[done..range.start]);
        new.push_str(&with);
        done = range.end;
        if text[range.clone()] != with {
            work.edits.replace(base + range.start..base + range.end, with);
        }
    }
    new + &text[done..mention.range.end]
}

/// Notes quarters and spans of time ("quý II", "6 tháng đầu năm"), and years that end.
fn spans_of_time(
    work: &mut Work<'_>,
    tokens: &[Token<'_>],
    found: &[Mention],
    text: &str,
    base: usize,
) {
    let year_ends = later(work.old, work.months).year() != work.old.year();
    for (index, pair) in tokens.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let start = first.range.start;
        let near = found.get(found.partition_point(|other| other.range.end <= start));
        if near.is_some_and(|mention| mention.range.contains(&start)) {
            continue;
        }
        let quarter = first.text == "quý";
        let months = second.text == "tháng" && first.number().is_some();
        let year = first.text == "năm"
            && year_ends
            && second.number() == u32::try_from(work.old.year()).ok();
        if quarter || months || year {
            let more = if months { 2 } else { 0 };
            let end = tokens.get(index + 1 + more).unwrap_or(second).range.end;
            let words = text[first.range.start..end].to_owned();
            work.edits.note(base + first.range.start, Note::Kept { words });
        }
    }
}

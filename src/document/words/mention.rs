//! `Mention`: a date or a month in a sentence, part by part, whatever normal form it is in.

use std::borrow::Cow;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use unicode_normalization::char::is_combining_mark;

use crate::source::{
    as_composed, is_alphanumeric, is_small, letters_at_start, lowercase,
};

/// A word, a number or a single other character of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where it stands.
    pub range: Range<usize>,
    /// The token in composed, small letters.
    pub text: Cow<'t, str>,
}

impl Token<'_> {
    /// The number that it is.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        let digits = self.text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| self.text.parse().ok()).flatten()
    }
}

/// About so many bytes has a token with the blank behind it.
const LETTERS: usize = 5;

/// The words, numbers and other characters of a text but for its blanks.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / LETTERS);
    let mut open: Option<(usize, bool)> = None;
    let mut close = |open: &mut Option<(usize, bool)>, end: usize| {
        if let Some((start, _)) = open.take() {
            tokens.push(Token { range: start..end, text: folded(&text[start..end]) });
        }
    };
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        // Letters go on together, as most of a text are.
        let letters = letters_at_start(&text[at..]);
        if letters > 0 {
            if open.is_none_or(|(_, number)| number) {
                close(&mut open, at);
                open = Some((at, false));
            }
            at += letters;
            continue;
        }
        let start = at;
        at += c.len_utf8();
        let digit = c.is_ascii_digit();
        let goes_on = open.is_some_and(|(_, number)| number == digit);
        let is_word = is_alphanumeric(c);
        let is_mark = || !c.is_ascii() && open.is_some() && is_combining_mark(c);
        if is_word && goes_on || is_mark() {
            continue;
        }
        close(&mut open, start);
        if is_word {
            open = Some((start, digit));
        } else if !c.is_whitespace() {
            open = Some((start, false));
            close(&mut open, at);
        }
    }
    close(&mut open, text.len());
    tokens
}

/// A text in composed, small letters.
fn folded(text: &str) -> Cow<'_, str> {
    if is_small(text) {
        return Cow::Borrowed(text);
    }
    match as_composed(text) {
        Cow::Borrowed(text) => lowercase(text),
        Cow::Owned(text) => Cow::Owned(lowercase(&text).into_owned()),
    }
}

/// A number of a date and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub range: Range<usize>,
    /// The number.
    pub number: u32,
}

/// A date or a month in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// From its first word or number to its last.
    pub range: Range<usize>,
    /// Where the day of the month stands, or what stands in its place (`…`, `CẦN ĐIỀN`);
    /// nothing where a month is meant.
    pub day: Option<Range<usize>>,
    /// The month, from 1 to 12.
    pub month: Part,
    /// The year, where it is said.
    pub year: Option<Part>,
    /// The number of its first token.
    pub token: usize,
}

impl Mention {
    /// The first of the month, where the year is said.
    #[must_use]
    pub fn first(&self) -> Option<NaiveDate> {
        let year = i32::try_from(self.year.as_ref()?.number).ok()?;
        NaiveDate::from_ymd_opt(year, self.month.number, 1)
    }

    /// The whole day, where all of it is said.
    #[must_use]
    pub fn date(&self, text: &str) -> Option<NaiveDate> {
        let day = text.get(self.day.clone()?)?.trim().parse().ok()?;
        self.first()?.with_day(day)
    }
}

/// The dates and months of a text: `ngày 02 tháng 6 năm 2023`, `02/6/2023`, `tháng 5/2023`,
/// `tháng 5`; not the spans of time (`6 tháng đầu năm`).
#[must_use]
pub fn mentions(tokens: &[Token<'_>]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let reader = Reader { tokens, at };
        match reader.words().or_else(|| reader.numbers()).or_else(|| reader.month()) {
            Some((mention, next)) => {
                found.push(mention);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a text has a date or a month.
#[must_use]
pub fn has_mention(text: &str) -> bool {
    may_have_mention(text) && !mentions(&tokens(text)).is_empty()
}

/// Whether a text has a digit: without one it has no date, and costs nothing more.
#[must_use]
pub fn may_have_mention(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Looks for a date at one token.
#[derive(Clone, Copy)]
struct Reader<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
}

type Found = Option<(Mention, usize)>;

/// Most tokens that stand in the place of a day: `CẦN ĐIỀN`, `...`.
const GAP: usize = 3;

impl Reader<'_> {
    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    fn part(&self, at: usize, numbers: std::ops::RangeInclusive<u32>) -> Option<Part> {
        let token = self.tokens.get(at)?;
        let number = token.number().filter(|number| numbers.contains(number))?;
        Some(Part { range: token.range.clone(), number })
    }

    fn year(&self, at: usize) -> Option<Part> {
        self.part(at, 1000..=9999)
    }

    /// `ngày 02 tháng 6 năm 2023`, also with a gap in the place of the day.
    fn words(&self) -> Found {
        if self.text(self.at) != "ngày" {
            return None;
        }
        let first = self.at + 1;
        let month = (first + 1..=first + GAP).find(|at| self.text(*at) == "tháng")?;
        let gap = &self.tokens[first..month];
        if self.part(first, 1..=31).is_none() && gap.iter().any(|t| t.number().is_some())
        {
            return None;
        }
        if self.part(first, 1..=31).is_some() && month > first + 1 {
            return None;
        }
        let day = gap.first()?.range.start..gap.last()?.range.end;
        self.month_at(month, Some(day))
    }

    /// `02/6/2023`, `2023-06-02`, `ngày 02/6`.
    fn numbers(&self) -> Found {
        let before = self.at.checked_sub(1).map_or("", |at| self.text(at));
        let separator = self.text(self.at + 1);
        if !["/", "-", "."].contains(&separator) || ["/", "-", "."].contains(&before) {
            return None;
        }
        let three = self.text(self.at + 3) == separator;
        let (day, month, year) = match (self.year(self.at), three) {
            (Some(year), true) => (self.at + 4, self.at + 2, Some(year)),
            (None, true) => (self.at, self.at + 2, Some(self.year(self.at + 4)?)),
            (None, false) if before == "ngày" => (self.at, self.at + 2, None),
            (_, false) => return None,
        };
        let (day, month) = (self.part(day, 1..=31)?.range, self.part(month, 1..=12)?);
        let next = self.at + if year.is_some() { 5 } else { 3 };
        let range = self.tokens[self.at].range.start..self.tokens[next - 1].range.end;
        let mention = Mention { range, day: Some(day), month, year, token: self.at };
        Some((mention, next))
    }

    /// `tháng 5 năm 2023`, `tháng 5/2023`, `tháng 5`; `5 tháng` is a span of time.
    fn month(&self) -> Found {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens[at].number());
        (self.text(self.at) == "tháng" && before.is_none())
            .then(|| self.month_at(self.at, None))
            .flatten()
    }

    /// From the word `tháng` on.
    fn month_at(&self, at: usize, day: Option<Range<usize>>) -> Found {
        let month = self.part(at + 1, 1..=12)?;
        let linked = ["năm", "/", "-", "."].contains(&self.text(at + 2));
        let year = if linked { self.year(at + 3) } else { None };
        let next = at + if year.is_some() { 4 } else { 2 };
        let range = self.tokens[self.at].range.start..self.tokens[next - 1].range.end;
        Some((Mention { range, day, month, year, token: self.at }, next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let show = |mention: Mention| {
            let day = mention.day.map_or("-", |range| &text[range]);
            let year = mention.year.map_or("-".into(), |year| year.number.to_string());
            format!("{day} {} {year}", mention.month.number)
        };
        mentions(&tokens(text)).into_iter().map(show).collect()
    }

    #[test]
    fn dates_and_months_are_told_apart() {
        let text = "Ngày 02 tháng 6 năm 2023, tháng 5\n năm 2023; tháng 12/2023, 08/6/2023, \
                    ngày 9/6, tháng 11, 2023-06-05, ngày … tháng 7 năm 2024";
        assert_eq!(
            said(text),
            [
                "02 6 2023",
                "- 5 2023",
                "- 12 2023",
                "08 6 2023",
                "9 6 -",
                "- 11 -",
                "05 6 2023",
                "… 7 2024",
            ]
        );
    }

    #[test]
    fn spans_of_time_and_symbols_are_neither() {
        for text in [
            "6 tháng đầu năm 2023",
            "quý II năm 2023",
            "số 30/2020/NĐ-CP",
            "24/24 giờ",
            "hàng tháng",
            "08/08 thôn",
            "tháng 13",
            "1.1.1.",
            "năm 2023",
            "ngày 25 hàng tháng",
        ] {
            assert!(said(text).is_empty(), "{text}: {:?}", said(text));
        }
    }

    #[test]
    fn decomposed_letters_are_read_alike() {
        use unicode_normalization::UnicodeNormalization;
        let text: String = "kết luận tháng 5 năm 2023".nfd().collect();
        let found = mentions(&tokens(&text));
        assert_eq!(&text[found[0].month.range.clone()], "5");
        assert_eq!(found[0].first(), NaiveDate::from_ymd_opt(2023, 5, 1));
    }
}

//! Dates in the text and around it: days that there are not, days of the week, years, the forms
//! of dates, the meeting against the signing.

mod forms;
mod impossible;
mod late;
mod meeting;
mod month;
mod order;
mod styles;
mod weekday;
mod year;

use std::ops::Range;

use chrono::NaiveDate;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::Manifest;
use crate::document::mention::{Mention, Token, may_have_mention, mentions, tokens};
use crate::document::outline::Line;

/// The rules of dates.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        impossible::RULES,
        weekday::RULES,
        year::RULES,
        forms::RULES,
        styles::RULES,
        meeting::RULES,
        late::RULES,
        month::RULES,
        order::RULES,
    ],
    check,
};

/// A line with the dates in it.
struct DatedLine<'a> {
    line: &'a Line<'a>,
    tokens: Vec<Token<'a>>,
    mentions: Vec<Mention>,
    /// Whether it is running text of the paper itself.
    prose: bool,
}

impl<'a> DatedLine<'a> {
    fn of(line: &'a Line<'a>, prose: bool) -> Self {
        let tokens = tokens(&line.text);
        let mentions = mentions(&tokens);
        Self { line, tokens, mentions, prose }
    }

    /// The token at a place; an empty text where there is none.
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    /// The token that is `back` before a place; an empty text where there is none.
    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The count of digits of the number at a place; 0 where there is none.
    fn digits(&self, at: usize) -> usize {
        let token = self.tokens.get(at).filter(|token| token.number().is_some());
        token.map_or(0, |token| token.range.len())
    }

    /// The text from one token to another one, and where it stands.
    fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.tokens[from].range.start..self.tokens[to].range.end
    }

    /// Whether no blank stands between some tokens.
    fn is_tight(&self, from: usize, to: usize) -> bool {
        let Some(tokens) = self.tokens.get(from..=to) else { return false };
        tokens.windows(2).all(|pair| pair[0].range.end == pair[1].range.start)
    }

    /// Whether the words right before or behind a date say that it is one of the moon.
    fn is_lunar(&self, from: usize, to: usize) -> bool {
        let near = from.saturating_sub(4)..self.tokens.len().min(to + 6);
        let pairs = self.tokens.get(near).unwrap_or_default().windows(2);
        pairs.into_iter().any(|pair| pair[0].text == "âm" && pair[1].text == "lịch")
    }
}

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let values = draft.values().iter().map(|value| (&value.line, false));
    let lines = draft.lines().iter().filter(|line| !line.quoted);
    let lines = lines.map(|line| (&line.line, line.is_prose()));
    // There is no date without a digit.
    let dated = |(line, _): &(&Line<'_>, bool)| may_have_mention(&line.text);
    let all = values.chain(lines).filter(dated);
    let all: Vec<DatedLine<'_>> =
        all.map(|(line, prose)| DatedLine::of(line, prose)).collect();
    let date = draft.document.date();
    for line in &all {
        impossible::check(line, found);
        weekday::check(line, date, found);
        year::check(line, date, found);
    }
    forms::check(&all, found);
    styles::check(&all, found);
    meeting::check(draft, found);
    late::check(draft, found);
    month::check(draft, found);
    order::check(draft, found);
}

/// Whether a paper tells of a meeting that was: a notice of its conclusions, its minutes.
fn tells_of_meeting(draft: &Draft<'_>) -> bool {
    let kind = draft.templates.chosen();
    let called = |name: &str| kind.is_some_and(|kind: &Manifest| kind.is_called(name));
    called("thông báo kết luận") || called("biên bản")
}

/// A day in numbers: `05/6/2026`.
pub(super) fn in_numbers(day: NaiveDate) -> String {
    use crate::document::date::{day_number, month_number};
    use chrono::Datelike;
    format!("{}/{}/{}", day_number(day), month_number(day), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use crate::source::{Source, Sources, Span};

    /// A text with brackets about what a check underlines in it; brackets of its own are dropped
    /// before.
    pub(super) fn said_in(
        text: &str,
        check: impl FnOnce(&DatedLine<'_>, &mut Diagnostics),
    ) -> String {
        let plain = text.replace(['[', ']'], "");
        let mut sources = Sources::default();
        let file = sources.add(Source::new("a.md", plain.clone()));
        let text = Text::new(&plain, Span::new(file, 0..plain.len()));
        let line = Line::of_text(&text, &sources);
        let mut found = Diagnostics::default();
        check(&DatedLine::of(&line, true), &mut found);
        let mut marks: Vec<(usize, char)> = found
            .iter()
            .flat_map(|one| [(one.span.start, '['), (one.span.end, ']')])
            .collect();
        marks.sort_unstable();
        let mut marked = plain;
        for (at, mark) in marks.into_iter().rev() {
            marked.insert(at, mark);
        }
        marked
    }
}

//! From last month's document to next month's: edits of its text, so that comments, order,
//! quotation marks and all else that stays is kept byte for byte. Imports `source` and
//! `document`.
//!
//! - **Months move on** by one, or as far as the day of signing does: in the subject, the
//!   opening, the closing, the headings and what the meeting is about (`months`). A month
//!   more than two away from the document's own is somebody else's; a whole date is a cited
//!   document's, unless it is the meeting's own.
//! - **The number is emptied**, the day of signing too (or set); of the meeting's date the day
//!   and the day of the week are to be filled in: no rule says on which day the next meeting is.
//! - **Conclusions are emptied**: the highest headings stay, in data and in the text, each with
//!   `CẦN ĐIỀN` under it. "Tổ chức thực hiện" stays whole where it names no date and assigns
//!   nothing as data; the closing ("Trên đây là …") stays.
//! - **Unfinished tasks** come first, under a heading of their own (`follow_up`), in the place
//!   of the one of last month, of which they keep what is not done yet (`carried`); only in
//!   papers that conclude a meeting.
//! - **Absentees**, the text of a digital signature and what an appendix says it comes with
//!   are last month's, and go.

mod body;
mod carried;
mod conclusions;
mod edits;
mod fields;
mod follow_up;
mod months;
mod top_items;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::document::outline::{BlockKind, plain_text};
use crate::document::{Assignment, Document, FieldLocation, Outline};
use crate::source::{FileId, Source, Span};
use edits::{Edited, Edits};

/// The document of last month, read.
#[derive(Debug, Clone, Copy)]
pub struct Last<'a> {
    /// Its file.
    pub source: &'a Source,
    /// The file's place among others.
    pub file: FileId,
    /// Its metadata, over the office's defaults.
    pub document: &'a Document,
    /// Its text.
    pub outline: &'a Outline,
    /// Where its own fields stand.
    pub places: &'a FieldLocation,
    /// Where its front matter ends.
    pub front_end: usize,
    /// Where its Markdown stands.
    pub body: Span,
    /// The tasks that it assigns.
    pub tasks: &'a [Assignment],
}

/// The document of next month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// Its text.
    pub text: String,
    /// By how many months it is later than the last one.
    pub months: i32,
    /// What was changed, in the order of the text.
    pub changes: Vec<(usize, Change)>,
    /// What was left for somebody to look at, in the order of the text.
    pub notes: Vec<(usize, Note)>,
}

/// Something that was changed; it stands at a byte of the new text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Words were put in the place of others.
    Replaced {
        /// What stood there.
        old: String,
        /// What stands there.
        new: String,
    },
    /// A field was emptied.
    Emptied {
        /// The field as it is written.
        field: String,
        /// What stood there.
        old: String,
    },
    /// Conclusions were emptied.
    Conclusions,
    /// Tasks were listed.
    Tasks {
        /// How many.
        count: usize,
    },
}

/// Something that was left as it is; it stands at a byte of the new text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// A month, a quarter, a span of time or a date that may have to move on, too.
    Kept {
        /// The words.
        words: String,
    },
    /// The people who took part.
    People,
    /// The appendices.
    Appendices,
}

/// Writes next month's document, signed on `date` where that is known.
#[must_use]
pub fn renew(last: &Last<'_>, date: Option<NaiveDate>) -> Renewal {
    let old = last.document.date().unwrap_or_default();
    let index = |date: NaiveDate| date.year() * 12 + date.month0().cast_signed();
    let months = date.map_or(1, |date| index(date) - index(old));
    let held = held(last);
    let mut work = Work { last, old, held, months, date, edits: Edits::default() };
    fields::renew(&mut work, last.places);
    let top_items = top_items::of(last);
    let list = follow_up::of(last, held, &top_items);
    conclusions::renew(&mut work, &top_items, &list);
    body::renew(&mut work, &top_items, &list);
    top_items::number(&mut work, &top_items, !list.is_empty());
    let Edited { text, changes, notes } = work.edits.apply(last.source.text());
    Renewal { text, months, changes, notes }
}

/// The day of the meeting: of its data, else of the opening.
fn held(last: &Last<'_>) -> Option<NaiveDate> {
    let meeting = last.document.meeting.as_ref().map(|meeting| meeting.date);
    if let Some(date) = meeting {
        return (!date.open).then_some(date.day);
    }
    let opening = last.outline.opening.first().map(|block| &block.kind);
    let Some(BlockKind::Paragraph(text)) = opening else { return None };
    months::held(&plain_text(text))
}

/// The edits of one document as they come together.
struct Work<'a> {
    last: &'a Last<'a>,
    /// The day of the last document.
    old: NaiveDate,
    /// The day of the last meeting, where it is known.
    held: Option<NaiveDate>,
    /// How far everything moves on.
    months: i32,
    /// The day of signing of the next.
    date: Option<NaiveDate>,
    edits: Edits,
}

impl<'a> Work<'a> {
    /// The text of the last document in a span.
    fn slice(&self, span: Span) -> &'a str {
        self.last.source.slice(span.range())
    }

    /// The line end of the file.
    fn line_end(&self) -> &'static str {
        if self.last.source.text().contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Where the line begins in which a byte stands.
    fn line_start(&self, at: usize) -> usize {
        line_start(self.last.source, at)
    }

    /// Where the line ends in which a byte stands, without its line end.
    fn line_stop(&self, at: usize) -> usize {
        let line = self.last.source.position(at).line;
        self.last.source.line_range(line).map_or(at, |range| range.end)
    }

    /// Where the line after the one begins in which a byte stands.
    fn next_line(&self, at: usize) -> usize {
        let source = self.last.source;
        let line = source.position(at).line + 1;
        source.line_range(line).map_or(source.text().len(), |range| range.start)
    }
}

/// Where the line begins in which a byte stands.
fn line_start(source: &Source, at: usize) -> usize {
    let line = source.position(at).line;
    let start = source.line_range(line).map_or(at, |range| range.start);
    if line == 1 { start.max(source.start()) } else { start }
}

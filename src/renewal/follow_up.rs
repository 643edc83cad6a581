//! The tasks of last month that are not done, each with who and by when, for its result.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::Last;
use super::carried;
use super::top_items::{Disposition, TopItem};
use crate::document::date::{in_words, month_number};
use crate::document::mark::MARK;
use crate::document::mention::{mentions, tokens};
use crate::document::outline::{Block, plain_text};
use crate::document::{Assignment, Deadline, FOLLOW_UP, Text, capitalised};

/// The heading over the tasks and a line for each.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    /// "Về thực hiện kết luận cuộc họp tháng 5 năm 2023".
    pub(super) title: String,
    /// The tasks, as plain text.
    pub(super) lines: Vec<String>,
}

impl List {
    /// Whether there is nothing to follow up.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// Whether a document concludes a meeting: its subject or the end of its opening says so, its conclusions are
/// data, or it tells how the meeting went. Only such a one asks what became of the last.
fn concludes(last: &Last<'_>) -> bool {
    let says = |text: &str| {
        let text = text.to_lowercase();
        let mut found = text.match_indices("kết luận");
        found.any(|(at, _)| !text[..at].trim_end().ends_with("thực hiện"))
    };
    let introduces =
        last.outline.opening.last().and_then(Block::as_paragraph).is_some_and(|text| {
            let text = plain_text(text).to_lowercase();
            let text = text.trim_end_matches([' ', ':', '.']);
            text.ends_with("kết luận") || text.ends_with("kết luận như sau")
        });
    let meeting = last.document.meeting.as_ref();
    introduces
        || last.document.subject.as_ref().is_some_and(|subject| says(&subject.value))
        || !last.document.conclusions.is_empty()
        || meeting.is_some_and(|meeting| meeting.proceedings.is_some())
}

/// What is to be followed up: what was followed up before and is not done, and all tasks but
/// those that are done or stand in a section that stays as it is.
pub(super) fn of(
    last: &Last<'_>,
    held: Option<NaiveDate>,
    top_items: &[TopItem],
) -> List {
    let stays = |task: &Assignment| {
        top_items.iter().any(|item| {
            item.disposition == Disposition::Kept
                && (item.span.start..item.end).contains(&task.span.start)
        })
    };
    let open = last.tasks.iter().filter(|task| !task.done && !stays(task));
    let all = carried::of(last.outline).into_iter().chain(open.map(line));
    let lines = all.filter(|_| concludes(last)).collect();
    List { title: format!("{FOLLOW_UP} cuộc họp {}", period(last, held)), lines }
}

/// What the last document reports: the month of its subject, else the day of the meeting,
/// else its own month.
fn period(last: &Last<'_>, held: Option<NaiveDate>) -> String {
    let subject = last.document.subject.as_ref().map_or("", Text::as_str);
    let tokens = tokens(subject);
    let month = mentions(&tokens).into_iter().find(|mention| mention.day.is_none());
    if let Some(month) = month {
        return subject[month.range].to_owned();
    }
    match (held, last.document.date()) {
        (Some(day), _) => in_words(day),
        (None, Some(day)) => format!("tháng {} năm {}", month_number(day), day.year()),
        (None, None) => String::new(),
    }
}

/// "Tiêu chí số 1 về quy hoạch (mục I.2.1). Chủ trì: …; thời hạn: …. Kết quả: CẦN ĐIỀN."
fn line(task: &Assignment) -> String {
    let what = task.topic.as_deref().unwrap_or_else(|| first_clause(&task.work));
    let mut line = capitalised(what.trim());
    if !task.item.is_empty() {
        let _ = write!(line, " (mục {})", task.item);
    }
    let names =
        |names: &[Text]| names.iter().map(Text::as_str).collect::<Vec<_>>().join(", ");
    let deadline = match &task.deadline {
        Some(Deadline::Day(date)) => format!("trước {}", date.in_words()),
        Some(Deadline::Period(text)) => text.value.clone(),
        None => String::new(),
    };
    let said = [
        ("chủ trì", names(&task.assignees)),
        ("phối hợp", names(&task.coordinators)),
        ("thời hạn", deadline),
    ];
    let said = said.iter().filter(|(_, words)| !words.is_empty());
    let said: Vec<String> =
        said.map(|(name, words)| format!("{name}: {words}")).collect();
    format!("{line}. {}. Kết quả: {MARK}.", capitalised(&said.join("; ")))
}

/// A text up to its first semicolon or the end of its first sentence.
fn first_clause(work: &str) -> &str {
    let ends = [";", ". "].iter().filter_map(|mark| work.find(mark));
    ends.min().map_or(work, |end| &work[..end])
}

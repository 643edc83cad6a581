//! What one sentence says: who leads, who takes part, until when, and what is left of it.

use std::ops::Range;

use super::deadline;
use super::words::{find, verb};
use crate::document::outline::Line;
use crate::document::{Assignment, Deadline, Text};
use crate::source::{Span, is_alphanumeric};

/// What a sentence says.
#[derive(Debug, Default)]
pub(super) struct ParsedSentence {
    /// Who leads.
    pub(super) assignees: Vec<Text>,
    /// Who takes part.
    pub(super) coordinators: Vec<Text>,
    /// Until when.
    pub(super) deadline: Option<Deadline>,
    /// What is to be done.
    pub(super) work: String,
    /// Whether it only asks somebody for something: no task without a deadline.
    asks: bool,
}

impl ParsedSentence {
    /// Whether it assigns work.
    pub(super) fn is_task(&self) -> bool {
        self.deadline.is_some() || (!self.assignees.is_empty() && !self.asks)
    }

    /// Whether the deadline of the sentence after it belongs to it.
    pub(super) fn takes_deadline(&self, next: &Self) -> bool {
        !self.assignees.is_empty() && self.deadline.is_none() && next.deadline.is_some()
    }

    /// Whether the one who leads stands in the sentence after it.
    pub(super) fn waits_for(&self, next: &Self) -> bool {
        self.assignees.is_empty()
            && self.deadline.is_some()
            && !next.assignees.is_empty()
            && next.deadline.is_none()
    }

    /// The task.
    pub(super) fn into_assignment(
        self,
        item: &str,
        span: Span,
        topic: Option<String>,
    ) -> Assignment {
        let Self { assignees, coordinators, deadline, work, asks: _ } = self;
        let item = item.to_owned();
        let done = false;
        Assignment { item, span, topic, work, assignees, coordinators, deadline, done }
    }
}

/// Most words of a subject: a longer one is a clause ("Sau khi các thôn báo cáo kết quả, …").
const SUBJECT: usize = 20;

/// Most words of a name behind "Giao", which may list several bodies.
const NAME: usize = 30;

/// What a paragraph is about, before a colon that a sentence follows: "Tiêu chí số 1 về quy
/// hoạch: Tập trung …"; and where that sentence starts.
pub(super) fn topic(text: &str) -> (Option<String>, usize) {
    let none = (None, 0);
    let Some((topic, rest)) = text.split_once(": ") else { return none };
    let capital = rest.trim_start().starts_with(char::is_uppercase);
    let words = topic.split_whitespace().count();
    if !capital || words > SUBJECT || topic.contains(". ") || leader(topic).is_some() {
        return none;
    }
    (Some(topic.trim().to_owned()), topic.len() + 2)
}

/// The sentences of a text from a byte on. A mark ends one only before a blank and a capital:
/// "1.500 hộ" and "v.v. và" are no ends.
pub(super) fn sentences(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = from;
    for (at, c) in text[from..].char_indices().map(|(at, c)| (from + at, c)) {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let end = at + c.len_utf8();
        let next = text[end..].trim_start();
        let blank = next.len() < text.len() - end;
        if blank && next.starts_with(char::is_uppercase) {
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..text.len());
    found.retain(|range| !text[range.clone()].trim().is_empty());
    found
}

/// The words that put a name before work; whether they assign it or ask for it.
const LEADERS: [(&str, bool); 5] = [
    ("Giao cho ", false),
    ("Giao ", false),
    ("Phân công ", false),
    ("Yêu cầu ", true),
    ("Đề nghị ", true),
];

fn leader(text: &str) -> Option<(&str, bool)> {
    let text = text.trim_start();
    let found = LEADERS.iter().find(|(word, _)| text.starts_with(word));
    found.map(|(word, asks)| (&text[word.len()..], *asks))
}

/// Reads one sentence of a paragraph.
pub(super) fn read(line: &Line<'_>, range: Range<usize>) -> ParsedSentence {
    let text = &line.text[range.clone()];
    let deadline = deadline::find(line, &range);
    // Without "Giao" a name is looked for only where a deadline or "chủ trì" makes the sentence a
    // task: "Các thôn rà soát … trước ngày …", not "Các thôn đã rà soát".
    let (subject, asks, limit) = match leader(text) {
        Some((rest, asks)) => (rest, asks, NAME),
        None if deadline.is_some() || find(text, "chủ trì").is_some() => {
            (text.trim_start(), false, SUBJECT)
        }
        None => ("", false, 0),
    };
    let start = range.end - subject.len();
    let name = name_end(subject).filter(|end| fits(&subject[..*end], limit));
    let Some(end) = name else {
        let work = tidy(text);
        return ParsedSentence { deadline, work, asks, ..ParsedSentence::default() };
    };
    let assignees = vec![trimmed(&line.cut(start..start + end))];
    let (coordinators, work) = coordinators(line, start + end..range.end);
    ParsedSentence { assignees, coordinators, deadline, work: tidy(&work), asks }
}

/// Where a name at the start of a text ends; nothing where that cannot be told.
fn name_end(text: &str) -> Option<usize> {
    let stops = ["chủ trì", "phối hợp", "có trách nhiệm"];
    let stops = stops.iter().filter_map(|stop| find(text, stop));
    let verb = verb(&decapitalised(text)).map(|range| range.start);
    let colon = text.trim_end().ends_with(':').then(|| text.trim_end().len() - 1);
    stops.chain(verb).chain(colon).min().filter(|end| *end > 0)
}

/// The text with its first letter small, where that keeps its length: a verb that starts a
/// sentence ("Tập trung rà soát …") is one, too.
fn decapitalised(text: &str) -> String {
    let mut rest = text.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_lowercase).collect();
    let lower = first + rest.as_str();
    if lower.len() == text.len() { lower } else { text.to_owned() }
}

/// Whether a name is one: not empty, not a whole sentence.
fn fits(name: &str, limit: usize) -> bool {
    let words = name.split_whitespace().count();
    (1..=limit).contains(&words) && !name.contains(['.', ';', ':', '!', '?'])
}

/// Who takes part, in what stands behind the name of who leads; and the work.
fn coordinators(line: &Line<'_>, range: Range<usize>) -> (Vec<Text>, String) {
    let text = &line.text[range.clone()];
    // "Công an xã [chủ trì, phối hợp với các thôn rà soát …]"
    let work = after_words(text, &["chủ trì", "có trách nhiệm"]);
    let Some(at) = find(text, "phối hợp") else {
        return (Vec::new(), work.to_owned());
    };
    let behind = after_words(&text[at..], &["phối hợp", "chặt chẽ", "cùng", "với"]);
    let offset = text.len() - behind.len();
    let Some(verb) = verb(behind).filter(|verb| fits(&behind[..verb.start], NAME)) else {
        return (Vec::new(), work.to_owned());
    };
    let start = range.start + offset;
    let name = trimmed(&line.cut(start..start + verb.start));
    // What stands between the name and "phối hợp" is work, too.
    let directly = after_words(text, &["chủ trì"]).trim_start().starts_with("phối hợp");
    let work = if directly { &behind[verb.start..] } else { work };
    (vec![name], work.to_owned())
}

/// A text without some words at its start, in this order, and commas about them.
fn after_words<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let clean = |text: &'t str| text.trim_start_matches([',', ' ', ':', '\u{a0}']);
    words.iter().fold(clean(text), |text, word| match text.strip_prefix(word) {
        Some(rest) if !rest.starts_with(is_alphanumeric) => clean(rest),
        Some(_) | None => text,
    })
}

/// A name without the comma or colon behind it.
fn trimmed(text: &Text) -> Text {
    let kept = text.value.trim_end_matches([',', ':', ' ']);
    let lost = text.value.len() - kept.len();
    let span = Span {
        end: text.span.end - lost.min(text.span.end - text.span.start),
        ..text.span
    };
    Text::new(kept, span)
}

/// Work as a phrase: no mark at its end, no blanks about it.
fn tidy(text: &str) -> String {
    text.trim().trim_end_matches(['.', ';', ':', ',']).trim_end().to_owned()
}

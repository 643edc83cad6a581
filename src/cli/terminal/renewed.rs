//! What `new --from` says of the new document: what it changed, what is left to do.

use super::message::{Message, counted};
use crate::renewal::{Change, Note};

/// What a new document changes of the one that it starts from; lines count from 1.
#[derive(Debug, Default)]
pub(crate) struct Renewed {
    /// The new document, as shown to the user.
    pub(crate) name: String,
    /// What was changed, by line.
    pub(crate) changes: Vec<(usize, Change)>,
    /// The lines on which something is to be filled in.
    pub(crate) placeholders: Vec<usize>,
    /// What was left for somebody to look at, by line.
    pub(crate) notes: Vec<(usize, Note)>,
}

impl Renewed {
    /// The report, a line for each change, placeholder and note.
    pub(crate) fn message(&self) -> Message {
        let mut lines = Lines { name: &self.name, vi: Vec::new(), en: Vec::new() };
        if !self.changes.is_empty() {
            lines.heading("đã đổi:", "changed:");
        }
        for (line, change) in &self.changes {
            lines.entry(*line, &changed(change));
        }
        if !self.placeholders.is_empty() {
            lines.heading("cần điền:", "to be filled in:");
        }
        for line in &self.placeholders {
            lines.place(*line);
        }
        if !self.notes.is_empty() {
            lines.heading("giữ nguyên, hãy xem lại:", "left as it was, please look:");
        }
        for (line, note) in &self.notes {
            lines.entry(*line, &noted(note));
        }
        Message::new(lines.vi.join("\n"), lines.en.join("\n"))
    }
}

/// The lines of the report in both languages.
struct Lines<'a> {
    name: &'a str,
    vi: Vec<String>,
    en: Vec<String>,
}

impl Lines<'_> {
    fn heading(&mut self, vi: &str, en: &str) {
        self.vi.push(vi.to_owned());
        self.en.push(en.to_owned());
    }

    fn place(&mut self, line: usize) {
        let place = format!("  {}:{line}", self.name);
        self.vi.push(place.clone());
        self.en.push(place);
    }

    fn entry(&mut self, line: usize, (vi, en): &(String, String)) {
        let name = self.name;
        self.vi.push(format!("  {name}:{line}: {vi}"));
        self.en.push(format!("  {name}:{line}: {en}"));
    }
}

/// The words for a change.
fn changed(change: &Change) -> (String, String) {
    match change {
        Change::Replaced { old, new } if old.is_empty() => {
            (format!("ghi `{new}`"), format!("wrote `{new}`"))
        }
        Change::Replaced { old, new } => {
            let (old, new) = (one_line(old), one_line(new));
            (format!("`{old}` thành `{new}`"), format!("`{old}` to `{new}`"))
        }
        Change::Emptied { field, old } => (
            format!("để trống `{field}` (cũ: {old})"),
            format!("emptied `{field}` (was {old})"),
        ),
        Change::Conclusions => (
            "bỏ nội dung kết luận cũ, giữ các tiêu đề".into(),
            "dropped the old conclusions, kept the headings".into(),
        ),
        Change::Tasks { count } => (
            format!("liệt kê {count} việc chưa xong"),
            format!("listed {}", counted(*count, "unfinished task")),
        ),
    }
}

/// The words for what was left as it was.
fn noted(note: &Note) -> (String, String) {
    match note {
        Note::Kept { words } => {
            let words = format!("`{}`", one_line(words));
            (words.clone(), words)
        }
        Note::People => ("những người dự họp".into(), "who took part".into()),
        Note::Appendices => ("phụ lục".into(), "the appendices".into()),
    }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

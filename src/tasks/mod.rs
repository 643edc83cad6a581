//! The tasks that a text assigns: stated as data, or read out of its sentences. Imports
//! `source` and `document`.
//!
//! What is read out of a sentence is what stands there; nothing is guessed:
//!
//! - **Who leads** stands behind "Giao", "Phân công" ("Yêu cầu", "Đề nghị" where there is a
//!   deadline) or before "chủ trì"; where a sentence has a deadline, also before its first verb
//!   ("Các thôn rà soát … trước ngày …"). The name ends at "chủ trì", "phối hợp", "có trách
//!   nhiệm" or at a verb of `words::VERBS`.
//! - **Who takes part** stands between "phối hợp (với, cùng)" and a verb.
//! - **Until when** is a whole date behind "trước (ngày)", "chậm nhất …", "xong …", "hạn …",
//!   "đến hết ngày" (`deadline`); "trong tháng 6" and a day without its year are kept as
//!   words. "ngày 25 hàng tháng" and "phấn đấu đến cuối năm" are no deadlines.
//! - A sentence with a deadline alone belongs to the task before it in its paragraph, else to
//!   the next one there that has none.
//! - Whom a line that ends with a colon names ("Giao Ban Chỉ huy Quân sự xã:") leads in all
//!   that belongs under it, where nobody else is named.
//!
//! What is followed up ([`FOLLOW_UP`]) was assigned before and is not read again.

mod deadline;
mod sentence;
#[cfg(test)]
mod tests;
mod words;

use crate::document::outline::{
    Block, BlockKind, Inline, Item, Line, item_path, plain_text,
};
use crate::document::{Assignment, FOLLOW_UP, Outline, Task, Text};
use crate::source::{Sources, Span};
use sentence::ParsedSentence;

/// The tasks of a text, in its order.
#[must_use]
pub fn read(outline: &Outline, sources: &Sources) -> Vec<Assignment> {
    let mut reading = Reading { sources, found: Vec::new() };
    reading.blocks(&outline.body, "", &InheritedActors::default());
    reading.found
}

/// Who leads and takes part in what belongs under a line that ends with a colon.
#[derive(Debug, Clone, Default)]
struct InheritedActors {
    assignees: Vec<Text>,
    coordinators: Vec<Text>,
}

struct Reading<'a> {
    sources: &'a Sources,
    found: Vec<Assignment>,
}

impl Reading<'_> {
    /// The tasks of some blocks under the item `above`; `inherited` lead where nobody is named.
    fn blocks(&mut self, blocks: &[Block], above: &str, inherited: &InheritedActors) {
        let mut inherited = inherited.clone();
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(text) => {
                    let none = InheritedActors::default();
                    if let Some(named) = self.prose(text, block.span, above, &none) {
                        inherited = named;
                    }
                }
                BlockKind::Item(item) => self.item(item, block.span, above, &inherited),
                BlockKind::Quotation(_)
                | BlockKind::Table(_)
                | BlockKind::Picture(_)
                | BlockKind::Preformatted(_)
                | BlockKind::Aligned(_)
                | BlockKind::Separator => {}
            }
        }
    }

    fn item(
        &mut self,
        item: &Item,
        span: Span,
        above: &str,
        inherited: &InheritedActors,
    ) {
        let plain = plain_text(&item.text);
        if plain.trim_start().starts_with(FOLLOW_UP) {
            return;
        }
        let number = item.number.as_ref().map_or("", |number| &number.label);
        let path = item_path(above, number);
        if let Some(task) = &item.task {
            let work = work_of(task, item);
            self.found.push(Assignment {
                item: path.clone(),
                span,
                topic: None,
                work,
                assignees: task.assignees.clone(),
                coordinators: task.coordinators.clone(),
                deadline: task.deadline.clone(),
                done: task.done,
            });
            return self.blocks(&below(item), &path, inherited);
        }
        let none = InheritedActors::default();
        let own = if item.heading { &none } else { inherited };
        let named = self.prose(&item.text, span, &path, own);
        self.blocks(&item.children, &path, named.as_ref().unwrap_or(own));
    }

    /// The tasks of one paragraph; whom it names for what follows.
    fn prose(
        &mut self,
        text: &[Inline],
        span: Span,
        item: &str,
        inherited: &InheritedActors,
    ) -> Option<InheritedActors> {
        let line = Line::of(text, self.sources);
        let (topic, rest) = sentence::topic(&line.text);
        let introduces = line.text.trim_end().ends_with(':');
        let mut open: Vec<ParsedSentence> = Vec::new();
        for range in sentence::sentences(&line.text, rest) {
            let said = sentence::read(&line, range);
            if introduces && !said.assignees.is_empty() {
                let ParsedSentence { assignees, coordinators, .. } = said;
                return Some(InheritedActors { assignees, coordinators });
            }
            join(&mut open, said, !inherited.assignees.is_empty());
        }
        for mut said in open {
            if said.assignees.is_empty() {
                said.assignees.clone_from(&inherited.assignees);
                said.coordinators.clone_from(&inherited.coordinators);
            }
            if said.is_task() {
                let topic = topic.clone();
                self.found.push(said.into_assignment(item, span, topic));
            }
        }
        None
    }
}

/// Adds what a sentence says to what those before it said; where others lead (`led`), all
/// sentences that name nobody are one task.
fn join(open: &mut Vec<ParsedSentence>, said: ParsedSentence, led: bool) {
    match open.last_mut() {
        // Under "Giao Công an xã:": "Rà soát hộ khẩu. Báo cáo trước ngày 08/6/2023."
        Some(last) if led && last.assignees.is_empty() && said.assignees.is_empty() => {
            last.deadline = last.deadline.take().or(said.deadline);
            last.work.extend([". ", &said.work]);
        }
        // "Giao Công an xã rà soát. Thời hạn: trước ngày 08/6/2023."
        Some(last) if said.assignees.is_empty() && last.takes_deadline(&said) => {
            last.deadline = said.deadline;
            last.work.extend([". ", &said.work]);
        }
        // "Rà soát xong trước ngày 08/6/2023. Giao Công an xã chủ trì."
        Some(last) if last.waits_for(&said) => {
            last.assignees = said.assignees;
            last.coordinators = said.coordinators;
        }
        Some(_) | None => open.push(said),
    }
}

/// What is to be done in a task given as data: the text before the sentence that assigns it.
fn work_of(task: &Task, item: &Item) -> String {
    let mut text = plain_text(&item.text);
    if item.heading {
        let said =
            item.children.iter().rev().find_map(Block::as_paragraph).map(plain_text);
        text = format!(
            "{}: {}",
            text.trim_end_matches([':', '.']),
            said.unwrap_or_default()
        );
    }
    let work = text.strip_suffix(&task.sentence).unwrap_or(&text);
    work.trim_end_matches([' ', '.', ';', ':']).to_owned()
}

/// What belongs under an item whose task is data: its items; its own paragraphs are the task.
fn below(item: &Item) -> Vec<Block> {
    let items = item.children.iter().filter(|block| block.as_item().is_some());
    items.cloned().collect()
}

//! Where a task stands: its line, the items above it, the lines that lead in to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::Assignment;
use crate::document::outline::item_path;
use crate::rules::text_lines::{Part, Role, TextLine};
use crate::source::Span;

/// The lines of the main text, looked through once for all tasks.
pub(super) struct Surroundings<'a> {
    lines: &'a [TextLine<'a>],
    /// The line of each block, by the place of the block.
    of_block: BTreeMap<(usize, usize), usize>,
    /// For each line the one that leads in to it on its level: "Yêu cầu các thôn:".
    lead: Vec<Option<usize>>,
}

impl<'a> Surroundings<'a> {
    pub(super) fn of(lines: &'a [TextLine<'a>]) -> Self {
        let mut all = Self { lines, of_block: BTreeMap::new(), lead: Vec::new() };
        let mut leads: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            if line.part == Part::Main {
                all.of_block.entry(place(line.span)).or_insert(at);
            }
            all.lead.push(leads.get(&line.parent).copied());
            // An item leads in to what is under it, if anything is.
            let has_items = line.item().is_some_and(|item| !item.children.is_empty());
            if line.text().trim_end().ends_with(':') && !has_items {
                leads.insert(line.parent, at);
            } else if matches!(line.role, Role::Paragraph) {
                // What leads in to a list ends with it.
                leads.remove(&line.parent);
            }
        }
        all
    }

    /// The whole line in which a task is assigned; empty where it is not printed.
    pub(super) fn line_of(&self, task: &Assignment) -> &'a str {
        self.at(task).map_or("", |at| self.lines[at].text())
    }

    /// The lines under which a task stands, the nearest first; its own is not among them.
    pub(super) fn above(&self, task: &Assignment) -> Vec<&'a str> {
        let mut found = Vec::new();
        let mut next = self.at(task);
        while let Some(at) = next {
            found.extend(self.lead[at].map(|lead| self.lines[lead].text()));
            next = self.lines[at].parent;
            found.extend(next.map(|above| self.lines[above].text()));
        }
        found
    }

    /// The items, and what stands under them, in which no task was read, each with its number among
    /// all lines.
    pub(super) fn without(
        &self,
        tasks: &[Assignment],
    ) -> impl Iterator<Item = (usize, &'a TextLine<'a>)> {
        let taken: BTreeSet<usize> =
            tasks.iter().filter_map(|task| self.at(task)).collect();
        let main = move |(at, line): &(usize, &TextLine<'_>)| {
            line.part == Part::Main
                && line.is_prose()
                && !line.quoted
                && (line.parent.is_some() || line.item().is_some())
                && !taken.contains(at)
        };
        self.lines.iter().enumerate().filter(main)
    }

    /// The number of the item that a line is or stands under, with those above it: `II.2.1`.
    pub(super) fn item_of(&self, at: usize) -> String {
        let line = &self.lines[at];
        let above = line.parent.map_or_else(String::new, |above| self.item_of(above));
        let number = line.item().and_then(|item| item.number.as_ref());
        item_path(&above, number.map_or("", |number| &number.label))
    }

    /// The lines under which a line stands, the nearest first.
    pub(super) fn above_line(&self, at: usize) -> Vec<&'a str> {
        let mut found = Vec::new();
        let mut next = self.lines[at].parent;
        while let Some(above) = next {
            found.push(self.lines[above].text());
            next = self.lines[above].parent;
        }
        found
    }

    fn at(&self, task: &Assignment) -> Option<usize> {
        self.of_block.get(&place(task.span)).copied()
    }
}

fn place(span: Span) -> (usize, usize) {
    (span.start, span.end)
}

//! The lines under which a task stands: the items above it, the lines that lead in to it.

use crate::document::Assignment;
use crate::rules::Draft;
use crate::rules::text_lines::{Part, TextLine};

/// The whole line in which a task is assigned; empty where it is not printed.
pub(super) fn line_of<'a>(draft: &'a Draft<'_>, task: &Assignment) -> &'a str {
    let line = draft.lines().iter().find(|line| line.span == task.span);
    line.map_or("", TextLine::text)
}

/// The texts of the lines above a task under which it stands, the nearest first; its own is not
/// among them.
pub(super) fn lines_above(draft: &Draft<'_>, task: &Assignment) -> Vec<String> {
    let lines = draft.lines();
    let own = |line: &TextLine<'_>| line.part == Part::Main && line.span == task.span;
    let Some(mut at) = lines.iter().position(own) else { return Vec::new() };
    let mut found = Vec::new();
    loop {
        let parent = lines[at].parent;
        // "Yêu cầu các thôn thực hiện:" before the items.
        let before = lines[..at].iter().rev().filter(|line| line.parent == parent);
        let leads = |line: &&TextLine<'_>| line.text().trim_end().ends_with(':');
        found.extend(before.filter(leads).map(|line| line.text().to_owned()).next());
        let Some(above) = parent else { return found };
        found.push(lines[above].text().to_owned());
        at = above;
    }
}

//! The tasks that a paper assigns: who leads and whether they hear of it, until when and whether
//! that day can be kept; what is to be reached by them.

mod assignee;
mod bodies;
mod day_off;
mod lead;
mod past;
mod recipient;
mod recurring;
mod spaced;
mod targets;
mod timeless;
mod under;
mod vague;

use super::{Checked, Draft};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::{Assignment, Date, Manifest, Regime, mark};
use crate::source::{Sources, Span, composed};
use spaced::Spaced;
use under::Surroundings;

/// The rules of tasks.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        past::RULES,
        day_off::RULES,
        timeless::RULES,
        recurring::RULES,
        assignee::RULES,
        lead::RULES,
        recipient::RULES,
        targets::RULES,
    ],
    check,
};

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    targets::check(draft, found);
    if draft.tasks.is_empty() {
        return;
    }
    let around = Surroundings::of(draft.lines());
    let open: Vec<OpenTask<'_>> = open_tasks(draft);
    let is = |name: &str| {
        draft.templates.chosen().is_some_and(|kind: &Manifest| kind.is_called(name))
    };
    // A report tells what was done, a proposal what would be.
    if !is("báo cáo") && !is("tờ trình") {
        past::check(draft, &open, &around, found);
        day_off::check(draft, &open, found);
    }
    // Who must do what by when is what conclusions state (QĐ 45/2018/QĐ-TTg, Điều 14).
    if is("thông báo kết luận") {
        timeless::check(draft, &open, &around, found);
        recurring::check(&open, found);
        assignee::check(draft, &open, &around, found);
        lead::check(draft, &open, &around, found);
        recipient::check(draft, &open, found);
    }
}

/// A task that is still to be done.
struct OpenTask<'a> {
    task: &'a Assignment,
    /// What is to be done, as words are looked for in it.
    work: Spaced,
}

/// The tasks that are still to be done, but for those in which words are to be filled in.
fn open_tasks<'a>(draft: &'a Draft<'_>) -> Vec<OpenTask<'a>> {
    let filled = |text: &str| mark::marks(text).is_empty();
    let open = draft.tasks.iter().filter(|task| {
        let mut names = task.assignees.iter().chain(&task.coordinators);
        !task.done && filled(&task.work) && names.all(|name| filled(name.as_str()))
    });
    open.map(|task| OpenTask { task, work: Spaced::of(&task.work) }).collect()
}

/// A problem with the clause of its rule, where that holds: QĐ 45/2018/QĐ-TTg is the State's.
fn of_regime(draft: &Draft<'_>, problem: Problem) -> Problem {
    match draft.document.regime.value {
        Regime::State => problem,
        Regime::Party => problem.with_clause(""),
    }
}

/// Where a message about a task points: to who leads, else to its line.
fn place(task: &Assignment) -> Span {
    task.assignees.first().map_or(task.span, |name| name.span)
}

/// What a day of a deadline stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// `trước ngày`: the day itself is too late. So is a day that is given as data printed.
    Before,
    /// `chậm nhất ngày`, `xong ngày`: the day is the last one.
    Until,
    /// `đến hết ngày`: that may as well be the day of a count.
    Through,
}

/// The words before the day of a deadline.
fn bound(date: &Date, sources: &Sources) -> Bound {
    let text = sources.get(date.span.file).text();
    let before = text.get(..date.span.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev().map(|word| {
        let bare = word.trim_matches(|c: char| "*_(".contains(c));
        composed(bare).to_lowercase()
    });
    let mut next = || words.next().unwrap_or_default();
    let mut word = next();
    if word == "ngày" {
        word = next();
    }
    match word.as_str() {
        "trước" => Bound::Before,
        "hết" => Bound::Through,
        // `hạn: 08/6/2026`
        data if data.ends_with([':', '"', '\'', '>', '|', '{', ',']) => Bound::Before,
        _ => Bound::Until,
    }
}

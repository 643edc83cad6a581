//! Pasted frames: what the program prints about a text from the fields, typed into the text once
//! more.
//!
//! The head of a frame is known where it begins the text; some of its lines (Quốc hiệu, the
//! number, `Kính gửi:`, `QUYẾT ĐỊNH:`) wherever they stand alone. Its foot is `Nơi nhận:` with a
//! list, and a signature below which nothing else stands. Quotations and appendices may hold
//! frames of their own.

mod cut;
mod head;
mod lines;
mod pasted;
mod tail;
mod values;
mod written;

use std::ops::Range;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Block;
use crate::document::{Document, NamedTemplates};
use crate::source::{Sources, Span};
use head::Head;
use lines::{Line, Mark};
use pasted::{FramePart, pasted_frame};
use tail::{FOOT, Tail};
use values::Values;

/// The rules of what the layout prints by itself.
pub(super) const FAMILY: Checked = Checked { rules: &[pasted::RULES], check };

/// Says which parts of the frame were pasted into a text.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    draft.frames().report(draft.sources, found);
}

/// How far below a line in capitals the rest of its letterhead may stand.
const NEAR: usize = 4;

/// A part of a frame that was found.
struct Found {
    /// Which one.
    part: FramePart,
    /// Its lines.
    lines: Range<usize>,
    /// Whether each of them equals what the fields say.
    same: bool,
}

fn part(part: FramePart, lines: Range<usize>, same: bool) -> Found {
    Found { part, lines, same }
}

/// The pasted parts of a text.
pub(super) struct Frames {
    lines: Vec<Line>,
    found: Vec<Found>,
}

impl Frames {
    /// Looks for the frame of a document among the blocks of its main text.
    pub(super) fn find(
        document: &Document,
        named: &NamedTemplates,
        parts: &[&[Block]],
        sources: &Sources,
    ) -> Self {
        let lines = lines::lines(parts, sources);
        let values = Values::of(document, named);
        let regime = document.regime.value;
        let head = Head { lines: &lines, values: &values, regime };
        let tail = Tail { lines: &lines, values: &values };
        let found = find(&head, &tail);
        Self { lines, found }
    }

    /// Says which parts were pasted.
    fn report(&self, sources: &Sources, found: &mut Diagnostics) {
        let fixes = cut::fixes(&self.found, &self.lines, sources);
        // Without its frame a text has to say something.
        let is_frame = |at| self.found.iter().any(|part| part.lines.contains(&at));
        let mut lines = self.lines.iter().enumerate();
        let says = lines
            .any(|(at, line)| !is_frame(at) && line.text.contains(char::is_alphanumeric));
        for (part, fix) in self.found.iter().zip(fixes) {
            let problem = pasted_frame(part.part, part.same);
            let fix = fix.filter(|_| says);
            found.push_fixed(problem, self.lines[part.lines.start].span, fix);
        }
    }

    /// Where the text proper ends, with its last line, where a frame was pasted below it.
    pub(super) fn above_foot(&self) -> Option<(&str, Span)> {
        let foot = Some(self.foot()).filter(|foot| *foot < self.lines.len())?;
        let line = self.lines[..foot].iter().rfind(|line| line.mark != Mark::Rule)?;
        Some((&line.text, line.span))
    }

    /// The first line of the frame below the text.
    fn foot(&self) -> usize {
        let mut foot = self.lines.len();
        while foot > 0 {
            let part = self.found.iter().find(|part| part.lines.end == foot);
            match part {
                Some(part) => foot = part.lines.start,
                None if self.lines[foot - 1].mark == Mark::Rule => foot -= 1,
                None => break,
            }
        }
        let label = self.found.iter().rfind(|part| part.part == FramePart::Recipients);
        let label = label.filter(|part| {
            let below = &self.lines[part.lines.end..];
            let text = |line: &Line| matches!(line.mark, Mark::Number | Mark::Other);
            below.len() <= FOOT && !below.iter().any(text)
        });
        label.map_or(foot, |part| part.lines.start.min(foot))
    }
}

fn find(head: &Head<'_>, tail: &Tail<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut starting) = (0, true);
    while let Some(line) = head.lines.get(at) {
        let next = tail.recipients(at).or_else(|| tail.signature(at)).or_else(|| {
            let start = || head.at_start(at, !found.is_empty());
            let other = || unknown(head, at, !found.is_empty());
            let after = found.last().is_some_and(|last| last.lines.end == at);
            if starting { start().or_else(other) } else { head.anywhere(at, after) }
        });
        if let Some(next) = next {
            at = next.lines.end;
            join(&mut found, next);
            continue;
        }
        let rule = line.mark == Mark::Rule;
        // A drawn line belongs to the letterhead above it.
        let above = found.last_mut().filter(|last| last.lines.end == at);
        if let Some(last) = above.filter(|_| starting && rule) {
            last.lines.end += 1;
        }
        starting &= rule;
        at += 1;
    }
    found
}

/// A line in capitals amid a letterhead: the name of a body that is written otherwise than in
/// the fields.
fn unknown(head: &Head<'_>, at: usize, after: bool) -> Option<Found> {
    let line = head.lines.get(at).filter(|line| line.mark == Mark::Plain)?;
    let below = &head.lines[at + 1..];
    let capital = |line: &&Line| line.is_capital() || line.mark == Mark::Rule;
    let capitals = below.iter().take(NEAR - 1).take_while(capital).count();
    let near =
        (at + 1..=at + 1 + capitals).find(|next| head.at_start(*next, after).is_some());
    (line.is_capital() && near.is_some())
        .then(|| part(FramePart::Bodies, at..at + 1, false))
}

/// Adds a part; one that goes on, drawn lines between left aside, stays one.
fn join(found: &mut Vec<Found>, next: Found) {
    match found.last_mut() {
        Some(last) if last.part == next.part && last.lines.end == next.lines.start => {
            last.lines.end = next.lines.end;
            last.same &= next.same;
        }
        Some(_) | None => found.push(next),
    }
}

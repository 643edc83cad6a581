//! Paragraphs → groups of lines: where a typed number starts an item of its own.

use super::groups::{self, Group, unbold};
use super::inlines::Line;
use super::number::Number;
use super::typed::starting_number;
use crate::document::outline::{Rank, plain_text};
use crate::source::Sources;

/// Divides the paragraphs of a text, one after the other.
#[derive(Default)]
pub(super) struct Divider {
    /// The last number of each rank that may still go on.
    before: Vec<Number>,
}

/// How a paragraph stands in the text.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// Whether it has its number already, from a list.
    pub(super) numbered: bool,
    /// The column of the bullet or number of the list entry in which it stands.
    pub(super) margin: Option<usize>,
}

impl Divider {
    /// Takes note of a number that starts an item.
    pub(super) fn note(&mut self, number: &Number) {
        self.before.retain(|before| before.rank < number.rank);
        self.before.push(number.clone());
    }

    /// Divides the lines of a paragraph.
    pub(super) fn divide(
        &mut self,
        lines: Vec<Line>,
        setting: Setting,
        sources: &Sources,
    ) -> Vec<Group> {
        let number = |line: &Line| starting_number(&line.text).map(|(number, _)| number);
        let numbers: Vec<Option<Number>> = lines.iter().map(number).collect();
        let mut groups: Vec<(Vec<Line>, Option<usize>)> = Vec::new();
        let mut seen: Vec<Number> = Vec::new();
        for (index, line) in lines.into_iter().enumerate() {
            let previous = groups.last().and_then(|(group, _)| group.last());
            let start = match (previous, &numbers[index]) {
                (None, _) => Start::Item,
                (Some(_), None) => Start::No,
                (Some(previous), Some(number)) => {
                    let next = Next { number, later: &numbers[index + 1..], line: &line };
                    self.start(&next, previous, &seen, setting)
                }
            };
            if start != Start::No {
                if let Some(number) = &numbers[index] {
                    self.note(number);
                    keep(&mut seen, number);
                }
                let outside = (start == Start::Outside).then_some(line.column);
                groups.push((Vec::new(), outside));
            }
            if let Some((group, _)) = groups.last_mut() {
                group.push(line);
            }
        }
        let made =
            groups.into_iter().enumerate().filter_map(|(index, (lines, outside))| {
                let group =
                    groups::group(lines, index > 0 || !setting.numbered, sources)?;
                Some(Group { outside, ..group })
            });
        made.collect()
    }

    /// Whether a line that starts with a number is an item of its own, in a paragraph that
    /// goes on. Many wrapped lines start with what only looks like a number.
    fn start(
        &self,
        next: &Next<'_>,
        previous: &Line,
        seen: &[Number],
        setting: Setting,
    ) -> Start {
        let Next { number, later, line } = next;
        let goes_on =
            |before: &Number| number.follows(before) || number.is_first_below(before);
        let dash = matches!(number.rank, Rank::Dash(_));
        let bold = !dash && unbold(&line.text).is_some();
        let here = seen.iter().any(goes_on);
        let known = self.before.iter().any(goes_on);
        let left = setting.margin.is_some_and(|margin| line.column <= margin);
        if left && !here && (known || bold) {
            return Start::Outside;
        }
        let words = plain_text(&previous.text);
        let continued = || {
            let mut later = later.iter().take(AHEAD).flatten();
            !dash && later.any(|other| other.follows(number))
        };
        let opens = number.is_first() && (words.ends_with(':') || continued());
        let ended = words.ends_with(['.', ';', '!', '?', '/']);
        let headings = bold && unbold(&previous.text).is_some();
        if here || opens || headings || (known && ended) {
            Start::Item
        } else {
            Start::No
        }
    }
}

/// Keeps a number as the last of its rank.
fn keep(seen: &mut Vec<Number>, number: &Number) {
    seen.retain(|other| other.rank != number.rank);
    seen.push(number.clone());
}

/// How many lines ahead the successor of a first number is looked for.
const AHEAD: usize = 50;

/// A line of a paragraph that starts with a number.
struct Next<'a> {
    number: &'a Number,
    /// The numbers that the lines behind it start with.
    later: &'a [Option<Number>],
    line: &'a Line,
}

/// Whether a line starts an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// It goes on with the line above.
    No,
    /// It does.
    Item,
    /// It does, outside of the list that Markdown counts it to.
    Outside,
}
